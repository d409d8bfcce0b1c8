import { searchMunicipalities } from '../../classification/index.ts'
import { placeName } from './ask/where.tsx'
import type { PortalContext } from './frame.tsx'

/** Municipalities whose name begins as typed; feeds the suggestions of the search box where scripts run. */
export function placesFor(c: PortalContext): Response {
  const found = searchMunicipalities((c.req.query('q') ?? '').slice(0, 40), 8)
  c.header('Cache-Control', 'public, max-age=86400')
  return c.json(
    found.map((place) => ({
      value: c.var.lang === 'sv' ? place.sv : place.fi,
      label: placeName(place, c.var.lang),
    })),
  )
}

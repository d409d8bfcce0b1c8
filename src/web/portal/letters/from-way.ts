import { bodyKind, countyName } from '../../../classification/index.ts'
import { doorTexts } from '../../../language/catalogues/portal-door.ts'
import { isWayServed } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import { partsOf, readDate } from '../../ui/parts.ts'
import type { PortalContext } from '../frame.tsx'
import type { Sent } from './fields.ts'

/**
 * What the guided way knows for a letter: the day of the decision, how it came and whom the letter goes to. They are
 * codes and a day in the address. The day the writer got to know of the decision is filled in only where it was handed
 * over, since a letter or a message may have come earlier or later than is presumed.
 */
export function fromWay(c: PortalContext, web: Web): Sent {
  const { lang } = c.var
  const { day = '', served = '', to = '', county = '' } = c.req.query()
  const addressee = addresseeOf(to, countyServed(web, county), lang)
  const read = /^\d{4}-\d{2}-\d{2}$/.test(day) ? readDate(partsOf(day)) : null
  const date = read === null || read === 'invalid' ? undefined : partsOf(read.toString())
  if (!addressee && !date) return {}
  return {
    'from-way': 'yes',
    ...(addressee && { addressee }),
    ...(date && parts('decision-date', date)),
    ...(date && served === 'handed' && parts('received', date)),
    ...(date && isWayServed(served) && served !== 'unknown' && { 'came-by': served }),
  }
}

const parts = (name: string, { day, month, year }: { day: string; month: string; year: string }) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

function countyServed({ house: { organisations } }: Web, asked: string): string | undefined {
  return organisations.length === 1 ? organisations[0] : organisations.find((code) => code === asked)
}

/** The registry of the county where that is the right door; else the body by its name. A private unit is not known. */
function addresseeOf(to: string, county: string | undefined, lang: PortalContext['var']['lang']): string {
  // A letter to an authority is in Finnish or Swedish.
  const written = lang === 'sv' ? 'sv' : 'fi'
  if (to === 'registry')
    return county ? doorTexts(written)('letter.registry', { county: countyName(county, written) }) : ''
  return NAMED.includes(to) ? (bodyKind(to)?.name[written] ?? '') : ''
}
const NAMED = ['kela', 'supervisory-agency', 'administrative-court', 'parliamentary-ombudsman']

import { alandMunicipalities, type Municipality, municipalities } from './places.ts'

/** Lower case without accents, so that "aanekoski" finds Äänekoski and "abo" Åbo. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

const all = [...municipalities, ...alandMunicipalities].map((place) => ({
  place,
  fi: plain(place.fi),
  sv: plain(place.sv),
}))

/**
 * Municipalities whose Finnish or Swedish name begins with what was typed, accents and case apart; Åland
 * included. An exact name comes first, then alphabetical order. Nothing typed finds nothing.
 */
export function searchMunicipalities(typed: string, limit = 10): Municipality[] {
  const prefix = plain(typed)
  if (prefix === '') return []
  const rank = (entry: (typeof all)[number]) => (entry.fi === prefix || entry.sv === prefix ? 0 : 1)
  return all
    .filter((entry) => entry.fi.startsWith(prefix) || entry.sv.startsWith(prefix))
    .sort((a, b) => rank(a) - rank(b) || a.place.fi.localeCompare(b.place.fi, 'fi'))
    .slice(0, limit)
    .map((entry) => entry.place)
}

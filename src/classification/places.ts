import list from './data/municipalities.json' with { type: 'json' }

export interface Municipality {
  /** Three digits, Statistics Finland. */
  readonly code: string
  readonly fi: string
  readonly sv: string
  /** Two digits; 90 is Helsinki, 91 Åland. */
  readonly county: string
}

/** The 292 municipalities of mainland Finland in 2026, by code. */
export const municipalities: readonly Municipality[] = list

export const ALAND = '91'

const aland = (code: string, fi: string, sv: string = fi): Municipality => ({ code, fi, sv, county: ALAND })

/**
 * The 16 municipalities of Åland. Act 739/2023 does not run there (Åland has legislation of its own), so they
 * belong to no office; they are here so that a person who names one is told where to turn.
 * Codes: Statistics Finland.
 */
export const alandMunicipalities: readonly Municipality[] = [
  aland('035', 'Brändö'),
  aland('043', 'Eckerö'),
  aland('060', 'Finström'),
  aland('062', 'Föglö'),
  aland('065', 'Geta'),
  aland('076', 'Hammarland'),
  aland('170', 'Jomala'),
  aland('295', 'Kumlinge'),
  aland('318', 'Kökar'),
  aland('417', 'Lemland'),
  aland('438', 'Lumparland'),
  aland('478', 'Maarianhamina', 'Mariehamn'),
  aland('736', 'Saltvik'),
  aland('766', 'Sottunga'),
  aland('771', 'Sund'),
  aland('941', 'Vårdö'),
]

const byCode = new Map([...municipalities, ...alandMunicipalities].map((place) => [place.code, place]))

/** A municipality by its code, Åland included. */
export function municipality(code: string): Municipality | undefined {
  return byCode.get(code)
}

/** The county that arranges the services of a municipality; undefined for an unknown code. */
export function countyOf(code: string): string | undefined {
  return byCode.get(code)?.county
}

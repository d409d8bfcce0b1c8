import type { Lang, Text3 } from '../language/lang.ts'
import list from './data/counties.json' with { type: 'json' }
import { ALAND } from './places.ts'

export interface County extends Text3 {
  /** Two digits; 01 to 21 the wellbeing services counties, 90 the city of Helsinki. */
  readonly code: string
}

/**
 * English names. They are this project's own translation, not an official list: official English names of the
 * counties vary from one county to the next ("South Savo", "Southern Savonia").
 */
const ENGLISH: Readonly<Record<string, string>> = {
  '01': 'Wellbeing services county of East Uusimaa',
  '02': 'Wellbeing services county of Central Uusimaa',
  '03': 'Wellbeing services county of Western Uusimaa',
  '04': 'Wellbeing services county of Vantaa and Kerava',
  '05': 'Wellbeing services county of Southwest Finland',
  '06': 'Wellbeing services county of Satakunta',
  '07': 'Wellbeing services county of Kanta-Häme',
  '08': 'Wellbeing services county of Pirkanmaa',
  '09': 'Wellbeing services county of Päijät-Häme',
  '10': 'Wellbeing services county of Kymenlaakso',
  '11': 'Wellbeing services county of South Karelia',
  '12': 'Wellbeing services county of South Savo',
  '13': 'Wellbeing services county of North Savo',
  '14': 'Wellbeing services county of North Karelia',
  '15': 'Wellbeing services county of Central Finland',
  '16': 'Wellbeing services county of South Ostrobothnia',
  '17': 'Wellbeing services county of Ostrobothnia',
  '18': 'Wellbeing services county of Central Ostrobothnia',
  '19': 'Wellbeing services county of North Ostrobothnia',
  '20': 'Wellbeing services county of Kainuu',
  '21': 'Wellbeing services county of Lapland',
  '90': 'City of Helsinki',
}

/** The 22 arrangers of social services on the mainland, each with one ombudsman office. */
export const counties: readonly County[] = list.map((county) => ({
  ...county,
  en: ENGLISH[county.code] ?? county.fi,
}))

const ALAND_NAME: Text3 = { fi: 'Ahvenanmaa', sv: 'Åland', en: 'Åland' }

/** The name of a county. An unknown code is given back as it is. */
export function countyName(code: string, lang: Lang): string {
  if (code === ALAND) return ALAND_NAME[lang]
  return counties.find((county) => county.code === code)?.[lang] ?? code
}

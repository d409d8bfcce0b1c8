import type { Lang, Text3 } from '../language/lang.ts'
import { countyName } from './counties.ts'
import codes from './data/codes.json' with { type: 'json' }
import { municipalityName } from './municipality-names.ts'
import { municipalities } from './places.ts'

/** The edition of the code lists. It is stored with every frozen report, so that old figures stay readable. */
export const CODE_LIST_VERSION = '2026.1'

export interface Code extends Text3 {
  readonly code: string
}

/** Names of the lists in data/codes.json. */
export type CodeListName = keyof typeof codes

/** The lists a code can be looked up in: those of codes.json, and the places. */
export type ListName = CodeListName | 'municipality' | 'county'

/** Stands for an empty field in statistics and tables; it belongs to no list. */
export const NOT_RECORDED = 'not-recorded'

const NOT_RECORDED_NAME: Text3 = { fi: 'Ei kirjattu', sv: 'Inte antecknat', en: 'Not recorded' }

const lists = new Map<string, Map<string, Code>>(
  Object.entries(codes).map(([name, list]) => [name, new Map(list.codes.map((code) => [code.code, code]))]),
)

export const CODE_LIST_NAMES = Object.keys(codes) as readonly CodeListName[]

/** The codes of a list in the order they are shown to people. */
export function codeList(name: CodeListName): readonly Code[] {
  return codes[name].codes
}

/**
 * Whether a new record may hold this code. The municipalities are those of mainland Finland in 2026;
 * `not-recorded` is not a code.
 */
export function isCode(list: ListName, code: string): boolean {
  if (list === 'municipality') return municipalities.some((place) => place.code === code)
  if (list === 'county') return municipalities.some((place) => place.county === code)
  return lists.get(list)?.has(code) ?? false
}

/**
 * The name of a code in one language. An unknown code (of an older edition, say) is given back as it is:
 * a table with one odd row is better than no table.
 */
export function codeName(list: ListName, code: string, lang: Lang): string {
  if (code === NOT_RECORDED) return NOT_RECORDED_NAME[lang]
  if (list === 'municipality') return municipalityName(code, lang)
  if (list === 'county') return countyName(code, lang)
  return lists.get(list)?.get(code)?.[lang] ?? code
}

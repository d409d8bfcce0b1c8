/** The three languages every text exists in. Finnish is the one the others are checked against. */
export const LANGS = ['fi', 'sv', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** A text in all three languages. */
export type Text3 = Record<Lang, string>

export function isLang(value: unknown): value is Lang {
  return typeof value === 'string' && (LANGS as readonly string[]).includes(value)
}

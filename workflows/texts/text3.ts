import type { TextLang } from '../workflow.ts'

/** One text in Finnish, Swedish (as used in Finland) and English. */
export type Text3 = readonly [fi: string, sv: string, en: string]

const PLACE: Record<TextLang, 0 | 1 | 2> = { fi: 0, sv: 1, en: 2 }
export const inLang = (text: Text3, lang: TextLang): string => text[PLACE[lang]]

/** A list of texts in one language. */
export const listIn = (list: Record<string, Text3>, lang: TextLang): Record<string, string> =>
  Object.fromEntries(Object.entries(list).map(([key, text]) => [key, inLang(text, lang)]))

export interface StateText {
  label: Text3
  /** To the client, in plain words. Absent: nothing to tell. */
  client?: Text3
}

export interface EventText3 {
  label: Text3
  effect: Text3
  done: Text3
  client?: { label: Text3; effect: Text3 }
}

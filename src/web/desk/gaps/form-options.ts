import { MOST_ROWS } from '../../../cases/index.ts'
import { type GapList, gapCodes } from '../../../classification/index.ts'
import type { Lang } from '../../../language/lang.ts'

/** The codes of a list as choices. */
export const gapOptions = (list: GapList, lang: Lang) =>
  gapCodes(list).map((entry) => ({ value: entry.code, label: entry[lang], words: entry.code }))

/** How many rows a list shows: those that are filled in and some more. */
export function rowsShown(filled: (n: number) => boolean, more: number): number[] {
  const last = Array.from({ length: MOST_ROWS }, (_, n) => n).findLast(filled) ?? -1
  return Array.from({ length: Math.min(MOST_ROWS, Math.max(last + 1 + more, more)) }, (_, n) => n)
}

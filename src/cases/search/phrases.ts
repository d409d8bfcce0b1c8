import type { OfficeTransaction } from '../../custody/transaction.ts'
import { tokens } from '../../language/words/tokens.ts'
import { openThem, textsWith } from './excerpts.ts'
import type { SearchWord } from './parse-query.ts'

/**
 * Of these cases, those in one of whose texts each phrase stands as it was written. The index knows words, not their
 * order, so the texts that hold the words are opened and looked at; nothing of them is shown here.
 */
export async function withPhrases(
  t: OfficeTransaction,
  cases: string[],
  phrases: readonly (readonly string[])[],
  words: readonly SearchWord[],
): Promise<Set<string>> {
  let left = new Set(cases)
  for (const phrase of phrases) {
    const own = words.filter(({ word }) => phrase.includes(word))
    const matches = await textsWith(t, { cases: [...left] }, own)
    const full = matches.filter(({ met }) => met === own.length)
    const opened = await openThem(t, full)
    left = new Set(
      full.flatMap(({ kind, id, owner }) => {
        const text = opened.get(`${kind}:${id}`)?.text
        return text && stands(phrase, text) ? [owner] : []
      }),
    )
  }
  return left
}

/** Whether the words stand in the text one after the other. Pure. */
export function stands(phrase: readonly string[], text: string): boolean {
  const all = tokens(text).map(({ word }) => word)
  return all.some((_, at) => phrase.every((word, i) => all[at + i] === word))
}

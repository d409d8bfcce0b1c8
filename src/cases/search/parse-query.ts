import type { OfficeTransaction } from '../../custody/transaction.ts'
import { hashesOfWord } from '../../custody/word-index.ts'
import { saysSomething } from '../../language/words/stems.ts'
import { tokens } from '../../language/words/tokens.ts'
import { readCaseNumber } from '../case-number.ts'

/** More words narrow nothing further. */
const WORDS_MOST = 12

/** A word that is searched for, with the hashes of which a text must have one. */
export interface SearchWord {
  word: string
  hashes: string[]
}

/** What a person typed, as it is searched for. */
export interface SearchQuery {
  /** beginnings of case numbers; a whole number is its own beginning */
  numbers: string[]
  person: { name?: string; phone?: string; email?: string }
  words: SearchWord[]
  /** words in quotation marks, in their order: looked for together */
  phrases: string[][]
  /** words left out because they are in every text */
  common: string[]
}

/** Reads what was typed: a case number or its beginning, a person, words, "words that stand together". */
export function parseQuery(t: OfficeTransaction, typed: string): SearchQuery {
  const text = typed.trim()
  const numbers = numbersIn(text, t.now.getUTCFullYear())
  const person = numbers.length && !/^\d+$/.test(text) ? {} : personIn(text)
  // Bare digits may be a running number as well as a year or a sum in a text.
  const asWords = (!numbers.length || /^\d+$/.test(text)) && !person.phone && !person.email
  const all = asWords ? tokens(text).map(({ word }) => word) : []
  const said = [...new Set(all.filter(saysSomething))]
  return {
    numbers,
    person,
    words: said
      .slice(0, WORDS_MOST)
      .map((word) => ({ word, hashes: hashesOfWord(t.keys, t.organisation, word) })),
    phrases: asWords ? phrasesIn(text) : [],
    common: [...new Set(all.filter((word) => !saysSomething(word)))],
  }
}

function numbersIn(text: string, year: number): string[] {
  const whole = readCaseNumber(text)
  if (whole) return [whole]
  const parts =
    /^(?:av)?[\s–—-]*(20\d{2})[\s–—-]+(\d{1,6})?$/iu.exec(text) ?? /^av[\s–—-]*(20\d{2})$/iu.exec(text)
  if (parts) return [`AV-${parts[1]}-${parts[2] ?? ''}`]
  const digits = /^(?:av[\s–—-]*)?([\d\s–—-]+)$/iu.exec(text)?.[1]?.replace(/\D/g, '') ?? ''
  if (digits.length < 3 || digits.length > 6) return []
  const years = [0, 1, 2, 3].map((back) => year - back)
  // With its zeros written out it is a beginning, without them the running number itself.
  return years.map((one) =>
    digits.startsWith('0') ? `AV-${one}-${digits}` : `AV-${one}-${digits.padStart(6, '0')}-`,
  )
}

function personIn(text: string): SearchQuery['person'] {
  if (text.length < 2) return {}
  if (/^\S+@\S+$/.test(text)) return { email: text }
  if (/^[+\d][\d\s-]{4,}$/.test(text)) return { phone: text }
  return /["”“»]/.test(text) ? {} : { name: text }
}

const phrasesIn = (text: string): string[][] =>
  [...text.matchAll(/["”“»]([^"”“»«]+)["”“»«]/gu)]
    .map((match) => tokens(match[1]!).map(({ word }) => word))
    .filter((words) => words.length > 1)

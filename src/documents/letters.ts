/** The door of the letters: which there are, what they say, and how one is written. */
export type { LetterFacts } from './letters/facts.ts'
export {
  isLetterKind,
  isLetterLang,
  isPublicLetter,
  LETTER_KINDS,
  LETTER_LANGS,
  type LetterKind,
  type LetterLang,
  PUBLIC_LETTERS,
  type PublicLetter,
} from './letters/kinds.ts'
export { writeLetter } from './letters/write-letter.ts'

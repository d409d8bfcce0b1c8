import type { place } from '../sealed-parts.ts'

/**
 * Whether the words of what is sealed at each place are searched for; where not, why not. A new place must say. The names
 * are those of the rows of text_word.
 */
export const SEARCHED = {
  account: 'words',
  message: 'words',
  note: 'words',
  eventNote: 'words',
  contactNote: 'words',
  gapNote: 'words',
  letter: 'words',
  letterProof: 'words',
  pointWords: 'words',
  pointNote: 'words',
  pointClient: 'words',
  consent: 'words',
  agreement: 'words',
  goal: 'words',
  rightsIssue: 'words',
  person: 'found by the blind index of names, telephone numbers and e-mail addresses',
  glassReason: 'the reason of one opening, told on the page of the case',
  address: 'found by the person it belongs to',
  letterText: 'made of the letter, its points and the template, which are the same in every letter',
  feedbackInbox: 'belongs to no case (docs/decisions/0012)',
  rectification: 'told beside the words it is about, which are searched for',
  rectificationAnswer: 'told beside the words it is about, which are searched for',
  mark: 'an internal reason for keeping, shown with the case',
  attachment: 'the name of a file, which the list of the case shows',
  feedbackWords: 'belongs to no case (docs/decisions/0012)',
} as const satisfies Record<keyof typeof place, string>

/** Kinds of text whose words are searched for. */
export type TextKind = {
  [K in keyof typeof SEARCHED]: (typeof SEARCHED)[K] extends 'words' ? K : never
}[keyof typeof SEARCHED]

export const TEXT_KINDS = (Object.keys(SEARCHED) as (keyof typeof SEARCHED)[]).filter(
  (kind): kind is TextKind => SEARCHED[kind] === 'words',
)

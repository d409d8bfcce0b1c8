/**
 * The letters a client can send in their own name: objections (muistutus, anmärkning), requests for a review, a complaint,
 * an appeal, requests about one's own data, a claim for damages.
 */
export const PUBLIC_LETTERS = [
  'objection',
  'objection-early-education',
  'review',
  'review-kela',
  'complaint',
  'appeal',
  'data-access',
  'data-rectification',
  'damages',
] as const
export type PublicLetter = (typeof PUBLIC_LETTERS)[number]

/**
 * `supplement`: the client asks for an answer to the points of an objection that were left without one.
 * `mediation`: the office's own letter to a unit, with the client's consent.
 */
export const LETTER_KINDS = [...PUBLIC_LETTERS, 'supplement', 'mediation'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Letters are written in the languages of the authorities. */
export const LETTER_LANGS = ['fi', 'sv'] as const
export type LetterLang = (typeof LETTER_LANGS)[number]

export const isLetterKind = (value: unknown): value is LetterKind =>
  (LETTER_KINDS as readonly unknown[]).includes(value)
export const isPublicLetter = (value: unknown): value is PublicLetter =>
  (PUBLIC_LETTERS as readonly unknown[]).includes(value)
export const isLetterLang = (value: unknown): value is LetterLang => value === 'fi' || value === 'sv'

/** Codes of letters on a case, of consents and of what was agreed. Their words are in the catalogue `case-letters`. */
export const LETTER_STATES = ['draft', 'offered', 'approved', 'sent', 'cancelled'] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** To whom something goes. The first three are the ones an objection may go to. */
export const RECIPIENTS = [
  'unit',
  'leading-officer',
  'registry',
  'board',
  'supervisor',
  'court',
  'kela',
  'municipality',
  'other',
] as const
export type Recipient = (typeof RECIPIENTS)[number]

export const SENT_HOW = ['post', 'e-service', 'e-mail', 'handed'] as const
export type SentHow = (typeof SENT_HOW)[number]

/** How a client told what was approved or allowed, when it was not on the portal. */
export const TOLD_HOW = ['signed', 'written', 'spoken'] as const
export type ToldHow = (typeof TOLD_HOW)[number]

export const TOPICS = ['service', 'decision', 'treatment', 'health', 'money', 'family'] as const
export type Topic = (typeof TOPICS)[number]

export const ANSWERED = ['yes', 'partly', 'no'] as const
export type Answered = (typeof ANSWERED)[number]

export const WHO = ['unit', 'client', 'office', 'other'] as const
export type Who = (typeof WHO)[number]

export const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value)

/** Everything a letter says besides the fixed words of its template. Dates are ISO dates. */
export interface LetterFacts {
  /** Who writes and signs. */
  sender: { name: string; address?: string; phone?: string; email?: string }
  /** Whom it goes to, line by line. */
  addressee: string
  /** The day of the letter. */
  date: string
  /** Whose matter it is, when another writes. */
  client?: string
  /** The service, the unit or the place it is about. */
  unit?: string
  /** The decision it is about. */
  decision?: { number?: string; date?: string }
  /** When one got to know of the decision. */
  receivedOn?: string
  /** When the objection it builds on was sent and answered. */
  objectionSentOn?: string
  answeredOn?: string
  /** The office's number of the case, in a letter of the office. */
  caseNumber?: string
  /** By when the office hopes for a reply: a target, no term of law. */
  replyBy?: string
  /** What the person has to say, each a point of its own, kept exactly as written. */
  points: readonly string[]
  /** What is asked for, kept exactly as written. */
  asked?: string
  enclosures?: readonly string[]
}

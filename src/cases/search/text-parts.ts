import type { LetterParts } from '../letters/letter-parts.ts'
import type { AccountParts } from '../sealed-parts.ts'

/** What is searched of parts that are sealed together, as one text. */
const together = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join('\n')

/** The everyday topic of the account is a code of the portal, not a word of the client. */
export const accountText = ({ text, desiredOutcome, where, decision }: AccountParts): string =>
  together([text, desiredOutcome, where, decision?.about])

/** Who it is for, which decision and what is asked; not the sender, who is the person of the case or the office itself. */
export const letterPartsText = ({ addressee, unit, decision, asked, enclosures }: LetterParts): string =>
  together([addressee, unit, decision?.number, asked, ...(enclosures ?? [])])

export const consentText = ({ units, text }: { units: string; text: string }): string =>
  together([units, text])

export const rightsText = ({ who, evidence }: { who?: string; evidence?: string }): string =>
  together([who, evidence])

import { caseLetters } from '../../language/catalogues/case-letters.ts'
import { Refusal } from '../refusal.ts'

/** Why something was not done with a letter, a consent or an agreement. */
export type LetterRefusal =
  | 'letter-open'
  | 'letter-closed'
  | 'letter-of-office'
  | 'letter-incomplete'
  | 'letter-points'
  | 'letter-not-approved'
  | 'letter-changed'
  | 'consent-none'
  | 'consent-withdrawn'
  | 'consent-expired'
  | 'consent-other-recipient'
  | 'consent-other-topic'
  | 'consent-scope'
  | 'consent-past'
  | 'check-missing'
  | 'not-answered'
  | 'agreement-empty'

/** The refusal with its words; `details.reason` tells which. */
export const letterRefusal = (reason: LetterRefusal, details: Record<string, string> = {}): Refusal =>
  new Refusal(
    'not-now',
    { ...details, reason },
    {
      fi: caseLetters('fi')(`refusal.${reason}`),
      sv: caseLetters('sv')(`refusal.${reason}`),
      en: caseLetters('en')(`refusal.${reason}`),
    },
  )

import { caseLetters } from '../../language/catalogues/case-letters.ts'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
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
  | 'sent-future'
  | 'sent-early'

/** The refusal with its words; `details.reason` tells which, `details.field` where, `details.date` (ISO) is told in words. */
export const letterRefusal = (reason: LetterRefusal, details: Record<string, string> = {}): Refusal => {
  const text = (lang: Lang) =>
    reason === 'sent-early'
      ? caseLetters(lang)('refusal.sent-early', { date: formatDate(lang, details.date ?? '') })
      : caseLetters(lang)(`refusal.${reason}`)
  return new Refusal('not-now', { ...details, reason }, { fi: text('fi'), sv: text('sv'), en: text('en') })
}

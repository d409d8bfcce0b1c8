import type { BodyCode } from '../../classification/bodies.ts'
import type { Text3 } from '../../language/lang.ts'

export const REMEDY_CODES = [
  'review',
  'review-kela',
  'review-unsure',
  'appeal',
  'appeal-supreme',
  'appeal-kela',
  'ask-decision',
  'ask-decision-private',
  'objection',
  'objection-early-education',
  'objection-private',
  'complaint',
  'complaint-ombudsman',
  'urgent-assistance',
  'county-support',
  'ask-kela',
  'data-access',
  'data-rectification',
  'documents',
  'data-ombudsman',
  'damages',
  'staff-report',
  'staff-report-early-education',
  'patient-ombudsman',
  'ombudsman',
] as const
export type RemedyCode = (typeof REMEDY_CODES)[number]

/** Letters that the portal writes, by the name in their address. */
export type LetterName =
  | 'objection'
  | 'objection-early-education'
  | 'review'
  | 'review-kela'
  | 'complaint'
  | 'appeal'
  | 'data-access'
  | 'data-rectification'
  | 'damages'

/** One way of seeking one's right, as data. */
export interface Remedy {
  readonly code: RemedyCode
  readonly name: Text3
  readonly to: Text3
  /** When it has to be done, in words; a date besides where one can be computed. */
  readonly when: Text3
  readonly can: Text3
  readonly cannot: Text3
  /** What to write, a short list; empty where one calls rather than writes. */
  readonly write: readonly Text3[]
  /** Number of the act and section as `citeStatute` takes it; several joined with "; ". */
  readonly statute: string
  /** The clock the person's own time runs by. */
  readonly rule?: string
  readonly letter?: LetterName
  /** Whom to turn to, the nearest first. */
  readonly bodies: readonly BodyCode[]
  /**
   * True when the way and its statute were read or are known with at least 90 %. A remedy that is not is told in
   * careful words, without statute or date.
   */
  readonly verified: boolean
}

import type { Lang } from '../language/lang.ts'

/** Why something asked of a case was not done. Nothing was changed. */
export type RefusalCode =
  | 'not-found'
  | 'not-yours'
  | 'changed-meanwhile'
  | 'not-now'
  | 'field-missing'
  | 'field-invalid'
  | 'note-missing'
  | 'erased'
  /** the use of the data is restricted: only the handler works on the case */
  | 'limited'
  | 'too-long'
  | 'date-future'
  | 'date-before'
  | 'date-not-later'
  | 'before-rule'
  | 'after-rule'
  | 'clock-ended'
  | 'clock-never-pauses'
  | 'clock-not-paused'
  | 'clock-own-time'
  | 'clock-over'
  | 'clock-not-begun'
  | 'date-past'

export class Refusal extends Error {
  readonly code: RefusalCode
  /** the text in the reader's language, when the workflow gives one */
  readonly texts: Record<Lang, string> | undefined
  readonly details: Record<string, string>
  constructor(code: RefusalCode, details: Record<string, string> = {}, texts?: Record<Lang, string>) {
    super(code)
    this.code = code
    this.details = details
    this.texts = texts
  }
}

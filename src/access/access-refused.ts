/** Why something asked of accounts and access was not done. Nothing was changed. */
export type AccessRefusal =
  | 'wrong'
  | 'too-many'
  | 'link-used'
  | 'email-taken'
  | 'last-admin'
  | 'own-role'
  | 'not-found'
  | 'not-served'
  | 'municipality-elsewhere'
  | 'password-short'
  | 'password-known'
  | 'absence-dates'
  | 'absence-person'
  | 'absence-substitute'
  | 'absence-loop'
  | 'absence-own'
  | 'has-cases'
  | 'password-common'
  | 'pending-ended'
  | 'passkey-failed'
  | 'last-factor'

export class AccessRefused extends Error {
  readonly code: AccessRefusal
  /** seconds until another try makes sense */
  readonly retryAfter: number | undefined
  constructor(code: AccessRefusal, retryAfter?: number) {
    super(code)
    this.code = code
    this.retryAfter = retryAfter
  }
}

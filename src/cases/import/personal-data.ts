export type PersonalKind = 'identity-code' | 'email' | 'phone' | 'name'

/** A Finnish personal identity code as the population register writes it since 2023, anywhere in the text. */
const IDENTITY_CODE = /(?<![0-9])\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![0-9A-Z])/i
const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/
const INTERNATIONAL = /^(\+|00)[1-9]\d{6,13}$/
const MOBILE = /^0(4\d|50)\d{5,8}$/
const SPACED_LANDLINE = /^\(?0[1-9]\d?\)?[ -]\d{3,4}[ -]?\d{2,4}$/
const NAME = /^\p{Lu}\p{Ll}+([ -]\p{Lu}\p{Ll}+)*,? +\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u

/** What a pseudonym looks like when it is none. A number such as 2025-00123 is fine. */
export function looksPersonal(text: string): PersonalKind | null {
  if (IDENTITY_CODE.test(text)) return 'identity-code'
  if (EMAIL.test(text)) return 'email'
  const digits = text.replace(/[\s().-]/g, '')
  if (INTERNATIONAL.test(digits) || MOBILE.test(digits) || SPACED_LANDLINE.test(text)) return 'phone'
  return NAME.test(text) ? 'name' : null
}

import type { Lang } from '../language/lang.ts'

export const ROLES = ['ombudsman', 'lead', 'admin', 'authority'] as const
export type Role = (typeof ROLES)[number]

/** A member of staff with a session that holds. */
export interface SignedIn {
  staffId: string
  organisation: string
  name: string
  email: string
  role: Role
  /** the only municipality an authority reader sees; null: the whole county, or not an authority reader */
  municipality: string | null
  language: Lang
  sessionId: string
  /** how the person was recognised, one of WAYS_IN */
  how?: string
  /** when the person last proved who they are; see `provedLately` */
  provedAt?: Date | null
  /** has a passkey or an authenticator of their own */
  hasFactor?: boolean
  /** the office asks for a second factor and the person has none: nothing else before it is set up */
  mustSetUpFactor?: boolean
}

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
}

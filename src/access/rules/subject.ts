import type { Role } from '../signed-in.ts'

/** Who asks, with all that a rule looks at. What is left out is as for somebody without it. */
export interface Person {
  staffId: string
  organisation: string
  role: Role
  /** the only municipality an authority reader sees; null: the whole county */
  municipality: string | null
  /** the only municipalities whose cases an ombudsman or lead sees; none: the whole county */
  places?: readonly string[]
  /** the office lets ombudsmen open only what is theirs */
  ownCasesOnly?: boolean
  /** colleagues who are away today and for whom this person answers, at the end of the chain */
  standsInFor?: readonly string[]
}

/** What a rule looks at, of the thing. A thing always belongs to an office. What is left out is as if there were none. */
export interface Subject {
  organisation: string
  municipality?: string | null
  /** of a release */
  withdrawnAt?: Date | null
  /** of a case: who handles it */
  handlerId?: string | null
  /** of a case: the client's address is protected */
  restricted?: boolean
  /** of a case: who was named for it */
  named?: readonly string[]
  /** of a case: for whom a conflict of interest locks it */
  barred?: readonly string[]
  /** of a case: who has opened it by breaking the glass, while that holds */
  opened?: readonly string[]
}

import type { Rule } from '../rule.ts'

/** A round of "your application is incomplete": asked for, until when, and when it arrived. ISO days. */
export interface SupplementRound {
  readonly askedAt: string
  /** The end of the time given for it. */
  readonly dueAt?: string
  /** The day it arrived. */
  readonly at?: string
}

/** One authority sent the client on to another. Authorities are codes. */
export interface HandOff {
  readonly from: string
  readonly to: string
  /** ISO day, where it is known. */
  readonly on?: string
}

/** Help for the time of waiting. */
export interface Bridging {
  /** What kind, a code. */
  readonly kind: string
  /** Whole cents that were given; absent or 0: asked for only. */
  readonly cents?: number
}

/** How the client lives, as basic social assistance tells households apart. */
export interface GapHousehold {
  /** `couple`: two adults of one household; `shared-18`: the one adult of a shared household. */
  readonly adults: 'alone' | 'couple' | 'shared-18' | 'single-parent' | 'with-parents-18'
  readonly children10to17: number
  readonly childrenUnder10: number
}

/** What is known of a gap, as far as anything is computed from it. ISO days. */
export interface GapFacts {
  readonly appliedAt?: string
  readonly supplements?: readonly SupplementRound[]
  readonly decidedAt?: string
  /** The day the money came, or the service began. */
  readonly paidAt?: string
  /** The day the matter was closed with the office; counting ends there when nothing was paid. */
  readonly closedAt?: string
  readonly lastIncomeAt?: string
  /** The rule that sets the authority's time: a code of RULES or a rule of the office. Absent: no statute does. */
  readonly rule?: string | Rule
  /** The day the rule starts, where that is not the day of the application (a decision, Kela's notice). */
  readonly ruleFrom?: string
  readonly household?: GapHousehold
  readonly estimate?: 'basic-amount' | 'daily-benefit' | 'none'
  readonly bridging?: readonly Bridging[]
  readonly handOffs?: readonly HandOff[]
  /** What it led to, codes. */
  readonly effects?: readonly string[]
}

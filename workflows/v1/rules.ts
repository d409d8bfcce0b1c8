/**
 * Which clock of `src/law` belongs to what. True: laid down in a statute. False: guidance or the office's own target.
 * Codes are those of the law room.
 */
export const STATUTORY = {
  OFFICE_ACK: false,
  OFFICE_CONTACT: false,
  OFFICE_ANSWER: false,
  OFFICE_REPLY: false,
  MUI: false,
  TTO: false,
  OIK: true,
  VAL: true,
  KAN: true,
  TT1: true,
  TT7: true,
  TTK: true,
  PTA: true,
  PTL_START: true,
  PTL: true,
  LS7: true,
  LS7_READY: true,
  TAY: true,
  IAK: true,
  VAM_START: true,
  VAM: true,
  TIE: true,
  TIE_LONG: true,
  GDP: true,
} as const satisfies Record<string, boolean>
export type Rule = keyof typeof STATUTORY

export const isStatutory = (rule: string): boolean => STATUTORY[rule as Rule] ?? false

/** The clocks that may run while an authority is asked; `none` when no rule says by when it must answer. */
export const CLOCK_CHOICES = [
  'none',
  'TT1',
  'TT7',
  'TTK',
  'PTA',
  'PTL_START',
  'PTL',
  'LS7',
  'LS7_READY',
  'TAY',
  'IAK',
  'VAM_START',
  'VAM',
  'TIE',
  'TIE_LONG',
  'GDP',
  'TTO',
] as const

/** By when the client must file, by remedy. A remedy without a rule here has no clock that begins with a decision. */
export const FILING_RULE: Record<string, Rule | undefined> = {
  review: 'OIK',
  'review-kela': 'OIK',
  'appeal-admin-court': 'VAL',
  'appeal-benefit-board': 'VAL',
  'complaint-supervisor': 'KAN',
  'complaint-ombudsman': 'KAN',
}

/** By when the authority should decide what was filed. */
export const DECIDING_RULE: Record<string, Rule | undefined> = {
  'review-kela': 'TTO',
  'data-access': 'GDP',
}

/** How guidance to a remedy is counted: a code of the list `action`. */
export const GUIDANCE_ACTION: Record<string, string | undefined> = {
  objection: 'objection-help',
  'objection-early-education': 'objection-help',
  review: 'review-help',
  'review-kela': 'review-help',
  'appeal-admin-court': 'appeal-guidance',
  'appeal-benefit-board': 'appeal-guidance',
  'complaint-supervisor': 'complaint-guidance',
  'complaint-ombudsman': 'complaint-guidance',
  damages: 'damages-guidance',
}

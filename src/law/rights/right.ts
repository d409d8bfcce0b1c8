import type { Text3 } from '../../language/lang.ts'

/** The parts the catalogue of rights is shown in. */
export const RIGHT_GROUPS = [
  'client',
  'social-welfare',
  'child-welfare',
  'disability',
  'older-people',
  'early-education',
  'livelihood',
  'procedure',
  'data',
] as const
export type RightGroup = (typeof RIGHT_GROUPS)[number]

/** A right a client of social care or early education has, as an act words it. */
export interface Right {
  /** Stable slug; stored with cases. */
  readonly code: string
  readonly group: RightGroup
  /** As in a rule: "812/2000 5 §", "EU 2016/679 15". */
  readonly statute: string
  /** The right as a noun phrase. */
  readonly name: Text3
  /** True when act and section are known with at least 90 % confidence; else shown to staff as not verified. */
  readonly verified: boolean
}

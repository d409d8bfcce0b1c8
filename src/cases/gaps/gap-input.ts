import { z } from 'zod'
import { type GapList, gapCodes, isCode, isGapCode } from '../../classification/index.ts'
import { TEXT_MOST } from '../submission.ts'

/** Rules that can set an authority's (or with KEH the client's) time in a gap. */
export const GAP_RULES = ['TT7', 'TT1', 'TTO', 'TAY', 'IAK', 'KEH'] as const

const code = (list: GapList) =>
  z.string().refine((value) => isGapCode(list, value), {
    error: `one of ${gapCodes(list)
      .map((entry) => entry.code)
      .join(', ')}`,
  })
const day = z.iso.date()
const few = z.number().int().min(0).max(15)

/** Most rounds of supplements, hand-offs and kinds of bridging that one gap holds. */
export const MOST_ROWS = 12

/** A gap as it is recorded. Days are ISO days; what is absent is not known. */
export const gapInput = z.object({
  benefit: code('benefit'),
  authority: code('authority'),
  cause: code('cause'),
  municipality: z
    .string()
    .refine((value) => isCode('municipality', value))
    .optional(),
  appliedAt: day.optional(),
  supplements: z
    .array(z.object({ askedAt: day, dueAt: day.optional(), at: day.optional() }))
    .max(MOST_ROWS)
    .default([]),
  decidedAt: day.optional(),
  paidAt: day.optional(),
  rule: z.enum(GAP_RULES).optional(),
  ruleFrom: day.optional(),
  lastIncomeAt: day.optional(),
  household: z
    .object({
      adults: z.enum(['alone', 'couple', 'shared-18', 'single-parent', 'with-parents-18']),
      children10to17: few.default(0),
      childrenUnder10: few.default(0),
    })
    .optional(),
  bridging: z
    .array(
      z.object({
        kind: code('bridging'),
        /** whole cents given; absent: asked for and not given, or not yet */
        cents: z.number().int().min(0).max(100_000_000).optional(),
        on: day.optional(),
      }),
    )
    .max(MOST_ROWS)
    .default([]),
  handOffs: z
    .array(z.object({ from: code('authority'), to: code('authority'), on: day.optional() }))
    .max(MOST_ROWS)
    .default([]),
  effects: z.array(code('effect')).default([]),
  followUpOn: day.optional(),
  note: z.string().max(TEXT_MOST).optional(),
})
export type GapInput = z.infer<typeof gapInput>

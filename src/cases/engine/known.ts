import { z } from 'zod'
import type { Known } from '../../../workflows/workflow.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'

/** Days without an answer to an objection after which the office asks, calls it late, and tells the lead. */
export const objectionDays = z
  .object({
    nudge: z.int().min(1).max(365),
    late: z.int().min(1).max(365),
    escalate: z.int().min(1).max(365),
  })
  .refine(({ nudge, late, escalate }) => nudge <= late && late <= escalate)
export type ObjectionDays = z.infer<typeof objectionDays>

/** What a chart cannot know by itself: the day in Finland and the office's settings. */
export async function knownNow(t: OfficeTransaction): Promise<Known> {
  const [row] = await t.ask<{ days: unknown }>(
    'select objection_days as days from organisation where code = $1',
    [t.organisation],
  )
  const { nudge, late, escalate } = objectionDays.parse(row?.days)
  return {
    today: dateInFinland(t.now).toString(),
    objectionNudge: nudge,
    objectionLate: late,
    objectionEscalate: escalate,
  }
}

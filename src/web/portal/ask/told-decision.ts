import { dateParts, readDate } from '../../ui/parts.ts'
import { one, type Typed } from './question.ts'

export const ANSWERS = ['yes', 'no', 'unknown'] as const
export const SERVED = ['letter', 'e-notice', 'handed', 'unknown'] as const

/** What was told of the decision, as the case keeps it; undefined before it was asked. */
export function decisionOf(typed: Typed) {
  const received = one(typed, 'received') as (typeof ANSWERS)[number]
  if (!ANSWERS.includes(received)) return undefined
  if (received !== 'yes') return { received }
  const date = readDate(dateParts(typed, 'date'))
  const served = one(typed, 'served') as (typeof SERVED)[number]
  return {
    received,
    date: date === null || date === 'invalid' ? undefined : date.toString(),
    served: SERVED.includes(served) ? served : undefined,
  }
}

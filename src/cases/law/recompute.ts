import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Clock } from '../../database/generated/client.ts'
import { clockAt, DeadlineError, type DeadlineErrorCode, type Rule } from '../../law/index.ts'
import type { ClockComputation } from '../engine/case-clocks.ts'

/** A clock as it would stand by other rules. */
export interface Recomputed {
  clock: Clock
  number: string
  caseId: string
  handlerId: string | null
  /** ISO days: the end as it stands, and as it would. */
  was: string
  due: string
  state: 'running' | 'paused'
  /** The end, the kind or whether it runs changes; else only what its date is explained by. */
  changes: boolean
  /** No rule would be there for its start, or one without a length: it stays as it is. */
  stays?: DeadlineErrorCode
  data?: Pick<Clock, 'state' | 'kind' | 'due' | 'pausedOn' | 'computation'>
}

/** Every clock of a code that runs or is paused on an open case, reckoned from its kept events by the given rules. */
export async function recomputed(
  t: OfficeTransaction,
  code: string,
  rules: readonly Rule[],
): Promise<Recomputed[]> {
  const rows = await t.sql.clock.findMany({
    where: {
      organisation: t.organisation,
      rule: code,
      state: { in: ['running', 'paused'] },
      case: { closedAt: null },
    },
    include: { case: { select: { number: true, handlerId: true } } },
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ case: of, ...clock }) => ({
    ...of,
    ...recompute(clock, rules),
    clock,
    caseId: clock.caseId,
  }))
}

type Outcome = Pick<Recomputed, 'was' | 'due' | 'state' | 'changes' | 'stays' | 'data'>

/** One clock by the given rules; what happened to it (pauses, more time given) is kept. */
export function recompute(clock: Clock, rules: readonly Rule[]): Outcome {
  const was = clock.due.toISOString().slice(0, 10)
  const kept = clock.computation as unknown as ClockComputation
  const asItIs = { was, due: was, state: clock.state as 'running' | 'paused', changes: false }
  try {
    const { state, deadline } = clockAt(clock.rule, kept.events, { served: kept.served, rules })
    if (!deadline || (state !== 'running' && state !== 'paused')) return asItIs
    const paused = kept.events.findLast(({ type }) => type === 'pause')?.on
    return {
      was,
      due: deadline.due,
      state,
      changes: deadline.due !== was || state !== clock.state || deadline.kind !== clock.kind,
      data: {
        state,
        kind: deadline.kind,
        due: new Date(`${deadline.due}T00:00:00Z`),
        pausedOn: state === 'paused' ? new Date(`${paused}T00:00:00Z`) : null,
        computation: { ...kept, deadline } satisfies ClockComputation as never,
      },
    }
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    return { ...asItIs, stays: error.code }
  }
}

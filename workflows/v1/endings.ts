import { and, not, or, stateIn } from 'xstate'
import { chart } from './chart.ts'
import { count, notice, takeIfFree } from './effects.ts'

/** The outcome that came with the event, a code of the list `outcome`. */
const closeWithOutcome = chart.enqueueActions(({ enqueue, event }) => {
  enqueue({ type: 'close', params: { outcome: event.outcome ?? 'unknown' } })
})

const answerAwaited = or([
  stateIn({ open: { objection: 'awaiting' } }),
  stateIn({ open: { remedy: 'filed' } }),
])
/** Nobody can call a matter resolved while an authority still owes an answer to it. */
const outcomeFits = not(and(['claimsResolved', answerAwaited]))

/** The ways a case ends, from wherever it is. */
export const endings = {
  ANSWER_AND_CLOSE: {
    guard: outcomeFits,
    target: 'ended.closed',
    actions: [takeIfFree, count('advice'), notice('answered'), closeWithOutcome],
  },
  CLOSE: {
    guard: outcomeFits,
    target: 'ended.closed',
    actions: [takeIfFree, notice('closed'), closeWithOutcome],
  },
  HAND_OVER: {
    target: 'ended.handedOver',
    actions: [
      takeIfFree,
      count('handover'),
      notice('handed-over'),
      { type: 'close', params: { outcome: 'handed-over' } },
    ],
  },
  WITHDRAW: {
    target: 'ended.withdrawn',
    actions: [notice('closed'), { type: 'close', params: { outcome: 'withdrawn' } }],
  },
} as const

import { chart } from './chart.ts'
import { DECIDING_RULE, FILING_RULE, GUIDANCE_ACTION, isStatutory } from './rules.ts'

/** `beside`: the time of an earlier decision, which may still run, goes on beside that of the new one. */
function capture(beside: boolean) {
  return chart.enqueueActions(({ enqueue, context, event }) => {
    const rule = FILING_RULE[event.remedy ?? ''] ?? null
    if (context.filingRule && context.filingRule !== rule && !beside) {
      enqueue({ type: 'stopClock', params: { rule: context.filingRule } })
    }
    enqueue.assign({ remedy: event.remedy ?? null, filingRule: rule })
    enqueue({ type: 'assignIfFree', params: { to: 'actor' } })
    if (rule) {
      enqueue({
        type: 'startClock',
        params: { rule, statutory: isStatutory(rule), from: 'decisionFrom', served: 'served', beside },
      })
    }
    if (event.instructions === 'missing' || event.instructions === 'wrong') {
      enqueue({ type: 'remind', params: { reminder: 'instructions-missing', escalate: false } })
    }
  })
}

/**
 * A decision and the remedy against it. The clock runs from the day the decision counts as known. Where the instructions
 * are missing the time may not have begun (434/2003, 46-49 §); it is counted all the same, to be on the safe side.
 * A further decision is another matter: its time runs beside.
 */
export const captureDecision = capture(true)

/** The decision just captured, captured anew: a correction, so that the time that was counted wrong ends. */
export const correctDecision = capture(false)

export const guidanceGiven = chart.enqueueActions(({ enqueue, context }) => {
  enqueue({ type: 'action', params: { action: GUIDANCE_ACTION[context.remedy ?? ''] ?? 'advice' } })
})

/** The client filed, or will not: the time for filing no longer matters. */
export const filingEnds = chart.enqueueActions(({ enqueue, context }) => {
  if (context.filingRule) enqueue({ type: 'stopClock', params: { rule: context.filingRule } })
  enqueue.assign({ filingRule: null })
})

/** The authority has it now; its clock begins where there is one. */
export const filingBegins = chart.enqueueActions(({ enqueue, context }) => {
  const rule = DECIDING_RULE[context.remedy ?? '']
  if (rule) enqueue({ type: 'startClock', params: { rule, statutory: isStatutory(rule), from: 'filedOn' } })
})

export const waitingEnds = chart.enqueueActions(({ enqueue, context }) => {
  const rule = DECIDING_RULE[context.remedy ?? '']
  if (rule) enqueue({ type: 'stopClock', params: { rule } })
})

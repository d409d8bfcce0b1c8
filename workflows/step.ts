import type { ExecutableActionObject } from 'xstate'
import type { Effect, Step, Timer } from './workflow.ts'

/**
 * Sorts what a transition wants done into effects and timers. XState tells of a delay by the action `xstate.raise` with a
 * delay and of a state that was left by `xstate.cancel`; a state that was entered and left in one step plans nothing.
 */
export function outcomeOf(
  actions: readonly ExecutableActionObject[],
): Pick<Step, 'effects' | 'timers' | 'cancelled'> {
  const effects: Effect[] = []
  const timers = new Map<string, Timer>()
  const cancelled = new Set<string>()
  for (const { type, params } of actions) {
    if (type === 'xstate.raise') {
      const { id, delay, event } = params as { id: string; delay: number; event: { type: string } }
      timers.set(id, { id, delayMs: delay, event: { type: event.type } })
    } else if (type === 'xstate.cancel') {
      const { sendId } = params as { sendId: string }
      timers.delete(sendId)
      cancelled.add(sendId)
    } else if (type.startsWith('xstate.'))
      throw new Error(`the chart uses ${type}, which the engine does not know`)
    else effects.push({ type, params: params ?? {} } as Effect)
  }
  return { effects, timers: [...timers.values()], cancelled: [...cancelled] }
}

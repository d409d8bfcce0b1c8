import { chart } from './chart.ts'
import { consentActions } from './consent.ts'
import { escalate, remind } from './effects.ts'
import { isStatutory } from './rules.ts'

/** Starts the clock by which the authority should act, if a rule gives one. */
export const startAuthorityClock = chart.enqueueActions(({ enqueue, event }) => {
  const rule = event.rule && event.rule !== 'none' ? event.rule : null
  enqueue.assign({ authorityRule: rule })
  if (rule) enqueue({ type: 'startClock', params: { rule, statutory: isStatutory(rule), from: 'clockFrom' } })
})

const stopAuthorityClock = chart.enqueueActions(({ enqueue, context }) => {
  if (context.authorityRule) enqueue({ type: 'stopClock', params: { rule: context.authorityRule } })
  enqueue.assign({ authorityRule: null })
})

/** An authority or a service was asked; the clock of its duty runs if there is one. */
export const waitingAuthority = chart.createStateConfig({
  tags: ['waiting-authority'],
  exit: [stopAuthorityClock],
  after: {
    days14: { actions: [remind('authority-quiet')] },
    days28: { actions: [escalate('authority-late')] },
  },
  on: {
    AUTHORITY_REPLIED: { target: 'advising', actions: [remind('authority-replied')] },
    // Without consent nobody may be asked about this client any more.
    WITHDRAW_CONSENT: { guard: 'consentGiven', target: 'advising', actions: [...consentActions.withdrawn] },
  },
})

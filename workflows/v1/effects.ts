import type { NoticeTemplate } from '../workflow.ts'
import { isStatutory, type Rule } from './rules.ts'

// Short ways to write the effects of the charts.

export const notice = (template: NoticeTemplate) => ({ type: 'notice', params: { template } }) as const
export const remind = (reminder: string) =>
  ({ type: 'remind', params: { reminder, escalate: false } }) as const
/** Reminds the lead as well. */
export const escalate = (reminder: string) =>
  ({ type: 'remind', params: { reminder, escalate: true } }) as const
/** `from`: `now` or the event's field with the date. */
export const startClock = (rule: Rule, from: string) =>
  ({ type: 'startClock', params: { rule, statutory: isStatutory(rule), from } }) as const
export const stopClock = (rule: Rule) => ({ type: 'stopClock', params: { rule } }) as const
export const count = (action: string) => ({ type: 'action', params: { action } }) as const
export const takeIfFree = { type: 'assignIfFree', params: { to: 'actor' } } as const

export const contactMade = stopClock('OFFICE_CONTACT')
export const answerGiven = [stopClock('OFFICE_CONTACT'), stopClock('OFFICE_ANSWER')] as const

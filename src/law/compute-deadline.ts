import type { Temporal } from 'temporal-polyfill'
import { type Deadline, DeadlineError } from './deadline.ts'
import { addPeriod, moveEnd } from './period.ts'
import { presumedService, type Service } from './presumed-service.ts'
import { readDate } from './read-date.ts'
import type { Rule } from './rule.ts'
import { ruleOn, rulesOf } from './rules.ts'
import { WORKING_DAYS, type WorkingDayParameters } from './working-day.ts'

export interface DeadlineQuestion {
  /** A code of `rules`, or a rule of one's own (an administrator's). */
  readonly rule: string | Rule
  /** The event, an ISO day of the years 1990 to 2100. */
  readonly from: string | Temporal.PlainDate
  /** How the document came; absent: `from` is the day it became known. */
  readonly served?: Service
  /** Comes before what the rule says of it. */
  readonly workingDays?: Partial<WorkingDayParameters>
  /** The rules a code is looked up in: an office's own list; absent: RULES. */
  readonly rules?: readonly Rule[]
}

function ruleFor(rule: string | Rule, date: string, rules: readonly Rule[] | undefined): Rule {
  if (typeof rule !== 'string') return rule
  const versions = rulesOf(rule, rules)
  const found = ruleOn(rule, date, rules)
  if (found) return found
  const first = versions[0]
  if (!first) throw new DeadlineError('unknown-rule', rule)
  if (first.validFrom && date < first.validFrom) throw new DeadlineError('before-rule', first.validFrom)
  throw new DeadlineError('after-rule', versions.at(-1)?.validTo ?? date)
}

/** What the rule counts as a working day. */
const workingDaysOf = ({ saturdayCounts, eveCounts }: Rule): WorkingDayParameters => ({
  saturdayCounts: saturdayCounts ?? WORKING_DAYS.saturdayCounts,
  eveCounts: eveCounts ?? WORKING_DAYS.eveCounts,
})

/**
 * Computes the end of a period by act 150/1930. The rule is the one in force on the day the event counts as known.
 * A guidance time or the office's own target moves in the same way, which is a courtesy, not law.
 * Throws DeadlineError.
 */
export function computeDeadline(question: DeadlineQuestion): Deadline {
  const from = readDate(question.from)
  const service = question.served ?? 'none'
  const served = presumedService(from, service)
  const rule = ruleFor(question.rule, served.toString(), question.rules)
  if (rule.unit === 'none') throw new DeadlineError('no-length', rule.code)
  const workingDays = { ...workingDaysOf(rule), ...question.workingDays }
  const raw = addPeriod(served, rule.length, rule.unit, workingDays)
  const { due, moved } = moveEnd(raw)
  return {
    rule: rule.code,
    statute: rule.statute,
    unit: rule.unit,
    length: rule.length,
    from: from.toString(),
    served: served.toString(),
    raw: raw.toString(),
    due: due.toString(),
    moved,
    verified: rule.verified,
    kind: rule.kind,
    service,
    ...(rule.unit === 'working-days' ? { workingDays } : {}),
  }
}

import { computeDeadline } from '../compute-deadline.ts'
import { type Deadline, DeadlineError } from '../deadline.ts'
import type { Rule } from '../rule.ts'
import { urgencyOf } from '../urgency.ts'
import type { Answers } from './answers.ts'
import { aboutConduct } from './conduct.ts'
import { againstDecisions } from './decisions.ts'
import { aboutNeeds } from './needs.ts'
import type { Remedy, RemedyCode } from './remedy.ts'

export const REMEDIES: readonly Remedy[] = [...againstDecisions, ...aboutConduct, ...aboutNeeds]

function remedy(code: RemedyCode): Remedy {
  const found = REMEDIES.find((each) => each.code === code)
  if (!found) throw new Error(`no remedy ${code}`)
  return found
}

/** Why a way is in the list, and where it stands; the texts are in the catalogue of the guided way. */
export const REASONS = [
  'clock-runs',
  'clock-over',
  'clock-unknown',
  'which-paper',
  'no-decision',
  'beside',
  'treatment',
  'delay',
  'try-first',
  'objection-is-new',
  'waits-for-answer',
  'answer-did-not-help',
  'complaint-without-objection',
  'complaint-made',
  'complaint-waits',
  'older-than-two-years',
  'need-now',
  'data',
  'data-refused',
  'damage',
  'not-ours',
  'kela',
  'staff',
  'always',
  'not-sure',
] as const
export type Reason = (typeof REASONS)[number]

export interface Way {
  readonly remedy: Remedy
  readonly reason: Reason
  /** When the person's own time ends; only where a verified rule and the answers give it. */
  readonly deadline?: Deadline
}

/** An office's own list of rules, where it has one. */
export interface WayOptions {
  readonly rules?: readonly Rule[]
}

/**
 * The ways open to a person, the best first; never empty, and the ombudsman is always among them.
 * What changes a decision comes before everything while its time runs or may run, because it is the only way that
 * dies; an objection goes beside it. `today`: an ISO day in Finland.
 */
export function waysOpen(answers: Answers, today: string, options: WayOptions = {}): Way[] {
  const ways: Way[] = []
  const add = (code: RemedyCode, reason: Reason, deadline?: Deadline) => {
    if (ways.some((way) => way.remedy.code === code)) return
    ways.push({ remedy: remedy(code), reason, ...(deadline && { deadline }) })
  }
  if (answers.role === 'staff') {
    const early = answers.who === 'early-education'
    add(early ? 'staff-report-early-education' : 'staff-report', 'staff')
    add('ombudsman', 'staff')
    if (!early) add('complaint', 'staff')
    return ways
  }
  if (answers.who === 'health-care') add('patient-ombudsman', 'not-ours')
  againstDecision(answers, today, options, add)
  if (answers.what === 'money') {
    add('county-support', 'need-now')
    add('urgent-assistance', 'need-now')
    if (answers.decision === 'none') add('ask-decision', 'no-decision')
    if (answers.decision === 'not-known') add('review-kela', 'which-paper')
    add('complaint-ombudsman', 'kela')
  }
  if (answers.what === 'data') aboutData(answers, add)
  if (answers.what === 'damage') add('damages', 'damage')
  if (answers.what === 'delay') late(answers, add)
  if (answers.what === 'not-sure') add('ombudsman', 'not-sure')
  if (answers.what !== 'money' && answers.what !== 'data') conduct(answers, add)
  add('ombudsman', 'always')
  return ways
}

type Add = (code: RemedyCode, reason: Reason, deadline?: Deadline) => void

const isKela = ({ who, what }: Answers) =>
  what === 'money' || who === 'kela-assistance' || who === 'kela-benefit'

/** What can change the decision told of. Where its time has passed, the ombudsman comes first: today. */
function againstDecision(answers: Answers, today: string, options: WayOptions, add: Add): void {
  const { what, decision } = answers
  if (what !== 'decision' && what !== 'money' && what !== 'not-sure') return
  if (answers.who === 'health-care') return
  if (decision === 'none') {
    if (what === 'decision') add(decisionFrom(answers), 'no-decision')
    return
  }
  if (decision === undefined) return
  const code = changerOf(answers)
  const deadline = deadlineOf(remedy(code), answers, options)
  const over = deadline !== undefined && urgencyOf(deadline, today) === 'over'
  if (over) add('ombudsman', 'clock-over')
  add(code, !deadline ? 'clock-unknown' : over ? 'clock-over' : 'clock-runs', deadline)
}

/** Whom a decision is asked of: a private provider makes none, who bought its service does. */
const decisionFrom = ({ who }: Answers): RemedyCode =>
  who === 'private' ? 'ask-decision-private' : 'ask-decision'

/** The way that changes a decision: by who made it and how far the matter is. */
function changerOf({ what, who, decision }: Answers): RemedyCode {
  if (who === 'kela-benefit') return 'appeal-kela'
  const known = what === 'money' || who === 'county' || who === 'private' || who === 'kela-assistance'
  if (decision === 'not-known') return 'review-unsure'
  if (decision === 'court') return known ? 'appeal-supreme' : 'review-unsure'
  if (decision === 'review') return known ? 'appeal' : 'review-unsure'
  if (!known) return 'review-unsure'
  return what === 'money' || who === 'kela-assistance' ? 'review-kela' : 'review'
}

function deadlineOf(
  { rule, verified }: Remedy,
  { day, served }: Answers,
  { rules }: WayOptions,
): Deadline | undefined {
  if (!rule || !verified || !day || day === 'unknown') return undefined
  try {
    const deadline = computeDeadline({
      rule,
      from: day,
      served: served && served !== 'unknown' ? served : 'none',
      ...(rules && { rules }),
    })
    return deadline.verified ? deadline : undefined
  } catch (error) {
    if (error instanceof DeadlineError) return undefined
    throw error
  }
}

function aboutData({ data }: Answers, add: Add): void {
  if (data === 'refused') add('data-ombudsman', 'data-refused')
  if (data === 'correct') add('data-rectification', 'data')
  if (data === 'documents') add('documents', 'data')
  if (data === 'see' || data === undefined) add('data-access', 'data')
  if (data === 'refused') add('documents', 'data')
  else if (data !== 'documents') add('data-ombudsman', 'data')
}

const hasComplained = ({ tried }: Answers) => tried === 'complaint' || tried === 'both'

/** Waiting: ask, then object, then complain. */
function late(answers: Answers, add: Add): void {
  if (isKela(answers)) {
    add('ask-kela', 'delay')
    if (!hasComplained(answers)) add('complaint-ombudsman', 'delay')
    if (answers.who === 'kela-assistance') add('county-support', 'need-now')
  } else if (answers.who !== 'health-care') add(decisionFrom(answers), 'no-decision')
}

/** An objection and complaints: which comes first depends on what was done already. */
function conduct(answers: Answers, add: Add): void {
  const { who, what, tried, when } = answers
  if (who === 'health-care') return
  const beside = what === 'decision'
  const complained = hasComplained(answers)
  if (isKela(answers)) {
    if (complained) {
      add('ombudsman', 'complaint-waits')
      add('complaint-ombudsman', 'complaint-made')
      return
    }
    add('complaint-ombudsman', beside ? 'beside' : what === 'delay' ? 'delay' : 'treatment')
    return
  }
  const old = when === 'older'
  const complain = (reason: Reason) => {
    // Early education is a municipality's, and what the supervisor examines there is not certain.
    const why = old && !complained ? 'older-than-two-years' : reason
    if (who !== 'early-education') add('complaint', why)
    add('complaint-ombudsman', why)
  }
  const object = (reason: Reason) => add(objectionFor(answers), reason)
  if (tried === 'both') {
    add('ombudsman', 'complaint-waits')
    complain('complaint-made')
  } else if (tried === 'complaint') {
    object('complaint-without-objection')
    add('ombudsman', 'complaint-waits')
    complain('complaint-made')
  } else if (tried === 'objection-new') {
    add('ombudsman', 'objection-is-new')
    complain('waits-for-answer')
  } else if (tried === 'objection-answered') complain('answer-did-not-help')
  else if (tried === 'objection') complain('waits-for-answer')
  else {
    object(beside ? 'beside' : what === 'delay' ? 'delay' : 'treatment')
    complain('try-first')
  }
}

function objectionFor({ who }: Answers): RemedyCode {
  if (who === 'early-education') return 'objection-early-education'
  return who === 'private' ? 'objection-private' : 'objection'
}

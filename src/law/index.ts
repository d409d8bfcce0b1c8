/** The door of the room: other rooms take the law from here. */
export { addWorkingDays } from './add-working-days.ts'
export {
  type BenefitAmount,
  type BenefitLimit,
  HOUSEHOLDS,
  type Household,
  inForce,
} from './benefits/amount.ts'
export { type OwnAmount, withOwnAmounts } from './benefits/with-own.ts'
export { BENEFIT_AMOUNTS, BENEFIT_LIMITS, benefitAmountOn, benefitLimitOn } from './benefits.ts'
export type { Why } from './calendar.ts'
export { citeStatute, keepSections } from './cite.ts'
export { type ClockEvent, type ClockOptions, type ClockState, clockAt } from './clock.ts'
export { computeDeadline, type DeadlineQuestion } from './compute-deadline.ts'
export {
  type Deadline,
  DeadlineError,
  type DeadlineErrorCode,
  type Extension,
  type Pause,
} from './deadline.ts'
export { type ExplainOptions, explain, periodText } from './explain.ts'
export { EXTENSION_REASONS, type ExtensionReason, isExtensionReason } from './extension.ts'
export {
  FindError,
  type Found,
  findDeadline,
  isWayServed,
  SITUATIONS,
  situation,
  WAYS,
  type WayServed,
} from './finder/find.ts'
export type { Situation } from './finder/situation.ts'
export { checkGapDays, FIRST_DAY, type GapDayError, LAST_DAY } from './gaps/check-days.ts'
export { computeGap, type GapFigures, type GapOptions } from './gaps/compute-gap.ts'
export { daysWithoutIncome } from './gaps/days-without-income.ts'
export { type AmountOn, type Estimate, estimateGap } from './gaps/estimate.ts'
export type { Bridging, GapFacts, GapHousehold, HandOff, SupplementRound } from './gaps/facts.ts'
export { type HandOffs, inOrder, type Loop, readHandOffs } from './gaps/hand-offs.ts'
export { type OddDay, oddDays } from './gaps/odd-days.ts'
export { URGENT_EFFECTS, type UrgentEffect, urgentEffects } from './gaps/same-day-rule.ts'
export { factsOf, type StoredGap } from './gaps/stored.ts'
export type { MovedDay, Unit } from './period.ts'
export { isService, presumedService, type Service } from './presumed-service.ts'
export { readDate } from './read-date.ts'
export {
  ANSWER_CODES,
  type AnswerName,
  type Answers,
  isAnswered,
  nextQuestion,
  type QuestionName,
  questionsFor,
  readAnswers,
} from './remedies/answers.ts'
export type { LetterName, Remedy, RemedyCode } from './remedies/remedy.ts'
export { REASONS, REMEDIES, type Reason, type Way, waysOpen } from './remedies/ways-open.ts'
export { RIGHTS, rightOf } from './rights/catalogue.ts'
export { RIGHT_GROUPS, type Right, type RightGroup } from './rights/right.ts'
export type { Rule, RuleKind } from './rule.ts'
export { RULES, ruleOn, rulesOf } from './rules.ts'
export { closesForGood, daysLeft, diesWithItsTime, NEAR_DAYS, type Urgency, urgencyOf } from './urgency.ts'
export type { WorkingDayParameters } from './working-day.ts'

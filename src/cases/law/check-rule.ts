import { LANGS, type Lang } from '../../language/lang.ts'
import type { Rule, Unit } from '../../law/index.ts'
import { overlapping } from './versions.ts'

export const UNITS = ['days', 'working-days', 'weeks', 'months', 'years', 'none'] as const satisfies Unit[]
export const KINDS = ['statutory', 'guidance', 'target'] as const satisfies Rule['kind'][]
export const OWNERS = ['client', 'authority', 'office'] as const satisfies Rule['owner'][]
export const STARTS_FROM = [
  'notice',
  'arrival',
  'request',
  'contact',
  'decision',
  'event',
] as const satisfies Rule['startsFrom'][]
export const PAUSES = ['continue', 'restart', 'never'] as const satisfies Rule['pause'][]
export const RULE_TEXTS = ['name', 'duty', 'start', 'broken', 'act', 'range'] as const

/** The shortest and longest time a unit can be given; beyond it a slip of the hand is more likely than a law. */
export const LENGTHS: Record<Unit, readonly [least: number, most: number]> = {
  days: [0, 3660],
  'working-days': [0, 1000],
  weeks: [1, 520],
  months: [1, 120],
  years: [1, 10],
  none: [0, 0],
}
const SHORT = 200
const LONG = 1000

export type RuleProblem =
  | 'unknown'
  | 'length'
  | 'empty'
  | 'too-long'
  | 'placeholder'
  | 'statute-missing'
  | 'source-missing'
  | 'target-owner'
  | 'dates-order'
  | 'overlap'

export interface RuleFault {
  /** Name of the rule's field; a text's with its language: `name-fi`. */
  field: string
  problem: RuleProblem
  /** Of `overlap`: the version it meets. */
  other?: Rule
}

const among = (list: readonly string[], value: string): boolean => list.includes(value)

/** Everything that keeps a version from being saved, in the order of the form. `others`: the code's other versions. */
export function faultsIn(rule: Rule, others: readonly Rule[]): RuleFault[] {
  const faults: RuleFault[] = []
  const fault = (field: string, problem: RuleProblem, other?: Rule) =>
    faults.push({ field, problem, ...(other && { other }) })
  if (!among(KINDS, rule.kind)) fault('kind', 'unknown')
  if (!among(OWNERS, rule.owner)) fault('owner', 'unknown')
  else if ((rule.kind === 'target') !== (rule.owner === 'office')) fault('owner', 'target-owner')
  if (!among(UNITS, rule.unit)) fault('unit', 'unknown')
  else {
    const [least, most] = LENGTHS[rule.unit]
    if (!Number.isInteger(rule.length) || rule.length < least || rule.length > most) fault('length', 'length')
  }
  if (!among(STARTS_FROM, rule.startsFrom)) fault('startsFrom', 'unknown')
  if (!among(PAUSES, rule.pause)) fault('pause', 'unknown')
  if (rule.kind === 'statutory' && !rule.statute) fault('statute', 'statute-missing')
  for (const text of ['statute', 'page'] as const)
    if ((rule[text] ?? '').length > SHORT) fault(text, 'too-long')
  for (const name of RULE_TEXTS) for (const lang of LANGS) textFault(rule, name, lang, fault)
  if (rule.validFrom && rule.validTo && rule.validTo < rule.validFrom) fault('validTo', 'dates-order')
  else {
    const other = overlapping(rule, others)
    if (other) fault('validFrom', 'overlap', other)
  }
  if (rule.source === '') fault('source', 'source-missing')
  if (rule.source.length > LONG) fault('source', 'too-long')
  return faults
}

function textFault(
  rule: Rule,
  name: (typeof RULE_TEXTS)[number],
  lang: Lang,
  fault: (field: string, problem: RuleProblem) => void,
): void {
  const text = rule[name]?.[lang] ?? ''
  // The range is told in every language or in none.
  const needed = name !== 'range' || LANGS.some((one) => rule.range?.[one])
  const field = `${name}-${lang}`
  if (needed && text === '') fault(field, 'empty')
  if (text.length > (name === 'name' || name === 'start' || name === 'act' ? SHORT : LONG))
    fault(field, 'too-long')
  if (/[{}]/.test(name === 'duty' ? text.replace('{period}', '') : text)) fault(field, 'placeholder')
}

import {
  RETENTION_ACTIONS,
  RETENTION_KINDS,
  RETENTION_STARTS,
  type RetentionInput,
  SOURCE_LONG,
} from '../../../cases/index.ts'
import { isCode } from '../../../classification/index.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import type { Lang } from '../../../language/lang.ts'
import type { FieldError } from '../../ui/parts.ts'

export const RULE_FIELDS = [
  'kind',
  'outcome',
  'action',
  'startsFrom',
  'years',
  'quietDays',
  'warnDays',
  'source',
] as const
export type RuleValues = Partial<Record<(typeof RULE_FIELDS)[number], string>>

const isOneOf = <T extends string>(list: readonly T[], value: string | undefined): value is T =>
  (list as readonly (string | undefined)[]).includes(value)

const whole = (text: string | undefined, most: number): number | null =>
  /^\d{1,4}$/.test(text ?? '') && Number(text) <= most ? Number(text) : null

/** The rule as typed, or what has to be put right. Nothing is filled in for the one who decides. */
export function readRule(
  values: RuleValues,
  lang: Lang,
): { input: RetentionInput; errors?: undefined } | { errors: FieldError[] } {
  const t = retentionTexts(lang)
  const errors: FieldError[] = []
  const wrong = (field: (typeof RULE_FIELDS)[number], message: string) => void errors.push({ field, message })
  const { kind, action, startsFrom, outcome = '' } = values
  if (!isOneOf(RETENTION_KINDS, kind)) wrong('kind', t('kind-wrong'))
  if (outcome !== '' && !isCode('outcome', outcome)) wrong('outcome', t('outcome-wrong'))
  if (!isOneOf(RETENTION_ACTIONS, action)) wrong('action', t('action-wrong'))
  if (!isOneOf(RETENTION_STARTS, startsFrom)) wrong('startsFrom', t('starts-wrong'))
  const years = whole(values.years, 200)
  if (years === null) wrong('years', t('years-wrong'))
  const quietDays = whole(values.quietDays, 3650)
  if (quietDays === null) wrong('quietDays', t('quiet-wrong'))
  const days = (values.warnDays ?? '').split(/[\s,;]+/).filter(Boolean)
  const warnDays = days.map((day) => whole(day, 3650))
  if (days.length === 0 || days.length > 5 || warnDays.some((day) => !day)) wrong('warnDays', t('warn-wrong'))
  const source = (values.source ?? '').trim()
  if (!source || source.length > SOURCE_LONG) wrong('source', t('source-wrong'))
  if (errors.length > 0) return { errors }
  return {
    input: { kind, outcome, action, startsFrom, years, quietDays, warnDays, source } as RetentionInput,
  }
}

/** A rule as the form shows it. */
export const valuesOf = (rule: {
  kind: string
  outcome: string
  action: string
  startsFrom: string
  years: number
  quietDays: number
  warnDays: number[]
  source: string
}): RuleValues => ({
  ...rule,
  years: String(rule.years),
  quietDays: String(rule.quietDays),
  warnDays: rule.warnDays.join(', '),
})

import {
  checkGap,
  dayName,
  GAP_RULES,
  type GapInput,
  gapInput,
  MOST_ROWS,
  TEXT_MOST,
} from '../../../cases/index.ts'
import { type GapList, isCode, isGapCode } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Rule } from '../../../law/index.ts'
import { dateParts, type FieldError, partsOf, readDate } from '../../ui/parts.ts'
import { type Sent, text, texts } from '../log-contact-values.ts'

/** Single days of a gap, in the order of the form. */
export const DAYS = ['lastIncomeAt', 'appliedAt', 'decidedAt', 'paidAt', 'ruleFrom', 'followUpOn'] as const

/** Euros as people write them: 120, 120,50, 1 200.5. Cents, or null when it is no sum. */
function cents(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0€]/g, '').replace(',', '.')
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

interface Reading {
  sent: Sent
  lang: Lang
  errors: FieldError[]
}

/** A day of the form as an ISO day; what cannot be one is an error at its field. */
function day({ sent, lang, errors }: Reading, field: string, label: string): string | undefined {
  const date = readDate(dateParts(sent, field))
  if (date === 'invalid') errors.push({ field, message: gaps(lang)('error-date', { field: label }) })
  return date && date !== 'invalid' ? date.toString() : undefined
}

function code(
  { sent, lang, errors }: Reading,
  field: string,
  list: GapList,
  label: string,
  required = false,
): string | undefined {
  const value = text(sent, field)
  if (value ? !isGapCode(list, value) : required)
    errors.push({ field, message: gaps(lang)('error-code', { field: label }) })
  return value || undefined
}

const rows = <T>(read: (n: number) => T | undefined): T[] =>
  Array.from({ length: MOST_ROWS }, (_, n) => read(n)).filter((row): row is T => row !== undefined)

function supplementsOf(reading: Reading): GapInput['supplements'] {
  const { lang, errors } = reading
  return rows((n) => {
    const of = (part: 'askedAt' | 'dueAt' | 'at') =>
      day(reading, `supplement-${n}-${part}`, dayName(`supplement-${n}-${part}`, lang))
    const [askedAt, dueAt, at] = [of('askedAt'), of('dueAt'), of('at')]
    if (askedAt) return { askedAt, dueAt, at }
    if (dueAt || at) errors.push({ field: `supplement-${n}-askedAt`, message: gaps(lang)('error-asked') })
    return undefined
  })
}

function handOffsOf(reading: Reading): GapInput['handOffs'] {
  const { lang, errors } = reading
  return rows((n) => {
    const from = code(reading, `handOff-${n}-from`, 'authority', gaps(lang)('way-from'))
    const to = code(reading, `handOff-${n}-to`, 'authority', gaps(lang)('way-to'))
    const on = day(reading, `handOff-${n}-on`, dayName(`handOff-${n}-on`, lang))
    if (from && to) return { from, to, on }
    if (from || to || on)
      errors.push({ field: `handOff-${n}-${from ? 'to' : 'from'}`, message: gaps(lang)('error-pair') })
    return undefined
  })
}

function bridgingOf(reading: Reading): GapInput['bridging'] {
  const { sent, lang, errors } = reading
  const t = gaps(lang)
  return rows((n) => {
    const kind = code(reading, `bridging-${n}-kind`, 'bridging', t('bridging-kind'))
    const typed = text(sent, `bridging-${n}-euros`)
    const sum = typed ? cents(typed) : undefined
    if (sum === null) errors.push({ field: `bridging-${n}-euros`, message: t('error-euros') })
    const on = day(reading, `bridging-${n}-on`, t('bridging-on'))
    if (kind) return { kind, cents: sum ?? undefined, on }
    if (typed || on) errors.push({ field: `bridging-${n}-kind`, message: t('error-kind') })
    return undefined
  })
}

function householdOf(reading: Reading): GapInput['household'] {
  const { sent, lang, errors } = reading
  const t = gaps(lang)
  const adults = code(reading, 'household', 'household', t('household'))
  const count = (field: 'children10to17' | 'childrenUnder10') => {
    const typed = text(sent, field)
    if (typed && !/^(\d|1[0-5])$/.test(typed)) errors.push({ field, message: t('error-children') })
    return Number(typed || 0)
  }
  const [children10to17, childrenUnder10] = [count('children10to17'), count('childrenUnder10')]
  if (!adults && (children10to17 || childrenUnder10))
    errors.push({ field: 'household', message: t('error-household') })
  return adults ? { adults: adults as 'alone', children10to17, childrenUnder10 } : undefined
}

/**
 * A sent form as a gap, or what is wrong with it, by field: what cannot be read, and what cannot be (days to come,
 * days in the wrong order). `today` is an ISO day in Finland; a day to come back that was there before may have gone by.
 */
export function readGapForm(
  sent: Sent,
  lang: Lang,
  {
    today,
    rules,
    keptFollowUp,
  }: { today: string; rules: readonly Rule[]; keptFollowUp?: string | undefined },
): { gap: GapInput } | { errors: FieldError[] } {
  const t = gaps(lang)
  const reading: Reading = { sent, lang, errors: [] }
  const { errors } = reading
  const benefit = code(reading, 'benefit', 'benefit', t('benefit'), true)
  const authority = code(reading, 'authority', 'authority', t('authority'), true)
  const cause = code(reading, 'cause', 'cause', t('cause'), true)
  const municipality = text(sent, 'municipality') || undefined
  if (municipality && !isCode('municipality', municipality))
    errors.push({ field: 'municipality', message: t('error-code', { field: t('municipality') }) })
  const days = Object.fromEntries(
    DAYS.map((field) => [
      field,
      day(reading, field, field === 'followUpOn' ? t('follow-up') : dayName(field, lang)),
    ]),
  )
  const rule = GAP_RULES.find((one) => one === text(sent, 'rule'))
  const household = householdOf(reading)
  const [supplements, handOffs, bridging] = [supplementsOf(reading), handOffsOf(reading), bridgingOf(reading)]
  const effects = texts(sent, 'effects').filter((effect) => isGapCode('effect', effect))
  const note = text(sent, 'note')
  if (note.length > TEXT_MOST) errors.push({ field: 'note', message: t('error-note', { n: TEXT_MOST }) })
  if (errors.length > 0) return { errors }
  const gap = gapInput.parse({
    benefit,
    authority,
    cause,
    municipality,
    ...days,
    rule,
    household,
    supplements,
    handOffs,
    bridging,
    effects,
    note: note || undefined,
  })
  const kept = gap.followUpOn === keptFollowUp ? { ...gap, followUpOn: undefined } : gap
  const wrong = checkGap(kept, today, rules)
  if (wrong.length > 0) return { errors: wrong.map(({ field, text }) => ({ field, message: text(lang) })) }
  return { gap }
}

/** A stored gap as the form shows it. */
export function sentOf(gap: GapInput): Sent {
  const parts = (field: string, value: string | undefined): Sent => {
    if (!value) return {}
    const { day, month, year } = partsOf(value)
    return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
  }
  const euros = (sum: number | undefined) =>
    sum === undefined ? '' : (sum / 100).toFixed(2).replace('.', ',')
  return Object.assign(
    {
      benefit: gap.benefit,
      authority: gap.authority,
      cause: gap.cause,
      municipality: gap.municipality,
      rule: gap.rule,
      household: gap.household?.adults,
      children10to17: String(gap.household?.children10to17 || ''),
      childrenUnder10: String(gap.household?.childrenUnder10 || ''),
      effects: gap.effects,
      note: gap.note,
    },
    ...DAYS.map((field) => parts(field, gap[field])),
    ...gap.supplements.map(({ askedAt, dueAt, at }, n) => ({
      ...parts(`supplement-${n}-askedAt`, askedAt),
      ...parts(`supplement-${n}-dueAt`, dueAt),
      ...parts(`supplement-${n}-at`, at),
    })),
    ...gap.handOffs.map(({ from, to, on }, n) => ({
      [`handOff-${n}-from`]: from,
      [`handOff-${n}-to`]: to,
      ...parts(`handOff-${n}-on`, on),
    })),
    ...gap.bridging.map(({ kind, cents: sum, on }, n) => ({
      [`bridging-${n}-kind`]: kind,
      [`bridging-${n}-euros`]: euros(sum),
      ...parts(`bridging-${n}-on`, on),
    })),
  )
}

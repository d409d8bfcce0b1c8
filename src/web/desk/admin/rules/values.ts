import { Temporal } from 'temporal-polyfill'
import {
  type Edit,
  faultsIn,
  LENGTHS,
  type RuleFault,
  versionKey,
  versionsAfter,
} from '../../../../cases/index.ts'
import { lawRules } from '../../../../language/catalogues/law-rules.ts'
import { LANGS, type Lang, type Text3 } from '../../../../language/lang.ts'
import { RULES, type Rule } from '../../../../law/index.ts'
import { type FieldError, readDate } from '../../../ui/parts.ts'
import { TEXT_NAMES, textLabel, whenWords } from './words.ts'

/** A rule as it stands in the form: one text a field, kept as typed. */
export type Values = Record<string, string>

const DATES = ['validFrom', 'validTo'] as const
const PARTS = ['day', 'month', 'year'] as const
const PLAIN = [
  'code',
  'kind',
  'owner',
  'unit',
  'length',
  'startsFrom',
  'pause',
  'statute',
  'source',
  'page',
] as const
const TICKS = ['saturdayCounts', 'eveCounts', 'verified'] as const

/** Every name the form is sent under. */
const FIELDS: readonly string[] = [
  ...PLAIN,
  ...TICKS,
  ...DATES.flatMap((date) => PARTS.map((part) => `${date}-${part}`)),
  ...TEXT_NAMES.flatMap((name) => LANGS.map((lang) => `${name}-${lang}`)),
]

export function valuesOf(rule: Rule): Values {
  const values: Values = {}
  for (const name of PLAIN) values[name] = String(rule[name] ?? '')
  for (const name of TICKS) values[name] = rule[name] ? 'yes' : ''
  for (const name of DATES) {
    const [year = '', month = '', day = ''] = (rule[name] ?? '').split('-')
    Object.assign(values, {
      [`${name}-day`]: day.replace(/^0/, ''),
      [`${name}-month`]: month.replace(/^0/, ''),
      [`${name}-year`]: year,
    })
  }
  for (const name of TEXT_NAMES)
    for (const lang of LANGS) values[`${name}-${lang}`] = rule[name]?.[lang] ?? ''
  return values
}

/** What was sent, and nothing that the form does not ask. */
export function sentValues(form: Record<string, unknown>): Values {
  // NUL is the one character PostgreSQL cannot keep.
  const text = (name: string) =>
    (typeof form[name] === 'string' ? form[name] : '')
      .replaceAll('\u0000', '')
      .replaceAll('\r\n', '\n')
      .trim()
  return Object.fromEntries(FIELDS.map((name) => [name, text(name)]))
}

export interface ReadRule {
  edit: Exclude<Edit, { how: 'revert' }>
  /** The whole list of the code as it would be. */
  versions: readonly Rule[]
  errors: FieldError[]
}

/** Reads the form into a rule, with all that is wrong with it in the reader's language. */
export function readRule(
  values: Values,
  asked: {
    how: 'edit' | 'add' | 'new'
    at: string
    current: readonly Rule[]
    codes: readonly string[]
    lang: Lang
  },
): ReadRule {
  const { how, current, lang } = asked
  const t = lawRules(lang)
  const errors: FieldError[] = []
  const wrong = (field: string, message: string) => errors.push({ field, message })
  const date = (name: (typeof DATES)[number]): string | undefined => {
    const [day = '', month = '', year = ''] = PARTS.map((part) => values[`${name}-${part}`] ?? '')
    const read = readDate({ day, month, year })
    if (read === 'invalid') wrong(name, t('bad-date', { field: t(name) }))
    else if (read && (read.year < 1990 || read.year > 2100))
      wrong(name, t('bad-date-range', { field: t(name) }))
    else return read?.toString()
    return undefined
  }
  const code = how === 'new' ? values.code!.toUpperCase() : current[0]!.code
  if (how === 'new') {
    if (!/^[A-Z][A-Z0-9_]{1,23}$/.test(code)) wrong('code', t('bad-code'))
    else if (asked.codes.includes(code) || RULES.some((rule) => rule.code === code))
      wrong('code', t('bad-code-taken'))
  }
  const [validFrom, validTo] = [date('validFrom'), date('validTo')]
  if (how === 'add' && !validFrom && errors.length === 0) wrong('validFrom', t('bad-from-missing'))
  const rule = ruleOf(values, code, validFrom, validTo)
  const edit = how === 'edit' ? { how, at: asked.at, rule } : { how, rule }
  const versions = versionsAfter(current, edit)
  // Checked as it will stand: a version added ends the one before it, and takes over its end.
  const stands =
    versions.find((version) => !current.includes(version) && versionKey(version) === versionKey(rule)) ?? rule
  for (const fault of faultsIn(
    stands,
    versions.filter((version) => version !== stands),
  ))
    if (!errors.some(({ field }) => field === fault.field)) errors.push(said(fault, rule, lang))
  return { edit, versions, errors: inFormOrder(errors) }
}

function ruleOf(values: Values, code: string, validFrom?: string, validTo?: string): Rule {
  const three = (name: string): Text3 =>
    Object.fromEntries(LANGS.map((lang) => [lang, values[`${name}-${lang}`] ?? ''])) as unknown as Text3
  const range = three('range')
  return {
    code,
    kind: values.kind as Rule['kind'],
    owner: values.owner as Rule['owner'],
    unit: values.unit as Rule['unit'],
    length: /^\d{1,6}$/.test(values.length ?? '') ? Number(values.length) : Number.NaN,
    startsFrom: values.startsFrom as Rule['startsFrom'],
    pause: values.pause as Rule['pause'],
    ...(values.saturdayCounts && { saturdayCounts: true }),
    ...(values.eveCounts && { eveCounts: true }),
    statute: values.statute ?? '',
    act: three('act'),
    name: three('name'),
    duty: three('duty'),
    start: three('start'),
    broken: three('broken'),
    ...(LANGS.some((lang) => range[lang]) && { range }),
    ...(validFrom && { validFrom }),
    ...(validTo && { validTo }),
    verified: values.verified === 'yes',
    ...(values.page && { page: values.page }),
    source: values.source ?? '',
  }
}

function said({ field, problem, other }: RuleFault, rule: Rule, lang: Lang): FieldError {
  const t = lawRules(lang)
  const label = labelOf(field, lang)
  switch (problem) {
    case 'length': {
      const [least, most] = LENGTHS[rule.unit] ?? [0, 0]
      return {
        field,
        message: rule.unit === 'none' ? t('bad-length-none') : t('bad-length', { least, most }),
      }
    }
    case 'overlap':
      return { field, message: t('bad-overlap', { when: whenWords(lang, other ?? rule) }) }
    case 'unknown':
    case 'empty':
    case 'too-long':
      return { field, message: t(`bad-${problem}`, { field: label }) }
    case 'placeholder':
      return { field, message: t('bad-placeholder', { field: label, period: '{period}' }) }
    default:
      return { field, message: t(`bad-${problem}`) }
  }
}

function labelOf(field: string, lang: Lang): string {
  const [name, one] = field.split('-')
  const text = TEXT_NAMES.find((known) => known === name)
  const language = LANGS.find((known) => known === one)
  if (text && language) return textLabel(lang, text, language)
  return lawRules(lang)(field as 'unit')
}

/** The names in the order in which the form asks. */
export const FORM_ORDER: readonly string[] = [
  'code',
  'kind',
  'owner',
  'length',
  'unit',
  'startsFrom',
  'pause',
  'validFrom',
  'validTo',
  ...TEXT_NAMES.flatMap((name) => LANGS.map((lang) => `${name}-${lang}`)),
  'statute',
  'source',
  'page',
]

const inFormOrder = (errors: FieldError[]): FieldError[] =>
  errors.sort((a, b) => FORM_ORDER.indexOf(a.field) - FORM_ORDER.indexOf(b.field))

/** The first day of next year: where a change of law most often begins. */
export const nextYear = (today: string): string => `${Temporal.PlainDate.from(today).year + 1}-01-01`

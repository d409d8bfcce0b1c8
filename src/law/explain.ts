import { Temporal } from 'temporal-polyfill'
import { law } from '../language/catalogues/law.ts'
import { formatDate, formatLongDate } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import { blockedBy, type Why } from './calendar.ts'
import { citeStatute, keepSections } from './cite.ts'
import type { Deadline } from './deadline.ts'
import { isExtensionReason } from './extension.ts'
import type { Rule } from './rule.ts'
import { ruleOn } from './rules.ts'
import { urgencyOf } from './urgency.ts'

export interface ExplainOptions {
  /** The office also sees whether the rule was checked and the parameters; a client is never told an unverified date as fact. */
  readonly audience?: 'client' | 'office'
  /** An ISO day. When it is past the end, the explanation closes with what to do. */
  readonly today?: string
  /** The rule, where it is not one of `rules`. */
  readonly rule?: Rule
  /** The rules its code is looked up in: an office's own list; absent: RULES. */
  readonly rules?: readonly Rule[]
}

type Translate = ReturnType<typeof law>

const PERIOD = {
  days: 'period.days',
  'working-days': 'period.working-days',
  weeks: 'period.weeks',
  months: 'period.months',
  years: 'period.years',
} as const

/** The length as it stands in a sentence: "30 päivän" (kuluessa), "30 dagar", "30 days". */
export function periodText(lang: Lang, unit: Deadline['unit'], length: number): string {
  return law(lang)(PERIOD[unit], { n: length })
}

/** The name of a blocked day: "itsenäisyyspäivä", "självständighetsdagen", "Independence Day". */
export function whyText(lang: Lang, why: Why): string {
  return law(lang)(`why.${why}`)
}

const list = (lang: Lang, items: readonly string[], type: 'conjunction' | 'disjunction') =>
  new Intl.ListFormat({ fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[lang], { type }).format(items)

const day = (lang: Lang) => (moved: { date: string; why: Why }) =>
  `${formatDate(lang, moved.date)} (${whyText(lang, moved.why)})`

function startSentence(t: Translate, lang: Lang, deadline: Deadline, rule: Rule | undefined): string {
  const from = formatDate(lang, deadline.from)
  const served = formatDate(lang, deadline.served)
  if (deadline.service === 'letter') return t('start.letter', { from, served })
  if (deadline.service === 'e-notice') return t('start.e-notice', { from, served })
  if (deadline.service === 'handed') return t('start.handed', { from })
  return rule ? t('start.event', { from, start: rule.start[lang] }) : t('start.day', { from })
}

/** The named days that were not counted between the start and the end, when working days were counted. */
function uncounted(deadline: Deadline): { date: string; why: Why }[] {
  const days: { date: string; why: Why }[] = []
  const end = Temporal.PlainDate.from(deadline.raw)
  for (
    let date = Temporal.PlainDate.from(deadline.served).add({ days: 1 });
    Temporal.PlainDate.compare(date, end) < 0;
    date = date.add({ days: 1 })
  ) {
    const why = blockedBy(date)
    const eve = why === 'christmas-eve' || why === 'midsummer-eve'
    if (!why || why === 'saturday' || why === 'sunday' || (eve && deadline.workingDays?.eveCounts)) continue
    days.push({ date: date.toString(), why })
  }
  return days
}

function workingDaySentences(t: Translate, lang: Lang, deadline: Deadline): string[] {
  if (!deadline.workingDays) return []
  const { saturdayCounts, eveCounts } = deadline.workingDays
  const named = uncounted(deadline)
  return [
    t('working-days', {
      saturdays: saturdayCounts ? 'yes' : 'no',
      eves: eveCounts ? 'yes' : 'no',
    }),
    ...(named.length > 0
      ? [t('working-days.uncounted', { days: list(lang, named.map(day(lang)), 'conjunction') })]
      : []),
  ]
}

function countSentences(t: Translate, lang: Lang, deadline: Deadline, rule: Rule | undefined): string[] {
  const pauses = (deadline.pauses ?? []).map(({ from, to }) =>
    t('paused', { from: formatDate(lang, from), to: formatDate(lang, to) }),
  )
  const moves =
    deadline.moved.length === 0
      ? []
      : [
          t('raw', { date: formatLongDate(lang, deadline.raw) }),
          t(deadline.kind === 'statutory' ? 'moved' : 'moved.plain', {
            days: list(lang, deadline.moved.map(day(lang)), 'disjunction'),
          }),
        ]
  const extensions = (deadline.extensions ?? []).map(({ from, to, reason }, index) =>
    t('extended', {
      n: index + 1,
      from: formatDate(lang, from),
      to: formatDate(lang, to),
      reason: reason ? t(`extension.${isExtensionReason(reason) ? reason : 'other'}`) : '',
    }).trim(),
  )
  const duty = rule?.duty[lang].replace('{period}', periodText(lang, deadline.unit, deadline.length))
  return [
    ...(duty ? [duty] : []),
    startSentence(t, lang, deadline, rule),
    ...workingDaySentences(t, lang, deadline),
    ...pauses,
    ...extensions,
    ...moves,
    t('due', { date: formatLongDate(lang, deadline.due) }),
  ]
}

function basisSentences(t: Translate, lang: Lang, deadline: Deadline, rule: Rule | undefined): string[] {
  if (deadline.kind === 'target') return [t('target')]
  const act =
    citeStatute(deadline.statute, lang) ?? [rule?.act[lang], deadline.statute].filter(Boolean).join(' ')
  const basis = t('basis', { act })
  const range = rule?.range ? [rule.range[lang]] : []
  return deadline.kind === 'guidance' ? [basis, ...range, t('guidance')] : [basis, ...range]
}

/** Whether the rule was checked, and the page where it can be read, if one was. */
function checked(t: Translate, deadline: Deadline, rule: Rule | undefined): string {
  if (!deadline.verified) return t('unverified')
  return rule?.page ? t('verified', { source: rule.page }) : t('verified.act')
}

/**
 * Explains a date in plain sentences: the duty, the start and how it was known, what was counted, the end before it
 * moved, each day it moved over and why, the end, the statute, and for the office how sure the rule is.
 * To a client an unverified rule gives an estimate and the advice to have it checked, nothing more.
 */
export function explain(deadline: Deadline, lang: Lang, options: ExplainOptions = {}): string[] {
  const { audience = 'client', today } = options
  const t = law(lang)
  const rule = options.rule ?? ruleOn(deadline.rule, deadline.served, options.rules)
  const over = today !== undefined && urgencyOf(deadline, today) === 'over'
  const closing = !over
    ? []
    : rule?.owner === 'client' || !rule
      ? [t('over.client')]
      : [t('over.authority', { broken: rule.broken[lang] })]
  if (audience === 'client' && !deadline.verified) {
    return [t('estimate', { date: formatLongDate(lang, deadline.due) }), t('estimate.ask'), ...closing]
  }
  const confidence = audience === 'client' || deadline.kind === 'target' ? [] : [checked(t, deadline, rule)]
  return [
    ...countSentences(t, lang, deadline, rule),
    ...basisSentences(t, lang, deadline, rule),
    ...confidence,
    ...closing,
  ].map(keepSections)
}

import { Temporal } from 'temporal-polyfill'
import { ask } from '../../../language/catalogues/portal-ask.ts'
import { dateInFinland, formatDate, formatLongDate } from '../../../language/formats.ts'
import { DateField, dateParts, errorOf, Radios, readDate } from '../../ui/parts.ts'
import { type Asked, one, type Question } from './question.ts'
import { reviewTime } from './review-time.ts'
import { ANSWERS, decisionOf, SERVED } from './told-decision.ts'

const FIRST = Temporal.PlainDate.from('1990-01-01')

const servedLabel = (code: (typeof SERVED)[number]) =>
  code === 'unknown' ? ('decision.served-unknown' as const) : (`decision.${code}` as const)

export const decision: Question = {
  id: 'decision',
  fields: ['received', 'date-day', 'date-month', 'date-year', 'served'],
  title: (lang) => ask(lang)('decision.title'),
  View: ({ lang, typed, errors }: Asked) => {
    const t = ask(lang)
    const more = (
      <div class="av-flow">
        <DateField
          lang={lang}
          name="date"
          label={t('decision.date')}
          hint={t('decision.date.hint')}
          value={dateParts(typed, 'date')}
          error={errorOf(errors, 'date')}
          optional
        />
        <Radios
          lang={lang}
          name="served"
          label={t('decision.served')}
          optional
          choices={SERVED.map((code) => ({
            value: code,
            label: t(servedLabel(code)),
            hint: code === 'e-notice' ? t('decision.e-notice.hint') : undefined,
          }))}
          value={one(typed, 'served')}
          error={errorOf(errors, 'served')}
        />
      </div>
    )
    return (
      <Radios
        lang={lang}
        name="received"
        label={t('decision.title')}
        hint={t('decision.hint')}
        asHeading
        choices={ANSWERS.map((code) => ({
          value: code,
          label: t(`decision.${code}`),
          hint: code === 'no' ? t('decision.no.hint') : undefined,
          reveal: code === 'yes' && more,
        }))}
        value={one(typed, 'received')}
        error={errorOf(errors, 'received')}
      />
    )
  },
  check: ({ lang, typed, now }) => {
    const t = ask(lang)
    const received = one(typed, 'received')
    if (!(ANSWERS as readonly string[]).includes(received))
      return [{ field: 'received', message: t('decision.missing') }]
    if (received !== 'yes') return []
    const date = readDate(dateParts(typed, 'date'))
    if (date === null) return []
    if (date === 'invalid') return [{ field: 'date', message: t('decision.date-invalid') }]
    if (Temporal.PlainDate.compare(date, FIRST) < 0)
      return [{ field: 'date', message: t('decision.date-old') }]
    if (Temporal.PlainDate.compare(date, dateInFinland(now)) > 0)
      return [{ field: 'date', message: t('decision.date-future') }]
    return []
  },
  rows: ({ lang, typed, draft }) => {
    const t = ask(lang)
    const received = one(typed, 'received') as (typeof ANSWERS)[number]
    const told = decisionOf(typed)
    const time = reviewTime(draft)
    return [
      { label: t('decision.row'), value: ANSWERS.includes(received) ? t(`decision.${received}`) : undefined },
      ...(told?.date ? [{ label: t('decision.date-row'), value: formatDate(lang, told.date) }] : []),
      ...(told?.served ? [{ label: t('decision.served-row'), value: t(servedLabel(told.served)) }] : []),
      ...(time
        ? [{ label: t('time.row'), value: t('time.row-value', { date: formatLongDate(lang, time.due) }) }]
        : []),
    ]
  },
  aside: ({ typed }) => (one(typed, 'received') === 'yes' ? 'decision/time' : undefined),
}

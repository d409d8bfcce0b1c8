import { Temporal } from 'temporal-polyfill'
import { ui } from '../../language/catalogues/ui.ts'
import type { FieldProps } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

/** A date as typed: three texts, kept as they are until they make a date. */
export interface DateParts {
  day: string
  month: string
  year: string
}

/** A date that a person knows by heart, in three boxes: `NAME-day`, `NAME-month`, `NAME-year`. */
export function DateField(props: FieldProps & { value?: DateParts; autocomplete?: 'bday' }) {
  const { lang, name, value, error } = props
  const t = ui(lang)
  const box = (part: keyof DateParts) => {
    // The day carries the plain name as its id, so that the error summary lands on it.
    const id = part === 'day' ? name : `${name}-${part}`
    return (
      <div class="ds-field">
        <label class="ds-label" for={id}>
          {t(part)}
        </label>
        <input
          class="ds-input"
          id={id}
          name={`${name}-${part}`}
          value={value?.[part]}
          inputmode="numeric"
          autocomplete={props.autocomplete ? `bday-${part}` : 'off'}
          data-width={part === 'year' ? 4 : 2}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
    )
  }
  return (
    <Fieldset {...props} hint={props.hint ?? t('date-example')}>
      <div class="av-date">
        {box('day')}
        {box('month')}
        {box('year')}
      </div>
    </Fieldset>
  )
}

/** The three boxes of `name` out of a sent form. */
export function dateParts(form: Record<string, unknown>, name: string): DateParts {
  const part = (key: keyof DateParts) => String(form[`${name}-${key}`] ?? '').trim()
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** The date that the boxes make: `null` when all are empty, `'invalid'` when there is no such day. */
export function readDate({ day, month, year }: DateParts): Temporal.PlainDate | null | 'invalid' {
  if (day === '' && month === '' && year === '') return null
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return 'invalid'
  try {
    const fields = { day: Number(day), month: Number(month), year: Number(year) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' })
  } catch {
    return 'invalid'
  }
}

/** An ISO date as the boxes show it. */
export function partsOf(date: Temporal.PlainDate | string): DateParts {
  const { day, month, year } = Temporal.PlainDate.from(date)
  return { day: String(day), month: String(month), year: String(year) }
}

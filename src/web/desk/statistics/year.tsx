import { statistics } from '../../../language/catalogues/statistics.ts'
import type { Lang } from '../../../language/lang.ts'
import { Button, Form, Select } from '../../ui/parts.ts'

/** The year a page of figures is asked for: of the last ten, this one by default. */
export const yearOf = (asked: string | undefined, thisYear: number): number => {
  const year = Number(asked)
  return Number.isInteger(year) && year <= thisYear && year > thisYear - 10 ? year : thisYear
}

/** Chooses the year. */
export function YearForm(props: { lang: Lang; action: string; year: number; thisYear: number }) {
  const { lang, action, year, thisYear } = props
  const t = statistics(lang)
  const years = Array.from({ length: 10 }, (_, n) => String(thisYear - n))
  return (
    <Form lang={lang} method="get" action={action}>
      <div class="av-flow">
        <Select
          lang={lang}
          name="year"
          label={t('page.year')}
          options={years.map((value) => ({ value, label: value }))}
          value={String(year)}
          empty={false}
        />
        <Button look="secondary">{t('page.show')}</Button>
      </div>
    </Form>
  )
}

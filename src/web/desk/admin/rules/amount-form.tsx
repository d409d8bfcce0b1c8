import { benefitAmounts } from '../../../../language/catalogues/benefit-amounts.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { BenefitAmount, BenefitLimit, OwnAmount } from '../../../../law/index.ts'
import {
  Button,
  Checkbox,
  DateField,
  dateParts,
  errorOf,
  type FieldError,
  Form,
  readDate,
  Select,
  TextField,
} from '../../../ui/parts.ts'

type Row = Pick<BenefitAmount | BenefitLimit, 'code' | 'name' | 'unit'>
const SOURCE_MOST = 300

/** One amount of one benefit from a day on. */
export function AmountForm(props: {
  lang: Lang
  rows: readonly Row[]
  sent: Record<string, string>
  errors?: FieldError[]
}) {
  const { lang, sent, errors } = props
  const t = benefitAmounts(lang)
  const field = (name: string) => ({ lang, name, value: sent[name], error: errorOf(errors, name) })
  const codes = new Map(props.rows.map((row) => [row.code, row]))
  return (
    <section class="av-panel av-flow av-narrow" aria-labelledby="add">
      <h2 id="add">{t('add')}</h2>
      <Form lang={lang} guarded>
        <div class="av-flow">
          <Select
            {...field('code')}
            label={t('which')}
            options={[...codes.values()].map(({ code, name }) => ({ value: code, label: name[lang] }))}
          />
          <TextField {...field('amount')} label={t('value')} hint={t('value-hint')} width={10} />
          <DateField
            lang={lang}
            name="from"
            label={t('from')}
            value={dateParts(sent, 'from')}
            error={errorOf(errors, 'from')}
          />
          <TextField {...field('source')} label={t('source')} hint={t('source-hint')} />
          <Checkbox name="verified" label={t('verified')} checked={sent.verified === 'yes'} />
          <Button>{t('save')}</Button>
        </div>
      </Form>
    </section>
  )
}

/** What was typed, as an amount; or what has to be mended. */
export function readAmount(
  lang: Lang,
  sent: Record<string, string>,
  rows: readonly Row[],
): { amount: OwnAmount } | { errors: FieldError[] } {
  const t = benefitAmounts(lang)
  const errors: FieldError[] = []
  const row = rows.find(({ code }) => code === sent.code)
  if (!row) errors.push({ field: 'code', message: t('error-code') })
  // 1 234,56 as people write it; a point is taken for the comma.
  const typed = (sent.amount ?? '').replaceAll(/[\s€%]/g, '').replace('.', ',')
  const value = /^\d{1,6}(,\d{1,2})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN
  if (Number.isNaN(value) || (row?.unit === 'months' && !Number.isInteger(value)))
    errors.push({ field: 'amount', message: t('error-value') })
  else if (row?.unit === 'percent' && value > 100)
    errors.push({ field: 'amount', message: t('error-percent') })
  const from = readDate(dateParts(sent, 'from'))
  if (!from || from === 'invalid' || from.year < 1990 || from.year > 2100)
    errors.push({ field: 'from', message: t('error-from') })
  const source = (sent.source ?? '').trim()
  if (!source) errors.push({ field: 'source', message: t('error-source') })
  if (source.length > SOURCE_MOST)
    errors.push({ field: 'source', message: t('error-long', { n: SOURCE_MOST }) })
  if (errors.length > 0) return { errors }
  return {
    amount: {
      code: row!.code,
      amount: value,
      validFrom: String(from),
      verified: sent.verified === 'yes',
      source,
    },
  }
}

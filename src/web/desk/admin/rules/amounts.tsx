import { may } from '../../../../access/index.ts'
import { benefitAmounts } from '../../../../language/catalogues/benefit-amounts.ts'
import { lawRules } from '../../../../language/catalogues/law-rules.ts'
import { dateInFinland, formatDate, formatNumber } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { BenefitAmount, BenefitLimit } from '../../../../law/index.ts'
import { officeAmounts } from '../../../../statistics/index.ts'
import type { Web } from '../../../context.ts'
import {
  Button,
  Details,
  ErrorSummary,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  Table,
  Tag,
} from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk, signedIn } from '../../frame.tsx'
import { AmountForm } from './amount-form.tsx'
import { RULES_PATH } from './list.tsx'
import { sourceWords, whenWords } from './words.ts'

export const AMOUNTS_PATH = `${RULES_PATH}/amounts`
export type AmountRow = (BenefitAmount | BenefitLimit) & { id?: string }

/** Every amount the estimates of gaps count by, with its days and source, and the form for the next one. */
export async function amountsPage(
  c: DeskContext,
  web: Web,
  { sent = {}, errors }: { sent?: Record<string, string>; errors?: FieldError[] } = {},
): Promise<Response> {
  const { lang } = c.var
  const t = benefitAmounts(lang)
  const today = dateInFinland(web.house.now()).toString()
  const mayChange = may(signedIn(c), 'law.change')
  const { amounts, limits, own } = await asStaff(c, web, officeAmounts)
  const withId = (row: BenefitAmount | BenefitLimit): AmountRow => ({
    ...row,
    id: own.find(({ code, validFrom }) => code === row.code && validFrom === row.validFrom)?.id,
  })
  const done = (['saved', 'removed', 'gone'] as const).find((one) => one === c.req.query('done'))
  const tables = [
    { name: 'amounts', rows: amounts.map(withId) },
    { name: 'limits', rows: limits.map(withId) },
  ] as const
  return showDesk(c, web, {
    title: t('title'),
    section: 'admin',
    back: RULES_PATH,
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={errors} />
        {done && !errors && <Flash>{t(done)}</Flash>}
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        {tables.map(({ name, rows }) => (
          <section class="av-flow" aria-labelledby={name}>
            <h2 id={name}>{t(name)}</h2>
            <Rows
              lang={lang}
              caption={t(name)}
              mayChange={mayChange}
              rows={rows.filter((row) => ends(row) >= today)}
            />
            {rows.some((row) => ends(row) < today) && (
              <Details summary={t('earlier')}>
                <Rows
                  lang={lang}
                  caption={t('earlier')}
                  mayChange={mayChange}
                  rows={rows.filter((row) => ends(row) < today)}
                />
              </Details>
            )}
          </section>
        ))}
        {mayChange ? (
          <AmountForm lang={lang} rows={[...amounts, ...limits]} sent={sent} errors={errors} />
        ) : (
          <p class="av-hush">{lawRules(lang)('read-only')}</p>
        )}
      </div>
    ),
  })
}

const ends = ({ validTo = '9999' }: AmountRow): string => validTo

/** "578,43 € kuukaudessa", "50 %", "3 kuukautta". */
export function amountWords(lang: Lang, { unit, amount }: Pick<AmountRow, 'unit' | 'amount'>): string {
  const t = benefitAmounts(lang)
  if (unit === 'months') return t('unit-months', { n: amount })
  return t(`unit-${unit}`, { amount: formatNumber(lang, amount, unit === 'percent' ? 0 : 2) })
}

function Rows(props: { lang: Lang; caption: string; rows: readonly AmountRow[]; mayChange: boolean }) {
  const { lang, mayChange } = props
  const t = benefitAmounts(lang)
  const words = lawRules(lang)
  return (
    <Table
      caption={props.caption}
      captionHidden
      stack
      rows={props.rows}
      columns={[
        {
          label: t('benefit'),
          rowHeader: true,
          cell: (row) => (
            <span>
              {row.name[lang]} {row.id && <Tag tone="accent">{words('own')}</Tag>}
            </span>
          ),
        },
        { label: t('amount'), cell: (row) => amountWords(lang, row) },
        { label: t('validity'), cell: (row) => whenWords(lang, row) },
        { label: t('source'), cell: (row) => sourceWords(lang, row.source, row.verified) },
        {
          label: t('checked'),
          cell: (row) => (
            <div class="av-buttons">
              {row.verified ? words('verified') : <Tag tone="warning">{words('unverified')}</Tag>}
              {row.id && mayChange && (
                <Form lang={lang} action={`${AMOUNTS_PATH}/remove`}>
                  <HiddenFields values={{ id: row.id }} />
                  <Button look="tertiary" danger>
                    {t('remove')}
                    <span class="ds-sr-only">
                      {' '}
                      {row.name[lang]} {formatDate(lang, row.validFrom)}
                    </span>
                  </Button>
                </Form>
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

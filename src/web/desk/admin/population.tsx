import type { Context } from 'hono'
import { listPopulation, readPopulationTable, savePopulation } from '../../../access/index.ts'
import { municipalityName } from '../../../classification/index.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { dateInFinland } from '../../../language/formats.ts'
import type { Web, WebEnv } from '../../context.ts'
import {
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  Table,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { asStaff, showDesk } from '../frame.tsx'

const HERE = '/desk/admin/population'
/** Lines that are told at once; who mends these sees the next. */
const TOLD = 10

/** Takes pasted figures when every row can be read; else tells which cannot and keeps nothing. */
export async function takePopulation(c: Context<WebEnv>, web: Web): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => String(form[name] ?? '').replaceAll('\u0000', '')
  const given = { source: text('source').trim(), rows: text('rows') }
  const t = admin(c.var.lang)
  const { figures, errors } = readPopulationTable(
    given.rows,
    c.var.staff!.organisation,
    dateInFinland(new Date()).year,
  )
  const wrong: FieldError[] = errors.slice(0, TOLD).map(({ line, code }) => ({
    field: 'rows',
    message: t(code === 'residents' ? 'population-residents-wrong' : `population-${code}`, { line }),
  }))
  if (errors.length === 0 && figures.length === 0)
    wrong.push({ field: 'rows', message: t('population-none') })
  if (given.source === '') wrong.push({ field: 'source', message: t('population-source-missing') })
  if (given.source.length > 200) wrong.push({ field: 'source', message: t('office-too-long', { n: 200 }) })
  if (wrong.length > 0) return populationPage(c, web, { ...given, errors: wrong })
  await asStaff(c, web, (o) => savePopulation(o, { figures, source: given.source }))
  return c.redirect(`${HERE}?done=1`, 303)
}

/** The figures there are, and the form for more. */
export async function populationPage(
  c: Context<WebEnv>,
  web: Web,
  { source, rows, errors }: { source?: string; rows?: string; errors?: FieldError[] } = {},
): Promise<Response> {
  const { lang } = c.var
  const t = admin(lang)
  const figures = await asStaff(c, web, (o) => listPopulation(o))
  const count = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : `${lang}-FI`)
  return showDesk(c, web, {
    title: t('population-title'),
    section: 'admin',
    back: '/desk/admin',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={errors} />
        {c.req.query('done') && <Flash>{t('saved')}</Flash>}
        <h1>{t('population-title')}</h1>
        <p>{t('population-lead')}</p>
        <Form lang={lang} action={HERE} guarded>
          <div class="av-flow av-narrow">
            <TextArea
              lang={lang}
              name="rows"
              label={t('population-rows')}
              hint={t('population-rows-hint')}
              value={rows}
              rows={8}
              spellcheck={false}
              error={errorOf(errors, 'rows')}
            />
            <TextField
              lang={lang}
              name="source"
              label={t('population-source')}
              hint={t('population-source-hint')}
              value={source}
              error={errorOf(errors, 'source')}
            />
            <Button>{t('save')}</Button>
          </div>
        </Form>
        {figures.length > 0 && (
          <Table
            caption={t('population-known')}
            stack
            rows={figures}
            columns={[
              {
                label: t('municipality'),
                rowHeader: true,
                cell: (row) => municipalityName(row.municipality, lang),
              },
              { label: t('year'), cell: (row) => String(row.year) },
              { label: t('population-residents'), cell: (row) => count.format(row.residents) },
              {
                label: t('population-source'),
                cell: (row) => (row.sample ? `${row.source} (${t('population-sample')})` : row.source),
              },
            ]}
          />
        )}
      </div>
    ),
  })
}

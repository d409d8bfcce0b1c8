import { Hono } from 'hono'
import { raw } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { may } from '../../../access/index.ts'
import { DIMENSION, DIMENSIONS, municipalities, municipalityName } from '../../../classification/index.ts'
import { cellText } from '../../../documents/cells.ts'
import { drawChart } from '../../../documents/charts/draw.ts'
import { toSvg } from '../../../documents/charts/svg.ts'
import { toCsv } from '../../../documents/csv.ts'
import type { Row } from '../../../documents/model.ts'
import { renderXlsx } from '../../../documents/xlsx.ts'
import { changeTexts } from '../../../language/catalogues/change.ts'
import { rightsTexts } from '../../../language/catalogues/rights.ts'
import { statistics } from '../../../language/catalogues/statistics.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { dateInFinland } from '../../../language/formats.ts'
import {
  AUDIENCES,
  type Question,
  readGapStatistics,
  readStatistics,
  UNITS,
} from '../../../statistics/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { readOffice } from '../../portal/office.ts'
import { stepUp } from '../../step-up.ts'
import { Alert, Button, ButtonRow, EmptyState, Form, LinkButton, Select, Table } from '../../ui/parts.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import { type DeskContext, showDesk, signedIn } from '../frame.tsx'
import { asDocument, inWords, type Shown } from './as-document.ts'
import { changeFiguresPage } from './change.tsx'
import { GapStatistics } from './gaps.tsx'
import { addressOf, readQuestion } from './question.ts'
import { rightsFiguresPage } from './rights.tsx'

const AT = '/desk/statistics'

/** Tables as one asks for them, with chart, definition and downloads. Mounted at `/desk/statistics`. */
export function statisticsPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer)
  pages.use(async (c, next) => {
    if (!may(signedIn(c), 'statistics.read')) throw new HTTPException(403)
    await next()
  })
  // What is not released shows small numbers too; as a file it leaves the house.
  const proof = stepUp(web, { back: AT })
  for (const path of ['/table.csv', '/table.xlsx'])
    pages.use(path, async (c, next) => {
      const { audience } = readQuestion(c.req.query(), signedIn(c).organisation, thisYearOf(web))
      return audience === 'office' ? proof(c, next) : next()
    })
  pages.get('/', (c) => statisticsPage(c, web))
  pages.get('/rights', (c) => rightsFiguresPage(c, web))
  pages.get('/change', (c) => changeFiguresPage(c, web))
  pages.get('/table.csv', async (c) => {
    const { shown } = await ask(c, web)
    // The mark tells a spreadsheet that the letters are UTF-8.
    return c.body(
      `\uFEFF${toCsv(shown.table)}`,
      200,
      file('text/csv; charset=utf-8', `${shown.table.name}.csv`),
    )
  })
  pages.get('/table.xlsx', async (c) => {
    const { shown } = await ask(c, web)
    const office = await readOffice(web.house, signedIn(c).organisation, c.var.lang)
    const date = dateInFinland(web.house.now()).toString()
    const book = await renderXlsx(asDocument(shown, c.var.lang, office?.name ?? '', date))
    return c.body(book as Uint8Array<ArrayBuffer>, 200, file(SHEET, `${shown.table.name}.xlsx`))
  })
  return pages
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const file = (type: string, name: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})

const thisYearOf = (web: Web) => dateInFinland(web.house.now()).year

/** Reads the question from the address and answers it. */
async function ask(c: DeskContext, web: Web) {
  const staff = signedIn(c)
  const thisYear = thisYearOf(web)
  const asked = readQuestion(c.req.query(), staff.organisation, thisYear)
  const { table, suppressed } = await readStatistics(web.house, { kind: 'staff', id: staff.staffId }, asked)
  return { asked, table, suppressed, shown: inWords(table, asked, c.var.lang), thisYear }
}

async function statisticsPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = statistics(lang)
  const { asked, table, suppressed, shown, thisYear } = await ask(c, web)
  const gaps = await readGapStatistics(
    web.house,
    { kind: 'staff', id: signedIn(c).staffId },
    { organisation: asked.organisation, audience: asked.audience, year: asked.year },
  )
  return showDesk(c, web, {
    title: t('page.title'),
    section: 'statistics',
    children: (
      <div class="av-flow">
        <h1>{t('page.title')}</h1>
        <p>{t('page.lead')}</p>
        <ul>
          <li>
            <a href={`${AT}/rights`}>{rightsTexts(lang)('figures-title')}</a>
          </li>
          <li>
            <a href={`${AT}/change`}>{changeTexts(lang)('figures-title')}</a>
          </li>
        </ul>
        <Questions asked={asked} thisYear={thisYear} c={c} />
        <p class="av-hush">{whoMay(lang)('figures-note')}</p>
        <h2>{shown.caption}</h2>
        {table.rows.length === 0 && table.total === 0 ? (
          <EmptyState title={t('page.none')} level={3}>
            <p>{t('page.none-text')}</p>
            <LinkButton href="/desk/import" look="secondary">
              {t('page.import')}
            </LinkButton>
          </EmptyState>
        ) : (
          <Answer c={c} asked={asked} shown={shown} suppressed={suppressed} />
        )}
        <GapStatistics
          lang={lang}
          year={asked.year}
          tables={gaps.tables}
          released={asked.audience !== 'office'}
        />
      </div>
    ),
  })
}

function Questions({ c, asked, thisYear }: { c: DeskContext; asked: Question; thisYear: number }) {
  const { lang } = c.var
  const t = statistics(lang)
  const dimensions = DIMENSIONS.map((value) => ({ value, label: DIMENSION[value].name[lang] }))
  const places = municipalities
    .filter(({ county }) => county === asked.organisation)
    .map(({ code }) => ({ value: code, label: municipalityName(code, lang) }))
    .sort((a, b) => a.label.localeCompare(b.label, lang))
  const years = [...new Set([asked.year, ...Array.from({ length: 10 }, (_, n) => thisYear - n)])]
    .sort((a, b) => b - a)
    .map((year) => ({ value: String(year), label: String(year) }))
  return (
    <Form lang={lang} method="get" action={AT}>
      <div class="av-flow">
        <div class="av-grid">
          <Select
            lang={lang}
            name="rows"
            label={t('page.rows')}
            options={dimensions}
            value={asked.rows}
            empty={false}
          />
          <Select
            lang={lang}
            name="columns"
            label={t('page.columns')}
            options={dimensions}
            value={asked.columns}
            empty={t('page.columns-none')}
          />
          <Select
            lang={lang}
            name="unit"
            label={t('page.unit')}
            options={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
            value={asked.unit}
            empty={false}
          />
          <Select
            lang={lang}
            name="year"
            label={t('page.year')}
            options={years}
            value={String(asked.year)}
            empty={false}
          />
          <Select
            lang={lang}
            name="municipality"
            label={t('page.municipality')}
            options={places}
            value={asked.municipality}
            empty={t('page.municipality-all')}
          />
          <Select
            lang={lang}
            name="audience"
            label={t('page.audience')}
            options={AUDIENCES.map((value) => ({ value, label: t(`page.audience.${value}`) }))}
            value={asked.audience}
            empty={false}
          />
        </div>
        <Button>{t('page.show')}</Button>
      </div>
    </Form>
  )
}

function Answer(props: { c: DeskContext; asked: Question; shown: Shown; suppressed: number }) {
  const { c, asked, shown, suppressed } = props
  const { lang } = c.var
  const t = statistics(lang)
  const { table, chart } = shown
  return (
    <>
      {suppressed > 0 && (
        <Alert tone="info">
          <p>{t('table.hidden-note', { n: suppressed })}</p>
        </Alert>
      )}
      <Table<Row>
        caption={shown.caption}
        captionHidden
        columns={[
          { label: table.header, cell: (row) => row.label, rowHeader: true },
          ...table.columns.map((column, n) => ({
            label: column.label,
            cell: (row: Row) => cellText(lang, row.cells[n]!),
            numeric: true,
          })),
        ]}
        rows={table.rows.filter(({ role }) => role !== 'total')}
        totals={table.rows
          .filter(({ role }) => role === 'total')
          .flatMap((row) => [row.label, ...row.cells.map((cell) => cellText(lang, cell))])}
      />
      {chart && (
        <figure class="av-chart">
          <figcaption>{shown.caption}</figcaption>
          <section class="av-scroll" tabindex={0} aria-label={chart.alt}>
            {raw(toSvg(drawChart(chart.chart, lang), 'chart', shown.caption, chart.alt))}
          </section>
        </figure>
      )}
      <h3>{t('page.definition')}</h3>
      <p>{shown.definition}</p>
      <ButtonRow>
        <LinkButton href={`${AT}/table.csv?${addressOf(asked)}`} look="secondary">
          {t('page.csv')}
        </LinkButton>
        <LinkButton href={`${AT}/table.xlsx?${addressOf(asked)}`} look="secondary">
          {t('page.xlsx')}
        </LinkButton>
        <LinkButton href="/desk/import" look="tertiary">
          {t('page.import')}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

import { gapCodeName, municipalityName, NOT_RECORDED } from '../../../classification/index.ts'
import { drawChart } from '../../../documents/charts/draw.ts'
import { shortMonths } from '../../../documents/charts/months.ts'
import { toSvg } from '../../../documents/charts/svg.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { dateInFinland, formatMonth, formatNumber } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { type GapSeries, type GapSum, type GapSums, gapSeries, sumGaps } from '../../../statistics/index.ts'
import type { Web } from '../../context.ts'
import { Button, ChartFigure, EmptyState, Form, KeyFigures, Select, Table } from '../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../frame.tsx'
import { BoardHead, BoardTabs } from './board.tsx'
import { euros } from './figures.tsx'

const FIRST_YEAR = 2020

/** A year's gaps by month, and their days and reference euros by month, cause, authority and municipality. */
export async function figuresPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = gaps(lang)
  const { year: thisYear, month } = dateInFinland(web.house.now())
  const asked = Number(c.req.query('year'))
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= thisYear ? asked : thisYear
  const { series, sums } = await asStaff(c, web, async (tx) => ({
    series: await gapSeries(tx, year),
    sums: await sumGaps(tx, year),
  }))
  const some = sums.total.gaps > 0 || series.closed.some((n) => n > 0)
  return showDesk(c, web, {
    title: t('title-board'),
    section: 'gaps',
    children: (
      <>
        <BoardHead lang={lang} />
        <BoardTabs lang={lang} current="figures" />
        <Year lang={lang} year={year} thisYear={thisYear} />
        {some ? (
          <div class="av-flow av-section">
            <Series lang={lang} year={year} series={upTo(series, year === thisYear ? month : 12)} />
            <Sums lang={lang} year={year} sums={sums} />
          </div>
        ) : (
          <EmptyState title={t('sum-none', { year: String(year) })} />
        )}
      </>
    ),
  })
}

/** The months that have begun: those to come have no figures yet. */
const upTo = ({ found, closed, late }: GapSeries, month: number): GapSeries => ({
  found: found.slice(0, month),
  closed: closed.slice(0, month),
  late: late.slice(0, month),
})

function Year({ lang, year, thisYear }: { lang: Lang; year: number; thisYear: number }) {
  const t = gaps(lang)
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, n) => String(thisYear - n))
  return (
    <Form lang={lang} method="get" action="/desk/gaps/figures">
      <div class="av-tools">
        <Select
          lang={lang}
          name="year"
          label={t('year')}
          value={String(year)}
          empty={false}
          options={years.map((value) => ({ value, label: value }))}
        />
        <Button look="secondary">{t('show')}</Button>
      </div>
    </Form>
  )
}

function Series({ lang, year, series }: { lang: Lang; year: number; series: GapSeries }) {
  const t = gaps(lang)
  const sum = (list: number[]) => list.reduce((all, n) => all + n, 0)
  const title = t('series-title', { year: String(year) })
  const svg = toSvg(
    drawChart(
      {
        kind: 'columns',
        labels: shortMonths(lang),
        series: [
          { name: t('series-found'), values: series.found },
          { name: t('series-closed'), values: series.closed },
          { name: t('series-late'), values: series.late },
        ],
        unit: t('series-unit'),
      },
      lang,
    ),
    'gap-series',
    title,
    t('series-alt', {
      year: String(year),
      found: sum(series.found),
      closed: sum(series.closed),
      late: sum(series.late),
    }),
  )
  const n = (value: number) => formatNumber(lang, value)
  return (
    <ChartFigure lang={lang} caption={title} svg={svg}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { label: t('month'), rowHeader: true, cell: (month) => formatMonth(lang, month + 1) },
          { label: t('series-found'), numeric: true, cell: (month) => n(series.found[month]!) },
          { label: t('series-closed'), numeric: true, cell: (month) => n(series.closed[month]!) },
          { label: t('series-late'), numeric: true, cell: (month) => n(series.late[month]!) },
        ]}
        rows={series.found.map((_, month) => month)}
        totals={[t('sum-total'), n(sum(series.found)), n(sum(series.closed)), n(sum(series.late))]}
      />
    </ChartFigure>
  )
}

function Sums({ lang, year, sums }: { lang: Lang; year: number; sums: GapSums }) {
  const t = gaps(lang)
  const { total } = sums
  const nameOf = {
    month: (code: string) => formatMonth(lang, Number(code)),
    cause: (code: string) => gapCodeName('cause', code, lang),
    authority: (code: string) => gapCodeName('authority', code, lang),
    municipality: (code: string) =>
      code === NOT_RECORDED ? t('not-recorded') : municipalityName(code, lang),
  }
  return (
    <>
      <KeyFigures
        figures={[
          { label: t('sum-gaps'), value: formatNumber(lang, total.gaps) },
          {
            label: t('sum-days'),
            value: formatNumber(lang, total.days),
            note: known(lang, total.daysKnown, total.gaps),
          },
          {
            label: t('sum-euros'),
            value: `${euros(lang, total.cents)} €`,
            note: known(lang, total.centsKnown, total.gaps),
          },
        ]}
      />
      <p class="av-hush">{t('sum-note', { year: String(year) })}</p>
      {(['month', 'cause', 'authority', 'municipality'] as const).map((by) => (
        <SumTable
          lang={lang}
          caption={t(`sum-${by}`)}
          header={t(by)}
          rows={sums[by]}
          total={total}
          nameOf={nameOf[by]}
        />
      ))}
    </>
  )
}

/** Of how many gaps a sum is known, where not of all; what is not known is not nothing. */
const known = (lang: Lang, n: number, of: number): string | undefined =>
  n < of ? gaps(lang)('sum-known', { n, of }) : undefined

function Known({ lang, sum, n, of }: { lang: Lang; sum: string; n: number; of: number }) {
  const note = known(lang, n, of)
  return (
    <span>
      {n === 0 ? '–' : sum}
      {note && <span class="av-second">{note}</span>}
    </span>
  )
}

function SumTable(props: {
  lang: Lang
  caption: string
  header: string
  rows: readonly GapSum[]
  total: GapSum
  nameOf: (code: string) => string
}) {
  const { lang, total } = props
  const t = gaps(lang)
  const n = (value: number) => formatNumber(lang, value)
  return (
    <Table
      caption={props.caption}
      columns={[
        { label: props.header, rowHeader: true, cell: ({ code }) => props.nameOf(code) },
        { label: t('sum-gaps'), numeric: true, cell: ({ gaps: count }) => n(count) },
        {
          label: t('sum-days'),
          numeric: true,
          cell: ({ days, daysKnown, gaps: of }) => <Known lang={lang} sum={n(days)} n={daysKnown} of={of} />,
        },
        {
          label: t('sum-euros'),
          numeric: true,
          cell: ({ cents, centsKnown, gaps: of }) => (
            <Known lang={lang} sum={`${euros(lang, cents)} €`} n={centsKnown} of={of} />
          ),
        },
      ]}
      rows={props.rows}
      totals={[t('sum-total'), n(total.gaps), n(total.days), `${euros(lang, total.cents)} €`]}
    />
  )
}

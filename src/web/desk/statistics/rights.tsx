import { FINDINGS, pointFigures, type RightsLine, rightsFigures } from '../../../cases/index.ts'
import { drawChart } from '../../../documents/charts/draw.ts'
import { toSvg } from '../../../documents/charts/svg.ts'
import type { Chart } from '../../../documents/model.ts'
import { rightsTexts } from '../../../language/catalogues/rights.ts'
import { dateInFinland, formatNumber } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { rightOf } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import { ChartFigure, EmptyState, KeyFigures, Table } from '../../ui/parts.ts'
import { statuteOf } from '../case/rights.tsx'
import { asStaff, type DeskContext, showDesk } from '../frame.tsx'
import { YearForm, yearOf } from './year.tsx'

/** Bars that fit a picture; the table holds all. */
const SHOWN = 10

/** Which rights were at stake in a year, what was found of them, and whether they were realised in the end. */
export async function rightsFiguresPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = rightsTexts(lang)
  const thisYear = dateInFinland(web.house.now()).year
  const year = yearOf(c.req.query('year'), thisYear)
  const { figures, points } = await asStaff(c, web, async (tx) => {
    tx.audit({ event: 'statistics.read', details: { of: 'rights', year } })
    return {
      figures: await rightsFigures(tx, year),
      points: await pointFigures(tx, `${year}-01-01`, `${year}-12-31`),
    }
  })
  return showDesk(c, web, {
    title: t('figures-title'),
    section: 'statistics',
    back: '/desk/statistics',
    children: (
      <div class="av-flow">
        <h1>{t('figures-title')}</h1>
        <p>{t('figures-lead')}</p>
        <YearForm lang={lang} action="/desk/statistics/rights" year={year} thisYear={thisYear} />
        {figures.total === 0 ? (
          <EmptyState title={t('figures-none')} level={2} />
        ) : (
          <>
            <KeyFigures
              figures={[
                { label: t('figures-total'), value: formatNumber(lang, figures.total) },
                { label: t('figures-cases'), value: formatNumber(lang, figures.cases) },
              ]}
            />
            <NotRealised lang={lang} lines={figures.lines} year={year} />
            <RightsTable lang={lang} lines={figures.lines} caption={`${t('figures-title')} ${year}`} />
          </>
        )}
        <h2>{t('points-title')}</h2>
        <p>{t('points-lead')}</p>
        {points.points === 0 ? (
          <EmptyState title={t('points-none')} level={3} />
        ) : (
          <KeyFigures
            figures={[
              { label: t('points-answers'), value: formatNumber(lang, points.answers) },
              { label: t('points-all'), value: formatNumber(lang, points.points) },
              {
                label: t('points-answered'),
                value: `${formatNumber(lang, points.answered)} (${formatNumber(lang, 100 * points.share!)} %)`,
              },
              { label: t('points-reasons'), value: formatNumber(lang, points.reasons) },
              { label: t('points-measures'), value: formatNumber(lang, points.measures) },
              {
                label: t('points-differing'),
                value: t('points-of', { n: points.differing, all: points.seenByBoth }),
              },
            ]}
          />
        )}
      </div>
    ),
  })
}

function NotRealised({ lang, lines, year }: { lang: Lang; lines: readonly RightsLine[]; year: number }) {
  const t = rightsTexts(lang)
  const found = new Map<string, number>()
  for (const { code, findings } of lines) found.set(code, (found.get(code) ?? 0) + findings.found)
  const shown = [...found].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1])
  if (shown.length === 0) return null
  const caption = `${t('figures-chart')} ${year}`
  const chart: Chart = {
    kind: 'bars',
    unit: t('figures-total').toLowerCase(),
    labels: shown.slice(0, SHOWN).map(([code]) => rightOf(code)?.name[lang] ?? code),
    series: [{ name: t('finding-found'), values: shown.slice(0, SHOWN).map(([, n]) => n) }],
  }
  return (
    <ChartFigure
      lang={lang}
      caption={caption}
      svg={toSvg(drawChart(chart, lang), 'rights', caption, caption)}
    >
      <Table<[string, number]>
        caption={caption}
        captionHidden
        columns={[
          { label: t('right'), rowHeader: true, cell: ([code]) => rightOf(code)?.name[lang] ?? code },
          { label: t('finding-found'), numeric: true, cell: ([, n]) => formatNumber(lang, n) },
        ]}
        rows={shown}
      />
    </ChartFigure>
  )
}

function RightsTable(props: { lang: Lang; lines: readonly RightsLine[]; caption: string }) {
  const { lang, lines, caption } = props
  const t = rightsTexts(lang)
  return (
    <Table<RightsLine>
      caption={caption}
      columns={[
        {
          label: t('right'),
          rowHeader: true,
          cell: ({ code }) => (
            <span>
              {rightOf(code)?.name[lang] ?? code}
              <span class="av-second">{statuteOf(code, lang)}</span>
            </span>
          ),
        },
        { label: t('owed-by'), cell: ({ owedBy }) => t(`owed-by-${owedBy as 'county'}`) },
        ...FINDINGS.map((finding) => ({
          label: t(`finding-${finding}`),
          numeric: true,
          cell: ({ findings }: RightsLine) => formatNumber(lang, findings[finding]),
        })),
        {
          label: t('realised-at-last'),
          numeric: true,
          cell: ({ realised, findings }) =>
            findings.found === 0 ? '–' : `${realised.yes + realised.partly} / ${findings.found}`,
        },
      ]}
      rows={lines}
    />
  )
}

import {
  BATCH_LEAST,
  type ChangeFigures,
  type ChangeLine,
  changeFigures,
  feedbackWords,
  REPLIES,
  STATEMENTS,
  type Statement,
} from '../../../cases/index.ts'
import { drawChart } from '../../../documents/charts/draw.ts'
import { toSvg } from '../../../documents/charts/svg.ts'
import type { Chart } from '../../../documents/model.ts'
import { changeTexts } from '../../../language/catalogues/change.ts'
import { feedbackTexts } from '../../../language/catalogues/portal-feedback.ts'
import { dateInFinland, formatDate, formatNumber } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { ChartFigure, Details, EmptyState, KeyFigures, Table } from '../../ui/parts.ts'
import { subjectName } from '../case/change.tsx'
import { asStaff, type DeskContext, showDesk } from '../frame.tsx'
import { YearForm, yearOf } from './year.tsx'

/** What changed for the clients of a year, by their own judgement and the office's, and what they said of the help. */
export async function changeFiguresPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = changeTexts(lang)
  const thisYear = dateInFinland(web.house.now()).year
  const year = yearOf(c.req.query('year'), thisYear)
  const { figures, words } = await asStaff(c, web, async (tx) => {
    tx.audit({ event: 'statistics.read', details: { of: 'change', year } })
    const found = await changeFigures(tx, year)
    return {
      figures: found,
      words: found.feedback.answers < BATCH_LEAST ? [] : await feedbackWords(tx, year),
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
        <YearForm lang={lang} action="/desk/statistics/change" year={year} thisYear={thisYear} />
        <KeyFigures figures={[{ label: t('figures-closed'), value: formatNumber(lang, figures.closed) }]} />
        <h2>{t('figures-change')}</h2>
        {figures.lines.length === 0 ? (
          <EmptyState title={t('figures-none')} level={3} />
        ) : (
          <Lines lang={lang} lines={figures.lines} />
        )}
        <p>{t('figures-disagree', figures.disagree)}</p>
        <Attainment lang={lang} figures={figures} />
        <h2>{t('figures-feedback')}</h2>
        <Feedback lang={lang} figures={figures} words={words} />
      </div>
    ),
  })
}

const lineName = (subject: string, lang: Lang) =>
  subject === 'goal' ? changeTexts(lang)('goal_line') : subjectName(subject, lang)

function Lines({ lang, lines }: { lang: Lang; lines: readonly ChangeLine[] }) {
  const t = changeTexts(lang)
  const own = lines.filter(({ by }) => by === 'client')
  const number = (label: string, of: (line: ChangeLine) => number, decimals = 0) => ({
    label,
    numeric: true,
    cell: (line: ChangeLine) => formatNumber(lang, of(line), decimals),
  })
  const table = (
    <Table<ChangeLine>
      caption={t('figures-change')}
      captionHidden
      columns={[
        { label: t('col-what'), rowHeader: true, cell: ({ subject }) => lineName(subject, lang) },
        { label: t('col-by'), cell: ({ by }) => t(`by-${by}`) },
        number(t('col-n'), ({ n }) => n),
        number(t('col-median-start'), ({ startMedian }) => startMedian, 1),
        number(t('col-median-end'), ({ endMedian }) => endMedian, 1),
        number(t('better'), ({ better }) => better),
        number(t('same'), ({ same }) => same),
        number(t('worse'), ({ worse }) => worse),
      ]}
      rows={lines}
    />
  )
  if (own.length === 0) return table
  const caption = `${t('figures-change')}: ${t('by-client').toLowerCase()}`
  const chart: Chart = {
    kind: 'bars',
    unit: t('unit'),
    labels: own.map(({ subject, n }) => `${lineName(subject, lang)} (n = ${n})`),
    series: [
      { name: t('better'), values: own.map(({ better }) => better) },
      { name: t('same'), values: own.map(({ same }) => same) },
      { name: t('worse'), values: own.map(({ worse }) => worse) },
    ],
  }
  return (
    <ChartFigure
      lang={lang}
      caption={caption}
      svg={toSvg(drawChart(chart, lang), 'change', caption, caption)}
    >
      {table}
    </ChartFigure>
  )
}

function Attainment({ lang, figures }: { lang: Lang; figures: ChangeFigures }) {
  const t = changeTexts(lang)
  const rows = figures.attainment.filter(({ n }) => n > 0)
  if (rows.length === 0) return null
  return (
    <Table<(typeof rows)[number]>
      caption={t('figures-attainment')}
      columns={[
        { label: t('col-by'), rowHeader: true, cell: ({ by }) => t(`by-${by}`) },
        { label: t('col-n'), numeric: true, cell: ({ n }) => formatNumber(lang, n) },
        { label: t('attained-below'), numeric: true, cell: ({ below }) => formatNumber(lang, below) },
        { label: t('attained-as'), numeric: true, cell: (row) => formatNumber(lang, row.as) },
        { label: t('attained-above'), numeric: true, cell: ({ above }) => formatNumber(lang, above) },
      ]}
      rows={rows}
    />
  )
}

function Feedback(props: { lang: Lang; figures: ChangeFigures; words: readonly string[] }) {
  const { lang, figures, words } = props
  const t = changeTexts(lang)
  const say = feedbackTexts(lang)
  const { closedAt, asked, used, answers, replies } = figures.feedback
  if (!closedAt || answers < BATCH_LEAST)
    return (
      <>
        <EmptyState title={t('feedback-none')} level={3} />
        <p>{t('feedback-batches', { least: BATCH_LEAST })}</p>
      </>
    )
  const percent = asked === 0 ? '–' : formatNumber(lang, (100 * used) / asked, 0)
  return (
    <>
      <p>{t('feedback-lead')}</p>
      <p>{t('feedback-rate', { used, asked, percent, n: answers, date: formatDate(lang, closedAt) })}</p>
      <p>{t('feedback-batches', { least: BATCH_LEAST })}</p>
      <Table<Statement>
        caption={t('figures-feedback')}
        captionHidden
        columns={[
          { label: t('col-what'), rowHeader: true, cell: (one) => say(one) },
          {
            label: t('col-n'),
            numeric: true,
            cell: (one) => formatNumber(lang, answers - replies[one].none),
          },
          ...REPLIES.map((reply) => ({
            label: say(reply),
            numeric: true,
            cell: (one: Statement) => formatNumber(lang, replies[one][reply]),
          })),
          {
            label: t('feedback-unanswered'),
            numeric: true,
            cell: (one) => formatNumber(lang, replies[one].none),
          },
        ]}
        rows={STATEMENTS}
      />
      {words.length > 0 && (
        <Details summary={t('feedback-words', { n: words.length })}>
          <ul>
            {words.map((one) => (
              <li class="av-typed">{one}</li>
            ))}
          </ul>
        </Details>
      )}
      <p class="av-hush">{t('feedback-bias')}</p>
    </>
  )
}

import { gapCodeName } from '../../../classification/index.ts'
import { cellText } from '../../../documents/cells.ts'
import { gapFigures } from '../../../language/catalogues/gap-figures.ts'
import { statistics } from '../../../language/catalogues/statistics.ts'
import { formatMonth } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { type CountTable, type GapTables, LATENESS, THRESHOLD } from '../../../statistics/index.ts'
import { Table } from '../../ui/parts.ts'

interface Props {
  lang: Lang
  year: number
  tables: GapTables
  /** Small figures are hidden in them. */
  released: boolean
}

interface Line {
  label: string
  value: number | null
}

/** The year's benefit gaps: found by month and cause, closed in time and too late; with what is counted. */
export function GapStatistics({ lang, year, tables, released }: Props) {
  const t = gapFigures(lang)
  const closed = tables['gap-closed']
  const none = tables['gap-month'].total === 0 && closed.total === 0
  return (
    <section class="av-flow" aria-labelledby="gaps">
      <h2 id="gaps">{t('title-year', { year: String(year) })}</h2>
      <p>
        {statistics(lang)('definition.gap')} {released && t('threshold', { n: THRESHOLD })}
      </p>
      {none ? (
        <p class="av-hush">{t('none', { year: String(year) })}</p>
      ) : (
        <>
          <Lines
            lang={lang}
            caption={t('month')}
            header={t('month')}
            lines={linesOf(tables['gap-month'], (code) => formatMonth(lang, Number(code)))}
            total={tables['gap-month'].total}
          />
          <Lines
            lang={lang}
            caption={t('cause')}
            header={t('column-cause')}
            lines={linesOf(tables['gap-cause'], (code) => gapCodeName('cause', code, lang))}
            total={tables['gap-cause'].total}
          />
          <Lines
            lang={lang}
            caption={t('closed-table')}
            header={t('closed-table')}
            lines={
              closed.total
                ? LATENESS.map((code) => ({ label: t(code), value: columnTotal(closed, code) }))
                : []
            }
            total={closed.total}
          />
        </>
      )}
      {[tables['gap-month'], tables['gap-cause']].some(
        ({ rows, rowTotals }) => rows.length > 0 && rowTotals.every((n) => n === null),
      ) && <p class="av-hush">{t('rows-hidden')}</p>}
      <p>
        <a href={`/desk/gaps/figures?year=${year}`}>{t('more')}</a>
      </p>
    </section>
  )
}

const linesOf = (table: CountTable, nameOf: (code: string) => string): Line[] =>
  table.rows.map((code, row) => ({ label: nameOf(code), value: table.rowTotals[row] ?? null }))

function columnTotal(table: CountTable, code: string): number | null {
  const at = table.columns.indexOf(code)
  return at < 0 ? 0 : (table.columnTotals[at] ?? null)
}

function Lines(props: {
  lang: Lang
  caption: string
  header: string
  lines: readonly Line[]
  total: number | null
}) {
  const { lang } = props
  const t = gapFigures(lang)
  if (props.lines.length > 0 && props.lines.every(({ value }) => value === null)) return null
  if (props.total === null) return <p class="av-hush">{t('hidden')}</p>
  return (
    <Table
      caption={props.caption}
      columns={[
        { label: props.header, rowHeader: true, cell: ({ label }) => label },
        { label: t('column-gaps'), numeric: true, cell: ({ value }) => cellText(lang, value) },
      ]}
      rows={props.lines}
      totals={[t('total'), cellText(lang, props.total)]}
    />
  )
}

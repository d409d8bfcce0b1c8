import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'

export interface Column<Row> {
  label: string
  cell: (row: Row) => Child
  /** Names the row: one column should be it. */
  rowHeader?: boolean
  numeric?: boolean
  /** Read aloud but not shown; for a column of buttons. */
  labelHidden?: boolean
  sort?: { href: string; now?: 'ascending' | 'descending' }
}

export interface TableProps<Row> {
  /** What the table shows; names it for screen readers. */
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** A red or amber edge for rows that need attention; the row must say so in words too. */
  alertOf?: (row: Row) => 'danger' | 'warning' | undefined
  /** Each row becomes a small card on a phone: for lists of things rather than of figures. */
  stack?: boolean
  /** Totals under the rows, one child a column. */
  totals?: readonly Child[]
}

export function Table<Row>(props: TableProps<Row>) {
  const { columns, stack } = props
  // A table laid out as blocks loses its meaning for screen readers unless each part says what it is.
  const role = (name: string) => (stack ? name : undefined)
  return (
    // What scrolls must be reachable by keyboard.
    <section class="av-scroll" tabindex={0} aria-label={props.caption}>
      <table class={stack ? 'ds-table av-stack' : 'ds-table'} role={role('table')}>
        <caption class={props.captionHidden ? 'ds-sr-only' : undefined}>{props.caption}</caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {columns.map((column) => (
              <th
                scope="col"
                role={role('columnheader')}
                data-numeric={column.numeric || undefined}
                aria-sort={column.sort?.now}
              >
                <ColumnLabel column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {props.rows.map((row) => (
            <tr role={role('row')} data-alert={props.alertOf?.(row)}>
              {columns.map((column) => {
                const label = stack && !column.rowHeader && !column.labelHidden ? column.label : undefined
                return column.rowHeader ? (
                  <th scope="row" role={role('rowheader')} data-numeric={column.numeric || undefined}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td role={role('cell')} data-numeric={column.numeric || undefined} data-label={label}>
                    {column.cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {props.totals && (
          <tfoot role={role('rowgroup')}>
            <tr role={role('row')}>
              {props.totals.map((total, index) =>
                index === 0 ? (
                  <th scope="row" role={role('rowheader')}>
                    {total}
                  </th>
                ) : (
                  <td role={role('cell')} data-numeric={columns[index]?.numeric || undefined}>
                    {total}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

function ColumnLabel<Row>({ column }: { column: Column<Row> }) {
  if (column.labelHidden) return <span class="ds-sr-only">{column.label}</span>
  return column.sort ? <a href={column.sort.href}>{column.label}</a> : <>{column.label}</>
}

export interface PagerProps {
  lang: Lang
  /** Address of the page before, with its key; absent on the first. */
  previousHref?: string
  nextHref?: string
  /** Which rows are shown, counted from 1; the total only where it is known cheaply. */
  shown?: { from: number; to: number; total?: number }
}

/** Leads on by key, not by page number: nothing is skipped or shown twice while rows come and go. */
export function Pager({ lang, previousHref, nextHref, shown }: PagerProps) {
  const t = ui(lang)
  if (!previousHref && !nextHref) return null
  return (
    <nav class="av-pager" aria-label={t('pages')}>
      {previousHref && (
        <a class="ds-button" data-variant="secondary" rel="prev" href={previousHref}>
          {t('previous')}
        </a>
      )}
      {nextHref && (
        <a class="ds-button" data-variant="secondary" rel="next" href={nextHref}>
          {t('next')}
        </a>
      )}
      {shown && (
        <p class="av-hush av-number">
          {shown.total === undefined
            ? t('rows-shown', { from: shown.from, to: shown.to })
            : t('rows-of', { from: shown.from, to: shown.to, total: shown.total })}
        </p>
      )}
    </nav>
  )
}

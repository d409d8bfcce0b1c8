import { type CaseRow, stateLabel } from '../../cases/index.ts'
import { codeName, municipalityName } from '../../classification/index.ts'
import { desk } from '../../language/catalogues/desk.ts'
import { whoMay } from '../../language/catalogues/who-may.ts'
import { dateInFinland, formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import { daysLeft, NEAR_DAYS } from '../../law/index.ts'
import { type Column, Table, Tag } from '../ui/parts.ts'

export interface CaseListProps {
  lang: Lang
  caption: string
  rows: readonly CaseRow[]
  now: Date
  /** Names of the staff by id. */
  names: ReadonlyMap<string, string>
  /** Who looks. */
  me: string
  withHandler?: boolean
}

/** Days until a case's next clock ends; null when none runs. */
export const caseDaysLeft = (row: Pick<CaseRow, 'nextDue'>, now: Date): number | null =>
  row.nextDue ? daysLeft({ due: row.nextDue.toISOString().slice(0, 10) }, dateInFinland(now)) : null

/** A review or appeal time with so few days left that the case tops the queue. */
const rightsNear = (row: Pick<CaseRow, 'rightsDue' | 'closedAt'>, now: Date): boolean =>
  row.rightsDue !== null &&
  !row.closedAt &&
  daysLeft({ due: row.rightsDue.toISOString().slice(0, 10) }, dateInFinland(now)) < NEAR_DAYS

/** Cases as a table, as cards on a phone. Coded columns only: no name is on it. */
export function CaseList({ lang, caption, rows, now, names, me, withHandler }: CaseListProps) {
  const t = desk(lang)
  const columns: Column<CaseRow>[] = [
    {
      label: t('col-case'),
      rowHeader: true,
      cell: (row) => (
        <span class="av-tags">
          <a href={`/desk/cases/${row.id}`}>
            <span class="av-number">{row.number}</span>
          </a>
          {rightsNear(row, now) && (
            <Tag tone="danger">{t('rights-near', { date: formatDate(lang, row.rightsDue!) })}</Tag>
          )}
          {row.urgent && !row.closedAt && <Tag tone="danger">{t('urgent')}</Tag>}
          {row.restricted && <Tag tone="danger">{whoMay(lang)('tag-restricted')}</Tag>}
          {!row.opens && <Tag>{whoMay(lang)('tag-closed')}</Tag>}
          {row.unread && row.opens && <Tag tone="accent">{t('unread')}</Tag>}
        </span>
      ),
    },
    {
      label: t('col-about'),
      // Where the address is protected, who may not open the case is not told of the municipality.
      cell: (row) =>
        row.restricted && !row.opens ? (
          <span>–</span>
        ) : (
          <span>
            {t(row.kind === 'complaint' ? 'kind-complaint' : 'kind-advice')}
            {row.serviceTask && ` · ${codeName('serviceTask', row.serviceTask, lang)}`}
            <span class="av-second">
              {[
                row.service && codeName('service', row.service, lang),
                municipalityName(row.municipality, lang),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </span>
        ),
    },
    { label: t('col-state'), cell: (row) => <State row={row} lang={lang} /> },
    { label: t('col-due'), cell: (row) => <Due row={row} lang={lang} now={now} /> },
    ...(withHandler
      ? [
          {
            label: t('col-handler'),
            cell: (row: CaseRow) =>
              row.handlerId === null
                ? t('nobody')
                : row.handlerId === me
                  ? t('you')
                  : (names.get(row.handlerId) ?? ''),
          },
        ]
      : []),
    { label: t('col-opened'), cell: (row) => <span class="av-due">{formatDate(lang, row.openedAt)}</span> },
  ]
  return (
    <Table
      caption={caption}
      captionHidden
      stack
      columns={columns}
      rows={rows}
      alertOf={(row) => {
        if (row.closedAt) return undefined
        const left = caseDaysLeft(row, now)
        if (row.urgent || rightsNear(row, now) || (left !== null && left < 0)) return 'danger'
        return left !== null && left < 5 ? 'warning' : undefined
      }}
    />
  )
}

function State({ row, lang }: { row: CaseRow; lang: Lang }) {
  // The leaves that say something: the office's own state first, tracks that have not begun left out.
  const paths = row.state.filter((path) => !path.endsWith('.none') && !path.endsWith('.normal'))
  const own = paths.filter((path) => path.startsWith('open.office') || path.startsWith('ended'))
  const others = paths.filter((path) => !own.includes(path) && path.split('.').length > 2)
  return (
    <span>
      {own.slice(-1).map((path) => stateLabel(row, path, lang))}
      {others.length > 0 && (
        <span class="av-second">{others.map((path) => stateLabel(row, path, lang)).join(', ')}</span>
      )}
    </span>
  )
}

function Due({ row, lang, now }: { row: CaseRow; lang: Lang; now: Date }) {
  const t = desk(lang)
  const left = caseDaysLeft(row, now)
  if (left === null || row.closedAt) return <span class="av-hush">{row.closedAt ? '–' : t('no-clock')}</span>
  const words =
    left === 0 ? t('due-today') : left > 0 ? t('due-in', { n: left }) : t('due-over', { n: -left })
  return (
    <span>
      <span class="av-due">{formatDate(lang, row.nextDue!)}</span>
      <span class="av-second">
        {words}
        {row.nextStatutory && `, ${t('statutory')}`}
      </span>
    </span>
  )
}

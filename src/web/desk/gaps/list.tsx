import type { GapRow } from '../../../cases/index.ts'
import { gapCodeName, municipalityName } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { formatDate, formatNumber } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { GapFigures } from '../../../law/index.ts'
import { type Column, Table, Tag } from '../../ui/parts.ts'
import { lateness } from './facts.tsx'

type Row = GapRow & { figures: GapFigures }

/** Gaps as a table, as cards on a phone. Coded columns only: no name is on it. */
export function GapTable(props: { lang: Lang; caption: string; rows: readonly Row[]; today: string }) {
  const { lang, today } = props
  const t = gaps(lang)
  const columns: Column<Row>[] = [
    { label: t('col-gap'), rowHeader: true, cell: (row) => <Name lang={lang} row={row} /> },
    {
      label: t('col-days'),
      cell: ({ figures: { daysWithoutIncome: days } }) =>
        days === undefined ? '–' : formatNumber(lang, days),
    },
    { label: t('col-over'), cell: (row) => <Over lang={lang} row={row} /> },
    { label: t('col-cause'), cell: (row) => gapCodeName('cause', row.cause, lang) },
    {
      label: t('col-place'),
      cell: (row) => (row.municipality ? municipalityName(row.municipality, lang) : '–'),
    },
    {
      label: t('col-case'),
      cell: (row) => (
        <span>
          {row.caseNumber ? (
            <a href={`/desk/cases/${row.caseId}`}>
              <span class="av-number">{row.caseNumber}</span>
            </a>
          ) : (
            t('col-alone')
          )}
          {row.followUpOn && <FollowUp lang={lang} on={row.followUpOn} today={today} />}
        </span>
      ),
    },
    ...(props.rows.some(({ state }) => state === 'closed')
      ? [
          {
            label: t('col-outcome'),
            cell: (row: Row) => (
              <span>
                {row.corrected && gapCodeName('corrected', row.corrected, lang)}
                <span class="av-second">{t(lateness(row.tooLate))}</span>
              </span>
            ),
          },
        ]
      : []),
  ]
  return (
    <Table
      caption={props.caption}
      captionHidden
      stack
      columns={columns}
      rows={props.rows}
      alertOf={({ state, figures }) => {
        if (state === 'closed') return undefined
        if (figures.urgentAnswerBy) return 'danger'
        return figures.time?.late ? 'warning' : undefined
      }}
    />
  )
}

function Name({ lang, row }: { lang: Lang; row: Row }) {
  const t = gaps(lang)
  const { figures } = row
  return (
    <span>
      <a href={`/desk/gaps/${row.id}`}>{gapCodeName('benefit', row.benefit, lang)}</a>
      <span class="av-second">{gapCodeName('authority', row.authority, lang)}</span>
      <span class="av-tags">
        {row.state === 'open' && figures.urgentAnswerBy && <Tag tone="danger">{t('urgent')}</Tag>}
        {figures.handOffs.loops.length > 0 && <Tag tone="warning">{t('loop-tag')}</Tag>}
        {row.state === 'open' && row.paidAt && <Tag tone="success">{t('paid-tag')}</Tag>}
      </span>
    </span>
  )
}

function Over({ lang, row: { figures } }: { lang: Lang; row: Row }) {
  const t = gaps(lang)
  const { time } = figures
  if (!time) return <span class="av-hush">{t('over-none')}</span>
  const date = formatDate(lang, time.deadline.due)
  if (time.waiting) return <span class="av-hush">{t('over-waiting')}</span>
  if (time.ofClient) return <span class="av-hush">{t('over-client', { date })}</span>
  if (!time.late) return <span class="av-hush">{t(time.kept ? 'col-in-time' : 'over-due', { date })}</span>
  return (
    <span>
      {t('col-over-days', { n: time.workingDaysOver })}
      <span class="av-second">{t('over-due', { date })}</span>
    </span>
  )
}

function FollowUp({ lang, on, today }: { lang: Lang; on: Date; today: string }) {
  const late = on.toISOString().slice(0, 10) < today
  return (
    <span class="av-second">
      {gaps(lang)(late ? 'follow-late' : 'follow-on', { date: formatDate(lang, on) })}
    </span>
  )
}

import { type Block, heading, paragraph, type Row } from '../../documents/model.ts'
import { gapSheet } from '../../language/catalogues/gap-sheet.ts'
import { gaps } from '../../language/catalogues/gaps.ts'
import { formatDate } from '../../language/formats.ts'
import { explain } from '../../law/index.ts'
import type { SheetFacts } from './sheet-document.ts'

/** The days of a gap, its time limit with how it came about, and what was counted. */
export function datesSection({ lang, gap, figures }: SheetFacts): Block[] {
  const t = gapSheet(lang)
  const name = gaps(lang)
  const day = (label: string, value: string | undefined): Row[] =>
    value === undefined ? [] : [{ label, cells: [formatDate(lang, value)] }]
  const { time, daysWithoutIncome, countedTo } = figures
  const until = formatDate(lang, countedTo)
  const rows: Row[] = [
    ...day(name('day-lastIncomeAt'), gap.lastIncomeAt),
    ...day(name('day-appliedAt'), gap.appliedAt),
    ...gap.supplements.flatMap(({ askedAt, dueAt, at }) => [
      ...day(name('day-supplement-askedAt'), askedAt),
      ...day(name('day-supplement-dueAt'), dueAt),
      ...day(name('day-supplement-at'), at),
    ]),
    ...day(t('due'), time?.waiting ? undefined : time?.deadline.due),
    ...day(name('day-decidedAt'), gap.decidedAt),
    ...day(name('day-paidAt'), gap.paidAt),
    {
      label: t('days-without', { date: until }),
      cells: [daysWithoutIncome === undefined ? t('none') : t('days', { n: daysWithoutIncome })],
    },
    ...(time && !time.ofClient && !time.waiting
      ? [
          {
            label: t('over', { date: formatDate(lang, time.until) }),
            cells: [t('working-days', { n: time.workingDaysOver })],
          },
        ]
      : []),
  ]
  return [
    heading(2, t('dates')),
    {
      kind: 'table',
      name: 'days',
      caption: t('dates-table'),
      header: t('event'),
      columns: [{ label: t('day'), type: 'text' }],
      rows,
    },
    // An authority is told no unverified date as fact, as little as a client is; what a client can do is not for it.
    ...(time && !time.waiting
      ? [
          heading(3, t('why-due')),
          paragraph(explain(time.deadline, lang, { audience: 'client', rule: time.rule }).join(' ')),
        ]
      : []),
  ]
}

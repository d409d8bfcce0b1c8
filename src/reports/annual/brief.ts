import type { Block, KeyFigure } from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { formatDate, formatNumber } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import { perThousand } from '../../statistics/index.ts'
import { directionOf } from '../change.ts'
import { percentText, share } from '../wording.ts'
import { figureOf } from '../year-figures.ts'
import { type AnnualReportInput, isUnfinished } from './input.ts'
import { areaResidents } from './residents.ts'

/** The three totals of a year and the year before: contacts, cases, persons. */
export function totalsOf({ now, before }: Pick<AnnualReportInput, 'now' | 'before'>) {
  const of = (tables: NonNullable<typeof before>) => ({
    contacts: tables.month.total,
    cases: tables['serviceTask-case'].total,
    persons: tables['serviceTask-person'].total,
  })
  return { now: of(now), before: before ? of(before) : null }
}

/** The year in a paragraph and a row of figures. */
export function briefBlocks(input: AnnualReportInput): Block[] {
  const { lang, year } = input
  const t = reports(lang)
  const { now, before } = totalsOf(input)
  const text: string[] = []
  if (now.contacts === 0) text.push(t('brief.none', { year: String(year) }))
  else if (now.contacts === null) text.push(t('brief.hidden'))
  else {
    if (now.contacts !== null) text.push(t('brief.contacts', { year: String(year), n: now.contacts }))
    if (now.cases !== null && now.persons !== null)
      text.push(t('brief.cases-persons', { cases: now.cases, persons: now.persons }))
  }
  if (isUnfinished(input))
    text.push(t('brief.unfinished', { year: String(year), date: formatDate(lang, input.date) }))
  const items = (['contacts', 'cases', 'persons'] as const).map(
    (unit): KeyFigure => ({
      label: t(`figure.${unit}`),
      value: now[unit],
      note: before ? changeText(lang, now[unit], before[unit]) : undefined,
    }),
  )
  return [
    ...(text.length > 0
      ? [{ kind: 'paragraph' as const, tone: 'lead' as const, runs: [text.join(' ')] }]
      : []),
    { kind: 'key-figures', items: [...items, ...dissatisfaction(input), ...rate(input)] },
  ]
}

/** What the change from the year before may be called. */
export function changeText(lang: Lang, now: number | null, before: number | null): string | undefined {
  if (before === null) return undefined
  const t = reports(lang)
  const was = formatNumber(lang, before)
  const direction = directionOf(now, before)
  if (direction === 'same') return t('change.same', { before: was })
  if ((direction !== 'more' && direction !== 'less') || before === 0)
    return t('change.previous', { before: was })
  const percent = formatNumber(lang, Math.abs(((now! - before) / before) * 100))
  return t(`change.${direction}`, { percent, before: was })
}

function dissatisfaction({ lang, now }: AnnualReportInput): KeyFigure[] {
  const part = share(figureOf(now.nature, 'dissatisfaction'), now.nature.total)
  if (!part || (now.nature.total ?? 0) < 20) return []
  const t = reports(lang)
  return [
    {
      label: t('figure.dissatisfaction'),
      value: `${percentText(lang, part)}${lang === 'en' ? '' : '\u00a0'}%`,
      note: t('figure.dissatisfaction-note'),
    },
  ]
}

function rate(input: AnnualReportInput): KeyFigure[] {
  const area = areaResidents(input)
  const value = area && perThousand(input.now.month.total, area.residents)
  if (!area || !value) return []
  const t = reports(input.lang)
  return [
    {
      label: t('figure.rate'),
      value,
      decimals: 1,
      note: t(area.sample ? 'figure.rate-sample' : 'figure.rate-note'),
    },
  ]
}

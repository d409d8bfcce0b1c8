import { gapCodeName } from '../../classification/index.ts'
import { type Block, heading, list, paragraph } from '../../documents/model.ts'
import { gapSheet } from '../../language/catalogues/gap-sheet.ts'
import { formatDate, formatNumber } from '../../language/formats.ts'
import { inOrder } from '../../law/index.ts'
import type { SheetFacts } from './sheet-document.ts'

/** The client's way from authority to authority, and where it went in circles. */
export function waySection({ lang, gap, figures }: SheetFacts): Block[] {
  const t = gapSheet(lang)
  const name = (code: string) => gapCodeName('authority', code, lang)
  const way = inOrder(gap.handOffs)
  if (way.length === 0) return [heading(2, t('way')), paragraph(t('way-none'))]
  return [
    heading(2, t('way')),
    {
      kind: 'table',
      name: 'way',
      caption: t('way-table'),
      header: t('from'),
      columns: [
        { label: t('into'), type: 'text' },
        { label: t('day'), type: 'text' },
      ],
      rows: way.map(({ from, to, on }, n) => ({
        label: `${t('step', { n: n + 1 })} ${name(from)}`,
        cells: [name(to), on ? formatDate(lang, on) : t('none')],
      })),
    },
    ...figures.handOffs.loops.map(({ authorities }) =>
      paragraph(t('loop', { way: authorities.map(name).join(' – ') })),
    ),
  ]
}

/**
 * What the wait was worth as a reference, and the help that bridged it. Its formula tells the day of the last income and
 * who lives in the household: it is there only where the sheet may tell days.
 */
export function sumsSection({ lang, gap, figures, parts }: SheetFacts): Block[] {
  const t = gapSheet(lang)
  const { estimate } = figures
  const euros = (cents: number) => formatNumber(lang, cents / 100, 2)
  const kind = (code: string) => gapCodeName('bridging', code, lang)
  const asked = gap.bridging.filter(({ cents = 0 }) => cents === 0)
  const help = [
    ...gap.bridging.flatMap(({ kind: code, cents = 0 }) =>
      cents > 0 ? [t('bridged', { kind: kind(code), sum: euros(cents) })] : [],
    ),
    ...(asked.length > 0 ? [t('asked', { kinds: asked.map((one) => kind(one.kind)).join(', ') })] : []),
  ]
  if (!estimate)
    return [heading(2, t('sums')), paragraph(t('sum-none')), ...(help.length > 0 ? [list(help)] : [])]
  const withDays = parts.includes('dates')
  const form = estimate.basis === 'daily-benefit' ? 'sum-daily' : 'sum-basic'
  const formula = estimate.parts.map(({ from, to, rate, days }) =>
    t(form, { from: formatDate(lang, from), to: formatDate(lang, to), rate: euros(rate), days }),
  )
  const lines = [...(withDays ? formula : []), ...help]
  return [
    heading(2, t('sums')),
    paragraph({
      text: withDays
        ? t('reference-sum', { date: formatDate(lang, figures.countedTo), sum: euros(estimate.net) })
        : t('reference-sum-plain', { sum: euros(estimate.net) }),
      bold: true,
    }),
    ...(lines.length > 0 ? [list(lines)] : []),
    {
      kind: 'paragraph',
      tone: 'small',
      runs: [estimate.verified ? t('sum-note') : `${t('sum-note')} ${t('sum-unverified')}`],
    },
  ]
}

/** What the gap has led to. */
export function effectsSection({ lang, gap }: SheetFacts): Block[] {
  const t = gapSheet(lang)
  return [
    heading(2, t('effects')),
    gap.effects.length > 0
      ? list(gap.effects.map((effect) => gapCodeName('effect', effect, lang)))
      : paragraph(t('effects-none')),
  ]
}

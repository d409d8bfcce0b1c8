import type { GapFile } from '../../../cases/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { formatDate, formatNumber } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { type Estimate, explain, type GapFigures } from '../../../law/index.ts'
import { Details, type KeyFigure, KeyFigures } from '../../ui/parts.ts'

interface Props {
  lang: Lang
  file: GapFile
  today: string
}

/** Whole cents as people write euros. */
export const euros = (lang: Lang, cents: number): string => formatNumber(lang, cents / 100, 2)

/** What follows from what is known, at a glance, and under it how each figure came about. */
export function Figures({ lang, file, today }: Props) {
  const t = gaps(lang)
  const { figures } = file
  const { time, estimate } = figures
  return (
    <>
      <KeyFigures
        figures={[
          daysFigure(lang, file),
          overFigure(lang, figures),
          wayFigure(lang, figures),
          sumFigure(lang, file),
        ]}
      />
      <p class="av-hush av-small">{t('figures-to-today', { date: formatDate(lang, figures.countedTo) })}</p>
      {time && (
        <Details summary={t('why-due')}>
          {explain(time.deadline, lang, {
            audience: 'office',
            rule: time.rule,
            ...(!time.kept && { today }),
          }).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Details>
      )}
      {estimate && <WhyEuros lang={lang} estimate={estimate} />}
    </>
  )
}

function daysFigure(lang: Lang, { figures, input }: GapFile): KeyFigure {
  const t = gaps(lang)
  const { daysWithoutIncome: days } = figures
  if (days === undefined || !input.lastIncomeAt)
    return { label: t('days-without'), value: '–', note: t('days-unknown') }
  return {
    label: t('days-without'),
    value: formatNumber(lang, days),
    note: t('days-since', { date: formatDate(lang, input.lastIncomeAt) }),
  }
}

function overFigure(lang: Lang, { time }: GapFigures): KeyFigure {
  const t = gaps(lang)
  if (!time) return { label: t('over'), value: '–', note: t('over-none') }
  const date = formatDate(lang, time.deadline.due)
  if (time.ofClient) return { label: t('over'), value: '–', note: t('over-client', { date }) }
  if (time.waiting) return { label: t('over'), value: '–', note: t('over-waiting') }
  return { label: t('over'), value: formatNumber(lang, time.workingDaysOver), note: t('over-due', { date }) }
}

function wayFigure(lang: Lang, { handOffs: { count, bounces, loops } }: GapFigures): KeyFigure {
  const t = gaps(lang)
  return {
    label: t('hand-offs'),
    value: formatNumber(lang, count),
    note: count > 0 ? t('hand-offs-loops', { loops: loops.length, bounces }) : undefined,
  }
}

/** What the reference sum cannot be computed without. */
function missingFor({ benefit, lastIncomeAt, household }: GapFile['input']) {
  if (benefit === 'service') return 'euros-service'
  if (lastIncomeAt && household) return 'euros-none'
  if (lastIncomeAt) return 'euros-no-household'
  return household ? 'euros-no-income' : 'euros-none'
}

function sumFigure(lang: Lang, { figures: { estimate }, input }: GapFile): KeyFigure {
  const t = gaps(lang)
  if (!estimate)
    return {
      label: t('euros'),
      value: '–',
      note: t(missingFor(input)),
    }
  return {
    label: t('euros'),
    value: `${euros(lang, estimate.net)} €`,
    note: estimate.bridged > 0 ? t('euros-after') : undefined,
  }
}

function WhyEuros({ lang, estimate }: { lang: Lang; estimate: Estimate }) {
  const t = gaps(lang)
  const formula = estimate.basis === 'daily-benefit' ? 'euros-formula-daily' : 'euros-formula-basic'
  return (
    <Details summary={t('why-euros')}>
      <p>
        <strong>{t('euros-reference')}</strong>
      </p>
      {estimate.parts.map(({ from, to, rate, days, amounts, thirtieths }) => (
        <>
          <p>
            {t(formula, {
              from: formatDate(lang, from),
              to: formatDate(lang, to),
              rate: euros(lang, rate),
              days,
              sum: euros(lang, Math.floor((thirtieths * 2 + 30) / 60)),
            })}
          </p>
          <ul>
            {amounts.map(({ amount, times }) => (
              <li>
                {t('euros-amount', {
                  name: amount.name[lang],
                  amount: formatNumber(lang, amount.amount, 2),
                  times,
                })}
              </li>
            ))}
          </ul>
        </>
      ))}
      {estimate.bridged > 0 && <p>{t('euros-bridged', { sum: euros(lang, estimate.bridged) })}</p>}
      <p>
        {t('euros-net', { sum: euros(lang, estimate.net) })}. {t('euros-rounding')}
      </p>
      {estimate.daysWithoutAmount > 0 && <p>{t('euros-days-without', { n: estimate.daysWithoutAmount })}</p>}
      {!estimate.verified && <p>{t('euros-unverified')}</p>}
    </Details>
  )
}

import { GAP_RULES, type GapFile } from '../../../cases/index.ts'
import { gapCodeName, municipalityName } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { SummaryList, type SummaryRow } from '../../ui/parts.ts'
import { euros } from './figures.tsx'

/** What is recorded of a gap; what is not known is left out. */
export function GapFacts({ lang, file }: { lang: Lang; file: GapFile }) {
  const t = gaps(lang)
  const { gap, input } = file
  const day = (label: string, value: string | undefined): SummaryRow => ({
    label,
    value: value && formatDate(lang, value),
  })
  const rule = GAP_RULES.find((one) => one === input.rule)
  const rows: SummaryRow[] = [
    {
      label: t('on-case'),
      value: file.caseNumber ? (
        <a href={`/desk/cases/${gap.caseId}`}>
          <span class="av-number">{file.caseNumber}</span>
        </a>
      ) : (
        t('on-contact-alone')
      ),
    },
    { label: t('authority'), value: gapCodeName('authority', input.authority, lang) },
    { label: t('cause'), value: gapCodeName('cause', input.cause, lang) },
    { label: t('municipality'), value: input.municipality && municipalityName(input.municipality, lang) },
    day(t('day-lastIncomeAt'), input.lastIncomeAt),
    day(t('day-appliedAt'), input.appliedAt),
    day(t('day-ruleFrom'), input.ruleFrom),
    ...input.supplements.flatMap(({ askedAt, dueAt, at }) => [
      day(t('day-supplement-askedAt'), askedAt),
      day(t('day-supplement-dueAt'), dueAt),
      day(t('day-supplement-at'), at),
    ]),
    day(t('day-decidedAt'), input.decidedAt),
    day(t('day-paidAt'), input.paidAt),
    {
      label: t('rule'),
      value: rule ? file.rules.find(({ code }) => code === rule)?.name[lang] : t('rule-none'),
    },
    { label: t('household'), value: householdText(lang, input.household) },
    {
      label: t('effects'),
      value: input.effects.map((effect) => gapCodeName('effect', effect, lang)).join(', '),
    },
    { label: t('bridging'), value: input.bridging.map((help) => bridgingText(lang, help)).join('; ') },
    day(t('follow-up'), input.followUpOn),
    { label: t('found'), value: formatDate(lang, gap.foundAt) },
    ...(gap.state === 'closed'
      ? [
          day(t('day-closedAt'), gap.closedAt?.toISOString()),
          { label: t('corrected'), value: gap.corrected && gapCodeName('corrected', gap.corrected, lang) },
          { label: t('too-late'), value: t(lateness(gap.tooLate)) },
        ]
      : []),
  ]
  return <SummaryList lang={lang} rows={rows.filter(({ value }) => Boolean(value))} />
}

/** Whether a closed gap was put right in time. */
export const lateness = (tooLate: boolean | null) =>
  tooLate === null ? 'too-late-unknown' : tooLate ? 'too-late-yes' : 'too-late-no'

function householdText(lang: Lang, household: GapFile['input']['household']): string | undefined {
  if (!household) return undefined
  const children = household.children10to17 + household.childrenUnder10
  const adults = gapCodeName('household', household.adults, lang)
  return children > 0 ? `${adults}, ${gaps(lang)('children', { n: children })}` : adults
}

function bridgingText(lang: Lang, { kind, cents = 0 }: GapFile['input']['bridging'][number]): string {
  const t = gaps(lang)
  const name = gapCodeName('bridging', kind, lang)
  return cents > 0
    ? t('bridging-given', { kind: name, sum: euros(lang, cents) })
    : t('bridging-asked', { kind: name })
}

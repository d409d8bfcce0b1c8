import type { Hold, RetentionStart, StandingRow } from '../../../cases/index.ts'
import { codeList } from '../../../classification/index.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'

type RuleWords = Pick<
  NonNullable<StandingRow['standing']['rule']>,
  'action' | 'years' | 'startsFrom' | 'source' | 'kind'
>

/** A rule in one sentence, with what it rests on. */
export function ruleWords(rule: RuleWords, lang: Lang): string {
  const t = retentionTexts(lang)
  return t('rule-text', {
    what: t(`action-${rule.action as 'destroy'}`),
    years: rule.years,
    // A contact that became no case has one day only.
    from: t(rule.kind === 'contact' ? 'from-contact' : `from-${rule.startsFrom as RetentionStart}`),
    source: rule.source,
  })
}

export const outcomeWords = (code: string, lang: Lang): string =>
  code === ''
    ? retentionTexts(lang)('outcome-any')
    : (codeList('outcome').find((entry) => entry.code === code)?.[lang] ?? code)

const holdWords = ({ why, until }: Hold, lang: Lang): string => {
  const t = retentionTexts(lang)
  const said = t(`hold-${why}`)
  return until ? t('hold-until', { why: said, date: formatDate(lang, until) }) : said
}

/** What will happen to a matter, and what keeps it from happening. */
export function stateWords({ standing }: Pick<StandingRow, 'standing'>, lang: Lang): string {
  const t = retentionTexts(lang)
  const { state, action, destroyOn, dueOn, holds } = standing
  const date = formatDate(lang, destroyOn ?? dueOn ?? '')
  // Before the end only what will still hold then is worth telling.
  const kept = holds
    .filter(({ until }) => until === null || dueOn === null || until >= dueOn || state === 'held')
    .map((hold) => holdWords(hold, lang))
    .join(', ')
  if (kept) return `${t('state-held')}: ${kept}`
  return state === 'near' || state === 'running'
    ? t(action === 'review' ? 'state-near-review' : 'state-near', { date })
    : state === 'told'
      ? destroyOn
        ? t('state-told', { date })
        : t('state-told-first')
      : state === 'no-rule' || state === 'open'
        ? t('state-none')
        : t(`state-${state}`)
}

import { estimateOf } from '../../classification/index.ts'
import { gaps } from '../../language/catalogues/gaps.ts'
import { formatDate } from '../../language/formats.ts'
import { LANGS, type Lang } from '../../language/lang.ts'
import {
  checkGapDays,
  computeGap,
  DeadlineError,
  FIRST_DAY,
  type GapFacts,
  LAST_DAY,
  type Rule,
} from '../../law/index.ts'
import { Refusal } from '../refusal.ts'
import type { GapInput } from './gap-input.ts'

/** What is wrong with a field of a gap, said in the reader's language. Fields of a list carry their place: `handOff-0-on`. */
export interface GapFieldError {
  field: string
  text: (lang: Lang) => string
}

/** A gap as facts to compute with. */
export const factsOfInput = (given: GapInput): GapFacts => ({
  ...given,
  estimate: estimateOf(given.benefit),
})

/**
 * Everything that cannot be in a gap: days still to come, days in the wrong order, a hand-off from an authority to
 * itself, a rule without its first day or not yet in force. `today` is an ISO day in Finland, `rules` the office's own. Empty: all is well.
 */
export function checkGap(given: GapInput, today: string, rules?: readonly Rule[]): GapFieldError[] {
  const errors: GapFieldError[] = checkGapDays(factsOfInput(given), today).map(({ field, why, than }) => ({
    field,
    text: (lang) =>
      why !== 'before'
        ? gaps(lang)(`error-${why}`, { field: dayName(field, lang) })
        : gaps(lang)('error-before', { field: dayName(field, lang), than: dayName(than ?? '', lang) }),
  }))
  given.handOffs.forEach(({ from, to }, n) => {
    if (from === to)
      errors.push({ field: `handOff-${n}-to`, text: (lang) => gaps(lang)('error-same-authority') })
  })
  given.bridging.forEach(({ on }, n) => {
    if (on !== undefined && (on > today || on < FIRST_DAY))
      errors.push({
        field: `bridging-${n}-on`,
        text: (lang) =>
          gaps(lang)(on > today ? 'error-future' : 'error-early', { field: gaps(lang)('bridging-on') }),
      })
  })
  if (given.followUpOn !== undefined && given.followUpOn < today)
    errors.push({ field: 'followUpOn', text: (lang) => gaps(lang)('error-follow-up') })
  if (given.followUpOn !== undefined && given.followUpOn > LAST_DAY)
    errors.push({
      field: 'followUpOn',
      text: (lang) => gaps(lang)('error-far', { field: gaps(lang)('follow-up') }),
    })
  if (given.rule !== undefined && given.appliedAt === undefined && given.ruleFrom === undefined)
    errors.push({ field: 'appliedAt', text: (lang) => gaps(lang)('error-rule-start') })
  return errors.length > 0 ? errors : ruleErrors(given, today, rules)
}

function ruleErrors(given: GapInput, today: string, rules: readonly Rule[] | undefined): GapFieldError[] {
  try {
    computeGap(factsOfInput(given), { today, ...(rules && { rules }) })
    return []
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    const { code, value } = error
    return [
      {
        field: 'rule',
        text: (lang) =>
          code === 'before-rule'
            ? gaps(lang)('error-before-rule', { date: formatDate(lang, value) })
            : gaps(lang)('error-rule'),
      },
    ]
  }
}

/** The name of a day's field, those of lists included. */
export function dayName(field: string, lang: Lang): string {
  const t = gaps(lang)
  const part = field.replace(/^(supplement|handOff)-\d+-/, '$1-')
  switch (part) {
    case 'appliedAt':
    case 'decidedAt':
    case 'paidAt':
    case 'ruleFrom':
    case 'lastIncomeAt':
    case 'closedAt':
    case 'supplement-askedAt':
    case 'supplement-dueAt':
    case 'supplement-at':
    case 'handOff-on':
      return t(`day-${part}`)
    default:
      return field
  }
}

/** Throws Refusal "field-invalid" with the first thing that is wrong. */
export function refuseBadGap(given: GapInput, today: string, rules: readonly Rule[]): void {
  const [error] = checkGap(given, today, rules)
  if (!error) return
  const texts = Object.fromEntries(LANGS.map((lang) => [lang, error.text(lang)])) as Record<Lang, string>
  throw new Refusal('field-invalid', { field: error.field }, texts)
}

import { cases } from '../language/catalogues/cases.ts'
import { clockTexts } from '../language/catalogues/clocks.ts'
import { formatDate, formatDateTime } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import { RULES } from '../law/index.ts'
import type { Refusal } from './refusal.ts'
import { eventLabel } from './timeline-texts.ts'
import { type CaseStanding, workflowOf } from './workflow-of.ts'

/**
 * Why something was not done, for the person who asked for it. `row`: the case, where there is one, for the names of its
 * events and fields.
 */
export function refusalText(
  refusal: Refusal,
  lang: Lang,
  row?: Pick<CaseStanding, 'workflow' | 'workflowVersion'>,
): string {
  const say = cases(lang)
  const { details } = refusal
  if (refusal.texts) return refusal.texts[lang]
  switch (refusal.code) {
    case 'changed-meanwhile':
      if (!details.at || !row) return say('refusal-changed-meanwhile')
      return say('refusal-changed-by', {
        who: who(details.by ?? '', lang),
        when: formatDateTime(lang, new Date(details.at)),
        what: eventLabel(row, details.event ?? '', lang),
      })
    case 'not-now':
      return refusal.texts?.[lang] ?? say('refusal-not-now')
    case 'field-missing':
      return say('refusal-field-missing', { field: fieldName(details.field ?? '', lang, row) })
    case 'field-invalid':
      return say('refusal-field-invalid', { field: fieldName(details.field ?? '', lang, row) })
    case 'date-future':
      return say('refusal-date-future', { field: fieldName(details.field ?? '', lang, row) })
    case 'date-before':
    case 'date-not-later':
    case 'clock-over':
    case 'clock-not-begun':
      return say(`refusal-${refusal.code}`, { date: formatDate(lang, details.date ?? '') })
    case 'before-rule':
    case 'after-rule':
      return say(`refusal-${refusal.code}`, {
        rule: RULES.find(({ code }) => code === details.rule)?.name[lang] ?? details.rule ?? '',
        date: formatDate(lang, details.date ?? ''),
      })
    case 'too-long':
      return say('refusal-too-long', { most: details.most ?? '' })
    default:
      return say(`refusal-${refusal.code}`)
  }
}

/** A colleague comes by name, others by what they are. */
function who(by: string, lang: Lang): string {
  if (by === 'client' || by === 'anonymous') return cases(lang)('by-client')
  if (by === 'system') return cases(lang)('by-system')
  return by === 'staff' || by === '' ? cases(lang)('by-colleague') : by
}

const CLOCK_FIELDS = {
  on: 'field-on',
  to: 'field-to',
  from: 'field-from',
  rule: 'field-rule',
  reason: 'field-reason',
  evidence: 'field-evidence',
} as const

function fieldName(
  name: string,
  lang: Lang,
  row?: Pick<CaseStanding, 'workflow' | 'workflowVersion'>,
): string {
  if (name === 'text') return cases(lang)('field-text')
  if (name in CLOCK_FIELDS) return clockTexts(lang)(CLOCK_FIELDS[name as keyof typeof CLOCK_FIELDS])
  if (name === 'municipality') return cases(lang)('field-municipality')
  return (row && workflowOf(row).texts[lang].fields[name]) ?? name
}

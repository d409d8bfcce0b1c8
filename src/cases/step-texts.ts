import { codeName } from '../classification/index.ts'
import { changeTexts } from '../language/catalogues/change.ts'
import { rightsTexts } from '../language/catalogues/rights.ts'
import type { Lang } from '../language/lang.ts'
import { rightOf } from '../law/index.ts'
import { CHANGE_STEPS, RIGHTS_STEPS } from './engine/case-step.ts'
import { FINDINGS, OWED_BY } from './rights/rights-issue.ts'

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === value)

/** What was done about the rights at stake or the client's goals, for the timeline; undefined for other events. */
export function stepLabel(type: string, lang: Lang): string | undefined {
  const rights = oneOf(RIGHTS_STEPS, type)
  if (rights) return rightsTexts(lang)(`event-${rights}`)
  const change = oneOf(CHANGE_STEPS, type)
  return change && changeTexts(lang)(`event-${change}`)
}

/** The coded fields of such a step in words. */
export function stepFields(
  type: string,
  fields: Record<string, string | boolean>,
  lang: Lang,
): { name: string; label: string; value: string }[] | undefined {
  if (!stepLabel(type, lang)) return undefined
  const t = rightsTexts(lang)
  const c = changeTexts(lang)
  const [owedBy, finding] = [oneOf(OWED_BY, fields.owedBy), oneOf(FINDINGS, fields.finding)]
  const phase = oneOf(['start', 'end'] as const, fields.phase)
  const rows: [string, string, string | undefined][] = [
    ['right', t('right'), rightOf(String(fields.right))?.name[lang]],
    ['owedBy', t('owed-by'), owedBy && t(`owed-by-${owedBy}`)],
    ['finding', t('finding'), finding && t(`finding-${finding}`)],
    [
      'realised',
      t('realised'),
      typeof fields.realised === 'string' ? codeName('rightRealised', fields.realised, lang) : undefined,
    ],
    ['phase', c('phase'), phase && c(`phase-${phase}`)],
    ['count', c('goal-count'), typeof fields.count === 'string' ? fields.count : undefined],
  ]
  return rows.flatMap(([name, label, value]) => (value ? [{ name, label, value }] : []))
}

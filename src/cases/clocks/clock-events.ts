import { clockTexts } from '../../language/catalogues/clocks.ts'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import { isExtensionReason, RULES, type Rule } from '../../law/index.ts'
import { CLOCK_STEPS } from '../engine/case-step.ts'
import { isEvidence } from './start-clock.ts'

const isStep = (type: string): type is (typeof CLOCK_STEPS)[number] | 'CLOCK_NEAR' =>
  type === 'CLOCK_NEAR' || (CLOCK_STEPS as readonly string[]).includes(type)

/** What was done with a clock, for the timeline; undefined for other events. */
export const clockEventLabel = (type: string, lang: Lang): string | undefined =>
  isStep(type) ? clockTexts(lang)(`event-${type}`) : undefined

/** The coded fields of such an event in words. */
export function clockEventFields(
  type: string,
  fields: Record<string, string | boolean>,
  lang: Lang,
  rules: readonly Rule[] = RULES,
): { name: string; label: string; value: string }[] | undefined {
  if (!isStep(type)) return undefined
  const t = clockTexts(lang)
  const given = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined)
  const day = (name: string) => given(name) && formatDate(lang, given(name)!)
  const [reason, evidence] = [given('reason'), given('evidence')]
  const rule = rules.find(({ code }) => code === given('rule'))?.name[lang] ?? given('rule')
  const rows: [string, string, string | undefined][] = [
    ['rule', t('field-rule'), rule],
    ['on', t(type === 'CLOCK_STARTED' ? 'field-from' : 'field-on'), day('on')],
    ['from', t('field-before'), day('from')],
    ['due', t('field-due'), day('due')],
    ['reason', t('field-reason'), reason && isExtensionReason(reason) ? t(`reason-${reason}`) : undefined],
    [
      'evidence',
      t('field-evidence'),
      evidence && isEvidence(evidence) ? t(`evidence-${evidence}`) : undefined,
    ],
  ]
  return rows.flatMap(([name, label, value]) => (value ? [{ name, label, value }] : []))
}

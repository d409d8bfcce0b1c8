import { isTimerEvent } from '../../workflows/index.ts'
import { type CodeListName, codeName, isCode } from '../classification/index.ts'
import { cases } from '../language/catalogues/cases.ts'
import { common } from '../language/catalogues/common.ts'
import { gaps } from '../language/catalogues/gaps.ts'
import { formatDate } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import { RULES, type Rule } from '../law/index.ts'
import { clockEventFields, clockEventLabel } from './clocks/clock-events.ts'
import { gapFields, isGapEvent } from './gaps/gap-events.ts'
import { letterEventFields, letterEventLabel, letterReminder } from './letters/letter-events.ts'
import { stepFields, stepLabel } from './step-texts.ts'
import { whoReminder, whoStepFields, whoStepLabel } from './who/steps.ts'
import { type CaseStanding, workflowOf } from './workflow-of.ts'

type OfCase = Pick<CaseStanding, 'workflow' | 'workflowVersion'>

/** What happened, for the timelines of office and client. */
export function eventLabel(row: OfCase, type: string, lang: Lang): string {
  if (type === 'START') return cases(lang)('event-start')
  if (type === 'RECODED') return cases(lang)('event-recoded')
  if (isGapEvent(type)) return gaps(lang)(`event-${type}`)
  if (isTimerEvent(type)) return cases(lang)('event-timer')
  const step =
    clockEventLabel(type, lang) ??
    stepLabel(type, lang) ??
    letterEventLabel(type, lang) ??
    whoStepLabel(type, lang)
  if (step) return step
  return workflowOf(row).texts[lang].events[type]?.done ?? type
}

/** The coded fields of an event with their labels, for the timeline. Ids of staff come back as they are. */
export function eventFields(
  row: OfCase,
  type: string,
  fields: Record<string, string | boolean>,
  lang: Lang,
  rules?: readonly Rule[],
): { name: string; label: string; value: string }[] {
  const step =
    clockEventFields(type, fields, lang, rules) ??
    stepFields(type, fields, lang) ??
    letterEventFields(type, fields, lang) ??
    whoStepFields(type, fields, lang)
  if (step) return step
  if (isGapEvent(type)) return gapFields(fields, lang)
  const workflow = workflowOf(row)
  const texts = workflow.texts[lang]
  return (workflow.events[type]?.fields ?? []).flatMap((field) => {
    const value = fields[field.name]
    if (value === undefined) return []
    return [{ name: field.name, label: texts.fields[field.name] ?? field.name, value: shown(value) }]
    function shown(given: string | boolean): string {
      if (typeof given === 'boolean') return common(lang)(given ? 'yes' : 'no')
      if (field.kind === 'date') return formatDate(lang, given)
      if (field.kind === 'choice') return texts.choices[`${field.name}.${given}`] ?? given
      if (field.kind === 'code' && isCode(field.list as CodeListName, given))
        return codeName(field.list as CodeListName, given, lang)
      return given
    }
  })
}

/** What a reminder to the staff says, by the code kept with its notice (`variables.reminder`). */
export function reminderText(
  row: OfCase,
  code: string,
  lang: Lang,
  rule?: string,
  rules: readonly Rule[] = RULES,
): string {
  if (code === 'gap-urgent') return gaps(lang)('reminder-urgent')
  if (code.startsWith('gap-follow-up:')) return gaps(lang)('reminder-follow-up')
  const clock = /^clock:.*:(soon|late)$/.exec(code)
  if (!clock)
    return (
      letterReminder(code, lang) ??
      whoReminder(code, lang) ??
      workflowOf(row).texts[lang].reminders[code] ??
      code
    )
  const name = rules.find((known) => known.code === rule)?.name[lang] ?? rule ?? ''
  return cases(lang)(clock[1] === 'late' ? 'clock-late' : 'clock-soon', { clock: name })
}

import { allowedEvents } from '../../workflows/index.ts'
import type { EventDescription, EventField, Party, Track, WorkflowTexts } from '../../workflows/workflow.ts'
import { type CodeListName, codeList } from '../classification/index.ts'
import { cases } from '../language/catalogues/cases.ts'
import type { Lang } from '../language/lang.ts'
import { type CaseStanding, snapshotOf, workflowOf } from './workflow-of.ts'

export interface ActionField {
  name: string
  label: string
  kind: EventField['kind']
  required: boolean
  /** Of `code` and `choice`, in the order they are shown. For `person` the page offers the staff of the office. */
  options?: { value: string; label: string }[]
}

/** A button of a case: what it is called, what it will do, and what it asks. */
export interface CaseAction {
  /** The event to send with `applyEvent`. */
  type: string
  track: Track
  trackLabel: string
  label: string
  /** What pressing it does, as a sentence. */
  effect: string
  fields: ActionField[]
  /** The text that goes with it; null: none. */
  note: { to: 'client' | 'office'; required: boolean; label: string } | null
  /** Ends the case or cannot be taken back: the page asks once more. */
  danger: boolean
  /** Why it cannot be done now; null when it can. */
  refusal: string | null
}

/**
 * What a party can do with a case now, and what it nearly can (with the reason). Pure.
 * The client's own messages and contacts logged elsewhere are events too: `MESSAGE_FROM_CLIENT`, `MESSAGE_TO_CLIENT`
 * and `LOG_CONTACT` are among them, so that a page with a form of its own for these leaves them out by type.
 */
export function allowedActions(row: CaseStanding, party: Party, lang: Lang): CaseAction[] {
  const workflow = workflowOf(row)
  const texts = workflow.texts[lang]
  return allowedEvents(workflow, snapshotOf(row), party).map(({ type, description, refusal }) => {
    const said = texts.events[type]!
    const { label, effect } = party === 'client' ? (said.client ?? said) : said
    return {
      type,
      track: description.track,
      trackLabel: texts.tracks[description.track],
      label,
      effect,
      fields: (description.fields ?? []).map((field) => actionField(field, texts, lang)),
      note: noteOf(description, party, lang),
      danger: description.danger ?? false,
      refusal: refusal ? texts.refusals[refusal]! : null,
    }
  })
}

function actionField(field: EventField, texts: WorkflowTexts, lang: Lang): ActionField {
  const shown = {
    name: field.name,
    label: texts.fields[field.name] ?? field.name,
    kind: field.kind,
    required: field.required,
  }
  if (field.kind === 'choice')
    return {
      ...shown,
      options: field.options.map((value) => ({
        value,
        label: texts.choices[`${field.name}.${value}`] ?? value,
      })),
    }
  if (field.kind === 'code')
    return {
      ...shown,
      options: codeList(field.list as CodeListName).map((code) => ({ value: code.code, label: code[lang] })),
    }
  return shown
}

function noteOf(description: EventDescription, party: Party, lang: Lang): CaseAction['note'] {
  if (!description.note || description.note === 'none') return null
  const to = description.noteTo ?? 'office'
  const label = to === 'client' ? 'note-to-client' : party === 'client' ? 'note-to-office' : 'note-of-office'
  return { to, required: description.note === 'required', label: cases(lang)(label) }
}

import type { TextLang, WorkflowTexts } from '../workflow.ts'

const empty = (): WorkflowTexts => ({
  states: {},
  events: {},
  fields: {},
  choices: {},
  reminders: {},
  refusals: {},
  tracks: {} as never,
})
export const adviceTexts: Record<TextLang, WorkflowTexts> = { fi: empty(), sv: empty(), en: empty() }
export const complaintTexts = adviceTexts

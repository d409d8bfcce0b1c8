import { Temporal } from 'temporal-polyfill'
import type { EventField, Workflow } from '../../../workflows/workflow.ts'
import { type CodeListName, isCode } from '../../classification/index.ts'
import { Refusal } from '../refusal.ts'
import type { EventInput } from './apply-event.ts'

/** The event's coded fields, checked against its description on an ISO day. Unknown fields are left out. */
export function readFields(
  workflow: Workflow,
  input: EventInput,
  today: string,
): Record<string, string | boolean> {
  const fields: Record<string, string | boolean> = {}
  for (const field of workflow.events[input.type]?.fields ?? []) {
    const given = input.fields?.[field.name]
    if (given === undefined || given === '') {
      if (field.kind === 'boolean') fields[field.name] = false
      else if (field.required) throw new Refusal('field-missing', { event: input.type, field: field.name })
      continue
    }
    const value = read(field, given)
    if (value === undefined) throw new Refusal('field-invalid', { event: input.type, field: field.name })
    // Days are counted of the years 1990 to 2100; an earlier one is a slip of the keyboard.
    if (field.kind === 'date' && value < '1990')
      throw new Refusal('field-invalid', { event: input.type, field: field.name })
    // Every day an event tells of has been: a decision that came, a letter that went.
    if (field.kind === 'date' && value > today)
      throw new Refusal('date-future', { event: input.type, field: field.name })
    fields[field.name] = value
  }
  return fields
}

function read(field: EventField, given: string | boolean): string | boolean | undefined {
  if (field.kind === 'boolean') return given === true || given === 'true' || given === 'on' || given === 'yes'
  if (typeof given !== 'string') return undefined
  if (field.kind === 'code') return isCode(field.list as CodeListName, given) ? given : undefined
  if (field.kind === 'choice') return field.options.includes(given) ? given : undefined
  if (field.kind === 'person') return /^[0-9a-f-]{36}$/.test(given) ? given : undefined
  try {
    return Temporal.PlainDate.from(given, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

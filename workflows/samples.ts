import type { EventDescription, EventField, WorkflowEvent } from './workflow.ts'

/** Codes on which the charts decide, by code list; of other lists one code is as good as another. */
const CODES: Record<string, string[]> = {
  outcome: ['advised', 'resolved'],
  remedy: ['review', 'review-kela', 'appeal-admin-court', 'complaint-supervisor', 'damages', 'data-access'],
  channel: ['phone'],
  rightRealised: ['yes'],
}

/**
 * Events of one type that between them try every value a chart may decide on. For finding out what is possible, and for
 * tests; never sent to a real case.
 */
export function samplesOf(type: string, description: EventDescription): WorkflowEvent[] {
  let samples: WorkflowEvent[] = [{ type }]
  for (const field of description.fields ?? []) {
    samples = samples.flatMap((sample) => values(field).map((value) => ({ ...sample, [field.name]: value })))
    // A product of all answers of a form would be thousands; the charts decide on one or two fields of an event.
    if (samples.length > 64) samples = samples.slice(0, 64)
  }
  return samples
}

function values(field: EventField): (string | boolean)[] {
  if (field.kind === 'boolean') return [true, false]
  if (field.kind === 'choice') return [...field.options]
  if (field.kind === 'code') return CODES[field.list] ?? []
  // Sent today, some time ago, long ago: how long an answer has been awaited decides where the wait begins.
  if (field.name === 'sentOn') return ['2026-11-24', '2026-11-04', '2026-10-05']
  if (field.kind === 'date') return ['2026-11-24']
  return ['00000000-0000-4000-8000-000000000000']
}

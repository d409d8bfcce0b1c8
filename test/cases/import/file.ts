import { COLUMNS, type Column } from '../../../src/cases/import/columns.ts'

export type Line = Partial<Record<Column, string>>

/** A file of contacts as an office would save it. */
export function csv(lines: readonly Line[], separator = ','): Buffer {
  const rows = lines.map((line) => COLUMNS.map((column) => line[column] ?? '').join(separator))
  return Buffer.from(`${[COLUMNS.join(separator), ...rows].join('\r\n')}\r\n`)
}

export const call: Line = {
  contact_at: '2025-03-31',
  channel: 'phone',
  contact_person: 'client',
  language: 'fi',
  municipality: '837',
  age_band: '30-64',
  service_task: 'disability',
  service: 'personal-assistance',
  provider_mode: 'own',
  nature: 'dissatisfaction',
  reasons: 'waiting-time|treatment',
  actions: 'advice',
  outcome: 'advised',
}

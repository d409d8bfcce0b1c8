import type { ListName } from '../../classification/index.ts'

/** The header of a file of contacts, as the interface has it. */
export const COLUMNS = [
  'contact_at',
  'channel',
  'contact_person',
  'language',
  'municipality',
  'age_band',
  'service_task',
  'service',
  'provider_mode',
  'nature',
  'reasons',
  'actions',
  'outcome',
  'case_ref',
  'person_ref',
] as const
export type Column = (typeof COLUMNS)[number]

/** Columns of one code, the list it comes from, and the contact's field. */
export const CODED = {
  channel: ['channel', 'channel'],
  contact_person: ['contactPerson', 'contactPerson'],
  language: ['language', 'language'],
  municipality: ['municipality', 'municipality'],
  age_band: ['ageBand', 'ageBand'],
  service_task: ['serviceTask', 'serviceTask'],
  service: ['service', 'service'],
  provider_mode: ['providerMode', 'providerMode'],
  nature: ['nature', 'nature'],
  outcome: ['outcome', 'outcome'],
} as const satisfies Partial<Record<Column, readonly [ListName, string]>>

/** Columns of several codes with `|` between. */
export const SEVERAL = { reasons: 'reason', actions: 'action' } as const satisfies Partial<
  Record<Column, ListName>
>

/** A value as the file has it: text, or a number or date of a spreadsheet (its clock time in UTC fields). */
export type Cell = string | number | boolean | Date | null | undefined

export interface FileRow {
  /** as a spreadsheet numbers them: 1 is the header */
  row: number
  cells: readonly Cell[]
}

import { randomUUID } from 'node:crypto'
import { type ContactCodes, contactRow } from '../../src/cases/contact-row.ts'
import { DIMENSION, type Dimension, dimensionCodes } from '../../src/classification/index.ts'
import { inOffice, type OfficeTransaction } from '../../src/custody/transaction.ts'
import { dateInFinland } from '../../src/language/formats.ts'
import { type CountTable, countTable, type Unit } from '../../src/statistics/table.ts'
import type { TestHouse } from '../house.ts'

export interface MadeContact extends ContactCodes {
  contactAt: Date
  caseUnit: string
  personUnit: string
}

/** Numbers that look random and are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Contacts of 2024 and 2025, New Year's night in Finland among them, some fields empty, cases with several contacts. */
export function makeContacts(count: number, seed = 1): MadeContact[] {
  const random = seeded(seed)
  const some = <T>(list: readonly T[]): T => list[Math.floor(random() * random() * list.length)]!
  const code = (dimension: Dimension) => {
    const codes = dimensionCodes(dimension).filter((value) => value !== 'not-recorded')
    return random() < 0.1 ? undefined : some(codes)
  }
  const several = (dimension: Dimension) => [
    ...new Set(Array.from({ length: Math.floor(random() * 4) }, () => code(dimension) ?? 'other')),
  ]
  const cases = Array.from({ length: Math.ceil(count / 2) }, () => randomUUID())
  const persons = new Map(cases.map((id, index) => [id, cases[index - (index % 3)]!]))
  return Array.from({ length: count }, (_, index) => {
    const caseUnit = some(cases)
    const at = index === 0 ? '2024-12-31T22:30:00Z' : null
    const start = Date.UTC(2024, 0, 1)
    return {
      contactAt: at ? new Date(at) : new Date(start + Math.floor(random() * 730) * 86_400_000 + 36_000_000),
      caseUnit,
      personUnit: persons.get(caseUnit)!,
      channel: code('channel'),
      contactPerson: code('contactPerson'),
      language: code('language'),
      municipality: random() < 0.1 ? undefined : some(['837', '604', '980', '211', '418']),
      ageBand: code('ageBand'),
      serviceTask: code('serviceTask'),
      service: code('service'),
      providerMode: code('providerMode'),
      nature: code('nature'),
      reasons: several('reason'),
      actions: several('action'),
      outcome: code('outcome'),
    }
  })
}

export async function storeContacts(
  house: TestHouse,
  organisation: string,
  contacts: readonly MadeContact[],
) {
  await asOffice(house, organisation, async (t) => {
    for (const contact of contacts) {
      const { caseUnit, personUnit } = contact
      t.insert(
        'contact',
        contactRow(t, contact, { caseId: null, caseUnit, personUnit, source: 'import', keyId: null }),
      )
    }
  })
}

export const asOffice = <T>(
  house: TestHouse,
  organisation: string,
  work: (t: OfficeTransaction) => Promise<T>,
): Promise<T> => inOffice(house, organisation, { kind: 'system' }, work, { timeout: 120_000 })

const READ: Record<Dimension, (c: MadeContact) => string | null | undefined | readonly string[]> = {
  channel: (c) => c.channel,
  contactPerson: (c) => c.contactPerson,
  language: (c) => c.language,
  ageBand: (c) => c.ageBand,
  municipality: (c) => c.municipality,
  serviceTask: (c) => c.serviceTask,
  service: (c) => c.service,
  providerMode: (c) => c.providerMode,
  nature: (c) => c.nature,
  reason: (c) => c.reasons,
  action: (c) => c.actions,
  outcome: (c) => c.outcome,
  month: (c) => String(dateInFinland(c.contactAt).month).padStart(2, '0'),
}

/** The same count done slowly, in memory. */
export function countSlowly(
  contacts: readonly MadeContact[],
  { rows, columns, unit }: { rows: Dimension; columns?: Dimension; unit: Unit },
): Pick<CountTable, 'rows' | 'columns' | 'cells' | 'rowTotals' | 'columnTotals' | 'total' | 'multiple'> {
  const dimension = (name: Dimension) => ({
    name,
    of: READ[name],
    order: dimensionCodes(name),
    multiple: DIMENSION[name].multiple,
  })
  const table = countTable(contacts, {
    name: 'slow',
    unit,
    rows: dimension(rows),
    ...(columns ? { columns: dimension(columns) } : {}),
    ...(unit === 'contact' ? {} : { unitOf: (c) => (unit === 'case' ? c.caseUnit : c.personUnit) }),
  })
  const { cells, rowTotals, columnTotals, total, multiple } = table
  return { rows: table.rows, columns: table.columns, cells, rowTotals, columnTotals, total, multiple }
}

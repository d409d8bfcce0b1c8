import { randomUUID } from 'node:crypto'
import type { House, OfficeTransaction } from '../custody/transaction.ts'
import type { Body } from '../database/generated/client.ts'
import type { Text3 } from '../language/lang.ts'

/** A body as an office keeps it in its directory. Empty texts fall back to those of its kind. */
export interface DirectoryEntry {
  /** A code of BODY_KINDS. */
  kind: string
  names: Text3
  phone: string
  /** When the phone is answered. */
  hours: Text3
  address: string
  /** Its own pages or e-service, an https address. */
  web: string
  /** What a person can say there. */
  say: Text3
  /** Only for one municipality of the county. */
  municipality: string | null
  /** ISO day on which somebody last made sure that all this holds. */
  checkedOn: string
}

export interface KeptEntry extends DirectoryEntry {
  id: string
  updatedAt: Date
}

/** An office's directory, for everybody: it names bodies, never clients, so no office has to be at work to read it. */
export async function readDirectory(house: House, organisation: string): Promise<KeptEntry[]> {
  const rows = await house.prisma.body.findMany({
    where: { organisation },
    orderBy: [{ kind: 'asc' }, { municipality: 'asc' }, { id: 'asc' }],
  })
  return rows.map(entryOf)
}

/**
 * Adds a body, or changes the one named. Recorded in the audit chain by the kind and the fields that changed.
 * @param change which one, and as of when it was read; without it one is added
 * @returns its id; null when others changed or removed it since, and nothing was done
 */
export async function saveEntry(
  t: OfficeTransaction,
  given: DirectoryEntry,
  change?: { id: string; asOf: Date },
): Promise<string | null> {
  const data = {
    kind: given.kind,
    nameFi: given.names.fi,
    nameSv: given.names.sv,
    nameEn: given.names.en,
    phone: given.phone,
    hours: { ...given.hours },
    address: given.address,
    web: given.web,
    say: { ...given.say },
    municipality: given.municipality,
    checkedOn: new Date(`${given.checkedOn}T00:00:00Z`),
    updatedAt: t.now,
  }
  if (!change) {
    const id = randomUUID()
    await t.sql.body.create({ data: { id, organisation: t.organisation, ...data } })
    record(t, id, given.kind, 'added')
    return id
  }
  // The time read goes into the condition, so that of two who change at once only the first one does.
  const { count } = await t.sql.body.updateMany({
    where: { id: change.id, organisation: t.organisation, updatedAt: change.asOf },
    data,
  })
  if (count === 0) return null
  record(t, change.id, given.kind, 'changed')
  return change.id
}

/** Takes a body out of the directory; false when it is not there. */
export async function removeEntry(t: OfficeTransaction, id: string): Promise<boolean> {
  const row = await t.sql.body.findFirst({ where: { id, organisation: t.organisation } })
  if (!row) return false
  await t.sql.body.delete({ where: { id } })
  record(t, id, row.kind, 'removed')
  return true
}

function record(t: OfficeTransaction, id: string, kind: string, done: 'added' | 'changed' | 'removed'): void {
  t.audit({
    event: 'directory.changed',
    subjectKind: 'organisation',
    subjectId: t.organisation,
    details: { body: id, kind, done },
  })
}

function entryOf(row: Body): KeptEntry {
  return {
    id: row.id,
    kind: row.kind,
    names: { fi: row.nameFi, sv: row.nameSv, en: row.nameEn },
    phone: row.phone,
    hours: inThree(row.hours),
    address: row.address,
    web: row.web,
    say: inThree(row.say),
    municipality: row.municipality,
    checkedOn: row.checkedOn.toISOString().slice(0, 10),
    updatedAt: row.updatedAt,
  }
}

function inThree(texts: unknown): Text3 {
  const own = (typeof texts === 'object' && texts !== null ? texts : {}) as Partial<Text3>
  return { fi: own.fi ?? '', sv: own.sv ?? '', en: own.en ?? '' }
}

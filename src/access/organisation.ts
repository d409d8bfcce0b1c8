import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Text3 } from '../language/lang.ts'

/** What an office serves in: the three languages of the pages, Northern Sámi, and others by arrangement. */
export const SERVED_IN = ['fi', 'sv', 'en', 'se', 'other'] as const
export type ServedIn = (typeof SERVED_IN)[number]

/** What an office tells of itself. */
export interface OfficeDetails {
  names: Text3
  phone: string
  email: string
  address: string
  /** When the phone is answered, as the office words it. */
  hours: Text3
  /** How to get a visit or a call back. */
  visits: Text3
  languages: ServedIn[]
  /** Markdown of the contact page in Northern Sámi. */
  samiPage: string
  /** Somebody who knows the language has read the page; it is shown only then. */
  samiReviewed: boolean
  /** Days without an answer to an objection after which the office asks, calls it late, and tells the lead. */
  objectionDays: ObjectionDays
}

export interface ObjectionDays {
  nudge: number
  late: number
  escalate: number
}

/** The office's own details as they stand, for the form. */
export async function readOfficeDetails(t: OfficeTransaction): Promise<OfficeDetails> {
  const row = await t.sql.organisation.findUniqueOrThrow({ where: { code: t.organisation } })
  return {
    names: { fi: row.nameFi, sv: row.nameSv, en: row.nameEn },
    phone: row.phone,
    email: row.email,
    address: row.address,
    hours: inThree(row.hours),
    visits: inThree(row.visits),
    languages: SERVED_IN.filter((one) => row.languages.includes(one)),
    samiPage: row.samiPage,
    samiReviewed: row.samiReviewed,
    objectionDays: inOrder(row.objectionDays as unknown as ObjectionDays),
  }
}

/** Since when the details are as they stand, to be given back with a change (`changeOffice`). */
export async function officeChangedAt(t: OfficeTransaction): Promise<Date> {
  const { updatedAt } = await t.sql.organisation.findUniqueOrThrow({
    where: { code: t.organisation },
    select: { updatedAt: true },
  })
  return updatedAt
}

/** Others changed the details after the form was opened: what, and who. */
export interface ChangedByOthers {
  fields: (keyof OfficeDetails)[]
  staffIds: string[]
}

/**
 * Changes what the office tells of itself; the portal shows it at once. An empty page in Northern Sámi is never a
 * reviewed one. Recorded in the audit chain by the names of the fields that changed.
 * @param asOf what `officeChangedAt` said when the form was opened; without it, whatever stands is replaced
 * @returns null when done; else nothing was changed, because others had done so since
 */
export async function changeOffice(
  t: OfficeTransaction,
  given: OfficeDetails,
  asOf?: Date,
): Promise<ChangedByOthers | null> {
  await t.sql.$queryRaw`select 1 as locked from organisation where code = ${t.organisation} for update`
  if (asOf && (await officeChangedAt(t)) > asOf) return changedSince(t, asOf)
  const before = await readOfficeDetails(t)
  const next = { ...given, samiReviewed: given.samiReviewed && given.samiPage.trim() !== '' }
  const fields = (Object.keys(before) as (keyof OfficeDetails)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]),
  )
  if (fields.length === 0) return null
  await t.sql.organisation.update({
    where: { code: t.organisation },
    data: {
      nameFi: next.names.fi,
      nameSv: next.names.sv,
      nameEn: next.names.en,
      phone: next.phone,
      email: next.email,
      address: next.address,
      hours: { ...next.hours },
      visits: { ...next.visits },
      languages: next.languages,
      samiPage: next.samiPage,
      samiReviewed: next.samiReviewed,
      objectionDays: { ...next.objectionDays },
      updatedAt: t.now,
    },
  })
  t.audit({
    event: 'organisation.changed',
    subjectKind: 'organisation',
    subjectId: t.organisation,
    details: { fields },
  })
  return null
}

async function changedSince(t: OfficeTransaction, asOf: Date): Promise<ChangedByOthers> {
  const entries = await t.sql.auditEntry.findMany({
    where: { organisation: t.organisation, event: 'organisation.changed', at: { gt: asOf } },
    select: { actorId: true, details: true },
    orderBy: { seq: 'asc' },
  })
  return {
    fields: [
      ...new Set(
        entries.flatMap(({ details }) => (details as { fields?: (keyof OfficeDetails)[] }).fields ?? []),
      ),
    ],
    staffIds: [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))],
  }
}

/** The database keeps the keys in an order of its own. */
const inOrder = ({ nudge, late, escalate }: ObjectionDays): ObjectionDays => ({ nudge, late, escalate })

function inThree(texts: unknown): Text3 {
  const own = (typeof texts === 'object' && texts !== null ? texts : {}) as Partial<Text3>
  return { fi: own.fi ?? '', sv: own.sv ?? '', en: own.en ?? '' }
}

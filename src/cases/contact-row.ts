import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Prisma } from '../database/client.ts'
import { newId } from '../database/new-id.ts'
import { dateInFinland } from '../language/formats.ts'

/** The coded fields of a contact. An absent one was not recorded. */
export interface ContactCodes {
  channel?: string
  contactPerson?: string
  language?: string
  municipality?: string
  ageBand?: string
  serviceTask?: string
  service?: string
  providerMode?: string
  nature?: string
  reasons?: string[]
  actions?: string[]
  outcome?: string
  contactAt?: Date
}

export interface ContactUnits {
  id?: string
  caseId: string | null
  caseUnit: string
  personUnit: string
  source: 'portal' | 'api' | 'desk' | 'import'
  keyId: string | null
}

/** A contact's row: coded fields open, year and month as the calendar in Finland has them. */
export function contactRow(
  t: Pick<OfficeTransaction, 'organisation' | 'now' | 'actor'>,
  codes: ContactCodes,
  units: ContactUnits,
): Prisma.ContactUncheckedCreateInput {
  const at = codes.contactAt ?? t.now
  const day = dateInFinland(at)
  return {
    id: units.id ?? newId(at),
    organisation: t.organisation,
    at,
    year: day.year,
    month: day.month,
    channel: codes.channel ?? null,
    contactPerson: codes.contactPerson ?? null,
    language: codes.language ?? null,
    municipality: codes.municipality ?? null,
    ageBand: codes.ageBand ?? null,
    serviceTask: codes.serviceTask ?? null,
    service: codes.service ?? null,
    providerMode: codes.providerMode ?? null,
    nature: codes.nature ?? null,
    reasons: codes.reasons ?? [],
    actions: codes.actions ?? [],
    outcome: codes.outcome ?? null,
    caseId: units.caseId,
    caseUnit: units.caseUnit,
    personUnit: units.personUnit,
    source: units.source,
    loggedBy: t.actor.kind === 'staff' ? t.actor.id : null,
    keyId: units.keyId,
    personSealed: null,
    noteSealed: null,
    importId: null,
    importHash: null,
  }
}

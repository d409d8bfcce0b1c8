import { z } from 'zod'
import { codeList, isCode } from '../classification/index.ts'
import { makeDataKey } from '../custody/data-key.ts'
import { seal } from '../custody/seal.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { newId } from '../database/new-id.ts'
import { contactRow } from './contact-row.ts'
import { lockCase } from './engine/case-row.ts'
import { tellOfContact } from './engine/tell-of-contact.ts'
import { personParts, place, sealPerson } from './sealed-parts.ts'
import { indexWords } from './search/index-words.ts'
import { indexPerson } from './submit-case.ts'

const code = (list: Parameters<typeof isCode>[0]) =>
  z.string().refine((value) => isCode(list, value), {
    error:
      list === 'municipality' || list === 'county'
        ? 'a code of a municipality'
        : `one of ${codeList(list)
            .map((entry) => entry.code)
            .join(', ')}`,
  })

/** One contact as the office records it. What is absent was not recorded. */
export const contactLog = z.object({
  contactAt: z.date().optional(),
  channel: code('channel'),
  contactPerson: code('contactPerson').optional(),
  language: code('language').optional(),
  municipality: code('municipality').optional(),
  ageBand: code('ageBand').optional(),
  serviceTask: code('serviceTask').optional(),
  service: code('service').optional(),
  providerMode: code('providerMode').optional(),
  nature: code('nature').optional(),
  reasons: z.array(code('reason')).default([]),
  actions: z.array(code('action')).default([]),
  outcome: code('outcome').optional(),
  person: personParts.default({}),
  note: z.string().max(20_000).optional(),
  /** contact on a case that is there already; the case is told of it */
  caseId: z.uuid().optional(),
  /** the same person as in an earlier contact or case */
  personUnit: z.uuid().optional(),
})
export type ContactLog = z.infer<typeof contactLog>

/** Records a contact: coded fields open for statistics, who and what sealed under a key of its own. */
export async function logContact(
  t: OfficeTransaction,
  given: ContactLog,
): Promise<{ contactId: string; caseUnit: string }> {
  const id = newId(t.now)
  const work = given.caseId ? await lockCase(t, given.caseId) : null
  const onCase = work?.row
  const units = {
    id,
    caseId: onCase?.id ?? null,
    caseUnit: onCase?.id ?? newId(t.now),
    personUnit: onCase?.personUnit ?? (await knownUnit(t, given.personUnit)) ?? newId(t.now),
    source: 'desk' as const,
  }
  const { key, row } = makeDataKey(t.keys, t.organisation, id)
  const keyed = Boolean(given.note || Object.keys(given.person).length)
  if (keyed) {
    t.insert('dataKey', row)
    indexPerson(t, id, given.person)
    if (given.note)
      indexWords(t, { keyId: id, caseId: units.caseId, contactId: id }, 'contactNote', id, given.note)
  }
  t.insert('contact', {
    ...contactRow(t, given, { ...units, keyId: keyed ? id : null }),
    personSealed: keyed ? sealPerson(key, id, given.person) : null,
    noteSealed: given.note ? seal(key, place.contactNote(id), given.note) : null,
  })
  if (work) await tellOfContact(t, work, given.channel)
  t.audit({ event: 'contact.logged', subjectKind: 'contact', subjectId: id, details: { case: units.caseId } })
  return { contactId: id, caseUnit: units.caseUnit }
}

/**
 * The person met before, if for the one at work there is such a person. Who is not known and who is locked for them give
 * the same, a new person, so that nobody learns by trying whom a lock is about.
 */
async function knownUnit(t: OfficeTransaction, personUnit: string | undefined): Promise<string | null> {
  if (!personUnit) return null
  const met = await t.ask(
    `select 1 from contact where person_unit = $1::uuid and organisation = $2
     union all select 1 from "case" where person_unit = $1::uuid and organisation = $2 limit 1`,
    [personUnit, t.organisation],
  )
  return met.length > 0 ? personUnit : null
}

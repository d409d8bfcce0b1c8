import { makeDataKey, openDataKey } from '../custody/data-key.ts'
import { unsealText } from '../custody/seal.ts'
import { type OfficeTransaction, wholeOffice } from '../custody/transaction.ts'
import { isLang } from '../language/lang.ts'
import { lockCase } from './engine/case-row.ts'
import { tellOfContact } from './engine/tell-of-contact.ts'
import { loneGate } from './gaps/lone-gate.ts'
import { takeGapsAlong } from './gaps/tell-case.ts'
import { Refusal } from './refusal.ts'
import { openPerson, place } from './sealed-parts.ts'
import { type Submitted, submitCase } from './submit-case.ts'

/**
 * Makes a case of a contact that was logged: the same person, the same case unit, nothing typed again.
 * The one who turns it becomes its handler; after a talk the client counts as contacted. The receipt can be read out to the client.
 */
export async function turnIntoCase(
  t: OfficeTransaction,
  contactId: string,
  given: { kind: 'advice' | 'complaint'; municipality?: string },
): Promise<Submitted> {
  await t.sql.$queryRaw`select 1 as locked from contact where id = ${contactId}::uuid for update`
  const contact = await t.sql.contact.findUnique({ where: { id: contactId } })
  if (!contact) throw new Refusal('not-found')
  if (!(await loneGate(t, { municipality: contact.municipality, by: contact.loggedBy })))
    throw new Refusal('not-yours')
  if (contact.caseId) throw new Refusal('changed-meanwhile', { caseId: contact.caseId })
  const municipality = contact.municipality ?? given.municipality
  if (!municipality) throw new Refusal('field-missing', { field: 'municipality' })
  let keyId = contact.keyId
  let key: Buffer
  if (keyId) key = await openDataKey(t, keyId)
  else {
    keyId = contact.id
    const made = makeDataKey(t.keys, t.organisation, keyId)
    t.insert('dataKey', made.row)
    await t.flush()
    await t.sql.contact.update({ where: { id: contact.id }, data: { keyId } })
    key = made.key
  }
  const note = contact.noteSealed ? unsealText(key, place.contactNote(contact.id), contact.noteSealed) : ''
  const submitted = await submitCase(
    t,
    {
      kind: given.kind,
      language: contact.language && isLang(contact.language) ? contact.language : 'fi',
      municipality,
      contactPerson: contact.contactPerson ?? 'client',
      channel: contact.channel ?? 'phone',
      ageBand: contact.ageBand ?? undefined,
      serviceTask: contact.serviceTask ?? undefined,
      service: contact.service ?? undefined,
      providerMode: contact.providerMode ?? undefined,
      nature: contact.nature ?? undefined,
      reasons: contact.reasons,
      actions: contact.actions,
      urgent: false,
      consentGiven: false,
      person: openPerson(key, keyId, contact.personSealed),
      // The office's own note of a call is not a message of the client: it stays with the contact.
      account: { text: '', topic: note ? 'contact-note' : undefined },
    },
    {
      source: 'desk',
      fromContact: { contactId, keyId, key, personUnit: contact.personUnit, caseUnit: contact.caseUnit },
      handlerId: t.actor.kind === 'staff' ? t.actor.id : undefined,
    },
  )
  await t.flush()
  // Also where the case turned out to be locked for the one who took the call.
  await wholeOffice(t, async () => {
    await tellOfContact(t, await lockCase(t, submitted.caseId), contact.channel ?? 'phone')
    await takeGapsAlong(t, contactId, submitted.caseId)
  })
  t.audit({
    event: 'contact.turned-into-case',
    subjectKind: 'contact',
    subjectId: contactId,
    details: { case: submitted.caseId },
  })
  return submitted
}

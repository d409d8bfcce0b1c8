import { currentWorkflow, start } from '../../workflows/index.ts'
import { blindHashes, type IndexKind } from '../custody/blind-index.ts'
import { makeDataKey } from '../custody/data-key.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Case } from '../database/generated/client.ts'
import { newId } from '../database/new-id.ts'
import { dateInFinland } from '../language/formats.ts'
import { newCaseNumber } from './case-number.ts'
import { contactRow } from './contact-row.ts'
import { dueColumns } from './engine/case-clocks.ts'
import { caseAtWork } from './engine/case-row.ts'
import { moveTimers } from './engine/case-timers.ts'
import { runEffects } from './engine/run-effects.ts'
import { stateColumns } from './engine/state-columns.ts'
import { storeNote } from './engine/store-note.ts'
import { newReceipt, receiptHash } from './receipt.ts'
import { type PersonParts, sealAccount, sealPerson } from './sealed-parts.ts'
import { indexWords, ofCase } from './search/index-words.ts'
import { accountText } from './search/text-parts.ts'
import type { Submission } from './submission.ts'
import { barPerson } from './who/bar-person.ts'
import { conflictsOf } from './who/find-conflicts.ts'

export interface Submitted {
  caseId: string
  caseNumber: string
  /** shown once, kept only as a keyed hash */
  receipt: string
  /** ISO date by which the office means to answer */
  expectedAnswerBy: string
}

export interface SubmitOptions {
  source: 'portal' | 'api' | 'desk'
  /** the case of a contact already logged: its key and units go on */
  fromContact?: { contactId: string; keyId: string; key: Buffer; personUnit: string; caseUnit: string }
  personUnit?: string
  handlerId?: string
}

/**
 * Takes a matter in: one transaction with the sealed case, its first transition, clocks, the planned
 * notice, the contact for the statistics, and the audit entry.
 */
export async function submitCase(
  t: OfficeTransaction,
  given: Submission,
  options: SubmitOptions,
): Promise<Submitted> {
  const workflow = currentWorkflow(given.kind)
  const id = options.fromContact?.caseUnit ?? newId(t.now)
  const known = options.fromContact
  const fresh = known ? undefined : makeDataKey(t.keys, t.organisation, id)
  const keyId = known?.keyId ?? id
  const key = known?.key ?? fresh!.key
  const receipt = newReceipt()
  const number = await newCaseNumber(t)
  const step = start(workflow, {
    urgent: given.urgent,
    hasContactAddress: Boolean(given.person.email),
    consentGiven: given.consentGiven,
  })
  const nature = given.nature ?? (given.kind === 'complaint' ? 'dissatisfaction' : 'enquiry')
  const row: Case = {
    id,
    organisation: t.organisation,
    number,
    kind: given.kind,
    workflow: workflow.id,
    workflowVersion: workflow.version,
    snapshot: step.snapshot as never,
    ...stateColumns(workflow, step.snapshot),
    version: 1,
    keyId,
    personUnit: options.personUnit ?? known?.personUnit ?? newId(t.now),
    language: given.language,
    municipality: given.municipality,
    contactPerson: given.contactPerson,
    ageBand: given.ageBand ?? null,
    serviceTask: given.serviceTask ?? null,
    service: given.service ?? null,
    providerMode: given.providerMode ?? null,
    nature,
    reasons: given.reasons,
    outcome: null,
    urgent: given.urgent,
    handlerId: options.handlerId ?? null,
    personSealed: sealPerson(key, keyId, given.person),
    accountSealed: sealAccount(key, keyId, given.account),
    receiptHash: receiptHash(t.keys, receipt),
    openedAt: t.now,
    changedAt: t.now,
    closedAt: null,
    nextDue: null,
    nextStatutory: false,
    statutoryDue: null,
    rightsDue: null,
    unread: false,
    restricted: false,
  }
  if (fresh) t.insert('dataKey', fresh.row)
  if (!known) indexPerson(t, keyId, given.person)
  indexWords(t, ofCase(row), 'account', id, accountText(given.account))
  const work = caseAtWork(t, row, [], key)
  if (given.account.text) await storeNote(t, work, given.account.text, 'client')
  await runEffects(t, work, step.effects, { type: 'START' })
  moveTimers(t, row, step)
  t.insert('case', { ...row, ...work.change, ...dueColumns(work.clocks), snapshot: step.snapshot as object })
  t.insert('caseEvent', {
    id: newId(t.now),
    organisation: t.organisation,
    caseId: id,
    at: t.now,
    actorKind: t.actor.kind === 'anonymous' ? 'client' : t.actor.kind,
    actorId: t.actor.kind === 'staff' ? t.actor.id : null,
    type: 'START',
    fields: {},
    stateBefore: [],
    stateAfter: row.state,
    noteSealed: null,
  })
  if (known) {
    await t.flush()
    await t.sql.contact.update({ where: { id: known.contactId }, data: { caseId: id } })
  } else
    t.insert(
      'contact',
      contactRow(
        t,
        { ...given, nature },
        {
          caseId: id,
          caseUnit: id,
          personUnit: row.personUnit,
          source: options.source,
          keyId,
        },
      ),
    )
  t.audit({
    event: 'case.submitted',
    subjectKind: 'case',
    subjectId: id,
    details: { kind: given.kind, source: options.source },
  })
  const touching = { ...row, person: given.person, where: given.account.where }
  for (const { staffId, reason } of await conflictsOf(t, touching)) await barPerson(t, id, staffId, reason)
  const answer = work.clocks.find((clock) => clock.rule === 'OFFICE_ANSWER')
  return {
    caseId: id,
    caseNumber: number,
    receipt,
    expectedAnswerBy: answer ? answer.due.toISOString().slice(0, 10) : dateInFinland(t.now).toString(),
  }
}

/** Hashes by which the person is found again. */
export function indexPerson(t: OfficeTransaction, keyId: string, person: PersonParts): void {
  const values: [IndexKind, string | undefined][] = [
    ['name', person.name],
    ['name', person.clientName],
    ['phone', person.phone],
    ['email', person.email],
  ]
  for (const [kind, value] of values)
    for (const hash of value ? blindHashes(t.keys, t.organisation, kind, value) : [])
      t.insert('blindIndex', { organisation: t.organisation, kind, hash, keyId })
}

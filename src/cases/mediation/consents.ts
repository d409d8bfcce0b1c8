import { z } from 'zod'
import { openDataKey } from '../../custody/data-key.ts'
import { seal, unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { dateInFinland } from '../../language/formats.ts'
import { applyToLocked } from '../engine/apply-event.ts'
import { lockCase } from '../engine/case-row.ts'
import { passGate } from '../gate.ts'
import { takes, tellTimeline } from '../letters/at-work.ts'
import type { Recipient, ToldHow, Topic } from '../letters/codes.ts'
import { letterRefusal } from '../letters/refusals.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import { consentText } from '../search/text-parts.ts'
import { consentFollows } from './consent-follows.ts'

const scopeParts = z.object({ units: z.string(), text: z.string() })

/** A consent as it stands; days are ISO dates. */
export interface CaseConsent {
  id: string
  recipients: Recipient[]
  topics: Topic[]
  /** the units by name, and the scope in words */
  units: string
  text: string
  expiresOn: string | null
  askedAt: Date | null
  givenAt: Date | null
  how: string | null
  refusedAt: Date | null
  withdrawnAt: Date | null
}

/** Consents of a case, the latest first. */
export async function readConsents(t: OfficeTransaction, caseId: string): Promise<CaseConsent[]> {
  const rows = await t.sql.consent.findMany({ where: { caseId }, orderBy: { id: 'desc' } })
  if (rows.length === 0) return []
  await passGate(t, 'case.read', caseId)
  const row = await t.sql.case.findUniqueOrThrow({ where: { id: caseId }, select: { keyId: true } })
  const key = await openDataKey(t, row.keyId)
  return rows.map(({ id, scopeSealed, expiresOn, recipients, topics, ...rest }) => ({
    id,
    ...scopeParts.parse(JSON.parse(unsealText(key, place.consent(id), scopeSealed))),
    recipients: recipients as Recipient[],
    topics: topics as Topic[],
    expiresOn: expiresOn?.toISOString().slice(0, 10) ?? null,
    askedAt: rest.askedAt,
    givenAt: rest.givenAt,
    how: rest.how,
    refusedAt: rest.refusedAt,
    withdrawnAt: rest.withdrawnAt,
  }))
}

export interface NewConsent {
  recipients: readonly Recipient[]
  topics: readonly Topic[]
  units: string
  text: string
  expiresOn?: string
}

/**
 * Writes down what the client is asked to allow, or (with `how`) has allowed already, and tells the case's chart. One scope
 * at a time is asked for.
 */
export async function writeConsent(
  t: OfficeTransaction,
  caseId: string,
  given: NewConsent & { how?: ToldHow; note?: string },
): Promise<void> {
  const work = await lockCase(t, caseId)
  if (given.recipients.length === 0 || given.topics.length === 0 || !given.units.trim())
    throw letterRefusal('consent-scope')
  if (given.expiresOn && given.expiresOn < dateInFinland(t.now).toString())
    throw letterRefusal('consent-past')
  const open = { caseId, givenAt: null, refusedAt: null, withdrawnAt: null }
  await t.sql.consent.deleteMany({ where: open })
  const id = newId(t.now)
  const scope = { units: given.units.trim(), text: given.text.trim() }
  indexWords(t, ofCase(work.row), 'consent', id, consentText(scope))
  t.insert('consent', {
    id,
    organisation: t.organisation,
    caseId,
    recipients: [...given.recipients],
    topics: [...given.topics],
    scopeSealed: seal(await work.key(), place.consent(id), JSON.stringify(scope)),
    expiresOn: given.expiresOn ? new Date(`${given.expiresOn}T00:00:00Z`) : null,
    askedAt: given.how ? null : t.now,
    givenAt: given.how ? t.now : null,
    how: given.how ?? null,
  })
  t.audit({
    event: 'consent.recorded',
    subjectKind: 'case',
    subjectId: caseId,
    details: { consent: id, how: given.how ?? 'asked' },
  })
  await t.flush()
  if (given.how) {
    if (takes(work, 'RECORD_CONSENT', 'office'))
      return applyToLocked(t, work, { type: 'RECORD_CONSENT', fields: { consentHow: given.how } }, 'office')
    return tellTimeline(t, work, 'CONSENT_SCOPE', { consentHow: given.how })
  }
  const ask = ['START_MEDIATION', 'ASK_CONSENT'].find((type) => takes(work, type, 'office'))
  if (ask) return applyToLocked(t, work, { type: ask, note: given.note }, 'office')
  // Consent is asked for or given already; the client is told of the new scope.
  await applyToLocked(t, work, { type: 'MESSAGE_TO_CLIENT', note: given.note }, 'office')
}

/** What the client read must be what is asked now: a scope written anew meanwhile has another id. */
async function mustBeAsked(t: OfficeTransaction, caseId: string, seen: string | undefined): Promise<void> {
  if (seen === undefined) return
  const open = { caseId, givenAt: null, refusedAt: null, withdrawnAt: null }
  const asked = await t.sql.consent.findMany({ where: open, select: { id: true } })
  if (!asked.some(({ id }) => id === seen)) throw new Refusal('changed-meanwhile')
}

/**
 * The client says no to what was asked; a consent given before stays as it is. `seen` is the request the client read.
 * Throws Refusal "changed-meanwhile" when it is no longer the one that is asked.
 */
export async function refuseAskedConsent(t: OfficeTransaction, caseId: string, seen?: string): Promise<void> {
  const work = await lockCase(t, caseId)
  await mustBeAsked(t, caseId, seen)
  if (takes(work, 'REFUSE_CONSENT', 'client'))
    return applyToLocked(t, work, { type: 'REFUSE_CONSENT' }, 'client')
  await consentFollows(t, work, 'refused')
  t.audit({ event: 'consent.recorded', subjectKind: 'case', subjectId: caseId, details: { how: 'refused' } })
  tellTimeline(t, work, 'CONSENT_REFUSED')
}

/**
 * The client gives the consent that is asked for, also where another is in force already. `seen` is the request the client
 * read. Throws Refusal "changed-meanwhile" when it is no longer the one that is asked.
 */
export async function giveAskedConsent(t: OfficeTransaction, caseId: string, seen?: string): Promise<void> {
  const work = await lockCase(t, caseId)
  await mustBeAsked(t, caseId, seen)
  if (takes(work, 'GIVE_CONSENT', 'client')) return applyToLocked(t, work, { type: 'GIVE_CONSENT' }, 'client')
  await consentFollows(t, work, 'given', 'portal')
  t.audit({ event: 'consent.recorded', subjectKind: 'case', subjectId: caseId, details: { how: 'portal' } })
  tellTimeline(t, work, 'CONSENT_SCOPE', { consentHow: 'portal' })
}

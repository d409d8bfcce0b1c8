import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { seal, unsealText } from '../../custody/seal.ts'
import type { House, OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { AccessRefused } from '../access-refused.ts'
import { staffKey } from '../staff-key.ts'
import { newChallenge, useChallenge } from './challenge.ts'
import { asPerson } from './take-code.ts'

export const PASSKEY_NAME_MOST = 60
const placeOf = (id: string): string => `passkey.name:${id}`

export interface PasskeyShown {
  id: string
  name: string
  /** copied by the maker's service to the person's other devices */
  synced: boolean
  createdAt: Date
  lastUsedAt: Date | null
}

/** The host passkeys belong to, and where pages that ask for them come from. */
export const passkeySite = (house: House) => {
  const { hostname, origin } = new URL(house.publicUrl)
  return { rpID: hostname, origin }
}

/** What the browser needs to make a passkey: kept by the device, with its own check of the person (PIN, finger). */
export async function passkeyOptions(
  house: House,
  person: { organisation: string; staffId: string; email: string; name: string },
) {
  const known = await asPerson(house, person, (t) =>
    t.sql.passkey.findMany({ where: { staffId: person.staffId }, select: { credentialId: true } }),
  )
  return generateRegistrationOptions({
    rpName: 'Asiavastaava',
    rpID: passkeySite(house).rpID,
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.staffId.replaceAll('-', ''), 'hex')),
    challenge: newChallenge(house, 'register', person.staffId),
    excludeCredentials: known.map(({ credentialId }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/**
 * Keeps a passkey the browser has made.
 * @param answer the JSON of the browser's answer
 * @throws AccessRefused 'passkey-failed' when it is not what was asked for, or is known already
 */
export async function addPasskey(
  house: House,
  person: { organisation: string; staffId: string },
  answer: unknown,
  name: string,
  after: (t: OfficeTransaction) => Promise<void> = async () => {},
): Promise<void> {
  const { rpID, origin } = passkeySite(house)
  const verified = await verifyRegistrationResponse({
    response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    expectedChallenge: (challenge) => useChallenge(house, 'register', person.staffId, challenge),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) throw new AccessRefused('passkey-failed')
  const { credential, credentialBackedUp } = verified.registrationInfo
  try {
    await asPerson(house, person, async (t) => {
      const id = newId(t.now)
      await t.sql.passkey.create({
        data: {
          id,
          organisation: t.organisation,
          staffId: person.staffId,
          credentialId: Buffer.from(credential.id, 'base64url'),
          publicKey: Buffer.from(credential.publicKey),
          counter: credential.counter,
          transports: (credential.transports ?? []).slice(0, 8).map(String),
          synced: credentialBackedUp,
          nameSealed: seal(await staffKey(t, person.staffId), placeOf(id), name.slice(0, PASSKEY_NAME_MOST)),
          createdAt: t.now,
        },
      })
      t.audit({
        event: 'factor.added',
        subjectKind: 'staff',
        subjectId: person.staffId,
        details: { kind: 'passkey', passkey: id },
      })
      await after(t)
    })
  } catch (error) {
    if ((error as { code?: string }).code === 'P2002') throw new AccessRefused('passkey-failed')
    throw error
  }
}

/** A person's own passkeys, the first made first. */
export async function listPasskeys(t: OfficeTransaction, staffId: string): Promise<PasskeyShown[]> {
  const rows = await t.sql.passkey.findMany({ where: { staffId }, orderBy: { createdAt: 'asc' } })
  if (rows.length === 0) return []
  const key = await staffKey(t, staffId)
  return rows.map(({ id, nameSealed, synced, createdAt, lastUsedAt }) => ({
    id,
    name: unsealText(key, placeOf(id), nameSealed),
    synced,
    createdAt,
    lastUsedAt,
  }))
}

/** Gives one of a person's own passkeys another name; false when it is not theirs. */
export async function renamePasskey(
  t: OfficeTransaction,
  staffId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const nameSealed = seal(await staffKey(t, staffId), placeOf(id), name.slice(0, PASSKEY_NAME_MOST))
  const { count } = await t.sql.passkey.updateMany({ where: { id, staffId }, data: { nameSealed } })
  if (count > 0)
    t.audit({
      event: 'factor.renamed',
      subjectKind: 'staff',
      subjectId: staffId,
      details: { kind: 'passkey', passkey: id },
    })
  return count > 0
}

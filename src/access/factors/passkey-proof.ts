import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { House } from '../../custody/transaction.ts'
import { newChallenge, type Purpose, useChallenge } from './challenge.ts'
import { passkeySite } from './passkeys.ts'
import { asPerson } from './take-code.ts'

type ProofPurpose = Exclude<Purpose, 'register'>

/** What the browser needs to ask for a passkey. Which one is the person's choice; it always checks the person. */
export const proofOptions = (house: House, purpose: ProofPurpose, subject = '') =>
  generateAuthenticationOptions({
    rpID: passkeySite(house).rpID,
    userVerification: 'required',
    challenge: newChallenge(house, purpose, subject),
  })

interface FoundPasskey {
  id: string
  organisation: string
  staff_id: string
  public_key: Uint8Array<ArrayBuffer>
  counter: bigint
}

/**
 * Whose passkey has answered.
 * @param answer the JSON of the browser's answer
 * @param subject the person who was asked; left out, whoever answers
 * @returns the person; null when anything at all does not fit
 */
export async function passkeyProof(
  house: House,
  answer: unknown,
  purpose: ProofPurpose,
  subject = '',
): Promise<{ staffId: string; organisation: string } | null> {
  const response = answer as Parameters<typeof verifyAuthenticationResponse>[0]['response']
  const credential = typeof response?.id === 'string' ? Buffer.from(response.id, 'base64url') : null
  if (!credential?.length) return null
  const [found] = await house.prisma.$queryRaw<FoundPasskey[]>`select * from app.find_passkey(${credential})`
  if (!found || (subject && found.staff_id !== subject)) return null
  const { rpID, origin } = passkeySite(house)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(house, purpose, subject, challenge),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: credential.toString('base64url'),
      publicKey: new Uint8Array(found.public_key),
      counter: Number(found.counter),
    },
  }).catch(() => null)
  if (!verified?.verified) return null
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  const person = { staffId: found.staff_id, organisation: found.organisation }
  await asPerson(house, person, (t) =>
    t.sql.passkey.update({
      where: { id: found.id },
      data: { counter: newCounter, synced: credentialBackedUp, lastUsedAt: t.now },
    }),
  )
  return person
}

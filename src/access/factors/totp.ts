import { timingSafeEqual } from 'node:crypto'
import { HOTP, Secret, TOTP } from 'otpauth'
import { seal, unseal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { AccessRefused } from '../access-refused.ts'
import { staffKey } from '../staff-key.ts'

/** RFC 6238 with what every authenticator knows: SHA-1, six digits, half a minute. */
const PERIOD = 30
const DIGITS = 6
const placeOf = (staffId: string): string => `staff.totp:${staffId}`

/** An authenticator's secret to be shown until its first code has been given. */
export interface TotpOffer {
  /** in base32, for typing */
  secret: string
  /** otpauth:// address, for the picture */
  uri: string
}

/** Begins with an authenticator: makes a secret, or shows again the one begun with. Null when there is one in use. */
export async function offerTotp(
  t: OfficeTransaction,
  staffId: string,
  account: string,
): Promise<TotpOffer | null> {
  const key = await staffKey(t, staffId)
  const row = await t.sql.staffFactor.findUnique({ where: { staffId } })
  if (row?.totpSince) return null
  const secret = row?.totpSealed
    ? new Secret({ buffer: exact(unseal(key, placeOf(staffId), row.totpSealed)) })
    : new Secret({ size: 20 })
  if (!row?.totpSealed) {
    const totpSealed = seal(key, placeOf(staffId), Buffer.from(secret.bytes))
    await t.sql.staffFactor.upsert({
      where: { staffId },
      create: { staffId, organisation: t.organisation, totpSealed },
      update: { totpSealed },
    })
  }
  const totp = new TOTP({ issuer: 'Asiavastaava', label: account, secret, digits: DIGITS, period: PERIOD })
  return { secret: secret.base32, uri: totp.toString() }
}

/**
 * Takes an authenticator into use with its first code.
 * @throws AccessRefused 'wrong' when the code does not fit or nothing was begun
 */
export async function confirmTotp(t: OfficeTransaction, staffId: string, code: string): Promise<void> {
  const row = await t.sql.staffFactor.findUnique({ where: { staffId } })
  const step = await stepOf(t, staffId, row?.totpSince ? null : (row?.totpSealed ?? null), code)
  if (step === null || !(await takeStep(t, staffId, step))) throw new AccessRefused('wrong')
  await t.sql.staffFactor.update({ where: { staffId }, data: { totpSince: t.now } })
  t.audit({ event: 'factor.added', subjectKind: 'staff', subjectId: staffId, details: { kind: 'totp' } })
}

/** Ends the use of the authenticator; false when there was none. */
export async function removeTotp(t: OfficeTransaction, staffId: string): Promise<boolean> {
  const { count } = await t.sql.staffFactor.updateMany({
    where: { staffId, totpSealed: { not: null } },
    data: { totpSealed: null, totpSince: null },
  })
  return count > 0
}

/**
 * The time step whose code this is: the present one, or one to either side for clocks that differ; null when none.
 * All three are computed whatever comes, also for somebody who has no authenticator.
 */
export async function stepOf(
  t: OfficeTransaction,
  staffId: string,
  sealed: Uint8Array | null,
  code: string,
): Promise<bigint | null> {
  const key = await staffKey(t, staffId)
  const secret = new Secret({
    buffer: sealed ? exact(unseal(key, placeOf(staffId), sealed)) : new ArrayBuffer(20),
  })
  const given = Buffer.alloc(DIGITS)
  given.write(code.slice(0, DIGITS))
  const now = Math.floor(t.now.getTime() / 1000 / PERIOD)
  let found: bigint | null = null
  for (const counter of [now - 1, now, now + 1]) {
    const right = Buffer.from(HOTP.generate({ secret, counter, digits: DIGITS }))
    if (timingSafeEqual(given, right) && code.length === DIGITS) found = BigInt(counter)
  }
  return sealed ? found : null
}

/** Uses up a step and all before it. Of two that come with one code at once, one gets it. */
export async function takeStep(t: OfficeTransaction, staffId: string, step: bigint): Promise<boolean> {
  const { count } = await t.sql.staffFactor.updateMany({
    where: { staffId, totpStep: { lt: step } },
    data: { totpStep: step },
  })
  return count === 1
}

/** The bytes alone: a Buffer may lie in a larger piece of memory. */
const exact = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

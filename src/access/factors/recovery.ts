import { randomBytes, randomInt } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import type { OfficeTransaction } from '../../custody/transaction.ts'

export const RECOVERY_CODES = 10
/** Few enough left to say so. */
export const RECOVERY_FEW = 2
/** Letters and digits that are not taken for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** In place of a salt that is not there, so that whoever has no codes costs the same work. */
const NO_SALT = Buffer.alloc(32)
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/** The codes as typed, without what only makes them easier to read. */
export const plainCode = (given: string): string => given.replace(/[\s-]/g, '').toLowerCase().slice(0, 20)

/** Argon2id over the code and the person's own salt: one call, whichever of the ten it is. */
export async function hashOfCode(
  code: string,
  salt: Uint8Array | null | undefined,
): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await hashRaw(code, { ...PARAMETERS, salt: salt ?? NO_SALT }))
}

/**
 * Makes ten new codes in place of all earlier ones. They can be read here and never again.
 * @returns the codes, ten signs each in two groups
 */
export async function makeRecoveryCodes(t: OfficeTransaction, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  )
  const recoverySalt = randomBytes(32)
  const hashes = await Promise.all(codes.map((code) => hashOfCode(code, recoverySalt)))
  await t.sql.staffFactor.upsert({
    where: { staffId },
    create: { staffId, organisation: t.organisation, recoverySalt },
    update: { recoverySalt },
  })
  await t.sql.recoveryCode.deleteMany({ where: { staffId } })
  await t.sql.recoveryCode.createMany({
    data: hashes.map((codeHash) => ({ staffId, codeHash, organisation: t.organisation, createdAt: t.now })),
  })
  t.audit({ event: 'factor.recovery-made', subjectKind: 'staff', subjectId: staffId })
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

export const countRecoveryCodes = (t: OfficeTransaction, staffId: string): Promise<number> =>
  t.sql.recoveryCode.count({ where: { staffId } })

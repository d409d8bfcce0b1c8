import { type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { AccessRefused } from '../access-refused.ts'
import { limitOf } from '../limits.ts'
import { limitRate } from '../rate.ts'
import { hashOfCode, plainCode } from './recovery.ts'
import { stepOf, takeStep } from './totp.ts'

/**
 * Takes a code of the person's authenticator or one of their recovery codes, each of them once. The same is computed
 * whatever was given and whatever the person has: three codes and one Argon2.
 * @returns which of the two it was, or null
 */
export async function takeCode(
  t: OfficeTransaction,
  staffId: string,
  given: string,
): Promise<'code' | 'recovery' | null> {
  const code = plainCode(given)
  const factor = await t.sql.staffFactor.findUnique({ where: { staffId } })
  const step = await stepOf(t, staffId, factor?.totpSince ? factor.totpSealed : null, code)
  const codeHash = await hashOfCode(code, factor?.recoverySalt)
  const { count } = await t.sql.recoveryCode.deleteMany({ where: { staffId, codeHash } })
  if (step !== null && (await takeStep(t, staffId, step))) return 'code'
  if (count === 0) return null
  t.audit({ event: 'factor.recovery-used', subjectKind: 'staff', subjectId: staffId })
  return 'recovery'
}

/** Counts a try at a code before it is looked at. @throws AccessRefused 'too-many' */
export async function countCodeTry(house: House, staffId: string): Promise<void> {
  const rate = await limitRate(house, limitOf('factor code', staffId))
  if (!rate.allowed) throw new AccessRefused('too-many', rate.retryAfter)
}

/** Works as the person whose account it is. */
export const asPerson = <T>(
  house: House,
  person: { organisation: string; staffId: string },
  work: (t: OfficeTransaction) => Promise<T>,
): Promise<T> => inOffice(house, person.organisation, { kind: 'staff', id: person.staffId }, work)

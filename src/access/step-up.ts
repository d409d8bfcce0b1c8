import type { House } from '../custody/transaction.ts'
import { AccessRefused } from './access-refused.ts'
import { factorsOf } from './factors/factors.ts'
import { passkeyProof } from './factors/passkey-proof.ts'
import { asPerson, countCodeTry, takeCode } from './factors/take-code.ts'
import { limitOf } from './limits.ts'
import { passwordMatches } from './password.ts'
import { limitRate } from './rate.ts'
import { proveSession } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

/**
 * Proves anew who is at a session: with a passkey, or with the password and, where the person has an authenticator or
 * recovery codes, one of their codes. Whatever was wrong is one answer after the same work.
 * @returns the session's new token
 * @throws AccessRefused 'wrong', 'too-many'
 */
export async function proveAgain(
  house: House,
  staff: SignedIn,
  given: { password: string; code: string } | { passkey: unknown },
): Promise<string> {
  const rate = await limitRate(house, limitOf('step-up', staff.staffId))
  if (!rate.allowed) throw new AccessRefused('too-many', rate.retryAfter)
  const right =
    'passkey' in given
      ? Boolean(await passkeyProof(house, given.passkey, 'step-up', staff.staffId))
      : await knows(house, staff, given)
  const token = await asPerson(house, staff, async (t) => {
    if (right) return proveSession(t, staff.sessionId)
    t.audit({ event: 'session.proof-refused', subjectKind: 'session', subjectId: staff.sessionId })
    return null
  })
  if (!token) throw new AccessRefused('wrong')
  return token
}

async function knows(
  house: House,
  staff: SignedIn,
  given: { password: string; code: string },
): Promise<boolean> {
  const [kept] = await house.prisma.$queryRaw<{ password_hash: string }[]>`
    select password_hash from app.find_staff(${staff.email})`
  const password = await passwordMatches(kept?.password_hash, given.password)
  if (!staff.hasFactor) return password
  await countCodeTry(house, staff.staffId)
  return asPerson(house, staff, async (t) => {
    // A code is used up only together with the right password.
    if (!password) return false
    const { totp, recoveryLeft } = await factorsOf(t, staff.staffId)
    return totp || recoveryLeft > 0 ? (await takeCode(t, staff.staffId, given.code)) !== null : false
  })
}

/** In the demonstration one button is proof enough, for its people have no password. @throws AccessRefused 'wrong' */
export function proveInDemo(house: House, staff: SignedIn): Promise<string> {
  return asPerson(house, staff, async (t) => {
    const person = await t.sql.staff.findFirst({ where: { id: staff.staffId, demo: true } })
    if (!person) throw new AccessRefused('wrong')
    return proveSession(t, staff.sessionId)
  })
}

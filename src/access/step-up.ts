import { type House, inOffice } from '../custody/transaction.ts'
import { AccessRefused } from './access-refused.ts'
import { passwordMatches } from './password.ts'
import { limitRate } from './rate.ts'
import { proveSession } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

/**
 * Proves anew who is at a session, with the password.
 * @returns the session's new token
 * @throws AccessRefused 'wrong' whatever was wrong, 'too-many'
 */
export async function proveAgain(
  house: House,
  staff: SignedIn,
  given: { password: string },
): Promise<string> {
  const rate = await limitRate(house, { name: 'step-up', key: staff.staffId, most: 10, seconds: 900 })
  if (!rate.allowed) throw new AccessRefused('too-many', rate.retryAfter)
  const [kept] = await house.prisma.$queryRaw<{ password_hash: string }[]>`
    select password_hash from app.find_staff(${staff.email})`
  const right = await passwordMatches(kept?.password_hash, given.password)
  return inOffice(house, staff.organisation, { kind: 'staff', id: staff.staffId }, async (t) => {
    if (right) return proveSession(t, staff.sessionId)
    t.audit({ event: 'session.proof-refused', subjectKind: 'session', subjectId: staff.sessionId })
    return null
  }).then(refuseNull)
}

/** In the demonstration one button is proof enough: its people have no password. Null for everybody else. */
export async function proveInDemo(house: House, staff: SignedIn): Promise<string> {
  return inOffice(house, staff.organisation, { kind: 'staff', id: staff.staffId }, async (t) => {
    const person = await t.sql.staff.findFirst({ where: { id: staff.staffId, demo: true } })
    if (!person) throw new AccessRefused('wrong')
    return proveSession(t, staff.sessionId)
  })
}

function refuseNull(token: string | null): string {
  if (!token) throw new AccessRefused('wrong')
  return token
}

import { type House, inOffice, NO_OFFICE } from '../custody/transaction.ts'
import { AccessRefused } from './access-refused.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { passwordMatches } from './password.ts'
import { forgetRate, limitRate } from './rate.ts'

export interface SignInInput {
  email: string
  password: string
  /** network address, for the limit; its network is shown in the person's list of sessions */
  address: string
  userAgent: string
  device?: string
}

const limits = ({ email, address }: SignInInput) => ({
  account: { name: 'sign-in account', key: email, most: 10, seconds: 900 },
  address: { name: 'sign-in address', key: address, most: 50, seconds: 900 },
})

/**
 * Signs a person in. An unknown account and a wrong password are one answer after the same work.
 * @throws AccessRefused 'wrong', or 'too-many' after ten tries for an account or fifty from an address in a quarter
 */
export async function signIn(house: House, given: SignInInput): Promise<OpenedSession> {
  const email = given.email.trim().toLowerCase()
  const { account, address } = limits({ ...given, email })
  for (const limit of [address, account]) {
    const rate = await limitRate(house, limit)
    if (!rate.allowed) throw new AccessRefused('too-many', rate.retryAfter)
  }
  const [found] = await house.prisma.$queryRaw<{ id: string; organisation: string; password_hash: string }[]>`
    select * from app.find_staff(${email})`
  if (!(await passwordMatches(found?.password_hash, given.password))) {
    await inOffice(house, found?.organisation ?? NO_OFFICE, { kind: 'anonymous' }, async (t) =>
      t.audit({ event: 'session.refused', subjectKind: 'staff', subjectId: found?.id }),
    )
    throw new AccessRefused('wrong')
  }
  await forgetRate(house, account)
  const { id, organisation } = found!
  const { userAgent, device } = given
  return inOffice(house, organisation, { kind: 'staff', id }, (t) =>
    openSession(t, id, { how: 'password', userAgent, address: given.address, device }),
  )
}

import { type House, inOffice, NO_OFFICE, type OfficeTransaction } from '../custody/transaction.ts'
import { AccessRefused } from './access-refused.ts'
import { factorsOf, hasFactor } from './factors/factors.ts'
import { passkeyProof } from './factors/passkey-proof.ts'
import { asPerson, countCodeTry, takeCode } from './factors/take-code.ts'
import { limitOf } from './limits.ts'
import { type Entry, type OpenedSession, openSession, type WayIn } from './open-session.ts'
import { passwordMatches } from './password.ts'
import { openPending, type Pending, sealPending } from './pending-sign-in.ts'
import { forgetRate, limitRate } from './rate.ts'

/** What the browser tells of itself; see `Entry`. */
export type Browser = Omit<Entry, 'how' | 'proved'> & { address: string }

export interface SignInInput extends Browser {
  email: string
  password: string
}

/** Signed in, or the password was right and a second factor is asked for: then what the browser holds until that. */
export type SignedInOrPending = { opened: OpenedSession } | { pending: string }

/**
 * Signs a person in with the password. An unknown account, one that is closed and a wrong password are one answer
 * after the same work.
 * @throws AccessRefused 'wrong', or 'too-many'; see LIMITS
 */
export async function signIn(house: House, given: SignInInput): Promise<SignedInOrPending> {
  const email = given.email.trim().toLowerCase()
  const account = limitOf('sign-in account', email)
  for (const limit of [limitOf('sign-in address', given.address), account]) {
    const rate = await limitRate(house, limit)
    if (!rate.allowed) throw new AccessRefused('too-many', rate.retryAfter)
  }
  const [found] = await house.prisma.$queryRaw<{ id: string; organisation: string; password_hash: string }[]>`
    select * from app.find_staff(${email})`
  if (!(await passwordMatches(found?.password_hash, given.password))) {
    await refused(house, found && { staffId: found.id, organisation: found.organisation })
    throw new AccessRefused('wrong')
  }
  await forgetRate(house, account)
  const person = { staffId: found!.id, organisation: found!.organisation }
  return asPerson(house, person, async (t) =>
    hasFactor(await factorsOf(t, person.staffId))
      ? { pending: sealPending(house, person, found!.password_hash) }
      : { opened: await enter(t, person, 'password', given) },
  )
}

/**
 * The second step: a code of the authenticator, a recovery code or a passkey after the password.
 * @param given what was shown; a passkey's answer as JSON
 * @throws AccessRefused 'wrong' whatever was wrong, 'too-many', 'pending-ended' when the password has to be given again
 */
export async function finishSignIn(
  house: House,
  token: string,
  given: { code: string } | { passkey: unknown },
  browser: Browser,
): Promise<OpenedSession> {
  const pending = await openPending(house, token)
  if (!pending) throw new AccessRefused('pending-ended')
  await countCodeTry(house, pending.staffId)
  if ('passkey' in given) {
    const right = await passkeyProof(house, given.passkey, 'second', pending.staffId)
    if (right) return asPerson(house, pending, (t) => enter(t, pending, 'password+passkey', browser))
  } else {
    const opened = await asPerson(house, pending, async (t) => {
      const kind = await takeCode(t, pending.staffId, given.code)
      if (!kind) return null
      return enter(t, pending, kind === 'code' ? 'password+code' : 'password+recovery', browser)
    })
    if (opened) {
      await forgetRate(house, limitOf('factor code', pending.staffId))
      return opened
    }
  }
  await refused(house, pending)
  throw new AccessRefused('wrong')
}

/** Whether the browser's pending sign-in still waits for its second step, and what the person can show for it. */
export async function pendingFactors(house: House, token: string) {
  const pending = await openPending(house, token)
  if (!pending) return null
  return { ...pending, ...(await asPerson(house, pending, (t) => factorsOf(t, pending.staffId))) }
}

/**
 * Signs in with a passkey alone: the device has checked the person and the passkey says who it is.
 * @throws AccessRefused 'wrong' whatever was wrong, 'too-many'
 */
export async function signInWithPasskey(
  house: House,
  answer: unknown,
  browser: Browser,
): Promise<OpenedSession> {
  const rate = await limitRate(house, limitOf('passkey address', browser.address))
  if (!rate.allowed) throw new AccessRefused('too-many', rate.retryAfter)
  const person = await passkeyProof(house, answer, 'sign-in')
  if (!person) {
    await refused(house)
    throw new AccessRefused('wrong')
  }
  return asPerson(house, person, (t) => enter(t, person, 'passkey', browser))
}

const enter = (t: OfficeTransaction, { staffId }: Pending, how: WayIn, browser: Browser) =>
  openSession(t, staffId, {
    how,
    userAgent: browser.userAgent,
    address: browser.address,
    device: browser.device,
  })

/** One entry in the log for every try that failed, of somebody known or not. */
function refused(house: House, person?: Pending): Promise<void> {
  return inOffice(house, person?.organisation ?? NO_OFFICE, { kind: 'anonymous' }, async (t) =>
    t.audit({ event: 'session.refused', subjectKind: 'staff', subjectId: person?.staffId }),
  )
}

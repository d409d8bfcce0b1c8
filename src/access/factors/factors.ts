import type { OfficeTransaction } from '../../custody/transaction.ts'
import { isLang } from '../../language/lang.ts'
import { planNotice } from '../../notices/index.ts'
import { AccessRefused } from '../access-refused.ts'
import { endSessions } from '../sessions.ts'
import type { Role } from '../signed-in.ts'
import { countRecoveryCodes, makeRecoveryCodes } from './recovery.ts'
import { removeTotp } from './totp.ts'

/** What a person has beside the password. */
export interface Factors {
  passkeys: number
  totp: boolean
  recoveryLeft: number
}

export async function factorsOf(t: OfficeTransaction, staffId: string): Promise<Factors> {
  const factor = await t.sql.staffFactor.findUnique({ where: { staffId }, select: { totpSince: true } })
  return {
    passkeys: await t.sql.passkey.count({ where: { staffId } }),
    totp: Boolean(factor?.totpSince),
    recoveryLeft: await countRecoveryCodes(t, staffId),
  }
}

export const hasFactor = ({ passkeys, totp }: Factors): boolean => passkeys > 0 || totp

/** After a factor was added: tells the person, and gives the first one its recovery codes, to be shown once. */
export async function afterAdding(t: OfficeTransaction, staffId: string): Promise<string[]> {
  await tellChange(t, staffId, 'staff-sign-in-changed')
  return (await countRecoveryCodes(t, staffId)) === 0 ? makeRecoveryCodes(t, staffId) : []
}

/**
 * Takes away one of a person's own factors. With the last one the recovery codes go too.
 * @throws AccessRefused 'last-factor' where the office asks for one, 'not-found'
 */
export async function removeFactor(
  t: OfficeTransaction,
  staffId: string,
  which: { passkey: string } | 'totp',
): Promise<void> {
  // Two removals at once take turns, so that together they do not take away the last one.
  await t.sql.$executeRaw`select pg_advisory_xact_lock(hashtext(${`factors ${staffId}`}))`
  const removed =
    which === 'totp'
      ? await removeTotp(t, staffId)
      : (await t.sql.passkey.deleteMany({ where: { id: which.passkey, staffId } })).count > 0
  if (!removed) throw new AccessRefused('not-found')
  if (!hasFactor(await factorsOf(t, staffId))) {
    const office = await t.sql.organisation.findUniqueOrThrow({
      where: { code: t.organisation },
      select: { secondFactorRequired: true },
    })
    if (office.secondFactorRequired) throw new AccessRefused('last-factor')
    await t.sql.recoveryCode.deleteMany({ where: { staffId } })
  }
  t.audit({
    event: 'factor.removed',
    subjectKind: 'staff',
    subjectId: staffId,
    details: which === 'totp' ? { kind: 'totp' } : { kind: 'passkey', passkey: which.passkey },
  })
  await tellChange(t, staffId, 'staff-sign-in-changed')
}

/**
 * An administrator takes away all factors of a colleague who has lost them, and signs them out. Nothing of the factors
 * is shown to anybody; the person is told by mail.
 * @throws AccessRefused 'not-found'
 */
export async function resetFactors(t: OfficeTransaction, staffId: string): Promise<void> {
  const person = await t.sql.staff.findFirst({ where: { id: staffId, organisation: t.organisation } })
  if (!person) throw new AccessRefused('not-found')
  await t.sql.passkey.deleteMany({ where: { staffId } })
  await t.sql.recoveryCode.deleteMany({ where: { staffId } })
  await removeTotp(t, staffId)
  await endSessions(t, { staffId })
  t.audit({ event: 'factor.reset', subjectKind: 'staff', subjectId: staffId })
  await tellChange(t, staffId, 'staff-factors-reset')
}

/** Tells a person by mail that something of their own sign-in has changed; the mail holds the day and no more. */
export async function tellChange(
  t: OfficeTransaction,
  staffId: string,
  template: 'staff-sign-in-changed' | 'staff-factors-reset' | 'staff-new-device',
): Promise<void> {
  const person = await t.sql.staff.findUnique({ where: { id: staffId } })
  if (!person || person.demo) return
  planNotice(t, {
    template,
    language: isLang(person.language) ? person.language : 'fi',
    facts: { at: t.now.toISOString() },
    staffId,
    path: `${(person.role as Role) === 'authority' ? '/authority' : '/desk'}/account`,
  })
}

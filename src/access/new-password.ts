import { type House, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import { isLang } from '../language/lang.ts'
import { planNotice } from '../notices/index.ts'
import { AccessRefused } from './access-refused.ts'
import { tellChange } from './factors/factors.ts'
import { openInvitation, setUpPath } from './invitations.ts'
import { limitOf } from './limits.ts'
import { hashPassword } from './password.ts'
import { forgetRate } from './rate.ts'
import { endSessions, newToken, tokenHash } from './sessions.ts'

const VALID = 24 * 60 * 60 * 1000

/**
 * Sends a person who has forgotten the password a link with which to make a new one: good once and for a day; an
 * earlier one ends. The link goes to the person's own address and is shown to nobody else.
 * @returns the link's token, for the operator's command alone
 * @throws AccessRefused 'not-found' for somebody who does not work here
 */
export async function sendPasswordLink(
  t: OfficeTransaction,
  staffId: string,
): Promise<{ token: string; expiresAt: Date }> {
  const person = await t.sql.staff.findFirst({
    where: { id: staffId, organisation: t.organisation, active: true, demo: false },
  })
  if (!person) throw new AccessRefused('not-found')
  const token = newToken()
  const expiresAt = new Date(t.now.getTime() + VALID)
  await t.sql.invitation.deleteMany({ where: { staffId, usedAt: null } })
  await t.sql.invitation.create({
    data: {
      tokenHash: tokenHash(token),
      organisation: t.organisation,
      email: person.email,
      role: person.role,
      municipality: person.municipality,
      createdAt: t.now,
      expiresAt,
      staffId,
    },
  })
  planNotice(t, {
    template: 'new-password',
    language: isLang(person.language) ? person.language : 'fi',
    facts: { until: expiresAt.toISOString() },
    address: { email: person.email },
    secretPath: setUpPath(token),
  })
  t.audit({ event: 'staff.password-link', subjectKind: 'staff', subjectId: staffId })
  return { token, expiresAt }
}

/**
 * Takes the new password of whoever the link was sent to. Nobody is signed in by it: a second factor is asked for as
 * at every sign-in. All their sessions end.
 * @throws AccessRefused 'link-used', 'password-short', 'password-known', 'password-common'
 */
export async function takeNewPassword(house: House, token: string, password: string): Promise<void> {
  const link = await openInvitation(house, token)
  const { staffId, organisation } = link ?? {}
  if (!staffId || !organisation) throw new AccessRefused('link-used')
  const email = await inOffice(house, organisation, { kind: 'staff', id: staffId }, async (t) => {
    const person = await t.sql.staff.findFirst({ where: { id: staffId, active: true } })
    if (!person) throw new AccessRefused('link-used')
    const passwordHash = await hashPassword(password, [person.email, person.name])
    const [used] = await t.sql.$queryRaw<{ used: boolean }[]>`
      select app.use_invitation(${tokenHash(token)}, ${t.now}) as used`
    if (!used?.used) throw new AccessRefused('link-used')
    await t.sql.staff.update({ where: { id: staffId }, data: { passwordHash } })
    await endSessions(t, { staffId })
    t.audit({ event: 'staff.changed', subjectKind: 'staff', subjectId: staffId, details: { password: true } })
    await tellChange(t, staffId, 'staff-sign-in-changed')
    return person.email
  })
  // Whoever has just made a password is not kept out by the tries that failed before.
  await forgetRate(house, limitOf('sign-in account', email))
}

import { type House, inOffice, NO_OFFICE } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { AccessRefused } from '../access-refused.ts'
import { type OpenedSession, openSession } from '../open-session.ts'
import { proveSession } from '../sessions.ts'
import type { Browser } from '../sign-in.ts'
import type { Role, SignedIn } from '../signed-in.ts'
import { changeStaff } from '../staff.ts'
import type { Arrived } from './provider.ts'
import { type MappedRole, type RoleMapping, roleOf } from './role-of.ts'

interface Person {
  id: string
  organisation: string
}

/**
 * Signs in whoever the organisation's own sign-in has recognised. Known by the provider's number for the person; the
 * first time by the e-mail address, unless the provider says that it has not checked it. Where groups are mapped to
 * roles, the group decides the role each time and makes an account for who has none; without a mapping the desk gives
 * roles, and only who has an account gets in.
 * @throws AccessRefused 'wrong' for a person without an account or a mapped group, or whose account is closed
 */
export async function signInFromProvider(
  house: House,
  arrived: Arrived,
  mapping: RoleMapping,
  browser: Browser,
): Promise<OpenedSession> {
  const mapped = roleOf(arrived.claims, mapping)
  const email = emailOf(arrived)
  const person = await find(house, arrived, email)
  const closed = person?.active === false
  const elsewhere = person && mapped && person.organisation !== mapped.organisation
  const unknown = !person && !(mapped && email)
  if (closed || elsewhere || unknown || (mapping.roles.length > 0 && !mapped)) {
    await inOffice(house, person?.organisation ?? NO_OFFICE, { kind: 'anonymous' }, async (t) =>
      t.audit({
        event: 'session.refused',
        subjectKind: 'staff',
        subjectId: person?.id,
        details: { how: 'oidc' },
      }),
    )
    throw new AccessRefused('wrong')
  }
  const who = person ?? (await makeAccount(house, arrived, mapped!, email!))
  if (mapped) await followRole(house, who, mapped)
  return inOffice(house, who.organisation, { kind: 'staff', id: who.id }, async (t) => {
    const { issuer, subject, sid } = arrived
    await t.sql.staffIdentity.upsert({
      where: { issuer_subject: { issuer, subject } },
      create: {
        issuer,
        subject,
        organisation: who.organisation,
        staffId: who.id,
        createdAt: t.now,
        lastUsedAt: t.now,
      },
      update: { lastUsedAt: t.now },
    })
    const opened = await openSession(t, who.id, { ...browser, how: 'oidc' })
    await t.flush()
    await t.sql.sessionIdentity.create({
      data: { sessionId: opened.sessionId, organisation: who.organisation, issuer, subject, sid },
    })
    return opened
  })
}

/**
 * A fresh proof at the provider counts for step-up when it is the same person and no older than a minute or two.
 * @returns the session's new token
 * @throws AccessRefused 'wrong'
 */
export async function proveFromProvider(house: House, staff: SignedIn, arrived: Arrived): Promise<string> {
  const [known] = await house.prisma.$queryRaw<Person[]>`
    select * from app.find_identity(${arrived.issuer}, ${arrived.subject})`
  const now = house.now().getTime()
  const fresh = arrived.provedAt && Math.abs(now - arrived.provedAt.getTime()) < 120_000
  if (known?.id !== staff.staffId || !fresh) throw new AccessRefused('wrong')
  return inOffice(house, staff.organisation, { kind: 'staff', id: staff.staffId }, (t) =>
    proveSession(t, staff.sessionId),
  )
}

function emailOf({ claims }: Arrived): string | undefined {
  const { email, email_verified: checked } = claims
  return typeof email === 'string' && /@/.test(email) && checked !== false
    ? email.trim().toLowerCase()
    : undefined
}

async function find(
  house: House,
  { issuer, subject }: Arrived,
  email: string | undefined,
): Promise<(Person & { active: boolean }) | undefined> {
  const [known] = await house.prisma.$queryRaw<(Person & { active: boolean })[]>`
    select * from app.find_identity(${issuer}, ${subject})`
  if (known || !email) return known
  const [byEmail] = await house.prisma.$queryRaw<Person[]>`
    select id, organisation from app.find_staff(${email})`
  return byEmail && { ...byEmail, active: true }
}

async function makeAccount(
  house: House,
  { claims }: Arrived,
  mapped: MappedRole,
  email: string,
): Promise<Person> {
  const id = newId(house.now())
  const { organisation, role, municipality } = mapped
  await inOffice(house, organisation, { kind: 'system' }, async (t) => {
    await t.sql.staff.create({
      data: {
        ...{ id, organisation, role, municipality, email },
        name: String(claims.name ?? email).slice(0, 200),
        language: ['fi', 'sv', 'en'].find((lang) => String(claims.locale ?? '').startsWith(lang)) ?? 'fi',
        // No password opens the account: nothing hashes to this.
        passwordHash: 'none',
      },
    })
    t.audit({ event: 'staff.set-up', subjectKind: 'staff', subjectId: id, details: { role, how: 'oidc' } })
  })
  return { id, organisation }
}

/** The group decides the role. The last administrator stays one: an office must not lock itself out. */
async function followRole(house: House, { id, organisation }: Person, mapped: MappedRole): Promise<void> {
  await inOffice(house, organisation, { kind: 'system' }, async (t) => {
    const now = await t.sql.staff.findUniqueOrThrow({
      where: { id },
      select: { role: true, municipality: true },
    })
    const municipality = mapped.role === 'authority' ? mapped.municipality : null
    if (now.role === mapped.role && now.municipality === municipality) return
    try {
      await changeStaff(t, { id, role: mapped.role as Role, municipality })
    } catch (error) {
      if (!(error instanceof AccessRefused && error.code === 'last-admin')) throw error
    }
  })
}

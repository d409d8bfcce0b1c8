import { saveEntry } from '../../src/access/index.ts'
import { openSession } from '../../src/access/open-session.ts'
import { gapConsent } from '../../src/cases/gaps/consent.ts'
import { gapInput } from '../../src/cases/gaps/gap-input.ts'
import {
  applyEvent,
  beginLetter,
  declareTie,
  giveGapConsent,
  logContact,
  recordGap,
  recordRightsIssue,
  submitCase,
} from '../../src/cases/index.ts'
import { contactLog } from '../../src/cases/log-contact.ts'
import { type Actor, inOffice } from '../../src/custody/transaction.ts'
import { newId } from '../../src/database/new-id.ts'
import { RIGHTS } from '../../src/law/index.ts'
import { matter, type Office, openOffice } from '../cases/office.ts'
import type { TestHouse } from '../house.ts'

/** One thing of every kind that an address can name, in one office. */
export interface World {
  office: Office
  organisation: string
  admin: Actor & { id: string }
  reader: Actor & { id: string }
  /** who may be changed or hand over; nobody signs in as them */
  other: string
  caseId: string
  letter: string
  issue: string
  clock: string
  gap: string
  consent: string
  lone: string
  contact: string
  notice: string
  body: string
  release: string
  session: string
  absence: string
  tie: string
  newCase(): Promise<string>
  newBody(): Promise<string>
}

export async function openWorld(
  house: TestHouse,
  organisation: string,
  municipality: string,
): Promise<World> {
  const office = await openOffice(house, organisation)
  const as = <T>(actor: Actor, work: Parameters<typeof inOffice<T>>[3]) =>
    inOffice(house, organisation, actor, work)
  const person = async (role: string) => {
    const id = newId()
    await as({ kind: 'system' }, (t) =>
      t.sql.staff.create({
        data: {
          id,
          organisation,
          name: `Outi ${role}`,
          role,
          email: `${id}@example.fi`,
          passwordHash: 'none',
        },
      }),
    )
    return { kind: 'staff', id } as const
  }
  const newCase = async () => {
    const { caseId } = await as({ kind: 'anonymous' }, (t) =>
      submitCase(t, matter({ municipality }), { source: 'portal' }),
    )
    await as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    return caseId
  }
  const caseId = await newCase()
  const gapGiven = gapInput.parse({
    benefit: 'basic-assistance',
    authority: 'kela',
    cause: 'processing-delay',
  })
  const { gapId: gap } = await as(office.maija, (t) => recordGap(t, { caseId }, gapGiven))
  const { contactId: contact } = await as(office.maija, (t) =>
    logContact(t, contactLog.parse({ channel: 'phone', municipality, note: 'Puhelu.' })),
  )
  const { gapId: lone } = await as(office.maija, (t) => recordGap(t, { contactId: contact }, gapGiven))
  const { consentId: consent } = await as(office.maija, (t) =>
    giveGapConsent(
      t,
      gap,
      gapConsent.parse({ authority: 'kela', parts: ['dates'], how: 'written', givenOn: '2026-11-24' }),
    ),
  )
  const letter = await as(office.maija, (t) =>
    beginLetter(t, caseId, {
      kind: 'objection',
      language: 'fi',
      parts: { sender: { name: 'Aino' }, addressee: 'Yksikkö' },
      points: ['Yksi.'],
    }),
  )
  const issue = await as(office.maija, (t) =>
    recordRightsIssue(t, caseId, { code: RIGHTS[0]!.code, owedBy: 'county', finding: 'open' }),
  )
  const newBody = async () =>
    (await as(office.maija, (t) =>
      saveEntry(t, {
        kind: 'kela',
        names: { fi: 'Kela', sv: 'FPA', en: 'Kela' },
        phone: '',
        hours: { fi: '', sv: '', en: '' },
        address: '',
        web: '',
        say: { fi: '', sv: '', en: '' },
        municipality: null,
        checkedOn: '2026-11-24',
      }),
    ))!
  const body = await newBody()
  const release = newId()
  const session = newId()
  const absence = newId()
  const other = (await person('ombudsman')).id
  await as({ kind: 'system' }, async (t) => {
    await t.sql.release.create({
      data: {
        id: release,
        organisation,
        kind: 'summary',
        municipality,
        year: 2025,
        language: 'fi',
        audience: 'authority',
        title: 'Yhteenveto',
        html: '<p>Yhteenveto</p>',
        pdf: Buffer.from('%PDF-1.7'),
        figures: { report: {}, told: [] },
        releasedAt: t.now,
      },
    })
    const day = new Date('2026-12-24')
    await t.sql.absence.create({
      data: {
        id: absence,
        organisation,
        staffId: office.pekka.id,
        fromOn: day,
        toOn: day,
        setBy: office.pekka.id,
        setAt: t.now,
      },
    })
  })
  await as(office.pekka, (t) => openSession(t, office.pekka.id, { how: 'password', userAgent: 'test' }))
  await as(office.pekka, (t) =>
    declareTie(t, { kind: 'service', code: 'family-law', municipality: null, name: null, personUnit: null }),
  )
  const one = async (sql: string, ...values: unknown[]) =>
    (await office.rows<{ id: string }>(sql, ...values))[0]!.id
  return {
    office,
    organisation,
    admin: await person('admin'),
    reader: await person('authority'),
    other,
    caseId,
    letter,
    issue,
    clock: await one('select id from clock where case_id = $1 limit 1', caseId),
    gap,
    consent,
    lone,
    contact,
    notice: await one('select id from notice where case_id = $1 limit 1', caseId),
    body,
    release,
    session:
      (await office.rows<{ id: string }>('select id from session where staff_id = $1', office.pekka.id))[0]
        ?.id ?? session,
    absence,
    tie: await one('select id from staff_tie where organisation = $1', organisation),
    newCase,
    newBody,
  }
}

/** What the parameters of an address name in a world, by the address up to them. */
export function parametersOf(path: string, world: World): Record<string, string> {
  const at = (start: string) => path.startsWith(start)
  const id = at('/desk/cases/')
    ? world.caseId
    : at('/desk/gaps/')
      ? world.gap
      : at('/desk/notices/')
        ? world.notice
        : at('/desk/directory/')
          ? world.body
          : at('/desk/contacts/')
            ? world.contact
            : at('/desk/admin/people/')
              ? world.other
              : at('/authority/summaries/') || at('/publications/')
                ? world.release
                : undefined
  return {
    ...(id && { id }),
    letter: world.letter,
    issue: world.issue,
    clock: world.clock,
    consent: world.consent,
    organisation: world.organisation,
  }
}

/** Parameters that name nothing of an office. */
export const OPEN: Record<string, string> = {
  id: '0198a000-0000-7000-8000-00000000000f',
  file: '0198a000-0000-7000-8000-00000000000f',
  event: 'RELEASE',
  type: 'pause',
  by: 'office',
  phase: 'start',
  form: 'html',
  format: 'pdf',
  key: 'year',
  code: 'KEH',
  token: 'x'.repeat(43),
  lang: 'fi',
  topic: 'disability',
  kind: 'objection',
  name: 'x.css',
  mark: 'x',
  caseNumber: 'AV-2026-000001-0',
}

export const fill = (path: string, parameters: Record<string, string>): string =>
  path.replace(/:(\w+)(\{[^}]*\})?\??/g, (_, name: string) => parameters[name] ?? OPEN[name] ?? 'x')

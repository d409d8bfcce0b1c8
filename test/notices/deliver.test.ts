import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inOffice } from '../../src/custody/transaction.ts'
import {
  cancelNotice,
  countOutbox,
  createMailTransport,
  deliverNotice,
  listOutbox,
  type MailTransport,
  planNotice,
  readNotice,
  releaseOutbox,
  resendNotice,
} from '../../src/notices/index.ts'
import { MOST_ATTEMPTS } from '../../src/notices/schedule.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Behaviour, type MailServer, startMailServer } from './mail-server.ts'

const SYSTEM = { kind: 'system' } as const
const FROM = 'Sosiaaliasiavastaava <noreply@alue.example>'
const open: { stop(): Promise<unknown> }[] = []
let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())
beforeEach(async () => {
  await office.rows('delete from notice')
  await office.rows('delete from graphile_worker._private_jobs')
  house.setNow('2026-11-24T09:00:00Z')
})
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop()
})

async function server(behave?: (attempt: number) => Behaviour, options = {}): Promise<MailServer> {
  const started = await startMailServer(behave, options)
  open.push(started)
  return started
}
const transportTo = ({ url }: { url: string }): MailTransport => createMailTransport(url, FROM)

const plan = (given: Partial<Parameters<typeof planNotice>[1]> = {}): Promise<string> =>
  inOffice(
    house,
    '08',
    SYSTEM,
    async (t) =>
      planNotice(t, {
        template: 'message-waiting',
        language: 'fi',
        facts: { caseNumber: 'AV-2026-000123-7' },
        address: { email: 'aino@example.fi' },
        ...given,
      })!,
  )
const read = async (id: string) => (await inOffice(house, '08', SYSTEM, (t) => readNotice(t, id)))!
const deliver = (id: string, transport: MailTransport | null) =>
  deliverNotice(house, transport, { organisation: '08', noticeId: id })
const jobs = (id: string) =>
  office.rows<{ run_at: Date }>(
    'select run_at from graphile_worker._private_jobs where key = $1',
    `notice:${id}`,
  )
/** Lets time pass to the notice's next attempt, and makes it. */
async function nextAttempt(id: string, transport: MailTransport | null) {
  const [job] = await jobs(id)
  if (job && job.run_at > house.now()) house.setNow(job.run_at)
  await deliver(id, transport)
}

describe('a notice', () => {
  it.each(['fi', 'sv', 'en'] as const)('goes out once in %s, and what went out is kept', async (language) => {
    const mail = await server()
    const id = await plan({ language })
    await deliver(id, transportTo(mail))
    await deliver(id, transportTo(mail))
    expect(mail.mails).toHaveLength(1)
    const [got] = mail.mails
    expect(got!.messageId).toBe(`<${id}@localhost>`)
    expect(got!.headers.get('auto-submitted')).toBe('auto-generated')
    expect(got!.headers.get('content-language')).toBe(language)
    expect(got!.html).toContain(`<html lang="${language}">`)
    expect(got!.text).toContain(`http://localhost:8080/${language}/follow?case=AV-2026-000123-7`)
    const row = await read(id)
    expect(row).toMatchObject({ state: 'sent', attempts: 1, trouble: null, subject: got!.subject })
    expect(row.text!.trim()).toBe(got!.text!.trim())
    expect(row.templateVersion).toMatch(/^\d+-[0-9a-f]{8}$/)
    expect(await jobs(id)).toEqual([])
  })

  it('forgets the address, and the key that was only for it, once it has gone out', async () => {
    const mail = await server()
    const id = await plan()
    const sealed = `select (select count(*) from data_key where id = $1)::int as keys,
      (select address_sealed is not null from notice where id = $1) as address`
    expect(await office.rows(sealed, id)).toEqual([{ keys: 1, address: true }])
    await deliver(id, transportTo(mail))
    expect(await office.rows(sealed, id)).toEqual([{ keys: 0, address: false }])
  })

  it('is tried again after a refusal for now, later each time', async () => {
    const mail = await server((attempt) => (attempt < 4 ? { at: 'RCPT', code: 451 } : 'accept'))
    const id = await plan()
    const waits: number[] = []
    for (let attempt = 1; attempt < 4; attempt++) {
      await nextAttempt(id, transportTo(mail))
      expect(await read(id)).toMatchObject({ state: 'planned', attempts: attempt, trouble: 'retrying' })
      const [job] = await jobs(id)
      waits.push((job!.run_at.getTime() - house.now().getTime()) / 60_000)
    }
    expect(waits).toEqual([1, 4, 10])
    await nextAttempt(id, transportTo(mail))
    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 4 })
    expect(mail.mails).toHaveLength(1)
  })

  it('comes through when the server was away for a day', async () => {
    const away = await startMailServer()
    await away.stop()
    const id = await plan()
    const back = new Date('2026-11-25T09:00:00Z')
    while (house.now() < back) await nextAttempt(id, createMailTransport(away.url, FROM))
    const mail = await server(undefined, { port: away.port })
    await nextAttempt(id, transportTo(mail))
    expect(await read(id)).toMatchObject({ state: 'sent' })
    expect(mail.mails).toHaveLength(1)
  })

  it('counts as undelivered after three days of trying', async () => {
    const mail = await server(() => ({ at: 'RCPT', code: 451, text: 'later, <aino@example.fi>' }))
    const id = await plan()
    const transport = transportTo(mail)
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) await nextAttempt(id, transport)
    expect(house.now()).toEqual(new Date('2026-11-27T09:00:00Z'))
    const row = await read(id)
    expect(row).toMatchObject({ state: 'undelivered', trouble: 'gave-up', nextAttemptAt: null })
    expect(row.lastAnswer).toContain('451')
    expect(row.lastAnswer).not.toContain('aino')
    expect(await jobs(id)).toEqual([])
    await deliver(id, transport)
    expect((await read(id)).attempts).toBe(MOST_ATTEMPTS)
  })

  it('is given up at once when the server will never take it', async () => {
    const mail = await server(() => ({ at: 'RCPT', code: 550 }))
    const id = await plan()
    await deliver(id, transportTo(mail))
    expect(await read(id)).toMatchObject({ state: 'undelivered', trouble: 'refused', attempts: 1 })
    expect(await jobs(id)).toEqual([])
    const told = await office.rows(`select event, subject_id from audit_entry where subject_id = $1`, id)
    expect(told).toEqual([{ event: 'notice.undelivered', subject_id: id }])
  })

  it('goes once when two workers take it at the same moment', async () => {
    const mail = await server()
    const transport = transportTo(mail)
    const ids = await Promise.all([plan(), plan(), plan(), plan()])
    await Promise.all(ids.flatMap((id) => [deliver(id, transport), deliver(id, transport)]))
    expect(mail.mails.map((got) => got.messageId).sort()).toEqual(ids.map((id) => `<${id}@localhost>`).sort())
    for (const id of ids) {
      expect(await read(id)).toMatchObject({ state: 'sent', attempts: 1 })
      expect(await jobs(id)).toEqual([])
    }
  })

  it('is repeated with the same Message-ID only when the program died before it noted the yes', async () => {
    const mail = await server()
    const id = await plan()
    const dying: MailTransport = {
      ...transportTo(mail),
      async send(message) {
        await transportTo(mail).send(message)
        throw new Error('killed')
      },
    }
    await expect(deliver(id, dying)).rejects.toThrow('killed')
    expect(await read(id)).toMatchObject({ state: 'sending', attempts: 1 })
    // While the attempt may still be under way, nobody repeats it.
    await deliver(id, transportTo(mail))
    expect(mail.mails).toHaveLength(1)
    await nextAttempt(id, transportTo(mail))
    expect(mail.mails.map((got) => got.messageId)).toEqual(Array(2).fill(`<${id}@localhost>`))
    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('does not let a late answer to an earlier attempt undo a newer one', async () => {
    const mail = await server()
    const id = await plan()
    let late = () => {}
    const hanging: MailTransport = {
      ...transportTo(mail),
      send: () =>
        new Promise((done) => (late = () => done({ kind: 'permanent', answer: '550 too late to say' }))),
    }
    const first = deliver(id, hanging)
    while ((await read(id)).state !== 'sending') await new Promise((done) => setTimeout(done, 5))
    await nextAttempt(id, transportTo(mail))
    late()
    await first
    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('signs in and speaks TLS when the server asks for it', async () => {
    let user = ''
    const { port, mails } = await server(undefined, {
      authOptional: false,
      disabledCommands: [],
      onAuth(
        auth: { username: string; password: string },
        session: { secure: boolean },
        done: (e: Error | null, r?: object) => void,
      ) {
        user = `${auth.username} ${session.secure ? 'over TLS' : 'in the open'}`
        done(auth.password === 'salainen' ? null : new Error('no'), { user: auth.username })
      },
    })
    const id = await plan()
    const address = `smtp://vastaava:salainen@127.0.0.1:${port}?requireTLS=true&tls.rejectUnauthorized=false`
    await deliver(id, createMailTransport(address, FROM))
    expect(await read(id)).toMatchObject({ state: 'sent' })
    expect(user).toBe('vastaava over TLS')
    expect(mails).toHaveLength(1)
  })
})

describe('the outbox', () => {
  it('keeps notices while there is no mail server, and lets them go when there is one', async () => {
    const ids = [await plan(), await plan()]
    for (const id of ids) await deliver(id, null)
    for (const id of ids) expect(await read(id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect((await read(ids[0]!)).text).toContain('AV-2026-000123-7')
    house.setNow('2026-12-24T09:00:00Z')
    expect(await releaseOutbox(house)).toBe(2)
    const mail = await server()
    for (const id of ids) {
      expect(await jobs(id)).toHaveLength(1)
      await nextAttempt(id, transportTo(mail))
    }
    expect(mail.mails).toHaveLength(2)
    expect(await releaseOutbox(house)).toBe(0)
  })

  it('plans anew what is due but has lost its job', async () => {
    const id = await plan()
    await office.rows('delete from graphile_worker._private_jobs')
    expect(await releaseOutbox(house)).toBe(1)
    expect(await jobs(id)).toHaveLength(1)
  })

  it('sends an undelivered notice again, to another address when one is given', async () => {
    const mail = await server((attempt) => (attempt === 1 ? { at: 'RCPT', code: 550 } : 'accept'))
    const id = await plan()
    await deliver(id, transportTo(mail))
    const resend = (email?: string) => inOffice(house, '08', office.maija, (t) => resendNotice(t, id, email))
    expect(await resend('no address')).toBe('bad-address')
    expect(await resend(' uusi@example.fi ')).toBeNull()
    await nextAttempt(id, transportTo(mail))
    expect([mail.mails[0]!.to].flat()[0]!.text).toBe('uusi@example.fi')
    expect(await resend()).toBe('not-now')
  })

  it('calls a notice off', async () => {
    const mail = await server()
    const id = await plan()
    expect(await inOffice(house, '08', office.maija, (t) => cancelNotice(t, id))).toBeNull()
    expect(await jobs(id)).toEqual([])
    await deliver(id, transportTo(mail))
    expect(mail.mails).toEqual([])
    expect(await read(id)).toMatchObject({ state: 'cancelled' })
  })

  it('goes to the address a member of staff has when it leaves, and to none that has left', async () => {
    const mail = await server()
    const staff = { template: 'staff-reminder', address: undefined, staffId: office.pekka.id } as const
    const id = await plan({ ...staff, language: 'sv' })
    await office.rows(`update staff set email = 'pekka@uusi.fi' where id = $1`, office.pekka.id)
    await deliver(id, transportTo(mail))
    expect([mail.mails[0]!.to].flat()[0]!.text).toBe('pekka@uusi.fi')
    const later = await plan(staff)
    await office.rows(`update staff set active = false where id = $1`, office.pekka.id)
    await deliver(later, transportTo(mail))
    expect(await read(later)).toMatchObject({ state: 'cancelled', trouble: 'nobody' })
    expect(mail.mails).toHaveLength(1)
  })

  it('keeps a secret link out of what is kept', async () => {
    const mail = await server()
    const id = await plan({
      template: 'invitation',
      facts: {},
      address: { email: 'uusi@example.fi' },
      secretPath: '/desk/set-up/SALAISUUS',
    })
    await deliver(id, transportTo(mail))
    expect(mail.mails[0]!.text).toContain('http://localhost:8080/desk/set-up/SALAISUUS')
    expect(JSON.stringify(await office.rows('select * from notice'))).not.toContain('SALAISUUS')
  })

  it('is read a page at a time, newest first, nothing twice and nothing left out', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n++) {
      if (n % 2) house.setNow(new Date(house.now().getTime() + 60_000))
      ids.push(await plan())
    }
    const seen: string[] = []
    let after: Parameters<typeof listOutbox>[2]
    do {
      const page = await inOffice(house, '08', SYSTEM, (t) => listOutbox(t, { view: 'all' }, after, 3))
      seen.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    expect([...seen].sort()).toEqual([...ids].sort())
    expect(await inOffice(house, '08', SYSTEM, countOutbox)).toMatchObject({
      'on-the-way': 7,
      all: 7,
      sent: 0,
    })
    expect((await inOffice(house, '90', SYSTEM, (t) => listOutbox(t, { view: 'all' }))).rows).toEqual([])
  })
})

describe('a mail', () => {
  it('never holds a word of the case or a name', async () => {
    const mail = await server()
    const transport = transportTo(mail)
    const word = fc.stringMatching(/^[a-z]{8,14}$/).map((letters) => `Q${letters}Z`)
    await fc.assert(
      fc.asyncProperty(
        word,
        word,
        word,
        fc.constantFrom('fi', 'sv', 'en'),
        async (text, name, wish, lang) => {
          const submitted = await office.submit({
            language: lang as 'fi',
            account: { text: `Minulle sanottiin ${text}.`, desiredOutcome: wish },
            person: { name: `${name} ${wish}`, email: 'aino@example.fi', phone: '040 555 1234' },
          })
          const rows = await office.rows<{ id: string }>(
            'select id from notice where case_id = $1',
            submitted.caseId,
          )
          expect(rows.length).toBeGreaterThan(0)
          for (const { id } of rows) await deliver(id, transport)
          const sent = mail.mails.splice(0)
          expect(sent).toHaveLength(rows.length)
          for (const got of sent) {
            const all = [got.subject, got.text, got.html, JSON.stringify([...got.headers])].join('\n')
            for (const secret of [text, name, wish, '555 1234', submitted.receipt])
              expect(all).not.toContain(secret)
            expect(got.text).toContain(submitted.caseNumber)
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})

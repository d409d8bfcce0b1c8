import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { to as copyTo } from 'pg-copy-streams'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepLostForm, signIn } from '../../src/access/index.ts'
import { tokenHash } from '../../src/access/sessions.ts'
import { makeBackup } from '../../src/custody/backup/make-backup.ts'
import { openInstallation } from '../../src/custody/installation.ts'
import { openKeySource } from '../../src/custody/key-sources.ts'
import { seeded } from '../../src/demo/random.ts'
import { deliverNotice, type MailTransport } from '../../src/notices/index.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { deskOf, ownSite, signedInAs } from '../web/desk/desk-visitor.ts'
import { ANSWERS, answerAll, NUMBER, portalOn, RECEIPT, Visitor } from '../web/portal/visitor.ts'
import { type Filled, fillForms, type Typed } from './fill-forms.ts'

/** What a person tells. No other text of the program or of its tests holds these words. */
const PLANTED = ['zuleika', 'kurkisuo', '457001234', 'mustikkapiira', 'planted']
const TYPED: Typed = {
  name: 'Zuleika Kurkisuo',
  email: 'zuleika.kurkisuo@planted.example',
  phone: '045 700 1234',
  file: { name: 'Zuleika Kurkisuo.txt', bytes: Buffer.from('Zuleika Kurkisuo söi mustikkapiirakkaa.\n') },
  text: (field) => `Zuleika Kurkisuo söi mustikkapiirakkaa varjossa (${field}, 0457001234).`,
}
const HARD = {
  'gaps/new': {
    form: 'f1',
    benefit: 'basic-assistance',
    authority: 'kela',
    cause: 'bounced',
    municipality: '837',
    'lastIncomeAt-day': '31',
    'lastIncomeAt-month': '10',
    'lastIncomeAt-year': '2026',
    note: TYPED.text('gap'),
  },
  'mediation/consent': {
    units: TYPED.text('units'),
    recipients: ['unit'],
    topics: ['service', 'treatment'],
    scope: TYPED.text('scope'),
    'consent-note': TYPED.text('consent'),
    how: 'signed',
  },
}
const seed = Number(process.env.LEAK_SEED ?? 20261124)

const folder = mkdtempSync(join(tmpdir(), 'asiavastaava-leaks-'))
let house: TestHouse
let office: Office
const logged: string[] = []
const taken = new Set<string>()
const refused = new Set<string>()
const note = (filled: Filled) => {
  for (const one of filled.taken) taken.add(one)
  for (const one of filled.refused) refused.add(one)
}
beforeAll(async () => {
  house = await testHouse()
  const source = await openKeySource({ dataDir: folder, masterKey: randomBytes(32).toString('hex') }, true)
  house.keys = await openInstallation(house.database.owner, source)
  house.log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  office = await openOffice(house)
})
afterAll(async () => {
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A complaint through the portal, and the client's own pages of it. */
async function complain(): Promise<{ number: string; client: Visitor }> {
  const client = new Visitor(ownSite(portalOn(house)))
  await answerAll(client, {
    story: { text: TYPED.text('story') },
    wish: { wish: TYPED.text('wish') },
    urgent: { ...ANSWERS.urgent, needs: 'none' },
    reach: {
      reachBy: ['email', 'phone', 'letter'],
      name: TYPED.name,
      email: TYPED.email,
      phone: TYPED.phone,
      reachWhen: TYPED.text('reachWhen'),
      address: TYPED.text('address'),
    },
  })
  const sent = await client.post('/fi/ask/check', {})
  const number = NUMBER.exec(sent.text)![0]
  await client.post('/fi/follow', { case: number, number, receipt: RECEIPT.exec(sent.text)![0] })
  return { number, client }
}

it('leaves no word that was typed in any form readable in the database, a backup or the log', async () => {
  const dice = seeded(seed)
  for (let n = 0; n < 2; n++) {
    const { number, client } = await complain()
    const rows = await office.rows<{ id: string }>('select id from "case" where number = $1', number)
    const staff = new Visitor(ownSite(deskOf(house, signedInAs(office.maija.id))))
    const walk = { typed: TYPED, dice }
    // With a file; and two forms with more rules than a walker guesses.
    for (const form of ['note', 'message']) {
      const fields = { [`${form}-note`]: TYPED.text(form) }
      const answer = await staff.upload(`/desk/cases/${rows[0]!.id}/${form}`, fields, [TYPED.file])
      if (answer.status === 200) taken.add(`/desk/cases/:id/${form}`)
    }
    for (const [form, fields] of Object.entries(HARD)) {
      const answer = await staff.post(`/desk/cases/${rows[0]!.id}/${form}`, fields)
      if (answer.status === 200) taken.add(`/desk/cases/:id/${form}`)
    }
    note(
      await fillForms(
        client,
        ['/fi/follow/case'],
        { ...walk, within: /^\/fi\/follow/, skip: /leave|FEEDBACK|WITHDRAW/ },
        40,
      ),
    )
    note(
      await fillForms(staff, [`/desk/cases/${number}`, '/desk/contacts/new'], {
        ...walk,
        within: /^\/desk\/(cases|contacts|gaps)\b/,
        skip: /\/file\/|\/print|\?.*lang=|who\/conflict/,
      }),
    )
    note(
      await fillForms(client, ['/fi/follow/case'], { ...walk, within: /^\/fi\/follow/, skip: /leave/ }, 60),
    )
    // Who has a conflict of interest is locked out: that comes last.
    note(
      await fillForms(
        staff,
        [`/desk/cases/${number}`],
        { ...walk, within: /^\/desk\/cases\/[^/]+\/who\b/ },
        8,
      ),
    )
    note(await fillForms(staff, ['/desk/search'], { ...walk, within: /^\/desk\/search/ }, 5))
    expect(rows).toHaveLength(1)
  }
  if (process.env.LEAK_SHOW) console.log({ taken: [...taken].sort(), refused: [...refused].sort() })
  // Enough of the forms took what was typed for the search to mean something.
  for (const form of [
    '/desk/cases/:id/note',
    '/desk/cases/:id/message',
    '/desk/cases/:id/rights',
    '/desk/cases/:id/change/goals',
    '/desk/cases/:id/gaps/new',
    '/desk/cases/:id/letters/new',
    '/desk/cases/:id/mediation/consent',
    '/desk/contacts/new',
    '/fi/follow/case',
    '/desk/search',
  ])
    expect([...taken], form).toContain(form)
  await otherWays()
  const file = join(folder, 'backup')
  await makeBackup(house.database.owner, house.keys, file, house.now())
  const found: string[] = []
  const look = (where: string, what: Buffer) => {
    for (const [how, text] of shapesOf(what))
      for (const word of PLANTED) if (text.includes(word)) found.push(`${where}: ${word} (${how})`)
  }
  for (const [table, bytes] of await everyTable()) look(table, bytes)
  look('backup', readFileSync(file))
  look('log', Buffer.from(logged.join('')))
  expect(found).toEqual([])
  // The search itself finds what is there to be found.
  const shapes = (what: string) => {
    found.length = 0
    look('control', Buffer.from(what))
    return found.map((one) => /\((\w+)\)/.exec(one)![1])
  }
  expect(shapes(`x ${TYPED.name}`)).toContain('plain')
  expect(shapes(`x ${Buffer.from(`ab${TYPED.name}`).toString('base64')}`)).toContain('base64')
  expect(shapes(`x 0${Buffer.from(TYPED.email).toString('hex')}`)).toContain('hex')
}, 240_000)

/** What comes in by no form of these pages: a form put aside, one whose session was gone, wrong tries, mail that left. */
async function otherWays(): Promise<void> {
  const client = new Visitor(ownSite(portalOn(house)))
  await client.post('/fi/start', { kind: 'complaint' })
  await client.post('/fi/ask/story', { text: TYPED.text('story'), go: 'later' })
  await client.post('/fi/follow', { number: TYPED.text('number'), receipt: TYPED.phone })
  await office.rows(
    `insert into session (token_hash, id, organisation, staff_id, created_at, last_seen_at, expires_at, rotated_at)
     values ($2, $1, '08', $1, now(), now(), now(), now())`,
    office.maija.id,
    tokenHash('lost'),
  )
  const lost = { path: '/desk/contacts/new', fields: [['note', TYPED.text('lost')] as [string, string]] }
  expect(await keepLostForm(house, 'lost', lost)).not.toBe(null)
  for (const password of ['wrong', TYPED.text('password')])
    await signIn(house, { email: TYPED.email, password, address: '192.0.2.7', userAgent: 'test' }).catch(
      () => {},
    )
  const transport: MailTransport = {
    from: { name: '', address: 'toimisto@example.org' },
    send: async () => ({ kind: 'sent', answer: '250 ok' }),
    close() {},
  }
  for (const { id } of await office.rows<{ id: string }>('select id from notice'))
    await deliverNotice(house, transport, { organisation: '08', noticeId: id })
  expect(await office.rows(`select 1 from notice where state = 'sent'`)).not.toEqual([])
}

/** All rows of all tables, also of the job list: as text, and in binary form, where sealed values stand as they are. */
async function everyTable(): Promise<[string, Buffer][]> {
  const client = await house.database.owner.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'app', 'graphile_worker')`,
    )
    const all: [string, Buffer][] = []
    for (const { name } of rows)
      for (const format of ['text', 'binary'])
        all.push([name, await buffer(client.query(copyTo(`copy ${name} to stdout (format ${format})`)))])
    return all
  } finally {
    client.release()
  }
}

/** The same bytes as they read plain, decoded from base64 wherever it may begin, and from hexadecimal; in small letters. */
function* shapesOf(bytes: Buffer): Generator<[string, string]> {
  const text = bytes.toString('latin1')
  yield ['plain', bytes.toString('utf8').toLowerCase()]
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{12,}/g))
    for (let shift = 0; shift < 4; shift++)
      yield ['base64', Buffer.from(run.slice(shift), 'base64').toString('utf8').toLowerCase()]
  for (const [run] of text.matchAll(/[0-9a-fA-F]{12,}/g))
    for (let shift = 0; shift < 2; shift++)
      yield ['hex', Buffer.from(run.slice(shift), 'hex').toString('utf8').toLowerCase()]
}

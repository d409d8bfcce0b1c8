import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../../src/access/open-session.ts'
import {
  applyEvent,
  beginLetter,
  gapInput,
  recordGap,
  recordRightsIssue,
  setGoals,
} from '../../../src/cases/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { app } from '../../../src/web/app.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { ownSite } from '../desk/desk-visitor.ts'
import { type Seen, Visitor } from '../portal/visitor.ts'
import { webOn } from '../serve-site.ts'
import { CORPUS } from './corpus.ts'
import { crawl, type PlacedForm } from './crawl.ts'
import { type FormField, fitting, isTyped, plain } from './forms.ts'

let house: TestHouse
let office: Office
let receipt: { number: string; receipt: string }
let caseId: string

beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const made = await office.submit({ account: { text: 'Päätös viipyy.' } })
  caseId = made.caseId
  receipt = { number: made.caseNumber, receipt: made.receipt }
  await office.as(office.maija, async (t) => {
    await applyEvent(t, caseId, { type: 'TAKE' }, 'office')
    await setGoals(t, caseId, [{ text: 'Rahat riittävät ruokaan.' }], 'office')
    await recordRightsIssue(t, caseId, { code: 'reasons', owedBy: 'county', finding: 'found' })
    await recordGap(
      t,
      { caseId },
      gapInput.parse({
        benefit: 'basic-assistance',
        authority: 'kela',
        cause: 'bounced',
        appliedAt: '2026-11-10',
        household: { adults: 'alone' },
        effects: [],
      }),
    )
    await beginLetter(t, caseId, {
      kind: 'objection',
      language: 'fi',
      parts: { sender: { name: 'Aino Asiakas' }, addressee: 'Kirjaamo' },
      points: ['Käynti jäi väliin.'],
      ask: 'Kirjoita kohdat.',
    })
  })
})
afterAll(() => house?.close())

/** Leads out of the session, or elsewhere: everything else is tried. */
const LEAVE =
  /sign-out|\/sessions|\/account\/password|\/assets\/|\.(pdf|csv|xlsx|ods|md|json|ics|zip)(\?|$)|\/download|\/demo|\/rules\/(?!new|amounts|OIK\b)[A-Z]/

const staffSession = async (visitor: Visitor, id: string) => {
  const opened = await inOffice(house, '08', { kind: 'staff', id }, (t) =>
    openSession(t, id, { how: 'password', userAgent: 'test' }),
  )
  visitor.cookies.set('session', opened.token)
}

interface Side {
  name: string
  begin: string[]
  /** where it stays */
  only?: RegExp
  /** forms it must find, at the least: those that only this side has */
  forms: number
  enter(visitor: Visitor): Promise<void>
}

const nobody = async () => {}
const SIDES: Side[] = [
  {
    name: 'anybody',
    begin: ['/fi', '/sv/', '/desk/sign-in', '/publications'],
    forms: 30,
    enter: nobody,
  },
  {
    name: 'a client who follows a case',
    begin: ['/fi/follow/case'],
    only: /^\/fi\/follow\//,
    forms: 4,
    enter: async (visitor) => {
      // The side before this one has guessed receipts until it was stopped.
      await office.rows('delete from rate_count')
      await visitor.post('/fi/follow', receipt)
    },
  },
  {
    name: 'an ombudsman',
    begin: ['/desk', '/desk?view=open', '/desk/gaps'],
    only: /^\/desk/,
    forms: 60,
    enter: (visitor) => staffSession(visitor, office.maija.id),
  },
  {
    name: 'a lead',
    begin: ['/desk', '/desk/admin', '/desk/reports', '/desk/notices'],
    only: /^\/desk\/(?!cases|contacts|gaps)/,
    forms: 15,
    enter: (visitor) => staffSession(visitor, office.lead.id),
  },
  {
    name: 'an administrator',
    begin: ['/desk/admin', '/desk/account'],
    only: /^\/desk/,
    forms: 15,
    enter: async (visitor) => {
      await office.rows(`update staff set role = 'admin', active = true where id = $1`, office.pekka.id)
      await staffSession(visitor, office.pekka.id)
    },
  },
]

const VOLATILE =
  /^(audit|rate|session|lost_form|_prisma|known_device|sign_in|limit|idempotent|draft|held_file|oidc|challenge|factor_try)/
let counted: string | undefined

/** How many rows each table holds of what people put there. */
async function stored(): Promise<string> {
  if (!counted) {
    const tables = await office.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )
    counted = tables
      .filter(({ name }) => !VOLATILE.test(name))
      .map(({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`)
      .join(' union all ')
  }
  return JSON.stringify(await office.rows(counted))
}

const visitorOf = () => new Visitor(ownSite(app(webOn(house))))

/** Texts as a page gives them back: signs that HTML cannot hold, line ends and spaces aside. */
const bare = (text: string) => text.replace(/[\p{Cc}\p{Cn}\s]+/gu, '')

async function send(visitor: Visitor, form: PlacedForm, sent: Record<string, string>): Promise<Seen> {
  if (form.method === 'post') return visitor.post(form.action, sent)
  const [path] = form.action.split('?')
  return visitor.get(`${path}?${new URLSearchParams(sent)}`)
}

interface Tally {
  sent: number
  refused: number
  taken: number
  lost: string[]
  failed: string[]
}

async function attempt(
  visitor: Visitor,
  form: PlacedForm,
  field: FormField,
  [name, value]: [string, string],
  tally: Tally,
): Promise<void> {
  const what = `${form.method} ${form.action} (${form.page}), field "${field.name}", ${name}`
  const before = await stored()
  const answer = await send(visitor, form, { ...fitting(form), [field.name]: value })
  tally.sent++
  if (answer.status >= 500) tally.failed.push(what)
  for (const header of ['x-injected', 'bcc']) expect(answer.headers.get(header), what).toBeNull()
  expect(answer.html, what).not.toMatch(/<script>alert|<svg\/onload|<img src=x|onerror=alert\(1\)>/)
  if (answer.status < 400) tally.taken++
  if (answer.status !== 422) return
  tally.refused++
  expect(await stored(), `${what}: stored though refused`).toBe(before)
  if (!isTyped(field) || field.type === 'password' || form.method === 'get') return
  // A receipt opens a case and is given back by nobody.
  if (field.name === 'receipt') return
  if (bare(plain(answer.html)).includes(bare(value).slice(0, 150))) return
  // What an earlier try ended (a clock that was stopped) has no form any more.
  const again = await visitor.get(form.page)
  if (again.html.includes(`name="${field.name}"`)) tally.lost.push(what)
}

describe.each(SIDES)('what $name can send', ({ begin, only, enter, forms: least }) => {
  it('gives no error, stores nothing that was refused and loses nothing that was typed', async () => {
    const visitor = visitorOf()
    await enter(visitor)
    const { forms, pages } = await crawl(visitor, begin, { leave: LEAVE, only })
    expect(pages.length).toBeGreaterThan(0)
    expect(forms.length).toBeGreaterThanOrEqual(least)
    const tally: Tally = { sent: 0, refused: 0, taken: 0, lost: [], failed: [] }
    const corpus = Object.entries(CORPUS)
    let turn = 0
    for (const form of forms) {
      const fields = form.fields.filter(({ type }) => type !== 'file' && type !== 'button')
      for (const field of fields) {
        await enter(visitor)
        // Each field has its own part of the corpus, so that all fields together see all of it many times.
        const tries = isTyped(field) ? 3 : 1
        for (let n = 0; n < tries; n++)
          await attempt(visitor, form, field, corpus[turn++ % corpus.length]!, tally)
      }
    }
    // And what nobody has thought of.
    const anyField = fc.constantFrom(
      ...forms.flatMap((form) =>
        form.fields.filter(({ type }) => type !== 'file').map((field) => ({ form, field })),
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        anyField,
        fc.string({ unit: 'binary', maxLength: 2000 }),
        async ({ form, field }, value) => {
          await enter(visitor)
          await attempt(visitor, form, field, ['random', value], tally)
        },
      ),
      { numRuns: 30 },
    )
    expect({ failed: tally.failed, lost: tally.lost }).toEqual({ failed: [], lost: [] })
    expect(tally.sent).toBeGreaterThan(2)
  }, 300_000)
})

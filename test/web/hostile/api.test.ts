import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../../src/web/app.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { webOn } from '../serve-site.ts'
import { CORPUS } from './corpus.ts'

let house: TestHouse
let office: Office
let site: ReturnType<typeof app>
let opened: { caseNumber: string; receipt: string }
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  site = app(webOn(house))
  opened = await office.submit()
})
afterAll(() => house?.close())

const whole = {
  organisation: '08',
  kind: 'complaint',
  language: 'fi',
  municipality: '837',
  contactPerson: 'client',
  serviceTask: 'disability',
  reasons: ['waiting-time'],
  text: 'Päätöstä ei ole tullut.',
  desiredOutcome: 'Päätös.',
  contact: { name: 'Aino Ahola', email: 'aino@example.org', phone: '040 123 4567' },
}
type Body = Record<string, unknown>
const FIELDS = [
  ...Object.keys(whole),
  'contact.name',
  'contact.email',
  'contact.phone',
  '__proto__',
  'surplus',
]

/** The whole body with one value in the place of another. */
function withValue(field: string, value: unknown): string {
  const body: Body = { ...whole, contact: { ...whole.contact } }
  const [outer, inner] = field.split('.') as [string, string | undefined]
  if (inner) (body[outer] as Body)[inner] = value
  else Object.defineProperty(body, outer, { value, enumerable: true })
  return JSON.stringify(body)
}

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
  })
const rows = async () => {
  const [row] = await office.rows<{ n: string }>(
    `select concat_ws(' ', (select count(*) from "case"), (select count(*) from message), (select count(*) from contact),
       (select count(*) from data_key), (select count(*) from text_word)) as n`,
  )
  return row!.n
}

/** Taken, or refused in the form of RFC 9457 with nothing stored: never an error of ours. */
async function sound(path: string, body: string, headers: Record<string, string> = {}): Promise<number> {
  const before = await rows()
  const answer = await post(path, body, headers)
  const about = `${path} ${String(body).slice(0, 200)}`
  expect(answer.status, about).toBeLessThan(500)
  if (answer.status < 300) return answer.status
  expect(answer.headers.get('Content-Type'), about).toContain('application/problem+json')
  expect(((await answer.json()) as { status: number }).status, about).toBe(answer.status)
  expect(await rows(), `${about}: stored though refused`).toBe(before)
  return answer.status
}
const auth = () => ({ Authorization: `Receipt ${opened.receipt.replaceAll(' ', '')}` })

describe('the JSON side', () => {
  it.each(Object.entries(CORPUS))('bears in every field of a case: %s', async (_, value) => {
    for (const field of FIELDS) await sound('/api/v1/cases', withValue(field, value))
  })

  it('takes as they are the words a person may write, and only those', async () => {
    expect(await sound('/api/v1/cases', JSON.stringify(whole))).toBe(201)
    for (const name of ['sql', 'markup', 'emoji', 'bidi', 'formula', 'template in braces'])
      expect(await sound('/api/v1/cases', withValue('text', CORPUS[name])), name).toBe(201)
    for (const field of ['kind', 'municipality', 'language', 'contactPerson', 'organisation'])
      expect(await sound('/api/v1/cases', withValue(field, CORPUS.prototype)), field).toBe(422)
  })

  it('bears any JSON at any place, and what is no JSON', async () => {
    const anything = fc.jsonValue({ maxDepth: 3 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FIELDS), anything, async (field, value) => {
        await sound('/api/v1/cases', withValue(field, value))
      }),
      { numRuns: 120 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          anything.map((v) => JSON.stringify(v)),
        ),
        async (body) => {
          expect(await sound('/api/v1/cases', body)).toBeGreaterThanOrEqual(400)
        },
      ),
      { numRuns: 60 },
    )
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    for (const body of [
      deep,
      `{"text":${deep}}`,
      '{"text":"\\ud800"}',
      '{"a":1e999}',
      '\ufeff{}',
      'null',
      '""',
    ])
      expect(await sound('/api/v1/cases', body), body.slice(0, 20)).toBeGreaterThanOrEqual(400)
    expect(
      await sound('/api/v1/cases', withValue('text', '\ud800 yksin').replace('\ud800', '\\ud800')),
    ).toBeLessThan(500)
  })

  it('bears any message to a case, and any number and receipt', async () => {
    for (const value of Object.values(CORPUS))
      await sound(`/api/v1/cases/${opened.caseNumber}/messages`, JSON.stringify({ text: value }), auth())
    for (const value of Object.values(CORPUS)) {
      const number = encodeURIComponent(value.slice(0, 500))
      const answer = await site.request(`/api/v1/cases/${number || '-'}`, { headers: auth() })
      expect([400, 401, 404, 422, 429], value.slice(0, 50)).toContain(answer.status)
      const sent = value.replace(/[^\x20-\x7e\xa0-\xff]/g, '').slice(0, 300)
      const tried = await site.request(`/api/v1/cases/${opened.caseNumber}`, {
        headers: { Authorization: `Receipt ${sent}` },
      })
      expect([400, 401, 403, 404, 429], sent.slice(0, 50)).toContain(tried.status)
    }
  })

  it('turns away what is too large or is broken off, and stores nothing of it', async () => {
    const large = withValue('text', 'ä'.repeat(2_000_000))
    expect(await sound('/api/v1/cases', large)).toBe(413)
    const many = JSON.stringify({ ...whole, reasons: Array(50_000).fill('waiting-time') })
    expect([413, 422]).toContain(await sound('/api/v1/cases', many))
    const before = await rows()
    const text = JSON.stringify(whole)
    const broken = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)))
        stream.close()
      },
    })
    const answer = await site.request('/api/v1/cases', {
      method: 'POST',
      body: broken,
      duplex: 'half',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    } as RequestInit)
    expect([400, 422]).toContain(answer.status)
    expect(await rows()).toBe(before)
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '../../../src/web/api/index.ts'
import { type TestHouse, testHouse } from '../../house.ts'

let house: TestHouse
let app: ReturnType<typeof api>
let address = '192.0.2.1'

beforeAll(async () => {
  house = await testHouse()
  app = api({ house, demo: false, intakeLimit: 0, mailLeaves: false, addressOf: () => address })
})
afterAll(() => house.close())

const complaint = (more: object = {}) => ({
  organisation: '08',
  kind: 'complaint',
  language: 'fi',
  municipality: '837',
  contactPerson: 'client',
  text: 'Päätöstä ei ole tullut.',
  ...more,
})

// biome-ignore lint/suspicious/noExplicitAny: what comes back is looked at field by field
const json = (answer: Response): Promise<any> => answer.json()

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const submitted = async (more: object = {}) => json(await post('/v1/cases', complaint(more)))
const status = (number: string, receipt: string, headers: Record<string, string> = {}) =>
  app.request(`/v1/cases/${number}`, { headers: { Authorization: `Receipt ${receipt}`, ...headers } })
const cases = async () =>
  Number((await house.database.owner.query('select count(*) from "case"')).rows[0].count)

describe('POST /api/v1/cases', () => {
  it('takes a case in and answers with everything that is needed to follow it', async () => {
    const answer = await post(
      '/v1/cases',
      complaint({ contact: { name: 'Aino Ahola', email: 'aino@example.org' } }),
    )
    expect(answer.status).toBe(201)
    const body = await json(answer)
    expect(body).toEqual({
      caseNumber: expect.stringMatching(/^AV-\d{4}-\d{6}-\d$/),
      receipt: expect.stringMatching(/^(\d{4} ?){4}$/),
      expectedAnswerBy: '2026-12-01',
      statusUrl: `http://localhost:8080/api/v1/cases/${body.caseNumber}`,
    })
  })

  it('answers the same key and body alike, with one case, also when both come at once', async () => {
    const before = await cases()
    const key = { 'Idempotency-Key': randomUUID() }
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('/v1/cases', complaint(), key)))
    const bodies = await Promise.all(answers.map(json))
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201))
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(await cases()).toBe(before + 1)
  })

  it('takes the order of fields and spacing for the same body', async () => {
    const key = { 'Idempotency-Key': randomUUID() }
    const first = await json(await post('/v1/cases', complaint(), key))
    const turned = JSON.stringify(Object.fromEntries(Object.entries(complaint()).reverse()), null, 3)
    expect(await json(await post('/v1/cases', turned, key))).toEqual(first)
  })

  it('refuses the same key with another body, and opens nothing', async () => {
    const key = { 'Idempotency-Key': randomUUID() }
    await post('/v1/cases', complaint(), key)
    const before = await cases()
    const answer = await post('/v1/cases', complaint({ text: 'Toinen asia.' }), key)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
    expect(await cases()).toBe(before)
  })

  it.each([
    [{ municipality: '999' }, '/municipality', 'unknown-municipality'],
    [{ kind: 'praise' }, '/kind', 'unknown-code'],
    [{ kind: undefined }, '/kind', 'required'],
    [{ text: undefined }, '/text', 'required'],
    [{ text: '   ' }, '/text', 'too-short'],
    [{ text: 7 }, '/text', 'wrong-type'],
    [{ text: 'a'.repeat(20_001) }, '/text', 'too-long'],
    [{ organisation: '99' }, '/organisation', 'not-served'],
    [{ organisation: '17' }, '/organisation', 'not-served'],
    [{ serviceTask: 'gardening' }, '/serviceTask', 'unknown-code'],
    [{ reasons: ['nothing'] }, '/reasons/0', 'unknown-code'],
    [{ contact: { email: 'aino' } }, '/contact/email', 'not-an-address'],
    [{ contact: { fax: '1' } }, '/contact/fax', 'unknown-field'],
    [{ urgent: true }, '/urgent', 'unknown-field'],
  ])('says what is wrong with %j', async (more, pointer, code) => {
    const before = await cases()
    const messages: string[] = []
    for (const language of ['fi', 'sv', 'en-GB,en;q=0.9']) {
      const answer = await post('/v1/cases', complaint(more), { 'Accept-Language': language })
      expect(answer.status).toBe(422)
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
      const body = await json(answer)
      expect(body.errors).toEqual([{ pointer, code, message: expect.any(String) }])
      messages.push(body.errors[0].message)
    }
    expect(new Set(messages).size).toBe(3)
    expect(await cases()).toBe(before)
  })

  it('tells all that is wrong at once', async () => {
    const body = await json(await post('/v1/cases', complaint({ kind: 'x', municipality: 'x', text: '' })))
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/kind',
      '/municipality',
      '/text',
    ])
  })

  it.each([
    ['not JSON', '{"organisation":', {}, 400],
    ['no key', JSON.stringify({ organisation: '08' }), { 'Idempotency-Key': '' }, 422],
  ])('answers %s as a problem', async (_, body, headers, expected) => {
    const answer = await post('/v1/cases', body, headers)
    expect(answer.status).toBe(expected)
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
  })

  it('asks for a key', async () => {
    const answer = await post('/v1/cases', complaint(), { 'Idempotency-Key': '' })
    expect(answer.status).toBe(400)
  })

  it('does not take a body without end', async () => {
    const answer = await post('/v1/cases', complaint({ text: 'a'.repeat(300_000) }))
    expect(answer.status).toBe(413)
  })

  it('limits new cases per address and hour, but not the same case again', async () => {
    const limited = api({
      house,
      demo: false,
      intakeLimit: 2,
      mailLeaves: false,
      addressOf: () => '192.0.2.77',
    })
    const send = (key: string) =>
      limited.request('/v1/cases', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify(complaint()),
      })
    const keys = [randomUUID(), randomUUID(), randomUUID()]
    const answers = []
    for (const key of keys) answers.push(await send(key))
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 429])
    expect(Number(answers[2]!.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await send(keys[0]!)).status).toBe(201)
  })
})

describe('GET /api/v1/cases/{caseNumber}', () => {
  it('tells where the case stands, the first message being what was submitted', async () => {
    const { caseNumber, receipt } = await submitted()
    const answer = await status(caseNumber, receipt, { 'Accept-Language': 'en' })
    expect(answer.status).toBe(200)
    const body = await json(answer)
    expect(body).toMatchObject({
      caseNumber,
      kind: 'complaint',
      status: 'received',
      statusText: expect.stringMatching(/^[A-Z][^[\]{}]+\.$/),
      openedAt: '2026-11-24T09:00:00.000Z',
    })
    expect(body.messages[0]).toEqual({
      at: '2026-11-24T09:00:00.000Z',
      from: 'client',
      text: 'Päätöstä ei ole tullut.',
    })
    expect(body.clocks).toContainEqual({
      rule: 'OFFICE_ANSWER',
      due: '2026-12-01',
      statutory: false,
      explanation: expect.stringMatching(/\S/),
    })
  })

  it('takes the receipt however it is spaced', async () => {
    const { caseNumber, receipt } = await submitted()
    expect((await status(caseNumber, receipt.replaceAll(' ', ''))).status).toBe(200)
  })

  it('answers a wrong receipt, a missing one and an unknown number alike, and stops an address after ten', async () => {
    address = '192.0.2.66'
    const { caseNumber, receipt } = await submitted()
    const wrong = await status(caseNumber, '0000 0000 0000 0000')
    const unknown = await status('AV-2026-999999-2', receipt)
    const missing = await app.request(`/v1/cases/${caseNumber}`)
    const bodies = await Promise.all([wrong, unknown, missing].map((answer) => answer.text()))
    expect([wrong.status, unknown.status, missing.status]).toEqual([404, 404, 404])
    expect(new Set(bodies).size).toBe(1)
    for (let more = 3; more < 10; more++) expect((await status(caseNumber, '1')).status).toBe(404)
    expect((await status(caseNumber, '1')).status).toBe(429)
    // Even the right one has to wait: else the limit would tell a guesser when to stop.
    expect((await status(caseNumber, receipt)).status).toBe(429)
    address = '192.0.2.1'
    expect((await status(caseNumber, receipt)).status).toBe(200)
  })
})

it('gives ten answers on wrong receipts and no more, also to many that come at once', async () => {
  address = '192.0.2.77'
  const { caseNumber } = await submitted()
  const answers = await Promise.all(Array.from({ length: 40 }, () => status(caseNumber, '1')))
  const told = answers.map((answer) => answer.status).sort()
  expect(told).toEqual([...Array(10).fill(404), ...Array(30).fill(429)])
  address = '192.0.2.1'
})

describe('POST /api/v1/cases/{caseNumber}/messages', () => {
  it('stores a message that the thread then shows', async () => {
    const { caseNumber, receipt } = await submitted()
    const headers = { Authorization: `Receipt ${receipt}` }
    const answer = await post(`/v1/cases/${caseNumber}/messages`, { text: 'Lisään yhden asian.' }, headers)
    expect(answer.status).toBe(201)
    const { messages } = await json(await status(caseNumber, receipt))
    expect(messages.at(-1)).toMatchObject({ from: 'client', text: 'Lisään yhden asian.' })
  })

  it('does not take an empty one, nor one without the receipt', async () => {
    const { caseNumber, receipt } = await submitted()
    const path = `/v1/cases/${caseNumber}/messages`
    expect((await post(path, { text: ' ' }, { Authorization: `Receipt ${receipt}` })).status).toBe(422)
    expect((await post(path, { text: 'Hei' })).status).toBe(404)
  })
})

it('describes itself as OpenAPI 3.1', async () => {
  const body = await json(await app.request('/openapi.json'))
  expect(body.openapi).toBe('3.1.0')
  expect(Object.keys(body.paths)).toEqual([
    '/v1/cases',
    '/v1/cases/{caseNumber}',
    '/v1/cases/{caseNumber}/messages',
  ])
})

import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  answerOnce,
  cleanUp,
  forgetDraft,
  KeyReused,
  newDraftCode,
  openDraft,
  saveDraft,
  submitCase,
} from '../../src/cases/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { matter, type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())
beforeEach(() => house.setNow('2026-11-24T09:00:00Z'))

describe('a form put aside', () => {
  it('comes back with its code, however it is typed, and with no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.string()), async (answers) => {
        const code = newDraftCode()
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$/)
        await saveDraft(house, code, answers)
        expect(await openDraft(house, code)).toEqual(JSON.parse(JSON.stringify(answers)))
        expect(await openDraft(house, ` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual(
          JSON.parse(JSON.stringify(answers)),
        )
        expect(await openDraft(house, newDraftCode())).toBeNull()
      }),
      { numRuns: 15 },
    )
    expect(await openDraft(house, '')).toBeNull()
  })
  it('is kept as it was last saved, thirty days, unread by anybody, and then is gone', async () => {
    const code = newDraftCode()
    await saveDraft(house, code, { text: 'Ensimmäinen yritys' })
    house.setNow('2026-11-25T09:00:00Z')
    const { until } = await saveDraft(house, code, { text: 'Toinen yritys' })
    expect(until).toEqual(new Date('2026-12-25T09:00:00Z'))
    const rows = await office.rows<{ row: string }>('select d::text as row from draft d')
    const kept = rows.map(({ row }) => row).join()
    for (const secret of ['yritys', Buffer.from('yritys').toString('hex'), code, code.replaceAll('-', '')])
      expect(kept).not.toContain(secret)
    house.setNow('2026-12-25T08:59:00Z')
    expect(await openDraft(house, code)).toEqual({ text: 'Toinen yritys' })
    house.setNow('2026-12-25T09:00:00Z')
    expect(await openDraft(house, code)).toBeNull()
    house.setNow('2026-12-25T09:00:01Z')
    await cleanUp(house)
    expect(await office.rows('select 1 from draft')).toEqual([])
  })
  it('can be forgotten at once', async () => {
    const code = newDraftCode()
    await saveDraft(house, code, { a: 1 })
    await forgetDraft(house, code.toLowerCase())
    expect(await openDraft(house, code)).toBeNull()
  })
  it('has codes that are not alike', () => {
    const codes = Array.from({ length: 500 }, newDraftCode)
    expect(new Set(codes).size).toBe(500)
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(31)
  })
})

describe('a request sent again', () => {
  const send = (key: string, body: string) =>
    office.as({ kind: 'anonymous' }, (t) =>
      answerOnce(t, key, body, () => submitCase(t, matter({ account: { text: body } }), { source: 'api' })),
    )
  const cases = async () =>
    Number((await office.rows<{ n: number }>('select count(*) as n from "case"'))[0]!.n)

  it('with the same key and body gets the same answer and makes nothing', async () => {
    const before = await cases()
    const first = await send('key-a', 'text')
    house.setNow('2026-11-25T08:59:00Z')
    expect(await send('key-a', 'text')).toEqual(first)
    expect(await cases()).toBe(before + 1)
  })
  it('with another body is refused, and after a day the key is free again', async () => {
    const first = await send('key-b', 'text')
    await expect(send('key-b', 'other text')).rejects.toBeInstanceOf(KeyReused)
    house.setNow('2026-11-25T09:00:00Z')
    const second = await send('key-b', 'other text')
    expect(second.caseNumber).not.toBe(first.caseNumber)
  })
  it('many times at once makes one case', async () => {
    const before = await cases()
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('key-c', 'text')))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await cases()).toBe(before + 1)
  })
  it('after one that failed is done anew', async () => {
    await expect(
      office.as({ kind: 'anonymous' }, (t) =>
        answerOnce(t, 'key-d', 'text', async () => {
          await submitCase(t, matter(), { source: 'api' })
          throw new Error('the line broke')
        }),
      ),
    ).rejects.toThrow('the line broke')
    expect((await send('key-d', 'text')).receipt).toMatch(/^\d{4} /)
  })
  it('keeps neither the key nor the receipt where it could be read', async () => {
    const { receipt } = await send('key-secret', 'text')
    const rows = await office.rows<{ row: string }>('select a::text as row from idempotent_answer a')
    const kept = rows.map(({ row }) => row).join()
    expect(kept.length).toBeGreaterThan(200)
    for (const secret of [
      receipt,
      'key-secret',
      Buffer.from('key-secret').toString('hex'),
      Buffer.from(receipt).toString('hex'),
    ])
      expect(kept).not.toContain(secret)
  })
})

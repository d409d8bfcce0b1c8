import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWords, logContact, planFill, searchCases, writeNote } from '../../../src/cases/index.ts'
import type { Keyring } from '../../../src/custody/keys.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Office, openOffice } from '../office.ts'

let house: TestHouse
let office: Office
const CASES = 90

beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  for (let n = 0; n < CASES; n++)
    await office.submit({ account: { text: `Kanootti numero x${n}q on vene.` } })
  await office.as(office.maija, (t) =>
    logContact(t, { channel: 'phone', reasons: [], actions: [], person: {}, note: 'Puhuttiin kanootista.' }),
  )
  const other = await openOffice(house, '90')
  await other.submit({ account: { text: 'Muualla on kanootti.' } })
})
afterAll(() => house?.close())

const words = () =>
  office.rows(
    `select kind, text_id, organisation, key_id, case_id, contact_id,
       array(select unnest(words) order by 1)::text[] as words from text_word where words <> '{}' order by 2, 1`,
  )
const whole = () =>
  office.rows(
    `select id, case_id, contact_id, array(select unnest(words) order by 1)::text[] as words from case_word order by 1`,
  )
const forget = () => office.rows('delete from text_word').then(() => office.rows('delete from word_fill'))
const found = (text: string) =>
  office.as(office.maija, async (t) => (await searchCases(t, { text, only: {} })).total)

/** A house whose keys fail after so many hashes, as a kill would end the work: in the middle of a portion. */
function dyingAfter(hashes: number): TestHouse {
  let left = hashes
  const keys: Keyring = {
    ...house.keys,
    mac: (purpose, value) => {
      if (left-- <= 0) throw new Error('killed')
      return house.keys.mac(purpose, value)
    },
  }
  return { ...house, keys }
}

describe('texts from before there was a search', () => {
  it('are indexed as though they had been when they were written, also by several at once', async () => {
    const before = [await words(), await whole()]
    expect(before[0]!.length).toBeGreaterThan(CASES * 2)
    await forget()
    expect(await found('kanootti')).toBe(0)
    await Promise.all([fillWords(house), fillWords(house)])
    expect([await words(), await whole()]).toEqual(before)
    expect(await found('kanootti')).toBe(CASES)
    await fillWords(house)
    expect([await words(), await whole()]).toEqual(before)
  })

  it('are gone on with after a kill, wherever it came', async () => {
    const before = [await words(), await whole()]
    await forget()
    let kills = 0
    for (const hashes of [20, 75, 30, 5]) {
      await fillWords(dyingAfter(hashes)).then(
        () => {},
        () => kills++,
      )
      const [state] = await office.rows<{ last_case: string | null }>(
        `select last_case from word_fill where organisation = '08'`,
      )
      const indexed = await office.rows<{ n: number }>(
        `select count(distinct case_id)::int as n from text_word where organisation = '08' and case_id is not null
           and ($1::uuid is null or case_id <= $1::uuid)`,
        state?.last_case ?? null,
      )
      // What the note says is done is done.
      const upTo = await office.rows<{ n: number }>(
        `select count(*)::int as n from "case" where organisation = '08' and id <= $1::uuid`,
        state?.last_case ?? '00000000-0000-0000-0000-000000000000',
      )
      expect(indexed[0]!.n).toBe(upTo[0]!.n)
      await office.as(office.maija, async (t) => {
        const row = await t.sql.case.findFirstOrThrow({ orderBy: { id: 'asc' } })
        await writeNote(t, row.id, 'Kesken kirjoitettu.')
      })
    }
    expect(kills).toBeGreaterThan(1)
    await fillWords(house)
    const after = await words()
    for (const row of before[0]!) expect(after).toContainEqual(row)
    expect(await found('kanootti')).toBe(CASES)
    expect(await found('kesken kirjoitettu')).toBe(1)
  })

  it('are planned for once, and anew when words are made in another way', async () => {
    const jobs = async () =>
      (await office.rows(`select 1 from graphile_worker.jobs where task_identifier = 'index-words'`)).length
    await planFill(house)
    expect(await jobs()).toBe(0)
    await office.rows(`update word_fill set scheme = 0 where organisation = '90'`)
    await planFill(house)
    await planFill(house)
    expect(await jobs()).toBe(1)
    await fillWords(house)
    const [state] = await office.rows<{ scheme: number; done_at: Date }>(
      `select scheme, done_at from word_fill where organisation = '90'`,
    )
    expect(state!.scheme).toBe(1)
    expect(state!.done_at).toBeInstanceOf(Date)
    expect(await inOffice(house, '90', { kind: 'system' }, (t) => t.sql.caseWord.count())).toBe(1)
  })
})

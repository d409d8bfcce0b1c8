import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  FOUND_MOST,
  logContact,
  type Narrow,
  type SearchResult,
  searchCases,
  whoOpened,
  writeNote,
} from '../../../src/cases/index.ts'
import { stands } from '../../../src/cases/search/phrases.ts'
import { type Actor, inOffice } from '../../../src/custody/transaction.ts'
import { saysSomething, stemsOf, wordsOf } from '../../../src/language/words/stems.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { CLIENT, type Office, openOffice } from '../office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const search = (
  text: string,
  only: Narrow = {},
  who: Actor = office.maija,
  after?: string,
): Promise<SearchResult> => inOffice(house, '08', who, (t) => searchCases(t, { text, only, after }))
const ids = async (...given: Parameters<typeof search>) =>
  (await search(...given)).hits.map(({ row }) => row.id)
const told = async (text: string, more = {}) => (await office.submit({ account: { text }, ...more })).caseId

describe('a search by words', () => {
  it('finds a text by every form of its words and by no other word, whatever was written', async () => {
    const WORDS =
      'päätös hakemuksen kotihoitoa äidin velkaa vuokran lapset beslutet klienten hemvård tuen sähkölasku'
    const other = 'valitus asunto maksut perheelle räkningen ambulanssi kirjasto 2026'
    const texts = fc.array(fc.constantFrom(...WORDS.split(' '), ...other.split(' ')), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.constantFrom(...WORDS.split(' '), ...other.split(' ')),
        async (words, asked) => {
          const caseId = await told(`${words.join(', ')}.`)
          const own = new Set(words.flatMap(stemsOf))
          const holds = stemsOf(asked).some((stem) => own.has(stem))
          const found = await search(asked)
          expect(found.all.some(({ id }) => id === caseId)).toBe(holds)
        },
      ),
      { numRuns: 25, examples: [[['2026', 'päätös'], '2026']] },
    )
  })

  it('never finds a random text by a word that is not in it', async () => {
    const word = fc.stringMatching(/^[a-zåäö]{4,12}$/)
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 3, maxLength: 20 }), word, async (words, asked) => {
        const caseId = await told(words.join(' '))
        const own = new Set(wordsOf(words.join(' ')).flatMap(stemsOf))
        const asking = wordsOf(asked)
        const holds = asking.length > 0 && asking.every((one) => stemsOf(one).some((stem) => own.has(stem)))
        expect((await search(asked)).all.some(({ id }) => id === caseId)).toBe(holds)
      }),
      { numRuns: 25 },
    )
  })

  it('wants all of the words, over all texts of a case, and tells which are nowhere', async () => {
    const caseId = await told('Keinutuoli meni rikki.')
    await office.as(office.maija, (t) => writeNote(t, caseId, 'Soitin huonekaluliikkeeseen.'))
    expect(await ids('keinutuoli huonekaluliike')).toEqual([caseId])
    const none = await search('keinutuoli avaruusalus')
    expect(none.total).toBe(0)
    expect(none.unknown).toEqual(['avaruusalus'])
    const common = await search('ja on')
    expect(common.total).toBe(0)
    expect(common.query.common).toEqual(['ja', 'on'])
  })

  it('finds words in quotation marks only where they stand in a row', async () => {
    const row = await told('Kerroin, että omaishoidon tuki evättiin.')
    const apart = await told('Omaishoidon hakemus tehtiin ja tuki evättiin.')
    expect(new Set(await ids('omaishoidon tuki evättiin'))).toEqual(new Set([row, apart]))
    expect(await ids('"omaishoidon tuki"')).toEqual([row])
    expect(await ids('”Omaishoidon tuki evättiin”')).toEqual([row])
    expect(await ids('"tuki omaishoidon"')).toEqual([])
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 9 }),
        fc.nat(8),
        fc.nat(4),
        (words, from, n) => {
          const part = words.slice(from, from + n + 1)
          if (part.length) expect(stands(part, words.join(' '))).toBe(true)
        },
      ),
    )
  })

  it('shows a passage with what was searched for, and where it stands', async () => {
    const long = 'Alussa on paljon muuta tekstiä, jota ei haeta. '.repeat(10)
    const caseId = await told(`${long} Kanttorin urkuharmoni soi. ${long}`)
    const [hit] = (await search('urkuharmonia')).hits
    expect(hit!.row.id).toBe(caseId)
    // The account and the message it became say the same: told once.
    expect(hit!.excerpts).toHaveLength(1)
    const { parts, kind } = hit!.excerpts[0]!
    expect(kind).toBe('account')
    expect(parts.filter((part) => part.hit)).toEqual([{ text: 'urkuharmoni', hit: true }])
    expect(parts.map((part) => part.text).join('').length).toBeLessThan(260)
  })

  it('can be narrowed by codes, and counts by code what it found', async () => {
    const made = { account: { text: 'Yhteinen sana on majakka.' } }
    const a = (await office.submit({ ...made, kind: 'advice', municipality: '536' })).caseId
    house.setNow('2026-12-01T22:30:00Z')
    const b = (await office.submit({ ...made, kind: 'complaint', serviceTask: 'kela', urgent: true })).caseId
    house.setNow('2026-12-05T09:00:00Z')
    const found = await search('majakka')
    expect(found.all.map(({ id, kind, urgent }) => [id, kind, urgent])).toEqual([
      [b, 'complaint', true],
      [a, 'advice', false],
    ])
    const narrowed: [Narrow, string[]][] = [
      [{ kind: 'advice' }, [a]],
      [{ serviceTask: 'kela' }, [b]],
      [{ municipality: '536' }, [a]],
      [{ urgent: true }, [b]],
      [{ handler: 'nobody' }, [b, a]],
      [{ handler: office.pekka.id }, []],
      [{ state: 'open' }, [b, a]],
      [{ state: 'closed' }, []],
      // 22:30 in London on the first is the second in Helsinki.
      [{ from: '2026-12-02' }, [b]],
      [{ until: '2026-12-01' }, [a]],
      [{ from: '2026-12-02', until: '2026-12-02' }, [b]],
      [{ kind: 'advice', urgent: true }, []],
    ]
    for (const [only, wanted] of narrowed) {
      expect(await ids('majakka', only), JSON.stringify(only)).toEqual(wanted)
      const all = (await search('', only)).all.map(({ id }) => id)
      for (const id of wanted) expect(all, JSON.stringify(only)).toContain(id)
    }
  })

  it('counts up to a limit and leads on page by page without leaving one out', async () => {
    for (let n = 0; n < 60; n++) await told('Sivuilla on soutulaituri.')
    const seen: string[] = []
    let after: string | undefined
    do {
      const { hits, next, total } = await search('soutulaituri', {}, office.maija, after)
      expect(total).toBe(60)
      seen.push(...hits.map(({ row }) => row.id))
      after = next ?? undefined
    } while (after)
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
    expect(FOUND_MOST).toBeGreaterThan(60)
  })
})

describe('what a search finds for whom', () => {
  it('is nothing that a conflict of interest locks, not even in a count', async () => {
    const open = await told('Mainitaan purjelentokone.')
    const locked = await told('Mainitaan purjelentokone ja vesiskootteri.')
    await office.rows(
      `insert into case_bar (organisation, case_id, staff_id, reason, since) values ('08', $1, $2, 'person', now())`,
      locked,
      office.maija.id,
    )
    expect(await ids('purjelentokone')).toEqual([open])
    const found = await search('vesiskootteri')
    expect(found).toMatchObject({ total: 0, more: false, all: [], hits: [], unknown: ['vesiskootteri'] })
    expect(await ids('purjelentokone', {}, office.pekka)).toEqual([locked, open])
  })

  it('is for a lead the content of what is theirs, and the rows of the rest by number', async () => {
    const { caseId, caseNumber } = await office.submit({
      account: { text: 'Tekstissä on vaahterasiirappi.' },
    })
    expect(await ids('vaahterasiirappi', {}, office.lead)).toEqual([])
    expect(await ids(caseNumber, {}, office.lead)).toEqual([caseId])
    await office.rows('update "case" set handler_id = $1 where id = $2', office.lead.id, caseId)
    expect(await ids('vaahterasiirappi', {}, office.lead)).toEqual([caseId])
  })

  it('finds the last of few cases though many others that may not be opened hold the word', async () => {
    const own = await told('Harvinaisin on mammutti.')
    await office.rows('update "case" set handler_id = $1 where id = $2', office.lead.id, own)
    await office.rows(
      `with made as (
         insert into data_key (id, organisation, wrapped, master_key)
         select gen_random_uuid(), '08', '\\x00', 'none' from generate_series(1, 700) returning id),
       cases as (
         insert into "case" (id, organisation, number, kind, workflow, workflow_version, snapshot, key_id, person_unit,
           language, municipality, contact_person, opened_at, changed_at)
         select ('ffffffff' || substr(id::text, 9))::uuid, '08', 'AV-2019-' || substr(id::text, 1, 8), 'advice', 'advice', 1,
           '{}', id, gen_random_uuid(), 'fi', '837', 'client', now(), now() from made returning id, key_id)
       insert into text_word (kind, text_id, organisation, key_id, case_id, words)
       select 'account', c.id, '08', c.key_id, c.id, (select words from text_word where text_id = $1 and kind = 'account')
       from cases c`,
      own,
    )
    const found = await search('mammutti', {}, office.lead)
    expect(found.all.map(({ id }) => id)).toEqual([own])
    expect(found).toMatchObject({ total: 1, more: false })
    const { total, more } = await search('mammutti')
    expect({ total, more }).toEqual({ total: FOUND_MOST, more: true })
    await office.rows(`delete from "case" where number like 'AV-2019-%'`)
  })

  it('holds no contact of a person whose case may not be opened', async () => {
    const { contactId } = await office.as(office.pekka, (t) =>
      logContact(t, {
        channel: 'phone',
        reasons: [],
        actions: [],
        person: {},
        note: 'Puhuttiin kuumailmapallosta.',
      }),
    )
    const contacts = async (who: Actor) =>
      (await search('kuumailmapallo', {}, who)).contacts.map(({ id }) => id)
    expect(await contacts(office.maija)).toEqual([contactId])
    expect(await contacts(office.lead)).toEqual([])
    const { caseId } = await office.submit()
    await office.rows(
      `update "case" set restricted = true, person_unit = (select person_unit from contact where id = $1) where id = $2`,
      contactId,
      caseId,
    )
    expect(await contacts(office.maija)).toEqual([])
  })
})

describe('what is recorded of a search', () => {
  it('is that there was one, how many were found, by which codes, and from what a passage was shown; no word', async () => {
    const caseId = await told('Salaisuus on tuohivirsu.')
    await search('tuohivirsu', { kind: 'complaint' })
    const entries = await office.rows<{ event: string; subject_id: string | null; details: object }>(
      `select event, subject_id, details from audit_entry where organisation = '08' order by seq desc limit 2`,
    )
    expect(entries.map(({ event }) => event).sort()).toEqual(['excerpt.read', 'search'])
    expect(entries.find(({ event }) => event === 'search')!.details).toEqual({ found: 1, kind: 'complaint' })
    expect(entries.find(({ event }) => event === 'excerpt.read')!.subject_id).toBe(caseId)
    expect(JSON.stringify(entries)).not.toMatch(/tuohi|virsu/)
    // The client is told of it as of every other reading.
    const readings = await office.as(CLIENT, (t) => whoOpened(t, caseId))
    expect(readings).toMatchObject([{ how: 'read', who: 'ombudsman', times: 1 }])
  })

  it('leaves the words in no table, while they are there to be found', async () => {
    const caseId = await told('Salaisuus on hopealusikka.')
    expect(await ids('hopealusikka')).toEqual([caseId])
    const tables = await office.rows<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables)
      expect(
        await office.rows(`select 1 from ${name} as x where x::text ~* 'hopealus|lusikka'`),
        name,
      ).toEqual([])
    expect(saysSomething('hopealusikka')).toBe(true)
  })

  it('cannot be asked of another office through the door of the index', async () => {
    await told('Ovella on kameleontti.')
    const [row] = await office.rows<{ words: string[] }>(
      `select words::text[] as words from text_word where organisation = '08' and kind = 'account' order by text_id desc limit 1`,
    )
    const ask = (organisation: string) =>
      inOffice(house, organisation, office.maija, (t) =>
        t.ask(`select app.find_words($1::text[], '{}', false, null, 10, null) as id`, [
          [`{${row!.words[0]}}`],
        ]),
      )
    expect((await ask('08')).length).toBeGreaterThan(0)
    expect(await ask('90')).toEqual([])
    // What is given as words is a value, never a part of the statement.
    const sly = inOffice(house, '08', office.maija, (t) =>
      t.ask(`select app.find_words($1::text[], '{}', false, null, 10, null) as id`, [["{1}' or true --"]]),
    )
    await expect(sly).rejects.toThrow(/malformed array literal|invalid input/)
  })
})

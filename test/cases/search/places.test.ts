import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  applyEvent,
  approveLetter,
  beginLetter,
  changeGap,
  changeRightsIssue,
  checkAnswer,
  gapInput,
  giveAskedConsent,
  logContact,
  offerLetter,
  recordAgreement,
  recordGap,
  recordRightsIssue,
  recordSent,
  removeRightsIssue,
  saveClientView,
  saveLetter,
  searchCases,
  sendToOffice,
  setGoals,
  turnIntoCase,
  writeConsent,
  writeNote,
} from '../../../src/cases/index.ts'
import { place } from '../../../src/cases/sealed-parts.ts'
import { SEARCHED, TEXT_KINDS, type TextKind } from '../../../src/cases/search/places.ts'
import type { OfficeTransaction } from '../../../src/custody/transaction.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { CLIENT, type Office, openOffice } from '../office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())
beforeEach(() => house.setNow('2026-11-24T09:00:00Z'))

const ask = (t: OfficeTransaction, text: string) => searchCases(t, { text, only: {} })
const find = (text: string) => office.as(office.maija, (t) => ask(t, text))
const idsFor = async (text: string) => (await find(text)).hits.map(({ row }) => row.id)
const maija = <T>(work: (t: OfficeTransaction) => Promise<T>) => office.as(office.maija, work)

const PARTS = { sender: { name: 'Aino Asiakas' }, addressee: 'Kirjaamo' }
const gap = (note?: string) =>
  gapInput.parse({
    benefit: 'basic-assistance',
    authority: 'kela',
    cause: 'bounced',
    appliedAt: '2026-11-10',
    household: { adults: 'alone' },
    effects: [],
    note,
  })

async function objection(words: string, stop?: 'approved' | 'sent', proof?: string) {
  const { caseId } = await office.submit()
  const id = await maija((t) =>
    beginLetter(t, caseId, { kind: 'objection', language: 'fi', parts: PARTS, points: [words] }),
  )
  if (!stop) return { caseId, id }
  await maija((t) => offerLetter(t, caseId, id, { note: 'Lue kirje.' }))
  await office.as(CLIENT, (t) => approveLetter(t, caseId, id, 1))
  if (stop === 'sent')
    await maija((t) =>
      recordSent(
        t,
        caseId,
        id,
        { sentOn: '2026-11-24', sentTo: 'registry', sentHow: 'post', sentBy: 'client', proof },
        'office',
      ),
    )
  return { caseId, id }
}

async function answered() {
  const sent = await objection('Puheluun ei vastattu.', 'sent')
  await maija((t) =>
    applyEvent(
      t,
      sent.caseId,
      { type: 'OBJECTION_ANSWERED', fields: { answeredOn: '2026-11-24' } },
      'office',
    ),
  )
  return sent
}

/** For every kind of text: a way a person writes it, as the app takes it in. */
const WAYS: Record<TextKind, (words: string) => Promise<string>> = {
  account: async (text) =>
    (await office.submit({ account: { text: 'Muuta.', desiredOutcome: text } })).caseId,
  message: async (text) => {
    const { caseId } = await office.submit()
    await office.as(CLIENT, (t) => sendToOffice(t, caseId, text, 'portal'))
    return caseId
  },
  note: async (text) => {
    const { caseId } = await office.submit()
    await maija((t) => writeNote(t, caseId, text))
    return caseId
  },
  eventNote: async (text) => {
    const { caseId } = await office.submit()
    await maija((t) =>
      beginLetter(t, caseId, { kind: 'objection', language: 'fi', parts: PARTS, points: ['Yksi.'] }),
    )
    const type = await noted()
    await maija((t) => applyEvent(t, caseId, { ...type, note: text }, 'office'))
    return caseId
  },
  contactNote: async (note) => {
    const { caseId } = await office.submit()
    await maija((t) =>
      logContact(t, { channel: 'phone', reasons: [], actions: [], person: {}, caseId, note }),
    )
    return caseId
  },
  gapNote: async (note) => {
    const { caseId } = await office.submit()
    await maija((t) => recordGap(t, { caseId }, gap(note)))
    return caseId
  },
  letter: async (asked) => {
    const { caseId } = await office.submit()
    await maija((t) =>
      beginLetter(t, caseId, {
        kind: 'objection',
        language: 'fi',
        parts: { ...PARTS, asked },
        points: ['Yksi.'],
      }),
    )
    return caseId
  },
  letterProof: async (proof) => (await objection('Yksi.', 'sent', proof)).caseId,
  pointWords: async (text) => (await objection(text)).caseId,
  pointNote: async (note) => {
    const { caseId, id } = await answered()
    await maija((t) =>
      checkAnswer(t, caseId, id, [{ n: 1, answered: 'yes', reasons: true, measures: false, note }]),
    )
    return caseId
  },
  pointClient: async (words) => {
    const { caseId, id } = await answered()
    await office.as(CLIENT, (t) => saveClientView(t, caseId, id, [{ n: 1, answered: 'no', words }]))
    return caseId
  },
  consent: async (text) => {
    const { caseId } = await office.submit()
    await maija((t) =>
      writeConsent(t, caseId, {
        recipients: ['unit'],
        topics: ['service'],
        units: 'Kotihoito',
        text,
        note: 'Saammeko kertoa?',
      }),
    )
    return caseId
  },
  agreement: async (what) => {
    const { caseId } = await office.submit()
    const scope = { recipients: ['unit'], topics: ['service'], units: 'Kotihoito', text: '' } as const
    await maija((t) => writeConsent(t, caseId, { ...scope, note: 'Saammeko kertoa?' }))
    await office.as(CLIENT, (t) => giveAskedConsent(t, caseId))
    const letter = await maija((t) =>
      beginLetter(t, caseId, { kind: 'mediation', language: 'fi', parts: PARTS, points: ['Yksi.'] }),
    )
    await maija((t) =>
      recordSent(
        t,
        caseId,
        letter,
        { sentOn: '2026-11-24', sentTo: 'unit', sentHow: 'post', sentBy: 'office', topics: ['service'] },
        'office',
      ),
    )
    const replied = { type: 'UNIT_REPLIED', fields: { repliedOn: '2026-11-24' } }
    await maija((t) => applyEvent(t, caseId, replied, 'office'))
    await maija((t) => recordAgreement(t, caseId, { items: [{ what, who: 'unit' }] }))
    return caseId
  },
  goal: async (text) => {
    const { caseId } = await office.submit()
    await maija((t) => setGoals(t, caseId, [{ text }], 'office'))
    return caseId
  },
  rightsIssue: async (evidence) => {
    const { caseId } = await office.submit()
    await maija((t) =>
      recordRightsIssue(t, caseId, { code: 'reasons', owedBy: 'county', finding: 'found', evidence }),
    )
    return caseId
  },
}

/** An event of the office whose note is kept with the event. */
const noted = async () => ({ type: 'STOP_OBJECTION' })

/** One word a kind, which stands in no other text. */
const wordOf = (kind: string): string => `kanootti${kind.toLowerCase()}`

describe('the words of sealed texts', () => {
  it('are accounted for at every place where something is sealed', () => {
    expect(Object.keys(SEARCHED).sort()).toEqual(Object.keys(place).sort())
    for (const [kind, told] of Object.entries(SEARCHED)) expect(told.length, kind).toBeGreaterThan(4)
    expect(TEXT_KINDS.length).toBeGreaterThan(10)
  })

  it.each(TEXT_KINDS)('are found where they were written: %s', async (kind) => {
    const caseId = await WAYS[kind](`Alussa on ${wordOf(kind)} ja lopussa muuta.`)
    const { hits } = await find(wordOf(kind))
    expect(hits.map(({ row }) => row.id)).toEqual([caseId])
    expect(hits[0]!.excerpts.map((one) => one.kind)).toContain(kind)
    expect(hits[0]!.excerpts[0]!.parts).toContainEqual({ text: wordOf(kind), hit: true })
    expect(await inOffice(house, '90', office.maija, async (t) => (await ask(t, wordOf(kind))).total)).toBe(0)
  })

  it('go when their text is changed, taken back or struck', async () => {
    const { caseId, id } = await objection('Ensin lukee lumilapio.')
    expect(await idsFor('lumilapio')).toEqual([caseId])
    await maija((t) => saveLetter(t, caseId, id, { parts: PARTS, points: ['Sitten lukee haravointi.'] }))
    expect(await idsFor('lumilapio')).toEqual([])
    expect(await idsFor('haravointi')).toEqual([caseId])

    const { gapId } = await maija((t) => recordGap(t, { caseId }, gap('Mainitaan soutuvene.')))
    expect(await idsFor('soutuvene')).toEqual([caseId])
    await maija((t) => changeGap(t, gapId, gap()))
    expect(await idsFor('soutuvene')).toEqual([])

    await maija((t) => setGoals(t, caseId, [{ text: 'Haluan polkupyörän.' }], 'office'))
    expect(await idsFor('polkupyörä')).toEqual([caseId])
    await maija((t) => setGoals(t, caseId, [{ text: '' }], 'office'))
    expect(await idsFor('polkupyörä')).toEqual([])

    const right = { code: 'reasons', owedBy: 'county', finding: 'found' } as const
    const issue = await maija((t) =>
      recordRightsIssue(t, caseId, { ...right, evidence: 'Todiste on riippumatto.' }),
    )
    await maija((t) => changeRightsIssue(t, caseId, issue, { ...right, evidence: 'Todiste on jääkaappi.' }))
    expect(await idsFor('riippumatto')).toEqual([])
    expect(await idsFor('jääkaappi')).toEqual([caseId])
    await maija((t) => removeRightsIssue(t, caseId, issue))
    expect(await idsFor('jääkaappi')).toEqual([])
    expect(await idsFor('haravointi')).toEqual([caseId])
  })

  it('are looked for in contacts without a case, and go along when one becomes a case', async () => {
    const { contactId } = await maija((t) =>
      logContact(t, {
        channel: 'phone',
        reasons: [],
        actions: [],
        person: {},
        municipality: '837',
        note: 'Puhuttiin purjelaudasta.',
      }),
    )
    await maija((t) => recordGap(t, { contactId }, gap('Mainittiin pulkka.')))
    for (const word of ['purjelauta', 'pulkka']) {
      const { hits, contacts } = await find(word)
      expect(hits, word).toEqual([])
      expect(
        contacts.map(({ id }) => id),
        word,
      ).toEqual([contactId])
      expect(contacts[0]!.excerpts, word).toHaveLength(1)
    }
    const { caseId } = await maija((t) => turnIntoCase(t, contactId, { kind: 'advice' }))
    for (const word of ['purjelauta', 'pulkka', 'purjelauta pulkka']) {
      const { hits, contacts } = await find(word)
      expect(
        hits.map(({ row }) => row.id),
        word,
      ).toEqual([caseId])
      expect(contacts, word).toEqual([])
    }
    expect(await office.rows('select 1 from case_word where contact_id = $1', contactId)).toEqual([])
  })

  it('are erased with the key of what they stood in', async () => {
    const { caseId } = await office.submit({ account: { text: 'Kertomuksessa on moottorisaha.' } })
    const { contactId } = await maija((t) =>
      logContact(t, {
        channel: 'phone',
        reasons: [],
        actions: [],
        person: {},
        caseId,
        note: 'Kuultiin sinkkiämpäri.',
      }),
    )
    expect(await idsFor('moottorisaha sinkkiämpäri')).toEqual([caseId])
    await office.rows('delete from data_key where id = $1', contactId)
    expect(await idsFor('sinkkiämpäri')).toEqual([])
    expect(await idsFor('moottorisaha')).toEqual([caseId])
    await office.rows('delete from data_key where id = (select key_id from "case" where id = $1)', caseId)
    expect(await idsFor('moottorisaha')).toEqual([])
    expect(await office.rows('select 1 from text_word where case_id = $1', caseId)).toEqual([])
    expect(await office.rows('select 1 from case_word where case_id = $1', caseId)).toEqual([])
  })

  it('go with a case that is removed', async () => {
    const { caseId } = await office.submit({ account: { text: 'Kertomuksessa on telttakangas.' } })
    await office.rows('delete from "case" where id = $1', caseId)
    expect(await office.rows('select 1 from text_word where case_id = $1', caseId)).toEqual([])
    expect(await office.rows('select 1 from case_word where id = $1', caseId)).toEqual([])
  })

  it('lose nothing when two write on one case at once', async () => {
    const { caseId } = await office.submit()
    const words = ['omenapuu', 'kirsikkapuu', 'luumupuu', 'päärynäpuu', 'marjapensas', 'ruusupensas']
    await Promise.all(words.map((word) => maija((t) => writeNote(t, caseId, `Puutarhassa on ${word}.`))))
    expect(await idsFor(words.join(' '))).toEqual([caseId])
  })
})

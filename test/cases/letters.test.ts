import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  answerFound,
  applyEvent,
  approveLetter,
  askForChanges,
  beginLetter,
  cancelLetter,
  checkAnswer,
  fillLetter,
  isOwnCopy,
  offerLetter,
  pointFigures,
  Refusal,
  readCase,
  readLetters,
  recordApproval,
  recordOwnObjection,
  recordSent,
  saveClientView,
  saveLetter,
  savePointsAsClient,
  shownToClient,
} from '../../src/cases/index.ts'
import { codeName } from '../../src/classification/index.ts'
import { toHtmlFragment } from '../../src/documents/html.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { CLIENT, type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())
beforeEach(() => house.setNow('2026-11-24T09:00:00Z'))

const PARTS = { sender: { name: 'Aino Asiakas' }, addressee: 'Kirjaamo', asked: 'Selvitystä.' }
const POINTS = ['Kotihoito ei käynyt **3.11.**', 'Puheluun ei vastattu {{ mitään }}.', 'Päätöstä ei annettu.']
const SENT = { sentOn: '2026-11-24', sentTo: 'registry', sentHow: 'post', sentBy: 'client' } as const

const begin = (caseId: string, kind: 'objection' | 'complaint' = 'objection', points = POINTS) =>
  office.as(office.maija, (t) => beginLetter(t, caseId, { kind, language: 'fi', parts: PARTS, points }))
const letter = async (caseId: string, id: string) =>
  (await office.as(office.maija, (t) => readLetters(t, caseId))).find((one) => one.id === id)!
const stateOf = async (caseId: string) =>
  (await office.rows<{ state: string[] }>('select state from "case" where id = $1', caseId))[0]!.state.filter(
    (path) => path.includes('objection'),
  )
const offer = (caseId: string, id: string) =>
  office.as(office.maija, (t) => offerLetter(t, caseId, id, { note: 'Lue kirje.' }))
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof Refusal ? (error.details.reason ?? error.code) : Promise.reject(error)),
  )

/** An objection that was sent, and answered when told. */
async function sentObjection(answered = true) {
  const { caseId } = await office.submit()
  const id = await begin(caseId)
  await offer(caseId, id)
  await office.as(CLIENT, (t) => approveLetter(t, caseId, id, 1))
  await office.as(office.maija, (t) => recordSent(t, caseId, id, SENT, 'office'))
  if (answered)
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'OBJECTION_ANSWERED', fields: { answeredOn: '2026-11-24' } }, 'office'),
    )
  return { caseId, id }
}

describe('the letter of an objection', () => {
  it('moves the case along: begun, shown, approved, sent', async () => {
    const { caseId } = await office.submit()
    const id = await begin(caseId)
    expect(await stateOf(caseId)).toEqual(['open.objection.drafting'])
    await offer(caseId, id)
    expect(await stateOf(caseId)).toEqual(['open.objection.clientReview'])
    await office.as(CLIENT, (t) => approveLetter(t, caseId, id, 1))
    expect(await stateOf(caseId)).toEqual(['open.objection.approved'])
    await office.as(office.maija, (t) =>
      recordSent(t, caseId, id, { ...SENT, proof: 'PIRHA/123/2026' }, 'office'),
    )
    expect(await stateOf(caseId)).toEqual(['open.objection.awaiting.fresh'])
    const clocks = await office.rows(
      `select rule from clock where case_id = $1 and state = 'running' and rule = 'MUI'`,
      caseId,
    )
    expect(clocks).toHaveLength(1)
    expect(await letter(caseId, id)).toMatchObject({
      state: 'sent',
      approvedHow: 'portal',
      approvedBy: null,
      sentOn: '2026-11-24',
      sentTo: 'registry',
      proof: 'PIRHA/123/2026',
    })
  })

  it('keeps the words sealed: nothing of them stands in the tables', async () => {
    const { caseId } = await office.submit()
    await begin(caseId)
    const rows = await office.rows<object>(
      `select l::text, p::text from letter l join letter_point p on p.letter_id = l.id where l.case_id = $1`,
      caseId,
    )
    const text = JSON.stringify(rows)
    expect(rows).toHaveLength(3)
    for (const word of ['Kotihoito', 'Aino', 'Kirjaamo']) {
      expect(text).not.toContain(word)
      expect(text).not.toContain(Buffer.from(word).toString('hex'))
    }
  })

  it('keeps the client’s words sign by sign, and the text as it was approved', async () => {
    const { caseId, id } = await sentObjection(false)
    const { points, text } = await letter(caseId, id)
    expect(points.map(({ words }) => words)).toEqual(POINTS)
    const html = toHtmlFragment(text!)
    for (const point of POINTS) expect(html).toContain(`<li>${point}</li>`)
    expect(text!.date).toBe('2026-11-24')
    house.setNow('2026-12-24T09:00:00Z')
    expect((await letter(caseId, id)).text).toEqual(text)
  })

  it('goes nowhere before the client has approved it', async () => {
    const { caseId } = await office.submit()
    const id = await begin(caseId)
    const send = () => reasonOf(office.as(office.maija, (t) => recordSent(t, caseId, id, SENT, 'office')))
    expect(await send()).toBe('letter-not-approved')
    await offer(caseId, id)
    expect(await send()).toBe('letter-not-approved')
    expect(await stateOf(caseId)).toEqual(['open.objection.clientReview'])
  })

  it('is approved anew when it was changed after the approval', async () => {
    const { caseId } = await office.submit()
    const id = await begin(caseId)
    await offer(caseId, id)
    await office.as(CLIENT, (t) => approveLetter(t, caseId, id, 1))
    await office.as(office.maija, (t) => saveLetter(t, caseId, id, { parts: PARTS, points: ['Toisin.'] }, 1))
    expect(await letter(caseId, id)).toMatchObject({
      state: 'draft',
      version: 2,
      hash: null,
      approvedAt: null,
    })
    // The client has read it, and goes on seeing it while it is mended.
    expect(shownToClient(await letter(caseId, id))).toBe(true)
    expect(await reasonOf(office.as(office.maija, (t) => recordSent(t, caseId, id, SENT, 'office')))).toBe(
      'letter-not-approved',
    )
    // The old version cannot be approved by a page that is still open.
    await offer(caseId, id)
    expect(await reasonOf(office.as(CLIENT, (t) => approveLetter(t, caseId, id, 1)))).toBe(
      'changed-meanwhile',
    )
    await office.as(CLIENT, (t) => approveLetter(t, caseId, id, 2))
    await office.as(office.maija, (t) => recordSent(t, caseId, id, SENT, 'office'))
    expect(await stateOf(caseId)).toEqual(['open.objection.awaiting.fresh'])
  })

  it('can be approved on paper too, with how it was done, and by nobody’s hand but the client’s', async () => {
    const { caseId } = await office.submit()
    const id = await begin(caseId)
    await office.as(office.maija, (t) => recordApproval(t, caseId, id, { how: 'signed' }))
    expect(await stateOf(caseId)).toEqual(['open.objection.approved'])
    expect(await letter(caseId, id)).toMatchObject({ approvedHow: 'signed', approvedBy: office.maija.id })
    // Changed once more and approved by telephone: the chart stands where it stood.
    await office.as(office.maija, (t) => saveLetter(t, caseId, id, { parts: PARTS, points: ['Toisin.'] }))
    await office.as(office.maija, (t) => recordApproval(t, caseId, id, { how: 'spoken' }))
    await office.as(office.maija, (t) => recordSent(t, caseId, id, SENT, 'office'))
    expect((await letter(caseId, id)).approvedHow).toBe('spoken')
  })

  it('comes back when the client asks for changes or writes the points', async () => {
    const { caseId } = await office.submit()
    const id = await begin(caseId)
    await offer(caseId, id)
    await office.as(CLIENT, (t) => askForChanges(t, caseId, id, 'Päivä on väärä.'))
    expect(await stateOf(caseId)).toEqual(['open.objection.drafting'])
    await office.as(CLIENT, (t) =>
      savePointsAsClient(t, caseId, id, { points: ['Omin sanoin.', ' '], asked: 'Apua.' }, 1),
    )
    const changed = await letter(caseId, id)
    expect(changed.points.map(({ words }) => words)).toEqual(['Omin sanoin.'])
    expect(changed.parts).toMatchObject({ asked: 'Apua.', addressee: 'Kirjaamo' })
    const told = await office.rows(
      `select 1 from notice where case_id = $1 and variables->>'reminder' = 'letter-points'`,
      caseId,
    )
    expect(told.length).toBeGreaterThan(0)
  })

  it('is one at a time, and ends with the objection that was given up', async () => {
    const { caseId } = await office.submit()
    const id = await begin(caseId)
    expect(await reasonOf(begin(caseId))).toBe('letter-open')
    await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'STOP_OBJECTION' }, 'office'))
    expect((await letter(caseId, id)).state).toBe('cancelled')
    const next = await begin(caseId)
    await office.as(office.maija, (t) => cancelLetter(t, caseId, next))
    expect(await stateOf(caseId)).toEqual(['open.objection.stopped'])
  })

  it('is not sent on a day to come, nor by the office without a consent that covers it', async () => {
    const { caseId } = await office.submit()
    const id = await begin(caseId)
    await offer(caseId, id)
    await office.as(CLIENT, (t) => approveLetter(t, caseId, id, 1))
    const send = (more: object) =>
      reasonOf(office.as(office.maija, (t) => recordSent(t, caseId, id, { ...SENT, ...more }, 'office')))
    expect(await send({ sentOn: '2026-11-25' })).toBe('sent-future')
    expect(await send({ sentBy: 'office' })).toBe('consent-none')
    // 23:30 in Finland is still the same day; half an hour later it is the next.
    house.setNow('2026-11-24T22:30:00Z')
    expect(await send({ sentOn: '2026-11-25' })).toBe('done')
  })

  it('lives by itself on a case of advice, and tells the timeline', async () => {
    const { caseId } = await office.submit({ kind: 'advice' })
    const id = await begin(caseId)
    await offer(caseId, id)
    await office.as(CLIENT, (t) => approveLetter(t, caseId, id, 1))
    await office.as(CLIENT, (t) => recordSent(t, caseId, id, SENT, 'client'))
    const { events } = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(events.map(({ type }) => type).filter((type) => type.startsWith('LETTER'))).toEqual([
      'LETTER_BEGUN',
      'LETTER_OFFERED',
      'LETTER_APPROVED',
      'LETTER_SENT',
    ])
  })
})

describe('an answer gone through point by point', () => {
  const check = (answered: 'yes' | 'partly' | 'no', n: number, more = {}) => ({
    n,
    answered,
    reasons: true,
    measures: false,
    ...more,
  })

  it('sums up for the chart', () => {
    const point = fc.record({
      answered: fc.constantFrom('yes', 'partly', 'no'),
      reasons: fc.boolean(),
      measures: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), (points) => {
        const found = answerFound(points as Parameters<typeof answerFound>[0])
        expect(found.pointsAnswered === 'all').toBe(points.every((one) => one.answered === 'yes'))
        expect(found.pointsAnswered === 'none').toBe(points.every((one) => one.answered === 'no'))
        expect(answerFound([...points].reverse() as never)).toEqual(found)
        if (found.reasonsGiven) expect(points.some((one) => one.reasons)).toBe(true)
      }),
    )
  })

  it('assesses the objection, keeps both views, and is counted', async () => {
    const { caseId, id } = await sentObjection()
    await office.as(office.maija, (t) =>
      checkAnswer(t, caseId, id, [
        check('yes', 1),
        check('partly', 2, { note: 'Osin.' }),
        check('no', 3, { measures: true }),
      ]),
    )
    expect(await stateOf(caseId)).toEqual(['open.objection.assessed'])
    const { events } = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(events.findLast(({ type }) => type === 'ASSESS_OBJECTION')!.fields).toEqual({
      pointsAnswered: 'some',
      reasonsGiven: true,
      measuresStated: false,
    })
    await office.as(CLIENT, (t) =>
      saveClientView(t, caseId, id, [
        { n: 1, answered: 'no', words: 'En saanut vastausta.' },
        { n: 2, answered: 'partly' },
      ]),
    )
    const seen = await letter(caseId, id)
    expect(seen.points.map((point) => [point.answered, point.measures, point.clientAnswered])).toEqual([
      ['yes', false, 'no'],
      ['partly', false, 'partly'],
      // What is not answered states no measures, whatever was ticked.
      ['no', false, null],
    ])
    expect(seen.points[0]!.clientWords).toBe('En saanut vastausta.')
    const figures = await office.as(office.maija, (t) => pointFigures(t, '2026-11-24', '2026-11-24'))
    expect(figures).toEqual({
      answers: 1,
      points: 3,
      answered: 1,
      partly: 1,
      unanswered: 1,
      reasons: 2,
      measures: 0,
      seenByBoth: 2,
      differing: 1,
      share: 1 / 3,
    })
    expect(
      (await office.as(office.maija, (t) => pointFigures(t, '2026-11-25', '2026-12-31'))).share,
    ).toBeNull()
    // A correction changes the points and leaves the chart where it is.
    await office.as(office.maija, (t) =>
      checkAnswer(t, caseId, id, [check('yes', 1), check('yes', 2), check('no', 3)]),
    )
    expect(await stateOf(caseId)).toEqual(['open.objection.assessed'])
  })

  it('is possible for an objection the client sent before coming, by its points', async () => {
    const own = {
      kind: 'objection' as const,
      language: 'fi' as const,
      sentOn: '2026-11-01',
      sentTo: 'unit' as const,
      sentHow: 'post' as const,
      points: ['Hoitaja ei tullut.', ' ', 'Kukaan ei vastannut.'],
    }
    const { caseId } = await office.submit()
    const record = (given = own) => office.as(office.maija, (t) => recordOwnObjection(t, caseId, given))
    expect(await reasonOf(record({ ...own, points: [' '] }))).toBe('letter-incomplete')
    expect(await reasonOf(record({ ...own, sentOn: '2030-01-01' }))).toBe('sent-future')
    const id = await record()
    expect(await stateOf(caseId)).toEqual(['open.objection.awaiting.nudged'])
    expect(await reasonOf(record())).toBe('letter-open')
    const [letter] = await office.as(office.maija, (t) => readLetters(t, caseId))
    expect(letter).toMatchObject({
      id,
      state: 'sent',
      sentBy: 'client',
      sentOn: '2026-11-01',
      text: undefined,
    })
    expect(isOwnCopy(letter!)).toBe(true)
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'OBJECTION_ANSWERED', fields: { answeredOn: '2026-11-24' } }, 'office'),
    )
    await office.as(office.maija, (t) => checkAnswer(t, caseId, id, [check('yes', 1), check('no', 2)]))
    expect(await stateOf(caseId)).toEqual(['open.objection.assessed'])
  })

  it('also when only the day of sending was recorded at first', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'OBJECTION_ALREADY_SENT', fields: { sentOn: '2026-10-20' } }, 'office'),
    )
    const id = await office.as(office.maija, (t) =>
      recordOwnObjection(t, caseId, {
        kind: 'objection',
        language: 'fi',
        sentOn: '2026-10-25',
        sentTo: 'registry',
        sentHow: 'e-mail',
        points: ['Päätös puuttuu.'],
      }),
    )
    const [letter] = await office.as(office.maija, (t) => readLetters(t, caseId))
    // The wait was counted from the day recorded first, and the letter says no other.
    expect(letter).toMatchObject({ id, sentOn: '2026-10-20' })
  })

  it('needs an answer, and every point', async () => {
    const waiting = await sentObjection(false)
    const go = (at: typeof waiting, checks: Parameters<typeof checkAnswer>[3]) =>
      reasonOf(office.as(office.maija, (t) => checkAnswer(t, at.caseId, at.id, checks)))
    expect(await go(waiting, [check('yes', 1), check('yes', 2), check('yes', 3)])).toBe('not-answered')
    expect(
      await reasonOf(
        office.as(CLIENT, (t) => saveClientView(t, waiting.caseId, waiting.id, [{ n: 1, answered: 'no' }])),
      ),
    ).toBe('not-answered')
    expect(await go(await sentObjection(), [check('yes', 1), check('yes', 3)])).toBe('check-missing')
  })

  it('asks for a supplement, whose sending starts the waiting anew', async () => {
    const { caseId, id } = await sentObjection()
    await office.as(office.maija, (t) =>
      checkAnswer(t, caseId, id, [check('yes', 1), check('yes', 2), check('no', 3)]),
    )
    const next = await office.as(office.maija, (t) =>
      beginLetter(t, caseId, {
        kind: 'supplement',
        language: 'fi',
        aboutId: id,
        parts: PARTS,
        points: [POINTS[2]!],
      }),
    )
    await office.as(office.maija, (t) => recordApproval(t, caseId, next, { how: 'spoken' }))
    await office.as(office.maija, (t) => recordSent(t, caseId, next, SENT, 'office'))
    expect(await stateOf(caseId)).toEqual(['open.objection.awaiting.fresh'])
  })
})

describe('a letter that files a remedy', () => {
  it('tells the case that it was filed, and stops the time for filing', async () => {
    const { caseId } = await office.submit({ kind: 'advice' })
    const act = (type: string, fields = {}, note?: string) =>
      office.as(office.maija, (t) => applyEvent(t, caseId, { type, fields, note }, 'office'))
    const captured = { remedy: 'review', decisionFrom: '2026-11-20', served: 'handed', instructions: 'right' }
    await act('CAPTURE_DECISION', captured)
    await act('GIVE_PLAN', {}, 'Tee oikaisuvaatimus.')
    const id = await office.as(office.maija, (t) =>
      beginLetter(t, caseId, { kind: 'review', language: 'fi', parts: PARTS, points: POINTS }),
    )
    await offer(caseId, id)
    await office.as(CLIENT, (t) => approveLetter(t, caseId, id, 1))
    await office.as(CLIENT, (t) => recordSent(t, caseId, id, { ...SENT, sentTo: 'board' }, 'client'))
    const [row] = await office.rows<{ state: string[] }>('select state from "case" where id = $1', caseId)
    expect(row!.state).toContain('open.remedy.filed')
    const clocks = await office.rows<{ state: string }>(
      `select state from clock where case_id = $1 and rule = 'OIK'`,
      caseId,
    )
    expect(clocks).toEqual([{ state: 'stopped' }])
  })

  it('files nothing when it is a letter of another remedy', async () => {
    const { caseId } = await office.submit({ kind: 'advice' })
    const act = (type: string, fields = {}, note?: string) =>
      office.as(office.maija, (t) => applyEvent(t, caseId, { type, fields, note }, 'office'))
    await act('CAPTURE_DECISION', {
      remedy: 'review',
      decisionFrom: '2026-11-20',
      served: 'handed',
      instructions: 'right',
    })
    await act('GIVE_PLAN', {}, 'Tee oikaisuvaatimus.')
    const id = await begin(caseId, 'complaint')
    await office.as(office.maija, (t) => recordApproval(t, caseId, id, { how: 'signed' }))
    await office.as(office.maija, (t) =>
      recordSent(t, caseId, id, { ...SENT, sentTo: 'supervisor' }, 'office'),
    )
    const [row] = await office.rows<{ state: string[] }>('select state from "case" where id = $1', caseId)
    expect(row!.state).toContain('open.remedy.planGiven')
  })
})

it('is filled with the name of the service where nobody told a place', async () => {
  const { caseId } = await office.submit({ service: 'home-care' })
  const filled = await office.as(office.maija, async (t) => {
    const { case: row, person, account } = await readCase(t, caseId)
    return fillLetter(t, { kind: 'objection', language: 'sv', row, person, account })
  })
  expect(filled.parts).toMatchObject({
    unit: codeName('service', 'home-care', 'sv'),
    addressee: 'Birkalands välfärdsområde\nRegistratorskontoret',
    sender: { name: 'Aino Asiakas', phone: '040 123 4567' },
  })
  expect(filled.points).toEqual([])
})

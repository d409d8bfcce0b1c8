import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { gapQuery } from '../../../src/cases/gaps/list-gaps.ts'
import {
  applyEvent,
  caseCodes,
  changeGap,
  closeGap,
  contactLog,
  followedUp,
  gapConsent,
  gapInput,
  gapsOfCase,
  giveGapConsent,
  listGaps,
  logContact,
  makeGapSheet,
  Refusal,
  readCase,
  readGap,
  recodeCase,
  recordGap,
  refusalText,
  reminderText,
  reopenGap,
  turnIntoCase,
  watchClocks,
  withdrawGapConsent,
} from '../../../src/cases/index.ts'
import { nodesOf, readPdf } from '../../documents/read-pdf.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { CLIENT, type Office, openOffice } from '../office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())
// The vector's time: applied on Friday 18.12.2026, due on 31.12., paid on 20.1.2027. It is 11.1.2027.
beforeEach(() => house.setNow('2027-01-11T09:00:00Z'))

const way = [
  { from: 'kela', to: 'county', on: '2026-12-21' },
  { from: 'county', to: 'employment-area', on: '2026-12-29' },
  { from: 'employment-area', to: 'kela', on: '2027-01-05' },
]
const vector = gapInput.parse({
  benefit: 'basic-assistance',
  authority: 'kela',
  cause: 'bounced',
  appliedAt: '2026-12-18',
  lastIncomeAt: '2026-12-15',
  rule: 'TT7',
  household: { adults: 'alone' },
  bridging: [{ kind: 'parish', cents: 8000, on: '2026-12-23' }, { kind: 'preventive-assistance' }],
  handOffs: way,
  effects: ['rent-arrears'],
  note: 'Asiakas kertoi odottaneensa jo kuukauden.',
})

const onCase = async (given = vector) => {
  const { caseId } = await office.submit({ reasons: ['income'] })
  await office.as(office.maija, (t) =>
    t.sql.case.update({ where: { id: caseId }, data: { handlerId: office.maija.id } }),
  )
  const { gapId } = await office.as(office.maija, (t) => recordGap(t, { caseId }, given))
  return { caseId, gapId }
}
const read = (gapId: string) => office.as(office.maija, (t) => readGap(t, gapId))
const consentTo = (gapId: string, given: object = {}) =>
  office.as(office.maija, (t) =>
    giveGapConsent(
      t,
      gapId,
      gapConsent.parse({
        authority: 'kela',
        parts: ['identity', 'dates', 'way', 'sums', 'effects'],
        how: 'phone',
        givenOn: '2027-01-11',
        ...given,
      }),
    ),
  )
const sheet = (gapId: string, order: object = {}) =>
  office.as(office.maija, (t) =>
    makeGapSheet(t, gapId, { authority: 'kela', parts: ['identity', 'dates'], language: 'fi', ...order }),
  )
const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}

it('walks a gap with a loop of three authorities: its figures, its sheet, its follow-up, its end', async () => {
  const { caseId, gapId } = await onCase()
  const { figures, note } = await read(gapId)
  expect(note).toBe('Asiakas kertoi odottaneensa jo kuukauden.')
  expect(figures.daysWithoutIncome).toBe(27)
  expect(figures.time).toMatchObject({ deadline: { due: '2026-12-31' }, workingDaysOver: 5, late: true })
  expect(figures.handOffs.loops).toEqual([{ authorities: ['kela', 'county', 'employment-area', 'kela'] }])
  // 578.43 / 30 × 27 = 520.587, less the parish's 80 euros.
  expect(figures.estimate).toMatchObject({ gross: 52059, bridged: 8000, net: 44059 })

  await consentTo(gapId)
  const { pdf, name } = await sheet(gapId, { parts: ['identity', 'dates', 'way', 'sums', 'effects'] })
  expect(name).toMatch(/^tietokooste-AV-2027-\d+-\d\.pdf$/)
  const told = await readPdf(pdf)
  expect(told.tagged).toBe(true)
  expect(nodesOf(told, 'Table')).toHaveLength(2)
  const words = told.pages
    .map(({ text }) => text)
    .join('\n')
    .replace(/\s+/g, ' ')
  for (const part of [
    'Aino Asiakas',
    '18.12.2026',
    '31.12.2026',
    '5 arkipäivää',
    '27 päivää',
    'Kela – Hyvinvointialue – Työllisyysalue – Kela',
    '440,59',
    'viitteellinen',
    'Vuokravelka',
    'ei saatu: Ehkäisevä toimeentulotuki',
    // Five working days from 11.1.
    '18.1.2027',
  ])
    expect(words).toContain(part)
  expect(words).not.toContain('odottaneensa')

  // The clock of the office is on the case, and its handler is reminded of it.
  const [clock] = await office.rows<{ rule: string; kind: string; due: string; next: string }>(
    `select k.rule, k.kind, k.due::text as due, c.next_due::text as next from clock k join "case" c on c.id = k.case_id
     where k.case_id = $1 and k.rule = 'OFFICE_GAP'`,
    caseId,
  )
  expect(clock).toMatchObject({ kind: 'target', due: '2027-01-18' })
  house.setNow('2027-01-19T08:00:00Z')
  await watchClocks(house)
  const notices = await office.rows<{ reminder: string; staff_id: string }>(
    `select variables->>'reminder' as reminder, staff_id from notice where case_id = $1 and template = 'staff-clock'`,
    caseId,
  )
  expect(
    notices.some(({ staff_id, reminder }) => staff_id === office.maija.id && /:late$/.test(reminder)),
  ).toBe(true)

  await office.as(office.maija, (t) => followedUp(t, gapId))
  expect((await read(gapId)).sheets[0]?.clock?.state).toBe('stopped')
  expect((await refused(office.as(office.maija, (t) => followedUp(t, gapId)))).code).toBe('not-now')

  house.setNow('2027-01-20T12:00:00Z')
  await office.as(office.maija, (t) =>
    closeGap(t, gapId, { corrected: 'paid-after-contact', paidAt: '2027-01-20' }),
  )
  const closed = await read(gapId)
  expect(closed.gap).toMatchObject({
    state: 'closed',
    tooLate: true,
    corrected: 'paid-after-contact',
    closedYear: 2027,
  })
  expect(closed.figures).toMatchObject({ daysWithoutIncome: 36, ended: true, time: { workingDaysOver: 12 } })
  // Later nothing of it grows.
  house.setNow('2027-03-01T12:00:00Z')
  expect((await read(gapId)).figures.daysWithoutIncome).toBe(36)

  const { events } = await office.as(office.maija, (t) => readCase(t, caseId))
  expect(events.map(({ type }) => type).filter((type) => type.startsWith('GAP_'))).toEqual([
    'GAP_RECORDED',
    'GAP_CONSENT',
    'GAP_SHEET',
    'GAP_CLOSED',
  ])
  const audit = await office.rows<{ event: string }>(
    `select event from audit_entry where subject_id = $1 order by seq`,
    gapId,
  )
  const made = audit.map(({ event }) => event).filter((event) => event !== 'gap.read')
  expect(made).toEqual([
    'gap.recorded',
    'gap.consent-given',
    'gap.sheet-made',
    'gap.followed-up',
    'gap.closed',
  ])
})

it('tells nothing on a sheet that was not ordered, and writes it in Swedish', async () => {
  const { gapId } = await onCase({ ...vector, effects: ['no-food'] })
  await consentTo(gapId)
  const { pdf } = await sheet(gapId, { parts: ['dates'], language: 'sv' })
  const words = (await readPdf(pdf)).pages.map(({ text }) => text).join('\n')
  expect(words).toContain('Sammanställning')
  for (const secret of [
    'Aino',
    '040 123',
    'Hyvinvointialue',
    'Välfärdsområde',
    '440,59',
    'mat ',
    'klaga',
    'FPA →',
  ])
    expect(words).not.toContain(secret)
})

it('makes no sheet without a consent that covers it, and says what is missing', async () => {
  const { gapId } = await onCase()
  const why = async (order?: object) => refusalText(await refused(sheet(gapId, order)), 'fi')
  expect(await why()).toMatch(/ei ole antanut suostumusta kertoa tietoja vastaanottajalle Kela/)
  const { consentId } = await consentTo(gapId, { parts: ['dates'] })
  expect(await why({ authority: 'county' })).toMatch(/vastaanottajalle Hyvinvointialue/)
  expect(await why({ parts: ['dates', 'sums', 'identity'] })).toMatch(
    /Puuttuu: rahamäärät, nimi ja yhteystiedot/,
  )
  await office.as(office.maija, (t) => withdrawGapConsent(t, gapId, consentId))
  expect(await why({ parts: ['dates'] })).toMatch(/on peruuttanut suostumuksensa 11.1.2027/)
  expect((await refused(office.as(office.maija, (t) => withdrawGapConsent(t, gapId, consentId)))).code).toBe(
    'not-now',
  )
  // Nothing of the refused ones remains.
  expect((await read(gapId)).sheets).toEqual([])
  await consentTo(gapId, { parts: ['dates'] })
  await sheet(gapId, { parts: ['dates'] })
  expect((await read(gapId)).sheets).toHaveLength(1)
})

it('refuses what cannot be, in words, and keeps nothing of it', async () => {
  const { caseId } = await office.submit()
  const why = async (given: object) => {
    const error = await refused(
      office.as(office.maija, (t) => recordGap(t, { caseId }, { ...vector, ...given })),
    )
    return [error.details.field, refusalText(error, 'fi')]
  }
  expect(await why({ appliedAt: '2027-01-12' })).toEqual([
    'appliedAt',
    'Hakemus saapui: päivä ei voi olla tulevaisuudessa.',
  ])
  expect(await why({ paidAt: '2026-12-17' })).toEqual([
    'paidAt',
    'Raha maksettiin tai palvelu alkoi: päivä ei voi olla ennen päivää ”Hakemus saapui”.',
  ])
  expect((await why({ appliedAt: undefined }))[0]).toBe('appliedAt')
  expect((await why({ handOffs: [{ from: 'kela', to: 'kela' }] }))[0]).toBe('handOff-0-to')
  expect(await why({ rule: 'KEH', ruleFrom: '2026-01-20' })).toEqual([
    'rule',
    'Sääntö on voimassa vasta 1.2.2026 alkaen. Tarkista päivä tai valitse toinen sääntö.',
  ])
  expect(await why({ appliedAt: '1066-01-01', lastIncomeAt: '1066-01-01', handOffs: [] })).toEqual([
    'appliedAt',
    'Hakemus saapui: päivä ei voi olla ennen vuotta 1990. Tarkista vuosi.',
  ])
  expect((await why({ followUpOn: '9999-01-01' }))[1]).toBe(
    'Palaa asiaan: päivä on liian kaukana. Tarkista vuosi.',
  )
  expect(await office.as(office.maija, (t) => gapsOfCase(t, caseId))).toEqual([])
})

it('minds that in Finland it is tomorrow already after ten in the evening', async () => {
  house.setNow('2027-01-11T22:30:00Z')
  const { gapId } = await onCase({ ...vector, appliedAt: '2027-01-12', handOffs: [] })
  expect((await read(gapId)).gap).toMatchObject({ year: 2027, month: 1 })
})

it('flags the case of an urgent gap and reminds its handler today', async () => {
  const { caseId, gapId } = await onCase({ ...vector, effects: ['no-food', 'rent-arrears'] })
  const [row] = await office.rows<{ urgent: boolean }>('select urgent from "case" where id = $1', caseId)
  expect(row?.urgent).toBe(true)
  const reminders = () =>
    office.rows<{ staff_id: string; reminder: string }>(
      `select staff_id, variables->>'reminder' as reminder from notice where case_id = $1 and template = 'staff-reminder'`,
      caseId,
    )
  expect((await reminders()).map(({ staff_id }) => staff_id)).toContain(office.maija.id)
  expect((await read(gapId)).figures).toMatchObject({ urgent: ['no-food'], urgentAnswerBy: { rule: 'TT1' } })
  // A second one on a case that is urgent already reminds of the gap.
  await office.as(office.maija, (t) => recordGap(t, { caseId }, { ...vector, effects: ['no-medicine'] }))
  expect((await reminders()).map(({ reminder }) => reminder)).toContain('gap-urgent')
})

it('is corrected knowingly, judged anew and opened again', async () => {
  const { gapId } = await onCase()
  await office.as(office.maija, (t) => closeGap(t, gapId, { corrected: 'paid', paidAt: '2027-01-11' }))
  const { gap, input } = await read(gapId)
  expect(gap.tooLate).toBe(true)
  await office.as(office.pekka, (t) => changeGap(t, gapId, { ...input, paidAt: '2026-12-30' }, gap.version))
  expect((await read(gapId)).gap).toMatchObject({ tooLate: false, version: gap.version + 1 })
  expect((await refused(office.as(office.maija, (t) => changeGap(t, gapId, input, gap.version)))).code).toBe(
    'changed-meanwhile',
  )
  await office.as(office.maija, (t) => reopenGap(t, gapId))
  expect((await read(gapId)).gap).toMatchObject({
    state: 'open',
    tooLate: null,
    corrected: null,
    closedAt: null,
  })
})

it('reminds the handler once on the day on which somebody meant to come back to it', async () => {
  const { caseId, gapId } = await onCase({ ...vector, followUpOn: '2027-01-14' })
  const reminders = async () => {
    await watchClocks(house)
    const rows = await office.rows<{ staff_id: string }>(
      `select staff_id from notice where case_id = $1 and variables->>'reminder' like 'gap-follow-up:%'`,
      caseId,
    )
    return rows.map(({ staff_id }) => staff_id)
  }
  house.setNow('2027-01-13T21:30:00Z')
  expect(await reminders()).toEqual([])
  // In Finland it is the 14th.
  house.setNow('2027-01-13T22:30:00Z')
  expect(await reminders()).toEqual([office.maija.id])
  expect(await reminders()).toEqual([office.maija.id])
  expect(
    reminderText({ workflow: 'complaint', workflowVersion: 1 }, `gap-follow-up:${gapId}:2027-01-14`, 'fi'),
  ).toBe('Palaa etuusviiveeseen tänään')
})

it('reminds of a gap that stands on no case: the leads at once when urgent, its recorder on the day set', async () => {
  const told = (gapId: string) =>
    office.rows<{ staff_id: string; subject: string | null; variables: { path: string } }>(
      `select staff_id, variables from notice where template = 'staff-gap' and variables->>'path' = $1 order by id`,
      `/desk/gaps/${gapId}`,
    )
  const record = (more: object) =>
    office.as(office.maija, async (t) => {
      const { contactId } = await logContact(
        t,
        contactLog.parse({ channel: 'phone', contactPerson: 'client', language: 'fi', municipality: '837' }),
      )
      await t.flush()
      return recordGap(t, { contactId }, { ...vector, ...more })
    })
  const calm = await record({ followUpOn: '2027-01-14' })
  expect(await told(calm.gapId)).toEqual([])
  const urgent = await record({ effects: ['no-food'] })
  expect((await told(urgent.gapId)).map(({ staff_id }) => staff_id).sort()).toEqual(
    [office.maija.id, office.lead.id].sort(),
  )
  house.setNow('2027-01-14T06:00:00Z')
  await watchClocks(house)
  await watchClocks(house)
  expect((await told(calm.gapId)).map(({ staff_id }) => staff_id)).toEqual([office.maija.id])
})

it('is also recorded alone from a call, and goes along when the call becomes a case', async () => {
  const contact = contactLog.parse({
    channel: 'phone',
    contactPerson: 'client',
    language: 'fi',
    municipality: '837',
  })
  const { gapId, contactId } = await office.as(office.maija, async (t) => {
    const { contactId } = await logContact(t, contact)
    await t.flush()
    return { contactId, ...(await recordGap(t, { contactId }, { ...vector, effects: ['no-food'] })) }
  })
  const alone = await read(gapId)
  expect(alone.gap).toMatchObject({ caseId: null, contactId, municipality: '837' })
  expect(alone.note).toBe(vector.note)
  expect((await refused(sheet(gapId))).details.reason).toBe('no-case')
  const { caseId } = await office.as(office.maija, (t) => turnIntoCase(t, contactId, { kind: 'complaint' }))
  const along = await read(gapId)
  expect(along.gap.caseId).toBe(caseId)
  expect(along.note).toBe(vector.note)
  const { events, case: row } = await office.as(office.maija, (t) => readCase(t, caseId))
  expect(events.map(({ type }) => type)).toContain('GAP_RECORDED')
  expect(row.urgent).toBe(true)
})

it('follows its case when the municipality is put right, unless it had another', async () => {
  const { caseId, gapId } = await onCase()
  const { gapId: other } = await office.as(office.maija, (t) =>
    recordGap(t, { caseId }, { ...vector, municipality: '980' }),
  )
  await office.as(office.maija, async (t) => {
    const { case: row } = await readCase(t, caseId)
    await recodeCase(t, caseId, caseCodes.parse({ ...row, municipality: '536' }))
  })
  expect((await read(gapId)).gap.municipality).toBe('536')
  expect((await read(other)).gap.municipality).toBe('980')
})

it('lists the longest first, page by page, and no other office sees any', async () => {
  const other = await openOffice(house, '90')
  for (const [n, lastIncomeAt] of ['2026-12-01', '2026-10-01', '2026-11-01', '2026-10-01'].entries())
    await onCase({ ...vector, lastIncomeAt, cause: n === 2 ? 'housing' : 'moved', effects: [] })
  const seen: string[] = []
  let after: Parameters<typeof listGaps>[2]['after']
  do {
    const page = await office.as(office.maija, (t) =>
      listGaps(t, { state: 'open', cause: 'moved' }, { size: 2, ...(after && { after }) }),
    )
    seen.push(...page.rows.map(({ lastIncomeAt }) => lastIncomeAt!.toISOString().slice(0, 10)))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(['2026-10-01', '2026-10-01', '2026-12-01'])
  const theirs = await other.as(other.maija, (t) => listGaps(t, { state: 'open' }, { size: 50 }))
  expect(theirs.rows).toEqual([])
})

it('finds a page of the list through its index among many', async () => {
  await office.rows(
    `insert into benefit_gap (id, organisation, found_at, year, month, benefit, authority, cause, effects, state, since_on, changed_at)
     select gen_random_uuid(), '08', now(), 2027, 1, 'basic-assistance', 'kela', 'moved', '{}',
       case when n % 4 = 0 then 'open' else 'closed' end, date '2026-01-01' + n % 300, now()
     from generate_series(1, 20000) n`,
  )
  await office.rows('analyze benefit_gap')
  const query = gapQuery(
    '08',
    { state: 'open' },
    { size: 50, after: { since: '2026-03-01', id: '00000000-0000-7000-8000-000000000000' } },
  )
  const plan = await office.rows<{ 'QUERY PLAN': string }>(`explain ${query.text}`, ...query.values)
  const lines = plan.map((row) => row['QUERY PLAN']).join('\n')
  expect(lines).toContain('benefit_gap_organisation_state_since_on_id_idx')
  expect(lines).not.toMatch(/Seq Scan on benefit_gap|Sort/)
})

const wordsOf = async (pdf: Uint8Array) =>
  (await readPdf(pdf)).pages
    .map(({ text }) => text)
    .join('\n')
    .replace(/\s+/g, ' ')

it('ends its consents with every other one of the case, whoever took them back', async () => {
  for (const by of ['client', 'office'] as const) {
    const { caseId, gapId } = await onCase()
    const actor = by === 'client' ? CLIENT : office.maija
    await consentTo(gapId)
    await consentTo(gapId, { authority: 'county', how: 'written' })
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'RECORD_CONSENT', fields: { consentHow: 'spoken' } }, 'office'),
    )
    await office.as(actor, (t) => applyEvent(t, caseId, { type: 'WITHDRAW_CONSENT' }, by))
    const { consents } = await read(gapId)
    expect(consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([house.now(), house.now()])
    for (const authority of ['kela', 'county'])
      expect(refusalText(await refused(sheet(gapId, { authority })), 'fi')).toMatch(/on peruuttanut/)
    const { events } = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(events.filter(({ type }) => type === 'GAP_CONSENT_WITHDRAWN')).toHaveLength(2)
  }
})

it('goes by the last consent given to an authority: a narrower one narrows', async () => {
  const { gapId } = await onCase()
  await consentTo(gapId, { givenOn: '2027-01-05' })
  await consentTo(gapId, { parts: ['dates'] })
  // Written down later, and given before: it changes nothing.
  house.setNow('2027-01-11T10:00:00Z')
  await consentTo(gapId, { givenOn: '2027-01-07' })
  expect(refusalText(await refused(sheet(gapId)), 'fi')).toMatch(/Puuttuu: nimi ja yhteystiedot/)
  await sheet(gapId, { parts: ['dates'] })
})

it('tells no day and no household with the sums alone', async () => {
  const { gapId } = await onCase()
  await consentTo(gapId)
  const words = await wordsOf((await sheet(gapId, { parts: ['sums'] })).pdf)
  expect(words).toContain('440,59')
  for (const secret of ['15.12.2026', '16.12.2026', '18.12.2026', '27 päivää', '578,43', 'perusosa'])
    expect(words).not.toContain(secret)
  expect(await wordsOf((await sheet(gapId, { parts: ['dates', 'sums'] })).pdf)).toContain('578,43')
})

it('makes no sheet of what is closed, and watches on what it meant to ask', async () => {
  const { caseId, gapId } = await onCase()
  await consentTo(gapId)
  await office.as(office.maija, (t) => closeGap(t, gapId, { corrected: 'paid' }))
  expect(refusalText(await refused(sheet(gapId)), 'fi')).toMatch(/Etuusviive on suljettu/)
  await office.as(office.maija, (t) => reopenGap(t, gapId))
  await sheet(gapId)
  await office.as(office.maija, (t) =>
    applyEvent(
      t,
      caseId,
      { type: 'ANSWER_AND_CLOSE', fields: { outcome: 'advised' }, note: 'Näin.' },
      'office',
    ),
  )
  expect(refusalText(await refused(sheet(gapId, { parts: ['dates'] })), 'fi')).toMatch(
    /käsittely on päättynyt/,
  )
  house.setNow('2027-01-19T08:00:00Z')
  await watchClocks(house)
  const late = await office.rows(
    `select 1 from notice where case_id = $1 and template = 'staff-clock' and variables->>'reminder' like '%:late'`,
    caseId,
  )
  expect(late).not.toEqual([])
})

it('is one sheet with one clock when the button is pressed twice', async () => {
  const { caseId, gapId } = await onCase()
  await consentTo(gapId)
  const twice = await Promise.all([sheet(gapId), sheet(gapId)])
  for (const { pdf } of twice) expect(await wordsOf(pdf)).toContain('18.1.2027')
  const clocks = () => office.rows(`select 1 from clock where case_id = $1 and rule = 'OFFICE_GAP'`, caseId)
  expect((await read(gapId)).sheets).toHaveLength(1)
  expect(await clocks()).toHaveLength(1)
  // Another order is another sheet, and so is the same one later.
  await sheet(gapId, { parts: ['dates'] })
  house.setNow('2027-01-11T09:02:00Z')
  await sheet(gapId)
  expect((await read(gapId)).sheets).toHaveLength(3)
  expect(await clocks()).toHaveLength(3)
})

it('takes no consent of the year 1066', async () => {
  const { gapId } = await onCase()
  const error = await refused(consentTo(gapId, { givenOn: '1066-01-01' }))
  expect([error.details.field, refusalText(error, 'fi')]).toEqual([
    'givenOn',
    'Suostumus annettu: päivä ei voi olla ennen vuotta 1990. Tarkista vuosi.',
  ])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Mail, passTime } from '../../cases/pass-time.ts'
import { nodesOf, readPdf } from '../../documents/read-pdf.ts'
import { paragraphsOf, unzip } from '../../documents/unzip.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { portalOn, type Seen, Visitor } from '../portal/visitor.ts'
import { type Desk, deskOf, fieldOn, openDesk, signedInAs } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse()
  desk = await openDesk(house)
})
afterAll(() => house?.close())

const MAIJA = 'maija.meikäläinen.08@example.fi'
const POINTS = [
  'Kotihoito ei käynyt 3.–5.11.2026. Olin **kolme päivää** ilman ruokaa.',
  'Soitin kuusi kertaa: kukaan ei vastannut {{ minulle }}.\nViimeksi 5.11. kello 9.',
  'Minulle ei ole annettu kirjallista päätöstä.',
]
const day = (name: string, date: string) => {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return { [`${name}-day`]: `${dayOfMonth}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
}
const points = (words: readonly string[]) =>
  Object.fromEntries(words.map((point, i) => [`point-${i + 1}`, point]))
/** What a form holds when it is opened, to be sent back as it is. */
const formOn = (html: string): Record<string, string> =>
  Object.fromEntries([
    ...[
      ...html.matchAll(/<input(?![^>]*type="(?:checkbox|radio)")[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g),
    ].map((m) => [m[1], plain(m[2]!)]),
    ...[...html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g)].map((m) => [
      m[1],
      plain(m[2]!),
    ]),
  ])
const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
/** The address of the letter in the page's own address. */
const letterOf = (seen: Seen) => seen.path.replace(/[?/](done|answer).*/, '')

/** A file as bytes. */
async function fileOf(path: string): Promise<Uint8Array> {
  const answer = await deskOf(house, signedInAs(desk.maija.id)).request(path, {
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  return new Uint8Array(await answer.arrayBuffer())
}

const told = (mails: readonly Mail[]) => mails.map(({ at, to, subject }) => `${at} ${to}: ${subject}`)

it('walks an objection to a complaint: written, approved, sent, late, half answered, gone on with', async () => {
  const { caseId, caseNumber, receipt } = await desk.submit({
    account: {
      text: 'Kotihoito ei käy.',
      where: 'Hervannan kotihoito',
      desiredOutcome: 'Että käynnit hoidetaan.',
    },
  })
  const base = `/desk/cases/${caseId}`
  const maija = desk.maijaAt
  const client = new Visitor(portalOn(house))
  const mails: Mail[] = []
  const wait = async (to: string) => {
    const news = await passTime(house, to)
    mails.push(...news)
    return news
  }
  /** What the staff were reminded of, in order. */
  const reminders = async () =>
    (
      await desk.rows<{ line: string }>(
        `select to_char(planned_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD ') || (variables->>'reminder') as line
         from notice where case_id = $1 and staff_id is not null order by planned_at, id`,
        caseId,
      )
    ).map(({ line }) => line)
  await maija.post(`${base}/do/TAKE`, { version: fieldOn((await maija.get(base)).html, 'version') })

  // The letter is filled from the case; the client is asked to write the points.
  const empty = await maija.get(`${base}/letters/new?kind=objection&language=fi`)
  expect(formOn(empty.html)).toMatchObject({
    name: 'Aino Asiakas',
    phone: '040 123 4567',
    addressee: 'Pirkanmaan hyvinvointialue\nKirjaamo',
    unit: 'Hervannan kotihoito',
    asked: 'Että käynnit hoidetaan.',
    'point-1': '',
  })
  const begun = await maija.post(`${base}/letters/new`, { ...formOn(empty.html), ask: 'yes' })
  expect(begun.status).toBe(200)
  expect(begun.text).toContain('Asiakasta on pyydetty kirjoittamaan kohdat.')
  const letter = letterOf(begun)

  const asked = await wait('2026-11-24T10:00:00Z')
  expect(asked.some(({ to, text }) => to === 'aino@example.fi' && text.includes(caseNumber))).toBe(true)
  // The client's view closes after half an hour; whoever comes back signs in again.
  const signIn = () => client.post('/fi/follow', { number: caseNumber, receipt })
  const home = await signIn()
  expect(home.text).toContain('Kirje on vielä kesken. Voit kirjoittaa siihen kohtia.')
  const own = `/fi/follow/letters/${letter.split('/').at(-1)}`
  const form = await client.get(`${own}/points`)
  expect(form.text).toContain('Yksi asia yhteen kohtaan.')
  const wrote = await client.post(`${own}/points`, { ...formOn(form.html), boxes: '4', ...points(POINTS) })
  expect(wrote.text).toContain('Kohdat on tallennettu.')

  // The office sees the words as they are, and shows the whole letter.
  expect(told(await wait('2026-11-24T11:00:00Z')).join('\n')).toContain('maija')
  const page = await maija.get(letter)
  for (const point of POINTS) expect(plain(page.html).replaceAll('<br>', '\n')).toContain(point)
  const offered = await maija.post(`${letter}/offer`, { version: '2', 'offer-note': 'Lue kirje.' })
  expect(offered.text).toContain('Kirje on asiakkaan luettavana.')
  const early = await maija.post(`${letter}/sent`, {
    ...day('sentOn', '2026-11-24'),
    sentTo: 'registry',
    sentHow: 'post',
    sentBy: 'client',
  })
  expect(early.status).toBe(409)
  expect(early.text).toContain('Asiakas ei ole vielä hyväksynyt tekstiä.')

  await signIn()
  const read = await client.get(own)
  expect(read.text).toContain('Kirje on sinun. Se lähetetään vasta, kun sinä hyväksyt sen.')
  const approved = await client.post(`${own}/approve`, { version: fieldOn(read.html, 'version') })
  expect(approved.text).toContain('Olet hyväksynyt kirjeen.')

  const sent = await maija.post(`${letter}/sent`, {
    ...day('sentOn', '2026-11-24'),
    sentTo: 'registry',
    sentHow: 'post',
    sentBy: 'client',
    proof: 'PIRHA/1234/2026',
  })
  expect(sent.text).toContain('PIRHA/1234/2026')
  const pdf = await readPdf(await fileOf(`${letter}/file/pdf`))
  expect(nodesOf(pdf, 'H1')[0]!.text).toBe('Muistutus')
  expect(nodesOf(pdf, 'LBody').map(({ text }) => text.trim())).toEqual(
    POINTS.map((point) => point.replace('\n', '')),
  )

  // Two weeks: the handler is nudged. Four: the answer is late, and the page says so.
  await wait('2026-12-08T12:00:00Z')
  expect(await reminders()).toContain('2026-12-08 objection-nudge')
  await wait('2026-12-22T12:00:00Z')
  expect(await reminders()).toContain('2026-12-22 objection-late')
  await wait('2026-12-24T08:00:00Z')
  expect((await maija.get(base)).text).toContain('Vastaus muistutukseen viipyy')

  // The answer comes, and leaves things open.
  const late = await maija.get(base)
  await maija.post(`${base}/do/OBJECTION_ANSWERED`, {
    version: fieldOn(late.html, 'version'),
    ...day('OBJECTION_ANSWERED-answeredOn', '2026-12-24'),
  })
  const answer = `${letter}/answer`
  const half = await maija.post(answer, { 'answered-1': 'yes', 'reasons-1': 'yes' })
  expect(half.status).toBe(422)
  expect(half.text).toContain('Arvioi kohta 2.')
  const checked = await maija.post(answer, {
    ...{ 'answered-1': 'yes', 'reasons-1': 'yes', 'measures-1': 'yes' },
    ...{ 'answered-2': 'partly', 'note-2': 'Vain pahoittelu.' },
    ...{ 'answered-3': 'no' },
  })
  expect(checked.text).toContain('Kokonaan vastattuja kohtia: 1 / 3.')
  await signIn()
  const view = await client.post(`${own}/answer`, {
    'answered-1': 'no',
    'words-1': 'Ei tämä vastaa mihinkään.',
  })
  expect(view.text).toContain('Kiitos, mielipiteesi on tallennettu.')
  const both = await maija.get(answer)
  expect(both.text).toContain('Asiakas: Ei')
  expect(both.text).toContain('Ei tämä vastaa mihinkään.')
  expect(both.text).toContain('Asiakas ja sosiaaliasiavastaava ovat eri mieltä')

  // A supplement would ask for the two open points; a complaint tells the supervisory agency of all.
  const id = letter.split('/').at(-1)
  const COMPLAINED = [
    `${POINTS[0]}\n(Vastauksessa: kohtaan vastattiin.)`,
    `${POINTS[1]}\n(Vastauksessa: kohtaan vastattiin osittain. Perustelut puuttuvat. Toimia ei kerrota.)`,
    `${POINTS[2]}\n(Vastauksessa: kohtaan ei vastattu.)`,
  ]
  const supplement = await maija.get(`${base}/letters/new?kind=supplement&language=fi&about=${id}`)
  expect(formOn(supplement.html)).toMatchObject({ 'point-1': POINTS[1], 'point-2': POINTS[2], 'point-3': '' })
  const draft = await maija.get(`${base}/letters/new?kind=complaint&language=fi&about=${id}`)
  expect(formOn(draft.html)).toMatchObject({
    addressee: 'Lupa- ja valvontavirasto',
    'point-1': COMPLAINED[0],
    'point-2': COMPLAINED[1],
    'point-3': COMPLAINED[2],
    enclosures: 'Muistutus 24.11.2026\nVastaus muistutukseen 24.12.2026',
    asked: '',
    'objection-sent-day': '24',
    'objection-sent-month': '11',
    'answered-day': '24',
    'answered-month': '12',
  })
  const complaint = letterOf(await maija.post(`${base}/letters/new`, formOn(draft.html)))
  await maija.post(`${complaint}/offer`, { 'offer-note': 'Tässä kantelu luettavaksesi.' })
  const [row] = await desk.rows<{ state: string[] }>('select state from "case" where id = $1', caseId)
  expect(row!.state).toContain('open.objection.complaintGuided')
  const ownComplaint = `/fi/follow/letters/${complaint.split('/').at(-1)}`
  await client.post(`${ownComplaint}/approve`, {
    version: fieldOn((await client.get(ownComplaint)).html, 'version'),
  })
  const gone = await client.post(`${ownComplaint}/sent`, {
    ...day('sentOn', '2026-12-24'),
    sentTo: 'supervisor',
    sentHow: 'e-service',
  })
  expect(gone.text).toContain('Kiitos, tieto on tallennettu.')
  const parts = paragraphsOf(unzip(await fileOf(`${complaint}/file/docx`)).get('word/document.xml')!)
  const lines = parts.map(({ text }) => text)
  expect(parts.find(({ style }) => style === 'Heading1')!.text).toBe('Hallintokantelu')
  expect(parts.filter(({ numbered }) => numbered).map(({ text }) => text)).toEqual([
    ...COMPLAINED,
    'Muistutus 24.11.2026',
    'Vastaus muistutukseen 24.12.2026',
  ])
  expect(lines).toContain('Tein samasta asiasta muistutuksen: 24.11.2026')
  expect(lines).toContain('Sain muistutukseen vastauksen: 24.12.2026')
  expect(lines).not.toContain('Muistutukseen ei ole vastattu.')

  await wait('2026-12-24T12:00:00Z')
  // No mail tells a word of the matter.
  for (const { text, subject } of mails)
    for (const word of ['Kotihoito', 'Hervan', 'Aino', 'ruokaa'])
      expect(`${subject}\n${text}`).not.toContain(word)
  const paper = await maija.get(`${base}/print`)
  expect(paper.text).toContain('Hallintokantelu')
  expect(paper.text).toContain('Ei tämä vastaa mihinkään.')
  expect(paper.text).toContain('PIRHA/1234/2026')
  expect(told(mails)).toEqual([
    '2026-11-24 aino@example.fi: Olemme saaneet yhteydenottosi',
    '2026-11-24 aino@example.fi: Sinulle on uusi viesti',
    `2026-11-24 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
    '2026-11-24 aino@example.fi: Sinulle on uusi viesti',
    `2026-11-24 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
    `2026-11-27 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
    `2026-12-08 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
    `2026-12-08 liisa.lehti.08@example.fi: Määräaika päättyy 1.12.2026: asia ${caseNumber}`,
    `2026-12-08 ${MAIJA}: Määräaika päättyy 1.12.2026: asia ${caseNumber}`,
    `2026-12-22 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
    `2026-12-24 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
    `2026-12-24 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
    '2026-12-24 aino@example.fi: Sinulle on uusi viesti',
    `2026-12-24 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
    `2026-12-24 ${MAIJA}: Asia ${caseNumber} odottaa sinua`,
  ])
  expect((await reminders()).filter((line) => !line.includes('clock:'))).toEqual([
    '2026-11-24 letter-points',
    '2026-11-24 draft-approved',
    '2026-11-27 triage-quiet',
    '2026-12-08 objection-nudge',
    '2026-12-22 objection-late',
    '2026-12-24 objection-answered',
    '2026-12-24 letter-viewed',
    '2026-12-24 letter-approved',
    '2026-12-24 letter-sent',
  ])
})

it('gives the client no button that approves a text that is being mended', async () => {
  const { caseId, caseNumber, receipt } = await desk.submit()
  const { maijaAt } = desk
  const base = `/desk/cases/${caseId}`
  const begun = await maijaAt.get(`${base}/letters/new?kind=objection&language=fi`)
  const letter = letterOf(
    await maijaAt.post(`${base}/letters/new`, { ...formOn(begun.html), ...points(POINTS) }),
  )
  const client = new Visitor(portalOn(house))
  await client.post('/fi/follow', { number: caseNumber, receipt })
  const own = `/fi/follow/letters/${letter.split('/').at(-1)}`
  expect((await client.get('/fi/follow/case')).html).not.toContain(own)
  await maijaAt.post(`${letter}/offer`, { version: '1', 'offer-note': 'Lue.' })
  const read = await client.get(own)
  const mended = await maijaAt.get(`${letter}/edit`)
  expect(mended.text).toContain('Kun tallennat, asiakas lukee ja hyväksyy tekstin uudelleen.')
  await maijaAt.post(`${letter}/edit`, { ...formOn(mended.html), 'point-1': 'Toinen teksti.' })
  const home = await client.get('/fi/follow/case')
  expect(home.html).toContain(own)
  expect(home.html).not.toContain('/follow/do/APPROVE_DRAFT')
  const late = await client.post(`${own}/approve`, { version: fieldOn(read.html, 'version') })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Kirje on muuttunut sen jälkeen, kun luit sen.')
  const around = await client.post('/fi/follow/do/APPROVE_DRAFT', {})
  expect(around.status).toBe(422)
  const [row] = await desk.rows<{ state: string[] }>('select state from "case" where id = $1', caseId)
  expect(row!.state).toContain('open.objection.clientReview')
  // On the desk the case's own buttons lead to the letter.
  expect(
    (await maijaAt.post(`${base}/do/RECORD_APPROVAL`, { 'RECORD_APPROVAL-approvalHow': 'signed' })).path,
  ).toBe(letter)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEvent, sendToOffice, startClockByHand } from '../../../src/cases/index.ts'
import { codeName } from '../../../src/classification/index.ts'
import { CLIENT } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Desk, fieldOn, openDesk } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse()
  desk = await openDesk(house)
})
afterAll(() => house?.close())

const submitted = async () => (await desk.submit()).caseId
const page = (id: string) => `/desk/cases/${id}`
const versionOn = (html: string) => fieldOn(html, 'version')

describe('the page of a case', () => {
  it('tells who and what, where it stands, why a date is what it is, and what can be done', async () => {
    const id = await submitted()
    const { text, html } = await desk.maijaAt.get(page(id))
    expect(text).toContain('Aino Asiakas')
    expect(text).toContain('Päätös viipyy.')
    expect(text).toContain('Saapunut')
    expect(text).toContain('Mistä päivä tulee')
    expect(html).toContain(`action="/desk/cases/${id}/do/TAKE"`)
    expect(html).not.toContain('/do/MESSAGE_FROM_CLIENT')
    const reads = await desk.rows(
      `select 1 from audit_entry where event = 'case.read' and subject_id = $1`,
      id,
    )
    expect(reads).toHaveLength(1)
  })

  it('is found by its number too, as the mails to the office have it', async () => {
    const id = await submitted()
    const [row] = await desk.rows<{ number: string }>(`select number from "case" where id = $1`, id)
    const found = await desk.maijaAt.get(`/desk/cases/${row!.number}`)
    expect(found.path).toBe(page(id))
    expect(found.text).toContain('Aino Asiakas')
    expect((await desk.maijaAt.get('/desk/cases/AV-2026-999999-1')).status).toBe(404)
  })

  it('is not there for a wrong address or another office', async () => {
    expect((await desk.maijaAt.get('/desk/cases/no')).status).toBe(404)
    const other = await desk.maijaAt.get('/desk/cases/0198a000-0000-7000-8000-000000000009')
    expect(other.status).toBe(404)
    expect(other.text).toContain('Asiaa ei löytynyt')
  })

  it('takes an action and tells what was done', async () => {
    const id = await submitted()
    const { html } = await desk.maijaAt.get(page(id))
    const done = await desk.maijaAt.post(`${page(id)}/do/TAKE`, { version: versionOn(html) })
    expect(done.path).toBe(`${page(id)}?done=TAKE`)
    expect(done.text).toContain('Tehty:')
    expect(done.text).toContain('Maija Meikäläinen')
  })

  it('says which field is missing, at the field, and keeps the rest', async () => {
    const id = await submitted()
    const { html } = await desk.maijaAt.get(page(id))
    const sent = { version: versionOn(html), 'START_OBJECTION-objectionTo': '' }
    const back = await desk.maijaAt.post(`${page(id)}/do/START_OBJECTION`, sent)
    expect(back.status).toBe(422)
    expect(back.html).toContain('href="#START_OBJECTION-objectionTo"')
    expect(back.html).toMatch(/<details id="do-START_OBJECTION" class="ds-details av-action-form" open/)
  })

  it('tells who was first, and keeps the text, when the case has changed meanwhile', async () => {
    const id = await submitted()
    const { html } = await desk.maijaAt.get(page(id))
    await desk.as(desk.pekka, (t) => applyEvent(t, id, { type: 'TAKE' }, 'office'))
    const sent = { version: versionOn(html), 'message-note': 'Soitan teille huomenna.' }
    const late = await desk.maijaAt.post(`${page(id)}/message`, sent)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Pekka Pirkka ehti ensin')
    expect(late.html).toMatch(/<textarea[^>]*name="message-note"[^>]*>Soitan teille huomenna\./)
    // Sent again from the page that tells so, it goes.
    const again = await desk.maijaAt.post(`${page(id)}/message`, { ...sent, version: versionOn(late.html) })
    expect(again.text).toContain('Viesti on lähetetty asiakkaalle')
  })

  it('keeps the text in sight when the case no longer takes it at all', async () => {
    const id = await submitted()
    const { html } = await desk.maijaAt.get(page(id))
    await desk.as(desk.pekka, (t) => applyEvent(t, id, { type: 'WITHDRAW' }, 'office'))
    const sent = { version: versionOn(html), 'ASK_CLIENT-note': 'Tämä ei saa kadota.' }
    const late = await desk.maijaAt.post(`${page(id)}/do/ASK_CLIENT`, sent)
    expect(late.status).toBe(409)
    expect(late.html).toMatch(/<textarea[^>]*name="kept"[^>]*>Tämä ei saa kadota\./)
  })

  it('asks once more before what cannot be undone, and carries the text along', async () => {
    const id = await submitted()
    const { html } = await desk.maijaAt.get(page(id))
    const event = ['CLOSE', 'WITHDRAW'].find((type) => html.includes(`/do/${type}"`))!
    const fields = {
      version: versionOn(html),
      [`${event}-outcome`]: 'advised',
      [`${event}-note`]: 'Kaikki on selvää.',
    }
    const asked = await desk.maijaAt.post(`${page(id)}/do/${event}`, fields)
    expect(asked.text).toContain('Varmista')
    expect(asked.html).toContain('name="confirmed" value="yes"')
    expect(await desk.rows('select 1 from "case" where id = $1 and closed_at is null', id)).toHaveLength(1)
    const done = await desk.maijaAt.post(`${page(id)}/do/${event}`, { ...fields, confirmed: 'yes' })
    expect(done.path).toContain(`?done=${event}`)
    expect(await desk.rows('select 1 from "case" where id = $1 and closed_at is null', id)).toHaveLength(0)
  })

  it('tells before a case is closed what of it still runs', async () => {
    const id = await submitted()
    await desk.as(desk.maija, (t) =>
      startClockByHand(t, id, { rule: 'TT7', from: '2026-11-20', evidence: 'document' }),
    )
    const { html } = await desk.maijaAt.get(page(id))
    const asked = await desk.maijaAt.post(`${page(id)}/do/CLOSE`, {
      version: versionOn(html),
      'CLOSE-outcome': 'advised',
      'CLOSE-note': 'Asia on selvitetty.',
    })
    expect(asked.text).toContain('Tässä asiassa on vielä kesken')
    expect(asked.text).toContain('Päätös toimeentulotuesta: määräaika 1.12.2026 kulkee yhä')
  })

  it('gives the text and the outcome back when one thinks better of it', async () => {
    const id = await submitted()
    const { html } = await desk.maijaAt.get(page(id))
    const fields = {
      version: versionOn(html),
      'ANSWER_AND_CLOSE-outcome': 'advised',
      'ANSWER_AND_CLOSE-note': 'Kaikki on selvää.',
    }
    const address = `${page(id)}/do/ANSWER_AND_CLOSE`
    const asked = await desk.maijaAt.post(address, fields)
    const [row] = await desk.rows<{ number: string }>(`select number from "case" where id = $1`, id)
    expect(asked.text).toContain(row!.number)
    expect(asked.text).toContain(codeName('outcome', 'advised', 'fi'))
    expect(asked.html).toContain(`formaction="${address}#do-ANSWER_AND_CLOSE"`)
    const back = await desk.maijaAt.post(address, { ...fields, confirmed: 'yes', cancelled: 'yes' })
    expect(back.status).toBe(200)
    expect(back.html).toMatch(/<details id="do-ANSWER_AND_CLOSE" class="[^"]*" open/)
    expect(back.html).toMatch(/<textarea[^>]*name="ANSWER_AND_CLOSE-note"[^>]*>Kaikki on selvää\./)
    expect(back.html).toMatch(/<option value="advised" selected|value="advised"[^>]*(checked|selected)/)
    expect(await desk.rows('select 1 from "case" where id = $1 and closed_at is null', id)).toHaveLength(1)
  })

  it('keeps a note among colleagues and shows the client’s message as read from then on', async () => {
    const id = await submitted()
    await desk.as(CLIENT, (t) => sendToOffice(t, id, 'Milloin saan vastauksen?', 'portal'))
    expect((await desk.maijaAt.get('/desk?view=unassigned')).text).toContain('Uusi viesti')
    const opened = await desk.maijaAt.get(page(id))
    expect(opened.text).toContain('Milloin saan vastauksen?')
    const noted = await desk.maijaAt.post(`${page(id)}/note`, { 'note-note': 'Kysyn yksiköstä.' })
    expect(noted.text).toContain('Muistiinpano on tallennettu')
    expect(noted.text).toContain('Kysyn yksiköstä.')
    const empty = await desk.maijaAt.post(`${page(id)}/note`, { 'note-note': ' ' })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('href="#note-note"')
  })

  it('corrects the codes, of the contacts too', async () => {
    const id = await submitted()
    const form = await desk.maijaAt.get(`${page(id)}/codes`)
    const codes = { municipality: '837', contactPerson: 'client', serviceTask: 'older-people' }
    const done = await desk.maijaAt.post(`${page(id)}/codes`, { version: versionOn(form.html), ...codes })
    expect(done.text).toContain('Asian tiedot on korjattu')
    const rows = await desk.rows<{ service_task: string }>(
      'select service_task from contact where case_id = $1',
      id,
    )
    expect(rows).toEqual([{ service_task: 'older-people' }])
    const late = await desk.pekkaAt.post(`${page(id)}/codes`, { version: versionOn(form.html), ...codes })
    expect(late.status).toBe(409)
    expect(late.text).toContain('ehti ensin')
  })

  it('prints with everything open, and records it', async () => {
    const id = await submitted()
    const { text, html } = await desk.maijaAt.get(`${page(id)}/print`)
    expect(text).toContain('Tulostettu')
    expect(html).not.toContain('<textarea')
    const prints = await desk.rows(
      `select 1 from audit_entry where event = 'case.printed' and subject_id = $1`,
      id,
    )
    expect(prints).toHaveLength(1)
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applyEvent,
  approveLetter,
  beginLetter,
  checkAnswer,
  giveAskedConsent,
  offerLetter,
  recordAgreement,
  recordSent,
  saveClientView,
  writeConsent,
} from '../../src/cases/index.ts'
import { portal } from '../../src/web/portal/index.tsx'
import { CLIENT, type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { deskOf, signedInAs } from '../web/desk/desk-visitor.ts'
import { serveSite, siteWith, webOn } from '../web/serve-site.ts'
import { launchBrowser, openPage } from './browser.ts'
import { look } from './look.ts'

let house: TestHouse
let office: Office
let desk: Awaited<ReturnType<typeof serveSite>>
let door: Awaited<ReturnType<typeof serveSite>>
let browser: Browser

const PARTS = {
  sender: { name: 'Aino Asiakas', address: 'Koivukuja 3 A 4\n33100 Tampere', phone: '040 123 4567' },
  addressee: 'Pirkanmaan hyvinvointialue\nKirjaamo',
  unit: 'Hervannan kotihoito',
  asked: 'Pyydän, että käynnit hoidetaan sovitusti.',
}
const POINTS = [
  'Kotihoito ei käynyt 3.–5.11.2026. Olin kolme päivää ilman ruokaa ja lääkkeitä.',
  'Soitin kuusi kertaa, eikä kukaan vastannut.',
  'Minulle ei ole annettu kirjallista päätöstä.',
]
const SENT = {
  sentOn: '2026-11-24',
  sentTo: 'registry',
  sentHow: 'post',
  sentBy: 'client',
  proof: 'PIRHA/1234/2026',
} as const

interface Made {
  caseId: string
  caseNumber: string
  receipt: string
  letter: string
}
let offered: Made
let checked: Made

const begun = async (): Promise<Made> => {
  const made = await office.submit()
  const letter = await office.as(office.maija, (t) =>
    beginLetter(t, made.caseId, { kind: 'objection', language: 'fi', parts: PARTS, points: POINTS }),
  )
  await office.as(office.maija, (t) => offerLetter(t, made.caseId, letter, { note: 'Lue kirje rauhassa.' }))
  return { ...made, letter }
}

beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  offered = await begun()
  checked = await begun()
  const { caseId, letter } = checked
  const act = (type: string, fields = {}, note?: string) =>
    office.as(office.maija, (t) => applyEvent(t, caseId, { type, fields, note }, 'office'))
  await office.as(CLIENT, (t) => approveLetter(t, caseId, letter, 1))
  await office.as(office.maija, (t) => recordSent(t, caseId, letter, SENT, 'office'))
  await act('OBJECTION_ANSWERED', { answeredOn: '2026-11-24' })
  await office.as(office.maija, (t) =>
    checkAnswer(t, caseId, letter, [
      { n: 1, answered: 'yes', reasons: true, measures: true },
      { n: 2, answered: 'partly', reasons: false, measures: false, note: 'Vain pahoittelu.' },
      { n: 3, answered: 'no', reasons: false, measures: false },
    ]),
  )
  await office.as(CLIENT, (t) =>
    saveClientView(t, caseId, letter, [{ n: 1, answered: 'no', words: 'Vastaus ei koske minua.' }]),
  )
  await office.as(office.maija, (t) =>
    writeConsent(t, caseId, {
      recipients: ['unit', 'leading-officer'],
      topics: ['service', 'treatment'],
      units: 'Hervannan kotihoito',
      text: 'Käynneistä saa puhua.',
      expiresOn: '2027-01-31',
      note: 'Saammeko kertoa?',
    }),
  )
  await office.as(CLIENT, (t) => giveAskedConsent(t, caseId))
  const request = await office.as(office.maija, (t) =>
    beginLetter(t, caseId, {
      kind: 'mediation',
      language: 'fi',
      parts: {
        sender: { name: 'Maija Meikäläinen\nPirkanmaan hyvinvointialue' },
        addressee: 'Hervannan kotihoito',
        client: 'Aino Asiakas',
        replyBy: '2026-12-08',
      },
      points: POINTS,
    }),
  )
  await office.as(office.maija, (t) =>
    recordSent(
      t,
      caseId,
      request,
      { ...SENT, sentTo: 'unit', sentBy: 'office', topics: ['service'] },
      'office',
    ),
  )
  await act('UNIT_REPLIED', { repliedOn: '2026-11-24' })
  await office.as(office.maija, (t) =>
    recordAgreement(t, caseId, {
      items: [
        { what: 'Käynnit aina kello 8 ja 18', who: 'unit', due: '2026-12-01' },
        { what: 'Kerron, jos käynti ei sovi', who: 'client' },
      ],
    }),
  )
  await act('CAPTURE_DECISION', {
    remedy: 'review',
    decisionFrom: '2026-11-20',
    served: 'handed',
    instructions: 'wrong',
  })
  const web = webOn(house)
  desk = await serveSite(deskOf(house, signedInAs(office.maija.id)))
  door = await serveSite(siteWith(web, portal(web)))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
  await door?.close()
  await house?.close()
})

describe('letters in a browser', () => {
  it('look right on the desk, narrow and wide', async () => {
    const { page, complaints, close } = await openPage(browser, { baseURL: desk.url })
    const at = (made: Made) => `/desk/cases/${made.caseId}`
    for (const [name, path] of [
      ['desk-case', at(checked)],
      ['desk-letters', `${at(checked)}/letters`],
      ['desk-letter-new', `${at(checked)}/letters/new?kind=complaint&language=fi&about=${checked.letter}`],
      ['desk-letter-offered', `${at(offered)}/letters/${offered.letter}`],
      ['desk-letter-sent', `${at(checked)}/letters/${checked.letter}`],
      ['desk-answer', `${at(checked)}/letters/${checked.letter}/answer`],
      ['desk-mediation', `${at(checked)}/mediation`],
      ['desk-remedy', `${at(checked)}/remedy`],
      ['desk-print', `${at(checked)}/print`],
    ] as const) {
      await page.goto(path)
      await look(page, name)
    }
    expect(complaints).toEqual([])
    await close()
  })

  it('look right to the client, who approves with the keyboard alone and without scripts', async () => {
    const { page, close } = await openPage(browser, { baseURL: door.url, width: 375 })
    const signIn = async ({ caseNumber, receipt }: Made) => {
      await page.goto('/fi/follow')
      await page.fill('#number', caseNumber)
      await page.fill('#receipt', receipt)
      await page.click('main button[type=submit]')
    }
    await signIn(checked)
    await look(page, 'client-case')
    for (const [name, path] of [
      ['client-letter-sent', `/fi/follow/letters/${checked.letter}`],
      ['client-view', `/fi/follow/letters/${checked.letter}/answer`],
      ['client-consent', '/fi/follow/consent'],
    ] as const) {
      await page.goto(path)
      await look(page, name)
    }
    await signIn(offered)
    await page.goto(`/sv/follow/letters/${offered.letter}`)
    await look(page, 'client-letter-offered')
    await page.goto(`/en/follow/letters/${offered.letter}/points`)
    await look(page, 'client-points')
    await close()
    const plain = await openPage(browser, { baseURL: door.url, width: 375, javaScript: false })
    await plain.page.goto('/fi/follow')
    await plain.page.fill('#number', offered.caseNumber)
    await plain.page.fill('#receipt', offered.receipt)
    await plain.page.keyboard.press('Enter')
    await plain.page.waitForURL(/follow\/case/)
    await plain.page.goto(`/fi/follow/letters/${offered.letter}`)
    await plain.page.locator('form[action$="/approve"] button').focus()
    await plain.page.keyboard.press('Enter')
    await plain.page.waitForURL(/done=approved/)
    expect(await plain.page.textContent('main')).toContain('Olet hyväksynyt kirjeen.')
    await look(plain.page, 'client-letter-approved', { javaScript: false })
    await plain.close()
  })

  it('are written by anybody at the door, in three languages', async () => {
    const { page, close } = await openPage(browser, { baseURL: door.url, width: 375 })
    for (const lang of ['fi', 'sv', 'en']) {
      await page.goto(`/${lang}/letters`)
      await look(page, `letters-${lang}`)
      await page.goto(`/${lang}/letters/complaint`)
      await look(page, `letter-form-${lang}`)
    }
    await page.goto('/fi/letters/review')
    await page.click('button[value=pdf]')
    expect(await page.textContent('.ds-error-summary')).toContain('Kirjoita nimesi.')
    await page.fill('#name', 'Aino Asiakas')
    await page.fill('#addressee', 'Kirjaamo')
    await page.fill('#point-1', 'Päätöksessä on väärä tuntimäärä.')
    await page.fill('#asked', 'Vaadin 30 tuntia.')
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button[value=docx]')])
    expect(download.suggestedFilename()).toBe('oikaisuvaatimus.docx')
    await close()
  })
})

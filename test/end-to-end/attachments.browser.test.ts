import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scanAttachment } from '../../src/cases/index.ts'
import { unsealChunk } from '../../src/custody/files/chunks.ts'
import type { Scanner } from '../../src/custody/files/clamd.ts'
import { holdFile } from '../../src/custody/files/hold-file.ts'
import type { WebEnv } from '../../src/web/context.ts'
import { adminPages } from '../../src/web/desk/admin/index.tsx'
import { casePages } from '../../src/web/desk/index.tsx'
import { portal } from '../../src/web/portal/index.tsx'
import { openOffice } from '../cases/office.ts'
import { BAD_WORDS } from '../custody/clamd-server.ts'
import { docm, inPieces, PLACE_WORDS, pdf, tellingJpeg, tellingPng } from '../documents/received-files.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { signedInAs } from '../web/desk/desk-visitor.ts'
import { serveSite, siteWith, webOn } from '../web/serve-site.ts'
import { launchBrowser, openPage } from './browser.ts'
import { look } from './look.ts'

let house: TestHouse
let browser: Browser
let site: Awaited<ReturnType<typeof serveSite>>
let admin: Awaited<ReturnType<typeof serveSite>>
const finder: Scanner = {
  async scan(content) {
    const parts: Buffer[] = []
    for await (const bytes of content) parts.push(bytes)
    return Buffer.concat(parts).includes(BAD_WORDS) ? 'Test.Bad' : null
  },
  version: async () => 'ClamAV 1.4.6/27800/Mon Nov 23 09:00:00 2026',
}

beforeAll(async () => {
  house = await testHouse()
  house.scanner = finder
  const { maija, lead } = await openOffice(house)
  const web = webOn(house)
  const pages = new Hono<WebEnv>().route('/desk', casePages(web)).route('/', portal(web))
  site = await serveSite(siteWith(web, pages, '/', signedInAs(maija.id)))
  const adminSide = new Hono<WebEnv>().route('/desk/admin', adminPages(web))
  admin = await serveSite(siteWith(web, adminSide, '/', signedInAs(lead.id, 'lead')))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await admin?.close()
  await house?.close()
})

const asFile = (name: string, buffer: Buffer) => ({ name, buffer, mimeType: 'application/octet-stream' })
const PHOTO = asFile('Valokuva kotoa ja kylpyhuoneesta, otettu ennen remontin alkua 1.jpg', tellingJpeg())
const rows = async <T>(sql: string) => (await house.database.owner.query(sql)).rows as T[]
const on = (page: Page) => page.locator('button[name="go"][value="on"]').click()

/** Answers up to the question of files. */
async function toFiles(page: Page) {
  await page.goto('/fi/start')
  await page.locator('button[value="complaint"]').click()
  await page.locator('input[value="client"]').check()
  await on(page)
  await page.locator('[name="place"]').fill('Tampere')
  await on(page)
  await page.locator('input[value="home-care"]').check()
  await on(page)
  await page.locator('input[value="no"]').check()
  await on(page)
  await page.locator('[name="text"]').fill('Kotihoito ei ole käynyt.')
  await on(page)
  await page.waitForURL('**/ask/wish')
  await on(page)
  await page.waitForURL('**/ask/files')
}

/** What a link gives, as the browser keeps it. */
async function downloaded(page: Page, name: string) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name }).first().click()
  const file = await waiting
  return { name: file.suggestedFilename(), bytes: readFileSync((await file.path())!) }
}

it.each([true, false])(
  'goes from the form to the case and back, with scripts: %s',
  async (javaScript) => {
    const { page, complaints, close } = await openPage(browser, { baseURL: site.url, width: 375, javaScript })
    const seen = (name: string) =>
      look(page, `${javaScript ? 'files' : 'plain-files'}-${name}`, { javaScript })
    await toFiles(page)
    await seen('empty')
    // Enter in the form adds and removes nothing by mistake.
    await page
      .locator('#files')
      .setInputFiles([
        PHOTO,
        asFile('makroja.docx', docm()),
        asFile('lasku.txt', Buffer.from(`Lasku ${BAD_WORDS}`)),
      ])
    await page.getByRole('button', { name: 'Lisää valitut' }).click()
    expect(await page.locator('.ds-error-summary').textContent()).toContain('makroja.docx')
    await seen('refused')
    await page.locator('#files').setInputFiles([asFile('päätös.pdf', pdf())])
    await page.getByRole('button', { name: 'Lisää valitut' }).click()
    expect(await page.locator('.av-files li').count()).toBe(3)
    await seen('added')
    await page.getByRole('button', { name: 'Poista tiedosto päätös.pdf' }).click()
    expect(await page.locator('.av-files li').count()).toBe(2)

    // Put aside and taken up again: nothing goes along by itself.
    await page.locator('button[value="later"]').click()
    await page.waitForURL('**/saved')
    const code = (await page.locator('#code').textContent())!.trim()
    await page.goto('/fi/continue')
    await page.locator('[name="code"]').fill(code)
    await page.getByRole('button', { name: 'Jatka' }).click()
    await page.waitForURL('**/ask/files')
    await seen('taken-up')
    for (const box of await page.locator('input[name="confirmed"]').all()) await box.check()
    await on(page)
    await page.locator('input[value="none"]').check()
    await on(page)
    await page.locator('input[name="reachBy"][value="none"]').check()
    await on(page)
    await page.waitForURL('**/ask/check')
    expect(await page.locator('main').textContent()).toContain('lasku.txt')
    await seen('check')
    await page.getByRole('button', { name: 'Lähetä' }).click()
    await page.waitForURL('**/receipt')
    await page
      .getByRole('button', { name: 'Seuraa asiaa' })
      .or(page.locator('form[action="/fi/follow"] button'))
      .first()
      .click()
    await page.waitForURL('**/follow/case')
    await seen('waiting')

    const [row] = await rows<{ id: string }>('select id from "case" order by opened_at desc, id desc limit 1')
    const files = await rows<{ id: string }>(`select id from attachment where case_id = '${row!.id}'`)
    for (const { id } of files) await scanAttachment(house, { organisation: '08', attachmentId: id })
    await page.reload()
    expect(await page.locator('main').textContent()).toContain(
      'Tiedostossa oli haittaohjelma. Se on tuhottu.',
    )
    await seen('scanned')
    const photo = await downloaded(page, 'Valokuva kotoa')
    expect(photo.name).toBe(PHOTO.name)
    for (const word of PLACE_WORDS) expect(photo.bytes.includes(word), word).toBe(false)

    // A message with a file that is not taken keeps the words and the good file.
    await page.locator('[name="text"]').fill('Tässä vielä kuva.')
    if (javaScript) await page.locator('details:has(#files) summary').click()
    await page
      .locator('#files')
      .setInputFiles([asFile('kuva.png', tellingPng()), asFile('kuva.gif', Buffer.from('GIF89a..'))])
    await page.getByRole('button', { name: 'Lähetä viesti' }).click()
    expect(await page.locator('[name="text"]').inputValue()).toBe('Tässä vielä kuva.')
    await seen('message-refused')
    await page.getByRole('button', { name: 'Lähetä viesti' }).click()
    expect(await page.locator('main').textContent()).toContain('kuva.png')
    if (javaScript) expect(complaints.filter((one) => !/40[0-9]|422/.test(one))).toEqual([])

    // On the desk.
    await page.goto(`/desk/cases/${row!.id}`)
    expect(await page.locator('main').textContent()).toContain('Haittaohjelma, tuhottu')
    await seen('desk-case')
    await page.goto(`/desk/cases/${row!.id}/files`)
    await page.getByRole('button', { name: 'Lisää tiedostot' }).click()
    await seen('desk-files-errors')
    await page.locator('input[name="shared"][value="no"]').check()
    await page.locator('#files').setInputFiles([asFile('muistio.txt', Buffer.from('Puhelumuistio.'))])
    await page.getByRole('button', { name: 'Lisää tiedostot' }).click()
    await seen('desk-files')
    expect((await downloaded(page, 'Valokuva kotoa')).bytes.equals(photo.bytes)).toBe(true)
    await page.getByRole('link', { name: 'Poista tiedosto muistio.txt' }).click()
    await seen('desk-remove')
    await page.locator('[name="reason"]').fill('Väärä asia')
    await page.getByRole('button', { name: 'Poista tiedosto' }).click()
    expect(await page.locator('main').textContent()).toContain('Syy: Väärä asia')
    await close()
  },
  180_000,
)

it('gives a picture back that a browser can show, the right way up', async () => {
  const { page, close } = await openPage(browser, { baseURL: site.url })
  for (const [bytes, width, height] of [
    // Orientation 6: taken sideways, 24 by 12 becomes 12 by 24.
    [tellingJpeg(), 12, 24],
    [tellingPng(), 8, 8],
  ] as const) {
    const file = await holdFile(house, inPieces(bytes), { name: 'kuva', most: 1_000_000 })
    const piece = await house.prisma.heldFileChunk.findFirstOrThrow({ where: { fileId: file.id } })
    const clean = unsealChunk(Buffer.from(file.key!, 'base64'), file.id, 0, true, piece.sealed)
    const source = `data:image/${file.kind};base64,${clean.toString('base64')}`
    const size = await page.evaluate(`(async () => {
      const picture = new Image()
      picture.src = ${JSON.stringify(source)}
      await picture.decode()
      return [picture.naturalWidth, picture.naturalHeight]
    })()`)
    expect(size).toEqual([width, height])
  }
  await close()
})

it('tells the administrator whether files are scanned', async () => {
  const { page, close } = await openPage(browser, { baseURL: admin.url, width: 375 })
  for (const [name, scanner, words] of [
    ['on', finder, 'on käytössä: ClamAV 1.4.6'],
    ['off', null, 'Haittaohjelmien tarkistus ei ole käytössä'],
    ['away', { ...finder, version: () => Promise.reject(new Error('away')) }, 'tarkistus ei vastaa'],
  ] as const) {
    house.scanner = scanner
    await page.goto('/desk/admin')
    expect(await page.locator('main').textContent()).toContain(words)
    await look(page, `files-admin-${name}`)
  }
  house.scanner = finder
  await close()
})

it('warns before an unscanned file is opened where nothing scans', async () => {
  const { page, close } = await openPage(browser, { baseURL: site.url, width: 375 })
  const [file] = await rows<{ id: string; case_id: string }>(
    `select id, case_id from attachment where state = 'clean' limit 1`,
  )
  await house.database.owner.query(`update attachment set state = 'quarantined' where id = $1`, [file!.id])
  house.scanner = null
  await page.goto(`/desk/cases/${file!.case_id}/files/${file!.id}`)
  await look(page, 'files-desk-warning')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Avaa tarkistamaton tiedosto' }).click()
  expect((await waiting).suggestedFilename()).toBeTruthy()
  house.scanner = finder
  await close()
})

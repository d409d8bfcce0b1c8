import { expect } from 'vitest'
import { look } from '../look.ts'
import type { Way } from './setting.ts'

/** Strokes for a simple call, from the empty form to the saved contact. */
export const STROKES = 22

/** A call, logged from the list of cases by keyboard alone: how many strokes, those that open the form not counted. */
async function logCall(way: Way, save: string): Promise<number> {
  const { page } = way.windows.ombudsman!
  await page.goto('/desk')
  await page.keyboard.press('n')
  await page.waitForURL('**/desk/contacts/new')
  let strokes = 0
  // Municipality, service task, service, reason, action: the page has put the cursor in the first.
  const words = ['tam', 'vam', 'henk', 'käs', 'neu']
  for (const [n, word] of words.entries()) {
    await page.keyboard.type(word)
    const then = n < words.length - 1 ? 'Tab' : save
    await page.keyboard.press(then)
    strokes += word.length + then.split('+').length
  }
  return strokes
}

export async function logSimpleCall(way: Way): Promise<void> {
  const strokes = await logCall(way, 'Control+Enter')
  const { page } = way.windows.ombudsman!
  await page.waitForURL('**/desk/contacts/new?logged=*')
  expect(await page.locator('[role="status"]').first().textContent()).toContain('Yhteydenotto on kirjattu.')
  expect(strokes, 'strokes for a simple call').toBeLessThanOrEqual(STROKES)
  console.info(`a simple call is logged with ${strokes} strokes`)
}

/** The same, and a case made of it with the one chord that saves. */
export async function makeCaseOfCall(way: Way): Promise<void> {
  const strokes = await logCall(way, 'Control+Shift+Enter')
  const { page } = way.windows.ombudsman!
  await page.waitForURL('**/desk/cases/*?done=turned')
  expect(strokes, 'strokes for a call that becomes a case').toBeLessThanOrEqual(STROKES + 1)
  const text = await page.locator('main').textContent()
  expect(text).toMatch(/AV-\d{4}-\d{6}-\d/)
  expect(text).toMatch(/\d{4} \d{4} \d{4} \d{4}/)
  for (const code of ['Tampere', 'Vammaispalvelut', 'Henkilökohtainen apu', 'Käsittely- ja odotusaika'])
    expect(text).toContain(code)
  await look(page, 'turned')
}

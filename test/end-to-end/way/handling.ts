import pg from 'pg'
import { expect } from 'vitest'
import { ownerUrl } from '../../faults/program.ts'
import { look } from '../look.ts'
import { CLIENTS, follow, type Sent } from './client.ts'
import { letter, linkIn, wordsOf } from './letter.ts'
import type { Way } from './setting.ts'

/** What the ombudsman writes, and the mails that tell of it. */
const WORDS = {
  fi: {
    message: 'Soitamme kotihoidon esihenkilölle huomenna.',
    waiting: 'Sinulle on uusi viesti',
    answer: 'Yksikkö lupasi käynnit takaisin maanantaista alkaen.',
    answered: 'Olemme vastanneet sinulle',
    closed: 'Asiasi käsittely on päättynyt',
    feedback: 'Miten onnistuimme?',
  },
  sv: {
    message: 'Vi ringer hemvårdens förman imorgon bitti.',
    waiting: 'Du har fått ett nytt meddelande',
    answer: 'Enheten lovade besöken tillbaka från måndagen.',
    answered: 'Vi har svarat dig',
    closed: 'Behandlingen av ditt ärende har avslutats',
    feedback: 'Hur lyckades vi?',
  },
} as const

/** The mail to the client about one step; it holds nothing of what either side has written. */
const notice = (
  way: Way,
  { lang, number, secrets }: Sent,
  step: 'waiting' | 'answered' | 'closed' | 'feedback',
) =>
  letter(way, {
    to: CLIENTS[lang].email,
    subject: WORDS[lang][step],
    lang,
    secrets: [...secrets, ...wordsOf(WORDS[lang].message), ...wordsOf(WORDS[lang].answer)],
  }).then((mail) => {
    expect(mail.text).toContain(number)
    return mail
  })

/** Finds the case among those without a handler, takes it and writes to the client. */
export async function takeAndWrite(way: Way, sent: Sent): Promise<void> {
  const page = way.at('ombudsman')
  await page.goto('/desk?view=unassigned')
  await look(page, `unassigned-${sent.lang}`)
  await page.getByRole('link', { name: sent.number }).click()
  await page.waitForURL('**/desk/cases/*')
  expect(await page.locator('main').textContent()).toContain(CLIENTS[sent.lang].told)
  await press(way, 'TAKE')
  await press(way, 'START_ADVICE')
  await page.locator('#message-note').fill(WORDS[sent.lang].message)
  await page.locator('form[action$="/message"] button').click()
  await page.waitForURL('**?done=message')
  const mail = await notice(way, sent, 'waiting')
  const client = await follow(way, sent, linkIn(way, mail))
  expect(await client.page.locator('main').textContent()).toContain(WORDS[sent.lang].message)
  await client.page.locator('[name="text"]').fill(CLIENTS[sent.lang].added)
  await client.page.locator('main form').first().locator('button').click()
  await client.page.waitForURL('**/follow/case?done=message')
  await client.close()
}

/** Answers, and closes with an outcome after asking once more. */
export async function answerAndClose(way: Way, sent: Sent): Promise<void> {
  const page = way.at('ombudsman')
  await page.goto('/desk')
  const row = page.getByRole('row').filter({ hasText: sent.number })
  await row.getByRole('link', { name: sent.number }).click()
  await page.waitForURL('**/desk/cases/*')
  expect(await page.locator('main').textContent()).toContain(CLIENTS[sent.lang].added)
  const answer = page.locator('details', { has: page.locator('form[action$="/do/ANSWER"]') }).last()
  await answer.locator('summary').click()
  await answer.locator('textarea').fill(WORDS[sent.lang].answer)
  await answer.locator('button').click()
  await page.waitForURL('**?done=ANSWER')
  await notice(way, sent, 'answered')
  const closing = page.locator('details', { has: page.locator('form[action$="/do/CLOSE"]') }).last()
  await closing.locator('summary').click()
  await closing.locator('select').selectOption('resolved')
  await closing.locator('button').click()
  await look(page, `confirm-${sent.lang}`)
  await page.locator('main form button:not([name="cancelled"])').click()
  await page.waitForURL('**?done=CLOSE')
  await look(page, `closed-${sent.lang}`)
  await notice(way, sent, 'closed')
}

/** Three days later the client is asked how it went, and says so in one click from the mail, without number or code. */
export async function giveFeedback(way: Way, sent: Sent): Promise<void> {
  await letDaysPass(way)
  const mail = await notice(way, sent, 'feedback')
  const { page, close } = await way.visit({ javaScript: false, width: 375 })
  await page.goto(linkIn(way, mail))
  await look(page, `feedback-${sent.lang}`, { javaScript: false })
  await page.locator('input[name="understood"][value="yes"]').check()
  await page.locator('[name="words"]').fill(CLIENTS[sent.lang].understood)
  await page.locator('main form button').click()
  await look(page, `feedback-thanks-${sent.lang}`, { javaScript: false })
  // Once is enough: it is not asked again.
  await page.goto(linkIn(way, mail))
  expect(await page.locator('main form').count()).toBe(0)
  await close()
  // What was said belongs to no case: the desk's page of the case does not hold it.
  const desk = way.at('ombudsman')
  await desk.reload()
  expect(await desk.locator('main').textContent()).not.toContain(CLIENTS[sent.lang].understood)
}

/** What waits in the database as the delay of a closed case comes due now. */
async function letDaysPass({ dataDir }: Way): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl(dataDir) })
  await client.connect()
  const { rowCount } = await client.query(
    `update graphile_worker._private_jobs set run_at = now()
     where key like 'case-timer:%' and payload->>'event' like '%ended.closed%'`,
  )
  await client.end()
  expect(rowCount).toBeGreaterThan(0)
}

async function press(way: Way, event: string): Promise<void> {
  const page = way.at('ombudsman')
  await page.locator(`form[action$="/do/${event}"] button`).click()
  await page.waitForURL(`**?done=${event}`)
}

import type { AddressObject, ParsedMail } from 'mailparser'
import { expect } from 'vitest'
import type { Lang } from '../../../src/language/lang.ts'
import type { Way } from './setting.ts'

interface Expected {
  to: string
  subject: string
  lang: Lang
  /** Words of cases: a mail that holds one of them tells too much. */
  secrets?: readonly string[]
}

/** Waits for a mail, and looks whether it is what every mail of ours must be. */
export async function letter(
  { mail }: Way,
  { to, subject, lang, secrets = [] }: Expected,
): Promise<ParsedMail> {
  const arrived = () => mail.mails.filter((one) => addressOf(one) === to && one.subject === subject)
  await expect
    .poll(() => arrived().length, { timeout: 20_000, interval: 100, message: `${subject} to ${to}` })
    .toBe(1)
  const [found] = arrived()
  const { text, html, headers, messageId, from } = found!
  expect(text?.length).toBeGreaterThan(100)
  expect(html).toMatch(new RegExp(`<html[^>]* lang="${lang}"`))
  expect(headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' })
  expect(headers.get('auto-submitted')).toBe('auto-generated')
  expect(headers.get('content-language')).toBe(lang)
  expect(from?.value[0]?.address).toBe('asia@example.org')
  expect(messageId).toMatch(/^<[0-9a-f-]{36}@[\w.-]+>$/)
  expect(mail.mails.filter((one) => one.messageId === messageId)).toHaveLength(1)
  const everything = [found!.subject, text, html].join('\n').toLowerCase()
  for (const secret of secrets) expect(everything).not.toContain(secret.toLowerCase())
  return found!
}

const addressOf = ({ to }: ParsedMail) => (to as AddressObject | undefined)?.value[0]?.address

/** The way in a mail's text to a page of ours: the first address in it, without the host. */
export function linkIn({ url }: Way, { text }: ParsedMail): string {
  const found = new RegExp(`${url}(/\\S+?)[)>\\]]?(?:\\s|$)`).exec(text ?? '')?.[1]
  if (!found) throw new Error(`no link to ${url} in: ${text}`)
  return found
}

/** The longer words of a text, each of which would tell something of it. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\d]{5,}/gu) ?? []

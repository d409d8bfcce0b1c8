import type { SendMailOptions } from 'nodemailer'
import { oneLine } from '../language/fill.ts'
import type { RenderedNotice } from './render.ts'

export interface MessageParts {
  /** `<notice@host>`: the same at every attempt, so that a repeat is recognised. */
  messageId: string
  to: string
  from: Sender
  notice: RenderedNotice
  /** When this attempt is made. */
  date: Date
}

/** Who the mail comes from, as named in MAIL_FROM. */
export interface Sender {
  name: string
  address: string
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+\.[^\s@<>()[\]\\,;:"\p{Cc}.]{2,}$/u

/** One plain address of at most 254 characters (RFC 5321), with nothing that could start another header. */
export function isMailAddress(value: string): boolean {
  return value.length <= 254 && value.indexOf('@') <= 64 && ADDRESS.test(value)
}

/**
 * Reads MAIL_FROM: `address` or `Name <address>`.
 * @throws Error saying what it should be
 */
export function parseSender(value: string): Sender {
  const { name, address } =
    /^(?:"?(?<name>[^"<>]*?)"? *<)?(?<address>[^<>]+?)>?$/.exec(value.trim())?.groups ?? {}
  if (!address || !(isMailAddress(address) || /^[^\s@<>]+@localhost$/.test(address))) {
    throw new Error('MAIL_FROM should be an address such as "Sosiaaliasiavastaava <noreply@example.fi>"')
  }
  return { name: oneLine(name ?? ''), address }
}

/**
 * The mail as it goes to the server: text and HTML, marked as automatic (RFC 3834) so that no absence
 * note answers it, one recipient, no tracking. There is no Precedence header: it is not standard, and
 * "bulk" would send a letter a person waits for to the junk.
 * @throws Error when the address is not one plain address
 */
export function composeMessage({ messageId, to, from, notice, date }: MessageParts): SendMailOptions {
  if (!isMailAddress(to)) throw new Error('not a mail address')
  if (!/^<[A-Za-z0-9-]+@[A-Za-z0-9.:[\]-]+>$/.test(messageId)) throw new Error('not a Message-ID')
  return {
    from,
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    subject: oneLine(notice.subject),
    text: notice.text,
    html: notice.html,
    messageId,
    date,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': notice.lang,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

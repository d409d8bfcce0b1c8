import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer'
import { parseSender, type Sender } from './message.ts'

/**
 * What came of one attempt. `answer` is the server's reply, or what went wrong on the way, without the
 * recipient's address.
 */
export type SendResult =
  | { kind: 'sent'; answer: string }
  /** To be tried again. The server may hold the mail all the same: its yes may not have reached us. */
  | { kind: 'temporary'; answer: string }
  /** The server will never take it: as a rule the address is wrong. */
  | { kind: 'permanent'; answer: string }

export interface MailTransport {
  /** Who every mail comes from. */
  from: Sender
  send(message: SendMailOptions): Promise<SendResult>
  close(): void
}

/** Milliseconds. */
export interface MailTimeouts {
  connection: number
  greeting: number
  /** Silence on an open connection. */
  socket: number
  /** One attempt from beginning to end, against a server that keeps dripping. */
  total: number
}

export const MAIL_TIMEOUTS: MailTimeouts = {
  connection: 30_000,
  greeting: 30_000,
  socket: 30_000,
  total: 120_000,
}

/**
 * A connection a mail to the server named by SMTP_URL: `smtp://user:pass@host:port` (STARTTLS when the
 * server offers it) or `smtps://…`; the server's own options may follow, `?requireTLS=true`.
 * `from` is MAIL_FROM: `address` or `Name <address>`.
 * @throws Error when `from` is no sender
 */
export function createMailTransport(
  smtpUrl: string,
  from: string,
  timeouts: MailTimeouts = MAIL_TIMEOUTS,
): MailTransport {
  const sender = parseSender(from)
  const mailer = createTransport({
    url: smtpUrl,
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.connection,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
  return {
    from: sender,
    async send(message) {
      try {
        const sent = await mailer.sendMail({ ...message, signal: AbortSignal.timeout(timeouts.total) })
        return { kind: 'sent', answer: withoutAddresses(sent.response) }
      } catch (error) {
        return classify(error as NodemailerError)
      }
    },
    close: () => mailer.close(),
  }
}

/**
 * A refusal for good (5yz, RFC 5321 4.2.1) of the recipient or of the mail itself is permanent. One
 * before that, of our sign-in or of the sender's address, is our own setting: it is tried again, since
 * the mail goes through as soon as somebody mends it. So is all that carries no reply.
 */
function classify(error: NodemailerError): SendResult {
  const said = error.response ?? [error.code, error.message].filter(Boolean).join(': ')
  const answer = withoutAddresses(said)
  const ofRecipientOrMail = error.command === 'RCPT TO' || error.command === 'DATA'
  return { kind: error.permanent && ofRecipientOrMail ? 'permanent' : 'temporary', answer }
}

/** Replies often repeat the address; they are kept and shown, so the address goes. */
function withoutAddresses(text: string): string {
  return text
    .replace(/<?[^\s<>"]+@[^\s<>"]+>?/g, '<…>')
    .replace(/\s+/g, ' ')
    .slice(0, 500)
}

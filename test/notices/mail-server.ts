import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface MailServer {
  url: string
  port: number
  /** mails the server has said yes to, or meant to */
  mails: ParsedMail[]
  raw: string[]
  stop(): Promise<void>
}

/** A reply of the server, or what to do instead of one. */
export type Behaviour =
  | 'accept'
  | 'drop-after-data'
  | { at: 'MAIL' | 'RCPT' | 'DATA'; code: number; text?: string }

/** A real SMTP server on this machine. `behave` is asked at each mail, counted from 1. */
export async function startMailServer(
  behave: (attempt: number) => Behaviour = () => 'accept',
  options: SMTPServerOptions & { port?: number } = {},
): Promise<MailServer> {
  const mails: ParsedMail[] = []
  const raw: string[] = []
  let attempt = 0
  let now: Behaviour = 'accept'
  const refusal = (at: 'MAIL' | 'RCPT' | 'DATA') =>
    typeof now === 'object' && now.at === at
      ? Object.assign(new Error(now.text ?? 'no'), { responseCode: now.code })
      : null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onMailFrom(_address, _session, done) {
      now = behave(++attempt)
      done(refusal('MAIL'))
    },
    onRcptTo(_address, _session, done) {
      done(refusal('RCPT'))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const content = Buffer.concat(chunks)
        const refused = refusal('DATA')
        if (!refused) {
          raw.push(content.toString('latin1'))
          mails.push(await simpleParser(content))
        }
        if (now !== 'drop-after-data') return done(refused)
        const open = (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> })
          .connections
        for (const connection of open) if (connection.id === session.id) connection._socket.destroy()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    raw,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

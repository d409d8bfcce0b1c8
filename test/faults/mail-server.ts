import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  url: string
  /** every mail taken, by its Message-ID, as often as it came */
  taken: { id: string; to: string }[]
  /** Says no for now (451) to every mail from here on. */
  refuseForNow(): void
  stop(): Promise<void>
}

/** A real SMTP server on loopback; it says yes to everything and keeps count, until it is told to refuse. */
export async function mailServer(port = 0): Promise<MailServer> {
  const taken: MailServer['taken'] = []
  let refusing = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      if (!refusing) return done()
      done(Object.assign(new Error('4.3.0 try again later'), { responseCode: 451 }))
    },
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (chunk) => (text += chunk))
      stream.on('end', () => {
        const id = /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? ''
        taken.push({ id, to: session.envelope.rcptTo[0]?.address ?? '' })
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    refuseForNow: () => {
      refusing = true
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

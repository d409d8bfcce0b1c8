import { createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { composeMessage, parseSender } from '../../src/notices/message.ts'
import { loadNoticeTexts } from '../../src/notices/render.ts'
import { createMailTransport } from '../../src/notices/transport.ts'
import { type Behaviour, type MailServer, startMailServer } from './mail-server.ts'

const FROM = 'Sosiaaliasiavastaava <noreply@alue.example>'
const from = parseSender(FROM)
const notice = loadNoticeTexts().preview('received', 'sv')
const messageId = '<01234567-89ab-7cde-8f01-23456789abcd@alue.example>'
const message = (to = 'asiakas@example.org') =>
  composeMessage({ messageId, to, from, notice, date: new Date('2026-11-24T10:00:00Z') })

const open: { stop(): Promise<unknown> | unknown }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop()
})

async function server(behave?: (attempt: number) => Behaviour, options = {}): Promise<MailServer> {
  const started = await startMailServer(behave, options)
  open.push(started)
  return started
}

describe('sending a mail', () => {
  it('arrives once, in both forms, marked as automatic', async () => {
    const { url, mails, raw } = await server()
    expect(await createMailTransport(url, FROM).send(message())).toEqual({
      kind: 'sent',
      answer: expect.stringMatching(/^250/),
    })
    expect(mails).toHaveLength(1)
    const [mail] = mails
    expect(mail!.messageId).toBe(messageId)
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail!.headers.get('x-auto-response-suppress')).toBe('All')
    expect(mail!.headers.get('content-language')).toBe('sv')
    expect(mail!.from!.value).toEqual([{ name: 'Sosiaaliasiavastaava', address: 'noreply@alue.example' }])
    expect([mail!.to].flat().map((to) => to!.text)).toEqual(['asiakas@example.org'])
    expect(mail!.subject).toBe(notice.subject)
    expect(mail!.date).toEqual(new Date('2026-11-24T10:00:00Z'))
    expect(mail!.text!.trim()).toBe(notice.text.trim())
    expect(mail!.html).toContain('<html lang="sv">')
    expect(mail!.attachments).toEqual([])
    expect(raw[0]).toContain('multipart/alternative')
    expect(raw[0]).not.toMatch(
      /^(x-mailer|user-agent|precedence|reply-to|list-|disposition|return-receipt)/im,
    )
  })

  it('signs in with the user of the address', async () => {
    let user = ''
    const { port } = await server(undefined, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth(
        auth: { username: string; password: string },
        _session: unknown,
        done: (e: Error | null, r?: object) => void,
      ) {
        user = `${auth.username}/${auth.password}`
        done(auth.password === 'p@ss' ? null : new Error('no'), { user: auth.username })
      },
    })
    expect((await createMailTransport(`smtp://u:p%40ss@127.0.0.1:${port}`, FROM).send(message())).kind).toBe(
      'sent',
    )
    expect(user).toBe('u/p@ss')
    expect((await createMailTransport(`smtp://u:wrong@127.0.0.1:${port}`, FROM).send(message())).kind).toBe(
      'temporary',
    )
  })

  it.each<[string, Behaviour, string]>([
    ['a busy server', { at: 'RCPT', code: 451 }, 'temporary'],
    ['a full mailbox for now', { at: 'DATA', code: 452 }, 'temporary'],
    ['an unknown address', { at: 'RCPT', code: 550 }, 'permanent'],
    ['a mail refused for good', { at: 'DATA', code: 554 }, 'permanent'],
    ['our own sender refused: a setting that somebody mends', { at: 'MAIL', code: 550 }, 'temporary'],
    ['a connection lost after the mail was handed over', 'drop-after-data', 'temporary'],
  ])('tells %s apart', async (_, behaviour, kind) => {
    const { url } = await server(() => behaviour)
    expect((await createMailTransport(url, FROM).send(message())).kind).toBe(kind)
  })

  it('repeats a mail whose yes was lost with the same Message-ID', async () => {
    const { url, mails } = await server((attempt) => (attempt === 1 ? 'drop-after-data' : 'accept'))
    const transport = createMailTransport(url, FROM)
    expect((await transport.send(message())).kind).toBe('temporary')
    expect((await transport.send(message())).kind).toBe('sent')
    expect(mails.map((mail) => mail.messageId)).toEqual(Array(2).fill(messageId))
  })

  it('keeps the address out of what the server said', async () => {
    const { url } = await server(() => ({ at: 'RCPT', code: 550, text: 'no <asiakas@example.org> here' }))
    const result = await createMailTransport(url, FROM).send(message())
    expect(result).toEqual({ kind: 'permanent', answer: expect.stringContaining('550 no <…> here') })
  })

  it('tries again when nobody is there', async () => {
    const gone = await startMailServer()
    await gone.stop()
    expect(await createMailTransport(gone.url, FROM).send(message())).toEqual({
      kind: 'temporary',
      answer: expect.stringContaining('ECONNREFUSED'),
    })
  })

  it.each(['says nothing', 'greets and then says nothing', 'drips without end'])(
    'gives up on a server that %s',
    async (how) => {
      const sockets: Socket[] = []
      const hanging = createServer((socket) => {
        sockets.push(socket)
        socket.on('error', () => {})
        if (how !== 'says nothing') socket.write('220 here ESMTP\r\n')
        if (how !== 'drips without end') return
        const drip = setInterval(() => socket.write('250-x\r\n'), 20)
        socket.on('close', () => clearInterval(drip))
      })
      await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve))
      open.push({
        stop: () => {
          for (const socket of sockets) socket.destroy()
          hanging.close()
        },
      })
      const { port } = hanging.address() as { port: number }
      const timeouts = { connection: 200, greeting: 200, socket: 200, total: 1000 }
      const result = await createMailTransport(`smtp://127.0.0.1:${port}`, FROM, timeouts).send(message())
      expect(result.kind).toBe('temporary')
    },
  )
})

describe('composing a mail', () => {
  it.each([
    'a@b.fi\r\nBcc: c@d.fi',
    'a@b.fi, c@d.fi',
    'Nimi <a@b.fi>',
    'a b@c.fi',
    'a@b',
    'a@@b.fi',
    '"a"@b.fi',
    `${'a'.repeat(65)}@b.fi`,
    `a@${'b'.repeat(252)}.fi`,
    '',
  ])('takes one plain address only, not %j', (address) => {
    expect(() => message(address)).toThrow('not a mail address')
  })

  it('lets a subject open no header of its own', async () => {
    const { url, raw } = await server()
    const subject = 'a\r\nBcc: x@y.fi\u2028b'
    const planted = composeMessage({
      messageId,
      to: 'a@b.fi',
      from,
      notice: { ...notice, subject },
      date: new Date(0),
    })
    await createMailTransport(url, FROM).send(planted)
    expect(raw[0]).not.toMatch(/^Bcc:/m)
  })

  it('reads MAIL_FROM with and without a name', () => {
    expect(parseSender('"Asia, vastaava" <a@b.fi>')).toEqual({ name: 'Asia, vastaava', address: 'a@b.fi' })
    expect(parseSender('a@b.fi')).toEqual({ name: '', address: 'a@b.fi' })
    expect(parseSender('a@localhost').address).toBe('a@localhost')
    expect(() => parseSender('nobody')).toThrow('MAIL_FROM')
    expect(() => parseSender('x <a@b.fi>, <c@d.fi>')).toThrow('MAIL_FROM')
  })
})

import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clamd, ScannerAway } from '../../src/custody/files/clamd.ts'
import { inPieces } from '../documents/received-files.ts'
import { BAD_WORDS, type ClamdServer, hasClamd, LATER_WORDS, startClamd } from './clamd-server.ts'

describe.runIf(hasClamd)('a real clamd', () => {
  let server: ClamdServer
  beforeAll(async () => {
    server = await startClamd()
  }, 60_000)
  afterAll(() => server?.stop())
  const scan = (bytes: Buffer, size?: number) => clamd(server.host, server.port).scan(inPieces(bytes, size))

  it('tells which program and signatures it is', async () => {
    expect(await clamd(server.host, server.port).version()).toMatch(/^ClamAV \d/)
  })

  it('finds what its signature names, also where two pieces meet, and nothing in other files', async () => {
    const bad = Buffer.concat([Buffer.alloc(990, 'a'), Buffer.from(BAD_WORDS), Buffer.alloc(5000, 'b')])
    expect(await scan(bad)).toBe('Test.Own.UNOFFICIAL')
    expect(await scan(bad, 1)).toBe('Test.Own.UNOFFICIAL')
    expect(await scan(Buffer.alloc(300_000, 'a'), 64 * 1024)).toBeNull()
    expect(await scan(Buffer.alloc(0))).toBeNull()
  })

  it('finds what it learns', async () => {
    expect(await scan(Buffer.from(LATER_WORDS))).toBeNull()
    await server.learn('Test.Later', LATER_WORDS)
    expect(await scan(Buffer.from(LATER_WORDS))).toBe('Test.Later.UNOFFICIAL')
  }, 60_000)

  it('that will not look at so much says nothing of it', async () => {
    await expect(scan(Buffer.alloc(21 * 1024 * 1024, 'a'), 1024 * 1024)).rejects.toBeInstanceOf(ScannerAway)
  }, 60_000)
})

describe('a scanner that is not as it should be', () => {
  let fake: Server | undefined
  const sockets = new Set<Socket>()
  afterEach(async () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await new Promise<void>((resolve) => (fake ? fake.close(() => resolve()) : resolve()))
    fake = undefined
  })
  const serving = (answer: (socket: Socket) => void) =>
    new Promise<number>((resolve) => {
      fake = createServer((socket) => {
        sockets.add(socket)
        socket.on('error', () => {})
        answer(socket)
      })
      fake.listen(0, '127.0.0.1', () => resolve((fake!.address() as { port: number }).port))
    })
  const scanAt = (port: number, size = 400_000) =>
    clamd('127.0.0.1', port, { connect: 300, quiet: 300 }).scan(inPieces(Buffer.alloc(size), 50_000))

  it.each([
    ['hangs up at once', (socket: Socket) => socket.destroy()],
    ['never answers', () => {}],
    ['takes all and never answers', (socket: Socket) => socket.resume()],
    ['answers with an error', (socket: Socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
    ['answers with something else', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n\0')],
    ['answers half', (socket: Socket) => socket.end('stream: O')],
    ['talks without end', (socket: Socket) => socket.write('x'.repeat(10_000))],
    ['says that another stream is fine', (socket: Socket) => socket.end('1: stream: OK\0')],
  ] as const)('%s: nothing is known of the file', async (_, answer) => {
    const port = await serving(answer as (socket: Socket) => void)
    await expect(scanAt(port)).rejects.toBeInstanceOf(ScannerAway)
  })

  it('is not there: nothing is known of the file', async () => {
    const port = await serving(() => {})
    await new Promise<void>((resolve) => fake!.close(() => resolve()))
    fake = undefined
    await expect(scanAt(port)).rejects.toBeInstanceOf(ScannerAway)
  })

  it('gives a failure of the file itself on as that', async () => {
    const port = await serving((socket) => socket.resume())
    async function* broken() {
      yield Buffer.from('a')
      throw new Error('a piece is missing')
    }
    await expect(clamd('127.0.0.1', port).scan(broken())).rejects.toThrow('a piece is missing')
  })
})

import { request } from 'node:http'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHUNK } from '../../src/custody/files/chunks.ts'
import type { House } from '../../src/custody/transaction.ts'
import { FILE_MOST } from '../../src/documents/received/kinds.ts'
import type { WebEnv } from '../../src/web/context.ts'
import { type TakenForm, takeForm } from '../../src/web/files/take-form.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { serveSite, siteWith, webOn } from './serve-site.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterEach(() => house.prisma.heldFile.deleteMany())
afterAll(() => house?.close())

const PATH = '/fi/ask/files'
const TYPE = 'multipart/form-data; boundary=raja'
const OWN = { 'Content-Type': TYPE, 'Sec-Fetch-Site': 'same-origin' }
let taken: TakenForm | undefined

/** A site that takes one form, with all that stands before it. */
function siteOn(given: House = house, quiet?: number) {
  const pages = new Hono<WebEnv>()
  pages.post(PATH, async (c) => {
    taken = await takeForm(c, given, quiet === undefined ? {} : { quiet })
    return c.text('taken')
  })
  return siteWith(webOn(house), pages)
}

interface PieceRow {
  data: { sealed: Buffer<ArrayBuffer> }
}
/** The house, told of every piece before it is stored. */
const houseWith = (before: (bytes: number) => Promise<void> | void): House =>
  ({
    ...house,
    prisma: {
      heldFile: house.prisma.heldFile,
      heldFileChunk: {
        async create(row: PieceRow) {
          await before(row.data.sealed.length - 29)
          return house.prisma.heldFileChunk.create(row as never)
        },
        findUniqueOrThrow: (given: never) => house.prisma.heldFileChunk.findUniqueOrThrow(given),
      },
    },
  }) as unknown as House

/** A form of `files` text files of the longest length, in pieces of 64 KiB, made as they are asked for. */
function* formOf(files: number): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, 'a')
  for (let n = 0; n < files; n++) {
    yield Buffer.from(
      `--raja\r\nContent-Disposition: form-data; name="files"; filename="${n}.txt"\r\nContent-Type: image/png\r\n\r\n`,
    )
    for (let at = 0; at < FILE_MOST; at += piece.length) yield piece
    yield Buffer.from('\r\n')
  }
  yield Buffer.from('--raja\r\nContent-Disposition: form-data; name="go"\r\n\r\nadd\r\n--raja--\r\n')
}

const streamOf = (parts: Iterator<Buffer>, seen: (bytes: number) => void = () => {}) =>
  new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { value, done } = parts.next()
        if (done) return controller.close()
        seen(value.length)
        controller.enqueue(new Uint8Array(value))
      },
    },
    { highWaterMark: 0 },
  )

const post = (app: Hono<WebEnv>, body: ReadableStream<Uint8Array>) =>
  app.request(PATH, { method: 'POST', body, headers: OWN, duplex: 'half' } as RequestInit)
const left = () => house.prisma.heldFile.count()

describe('a form with files', () => {
  it('is read as it comes: of thirty megabytes less than one is in memory at any time', async () => {
    let given = 0
    let stored = 0
    let most = 0
    const app = siteOn(
      houseWith((bytes) => {
        most = Math.max(most, given - stored)
        stored += bytes
      }),
    )
    const answer = await post(
      app,
      streamOf(formOf(3), (bytes) => {
        given += bytes
      }),
    )
    expect(answer.status).toBe(200)
    expect(taken!.held.map(({ size }) => size)).toEqual([FILE_MOST, FILE_MOST, FILE_MOST])
    expect(taken!.fields).toEqual({ go: 'add' })
    expect(stored).toBe(3 * FILE_MOST)
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(6 * CHUNK)
  }, 60_000)

  it('is not read ahead of the database by the server either', async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    let reached = () => {}
    const first = new Promise<void>((resolve) => {
      reached = resolve
    })
    const pages = siteOn(
      houseWith(async () => {
        reached()
        await gate
      }),
    )
    const sockets: { bytesRead: number }[] = []
    const all = new Hono<WebEnv>()
    all.use(async (c, next) => {
      sockets.push((c.env as unknown as { incoming: { socket: { bytesRead: number } } }).incoming.socket)
      await next()
    })
    all.route('/', pages)
    const site = await serveSite(all)
    try {
      const done = new Promise<number>((resolve, reject) => {
        const sending = request(`${site.url}${PATH}`, { method: 'POST', headers: OWN }, (answer) => {
          answer.resume()
          resolve(answer.statusCode!)
        })
        sending.on('error', reject)
        const parts = formOf(1)
        const go = () => {
          for (;;) {
            const { value, done: over } = parts.next()
            if (over) return void sending.end()
            if (!sending.write(Buffer.from(value))) return void sending.once('drain', go)
          }
        }
        go()
      })
      await first
      // Long after it stands still it has not read on.
      let before = -1
      for (let still = 0; still < 20; ) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        still = sockets[0]!.bytesRead === before ? still + 1 : 0
        before = sockets[0]!.bytesRead
      }
      expect(before).toBeLessThan(1024 * 1024)
      open()
      expect(await done).toBe(200)
      expect(taken!.held[0]!.size).toBe(FILE_MOST)
    } finally {
      open()
      await site.close()
    }
  }, 60_000)

  it('ends when nothing more comes, and leaves nothing', async () => {
    const begun = Buffer.from(
      '--raja\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhei',
    )
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(begun)),
      cancel: () => {
        cancelled = true
      },
    })
    const answer = await post(siteOn(house, 50), body)
    expect(answer.status).toBe(400)
    expect(cancelled).toBe(true)
    expect(await left()).toBe(0)
  })

  it('stops at the most a form may have, without the rest being read', async () => {
    let given = 0
    const answer = await post(
      siteOn(),
      streamOf(formOf(9), (bytes) => {
        given += bytes
      }),
    )
    expect(answer.status).toBe(413)
    expect(given).toBeLessThan(54 * 1024 * 1024)
    expect(await left()).toBe(0)
  }, 60_000)

  it.each([
    ['a line that is no header', '--raja\r\nNo colon here\r\n\r\nabc\r\n--raja--\r\n'],
    ['two such parts', '--raja\r\nBad\r\n\r\nabc\r\n--raja\r\nBad\r\n\r\nabc\r\n--raja--\r\n'],
    ['headers without end', `--raja\r\n${'X-A: b\r\n'.repeat(20_000)}\r\n\r\nabc\r\n--raja--\r\n`],
    ['nothing but the boundary', '--raja'],
    ['no boundary at all', 'abc'],
  ])('that is broken (%s) is turned away, and the server lives', async (_, body) => {
    const site = await serveSite(siteOn())
    try {
      const send = () =>
        fetch(`${site.url}${PATH}`, { method: 'POST', headers: { ...OWN, Origin: site.url }, body })
      for (let time = 0; time < 3; time++) expect([200, 400]).toContain((await send()).status)
      // A parser that complains once more afterwards must be heard as well: an error nobody hears ends the process.
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(await house.prisma.heldFile.count()).toBe(0)
    } finally {
      await site.close()
    }
  })

  it('that breaks off leaves nothing', async () => {
    let pieces = 0
    const parts = formOf(2)
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1
        if (pieces > 200) return controller.error(new Error('the line is dead'))
        controller.enqueue(new Uint8Array(parts.next().value as Buffer))
      },
    })
    expect((await post(siteOn(), body)).status).toBeGreaterThanOrEqual(400)
    expect(await left()).toBe(0)
  }, 30_000)

  it('leaves nothing when the database fails in the middle', async () => {
    let pieces = 0
    const app = siteOn(
      houseWith(() => {
        pieces += 1
        if (pieces > 100) throw Object.assign(new Error('no space left'), { code: '53100' })
      }),
    )
    expect((await post(app, streamOf(formOf(2)))).status).toBe(503)
    expect(await left()).toBe(0)
  }, 30_000)

  it('goes on after a file that is too big, or is not taken at its first bytes', async () => {
    const form = new FormData()
    form.append('files', new Blob([Buffer.alloc(FILE_MOST + 1, 'a')]), 'iso.txt')
    form.append('files', new Blob([Buffer.alloc(FILE_MOST, 1)]), 'kone.exe')
    form.append('files', new Blob(['hyvä']), 'hyvä.txt')
    form.append('go', 'add')
    const answer = await siteOn().request(PATH, {
      method: 'POST',
      body: form,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status).toBe(200)
    expect(taken!.refused).toEqual([
      { name: 'iso.txt', fault: 'too-big' },
      { name: 'kone.exe', fault: 'kind' },
    ])
    expect(taken!.held.map(({ name }) => name)).toEqual(['hyvä.txt'])
    expect(taken!.fields.go).toBe('add')
    expect(await left()).toBe(1)
  }, 30_000)

  it('is taken nowhere else: a page without files keeps its limit', async () => {
    const app = siteOn()
    const elsewhere = await app.request('/fi/ask/story', {
      method: 'POST',
      body: streamOf(formOf(1)),
      headers: OWN,
      duplex: 'half',
    } as RequestInit)
    expect(elsewhere.status).toBe(413)
  })

  it('tells the names of too many files and takes the others', async () => {
    const form = new FormData()
    for (let n = 0; n < 22; n++) form.append('files', new Blob([`tiedosto ${n}`]), `${n}.txt`)
    const answer = await siteOn().request(PATH, {
      method: 'POST',
      body: form,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status).toBe(200)
    expect(taken!.held).toHaveLength(20)
    expect(taken!.refused).toEqual([
      { name: '20.txt', fault: 'too-many' },
      { name: '21.txt', fault: 'too-many' },
    ])
  })
})

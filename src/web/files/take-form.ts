import type { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { setTimeout as timer } from 'node:timers'
import busboy from 'busboy'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { NotTakenFile } from '../../cases/index.ts'
import { type HeldFile, holdFile } from '../../custody/files/hold-file.ts'
import type { House } from '../../custody/transaction.ts'
import { AT_ONCE, FILE_MOST, FILES_MOST, FileRefused } from '../../documents/received/kinds.ts'

/** A form that came with files: the fields as `parseBody` gives them, and what became of each file. */
export interface TakenForm {
  fields: Record<string, string | string[]>
  held: HeldFile[]
  refused: NotTakenFile[]
}

/** Bytes of a whole form: its files, and room for its texts. */
const FORM_MOST = FILES_MOST + 2 * 1024 * 1024
/** Milliseconds to wait for the next bytes of somebody who is sending. */
const QUIET = 30_000

/**
 * Reads a form as it comes: each file goes to `holdFile` piece by piece, one after the other, and what is not taken is
 * told by name and reason. A plain form without files is read as ever.
 * @throws HTTPException 408 when nothing comes for half a minute, 413 when too much does, 400 for what is no form;
 *   then nothing of it is kept
 */
export async function takeForm(c: Context, house: House, { quiet = QUIET } = {}): Promise<TakenForm> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^multipart\/form-data/i.test(type) || !c.req.raw.body)
    return { fields: (await c.req.parseBody({ all: true })) as TakenForm['fields'], held: [], refused: [] }
  const form: TakenForm = { fields: {}, held: [], refused: [] }
  try {
    await read(c.req.raw.body as ReadableStream<Uint8Array>, type, form, house, quiet)
    return form
  } catch (error) {
    await house.prisma.heldFile
      .deleteMany({ where: { id: { in: form.held.map(({ id }) => id) } } })
      .catch(() => {})
    throw error
  }
}

async function read(
  body: ReadableStream<Uint8Array>,
  type: string,
  form: TakenForm,
  house: House,
  quiet: number,
): Promise<void> {
  const parser = parserOf(type)
  let queue = Promise.resolve()
  let failure: unknown
  parser.on('field', (name, value) => addField(form.fields, name, value))
  parser.on('file', (_, stream, { filename: sent }) => {
    // A box in which nothing was chosen comes as a file without a name.
    if (!sent) return void stream.resume()
    // Browsers write these three so in a form (HTML, multipart/form-data); a name is not otherwise encoded.
    const filename = sent.replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code))
    stream.on('error', () => {})
    queue = queue
      .then(() => take(house, form, filename, stream))
      .catch((error) => {
        failure ??= error
        stream.resume()
      })
  })
  const parsed = new Promise<void>((resolve, reject) => {
    parser.once('close', resolve)
    // On, not once: a broken form makes the parser complain more than once, and a complaint nobody hears ends the process.
    parser.on('error', reject)
  })
  parsed.catch(() => {})
  try {
    for await (const bytes of coming(body, quiet)) {
      if (parser.destroyed || failure) break
      if (!parser.write(bytes)) await drained(parser)
    }
    if (!failure) parser.end()
    else parser.destroy()
    if (!failure) await parsed
  } catch (error) {
    failure ??= error
    parser.destroy(error as Error)
  }
  await queue
  if (failure instanceof HTTPException || failure instanceof Error) throw asAnswer(failure)
}

/** What the parser says of a form that is none, or breaks off, is the sender's doing. */
const asAnswer = (error: Error): Error =>
  /^(Unexpected end|Malformed|Multipart|Unsupported|Missing|Truncated)/.test(error.message)
    ? new HTTPException(400)
    : error

function parserOf(type: string) {
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: {
        fieldNameSize: 100,
        fieldSize: 512 * 1024,
        fields: 200,
        // One more than are taken, so that there is a name to tell; an empty box counts too.
        files: 4 * AT_ONCE,
        headerPairs: 50,
      },
    })
  } catch {
    throw new HTTPException(400)
  }
}

async function take(house: House, form: TakenForm, name: string, stream: Readable): Promise<void> {
  try {
    const room = FILES_MOST - form.held.reduce((sum, { size }) => sum + size, 0)
    if (form.held.length >= AT_ONCE) throw new FileRefused('too-many')
    if (room <= 0) throw new FileRefused('full')
    // Not ended with the reading of it: the parser would wait for ever for whoever reads the rest.
    const bytes = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
    form.held.push(await holdFile(house, bytes, { name, most: FILE_MOST }))
  } catch (error) {
    stream.resume()
    if (!(error instanceof FileRefused)) throw error
    form.refused.push({ name: shown(name), fault: error.fault })
  }
}

/** A name in a message: as it was sent, without what could turn the line around or run on. */
const shown = (name: string): string => {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '').trim() || '?'
  return plain.length > 80 ? `${plain.slice(0, 60)}…${plain.slice(-15)}` : plain
}

function addField(fields: TakenForm['fields'], name: string, value: string): void {
  if (name === '__proto__') return
  const known = fields[name]
  fields[name] = known === undefined ? value : [...[known].flat(), value]
}

function drained(parser: ReturnType<typeof busboy>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off('drain', done)
      parser.off('close', done)
      resolve()
    }
    parser.once('drain', done)
    parser.once('close', done)
  })
}

/** The bytes of a request as they come, no more of them than a form may have, and not for ever. */
async function* coming(body: ReadableStream<Uint8Array>, quiet: number): AsyncGenerator<Buffer> {
  const reader = body.getReader()
  let size = 0
  let whole = false
  try {
    for (;;) {
      const { value, done } = await inTime(reader.read(), quiet)
      if (done) {
        whole = true
        return
      }
      size += value.byteLength
      if (size > FORM_MOST) throw new HTTPException(413)
      yield Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
  } finally {
    if (!whole) await reader.cancel().catch(() => {})
  }
}

function inTime<T>(work: Promise<T>, most: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = timer(() => reject(new HTTPException(408)), most)
    work.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

import { ReadableStream } from 'node:stream/web'
import type { Context } from 'hono'
import type { OpenedAttachment } from '../../cases/index.ts'
import { asDownload } from '../../documents/received/file-name.ts'

/**
 * Answers with a file to be kept, piece by piece. No browser shows it, runs anything of it, or takes it for what it is
 * not; nothing of it stays on the way. A file that breaks off is shorter than its length says, and the browser tells.
 */
export function sendFile(c: Context, file: OpenedAttachment): Response {
  c.header('Content-Type', file.type)
  c.header('Content-Length', String(file.size))
  c.header('Content-Disposition', asDownload(file.name))
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cache-Control', 'no-store')
  return c.body(ReadableStream.from(file.content) as unknown as globalThis.ReadableStream)
}

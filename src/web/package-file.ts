import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { PersonPackage } from '../cases/index.ts'

/** Answers with a client's data as a file, written out as it is made. Nothing of it stays in any store on the way. */
export function packageFile(c: Context, { name, content }: PersonPackage): Response {
  c.header('Content-Type', 'application/zip')
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  c.header('Cache-Control', 'no-store')
  return stream(c, async (out) => {
    for await (const piece of content) await out.write(piece as Uint8Array<ArrayBuffer>)
  })
}

import { importContacts } from '../../../cases/index.ts'
import type { Web } from '../../context.ts'
import { type DeskContext, signedIn } from '../frame.tsx'
import { forgetFile, openFile } from './kept-file.ts'
import { importPage } from './page.tsx'

/** Imports the file that was checked. Sent twice, the second time finds no file, or rows that are there already. */
export async function bringIn(c: DeskContext, web: Web): Promise<Response> {
  const form = await c.req.parseBody()
  const code = String(form.code ?? '')
  const { organisation, staffId } = signedIn(c)
  const file = await openFile(web, { organisation, staffId }, code)
  if (!file) return importPage(c, web, { problem: 'gone' })
  const done = await importContacts(web.house, organisation, { kind: 'staff', id: staffId }, file, {
    lang: c.var.lang,
    partial: form.partial === 'yes',
  })
  await forgetFile(web, code)
  const { accepted, duplicates } = done
  return c.redirect(`/desk/import?accepted=${accepted}&duplicates=${duplicates}`, 303)
}

import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { may } from '../../../access/index.ts'
import { COLUMNS } from '../../../cases/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import { signedIn } from '../frame.tsx'
import { bringIn } from './bring-in.ts'
import { checkFile } from './check-file.tsx'
import { importPage } from './page.tsx'

/** Bringing in a file of contacts: upload, look at what it holds, then import. Mounted at `/desk/import`. */
export function importPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer)
  pages.use(async (c, next) => {
    if (!may(signedIn(c), 'contacts.import')) throw new HTTPException(403)
    await next()
  })
  pages.get('/', (c) => importPage(c, web))
  pages.get('/template.csv', (c) =>
    c.body(`\uFEFF${COLUMNS.join(';')}\r\n`, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="contacts.csv"',
    }),
  )
  pages.post('/check', (c) => checkFile(c, web))
  pages.post('/', (c) => bringIn(c, web))
  return pages
}

import { Hono } from 'hono'
import type { Web, WebEnv } from '../../../context.ts'
import { filesPage, takeFiles } from './list.tsx'
import { openFile } from './open.tsx'
import { removePage, takeRemoval } from './remove.tsx'

/** The files of one case. Mounted at `/cases`. */
export function filePages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.get('/:id/files', (c) => filesPage(c, web))
  pages.post('/:id/files', (c) => takeFiles(c, web))
  pages.get('/:id/files/:file', (c) => openFile(c, web))
  pages.post('/:id/files/:file', (c) => openFile(c, web, true))
  pages.get('/:id/files/:file/remove', (c) => removePage(c, web))
  pages.post('/:id/files/:file/remove', (c) => takeRemoval(c, web))
  return pages
}

import { Hono } from 'hono'
import { Refusal, readCaseNumber } from '../../../cases/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { stepUp } from '../../step-up.ts'
import { asStaff, type DeskContext } from '../frame.tsx'
import { newOnCase, saveOnCase } from '../gaps/record.tsx'
import { changePage, takeGoals, takeRatings } from './change.tsx'
import { clocksPage, takeClockChange, takeClockStart } from './clocks.tsx'
import { filePages } from './files/index.tsx'
import { caseDataFile, keepingPage, takeAnswer, takeMark, takeMarkEnd, takeRectified } from './keeping.tsx'
import { letterDeskPages } from './letters/index.tsx'
import { mediationPages } from './mediation/index.tsx'
import { casePage } from './page.tsx'
import { printPage } from './print.tsx'
import { recodePage, saveCodes } from './recode.tsx'
import { remedyPage } from './remedy.tsx'
import { rightsPage, takeRights, takeRightsRemoval } from './rights.tsx'
import { takeAction } from './take-action.tsx'
import { caseDoor } from './who/door.tsx'
import { whoPages } from './who/index.tsx'
import { saveNote, sendMessage } from './write.ts'

/** Everything about one case. Mounted at `/cases`. */
export function singleCasePages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.use('/:id/*', caseDoor(web))
  pages.route('/', whoPages(web))
  pages.get('/:id', (c) => byNumber(c, web))
  pages.post('/:id/do/:event', (c) => takeAction(c, web))
  pages.post('/:id/message', (c) => sendMessage(c, web))
  pages.post('/:id/note', (c) => saveNote(c, web))
  pages.get('/:id/codes', (c) => recodePage(c, web))
  pages.post('/:id/codes', (c) => saveCodes(c, web))
  pages.get('/:id/clocks', (c) => clocksPage(c, web))
  pages.post('/:id/clocks', (c) => takeClockStart(c, web))
  pages.post('/:id/clocks/:clock/:type', (c) => takeClockChange(c, web))
  pages.get('/:id/rights', (c) => rightsPage(c, web))
  pages.post('/:id/rights', (c) => takeRights(c, web))
  pages.post('/:id/rights/:issue', (c) => takeRights(c, web))
  pages.post('/:id/rights/:issue/remove', (c) => takeRightsRemoval(c, web))
  pages.get('/:id/change', (c) => changePage(c, web))
  pages.post('/:id/change/goals', (c) => takeGoals(c, web))
  pages.post('/:id/change/:by/:phase', (c) => takeRatings(c, web))
  pages.get('/:id/gaps/new', (c) => newOnCase(c, web))
  pages.post('/:id/gaps/new', (c) => saveOnCase(c, web))
  pages.get('/:id/keeping', (c) => keepingPage(c, web))
  pages.post('/:id/keeping', (c) => takeMark(c, web))
  pages.post('/:id/keeping/:mark/end', (c) => takeMarkEnd(c, web))
  pages.post('/:id/rectify', (c) => takeRectified(c, web))
  pages.post('/:id/rectify/:rectification', (c) => takeAnswer(c, web))
  pages.get('/:id/data', stepUp(web), (c) => caseDataFile(c, web))
  pages.get('/:id/print', (c) => printPage(c, web))
  pages.route('/', filePages(web))
  pages.route('/', letterDeskPages(web))
  pages.route('/', mediationPages(web))
  pages.get('/:id/remedy', (c) => remedyPage(c, web))
  return pages
}

/** The mails to the office lead here by the case's number; its own page is under its id. */
async function byNumber(c: DeskContext, web: Web): Promise<Response> {
  const number = readCaseNumber(c.req.param('id') ?? '')
  if (!number) return casePage(c, web)
  const row = await asStaff(c, web, (t) => t.sql.case.findFirst({ where: { number }, select: { id: true } }))
  if (!row) throw new Refusal('not-found')
  // What there is to see of it, its own page decides.
  return c.redirect(`/desk/cases/${row.id}`, 303)
}

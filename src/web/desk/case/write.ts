import { applyEvent, attachFiles, FilesRefused, Refusal, writeNote } from '../../../cases/index.ts'
import type { OfficeTransaction } from '../../../custody/transaction.ts'
import type { Web } from '../../context.ts'
import { fileErrors } from '../../files/fault-text.ts'
import { filesOf } from '../../files/kept-files.tsx'
import { takeForm } from '../../files/take-form.ts'
import { asStaff, type DeskContext } from '../frame.tsx'
import { text } from '../log-contact-values.ts'
import { caseId, openCase } from './open-case.ts'
import { casePage } from './page.tsx'
import { seenVersion } from './seen-version.ts'
import { refused } from './take-action.tsx'

/** Writes the words; tells what files go along with. */
type Work = (
  t: OfficeTransaction,
  id: string,
  words: string,
  seen?: number,
) => Promise<{ messageId?: string; noteId?: string }>

/** A message to the client: an event of the case, so that a client who wrote meanwhile is answered knowingly. */
export const sendMessage = (c: DeskContext, web: Web): Promise<Response> =>
  write(c, web, 'message', async (t, id, words, seen) => {
    const event = { type: 'MESSAGE_TO_CLIENT', note: words, seenVersion: seen }
    const { messageId } = await applyEvent(t, id, event, 'office')
    t.audit({ event: 'message.sent', subjectKind: 'case', subjectId: id, details: { from: 'office' } })
    return { messageId }
  })

/** A note to colleagues: beside the case, whatever has happened to it meanwhile. */
export const saveNote = (c: DeskContext, web: Web): Promise<Response> =>
  write(c, web, 'note', async (t, id, words) => ({ noteId: await writeNote(t, id, words) }))

async function write(c: DeskContext, web: Web, at: 'message' | 'note', work: Work): Promise<Response> {
  const id = caseId(c)
  const form = await takeForm(c, web.house)
  const sent = form.fields
  const words = text(sent, `${at}-note`)
  const held = filesOf(web, id, form)
  const field = `${at}-files`
  try {
    if (form.refused.length > 0) throw new FilesRefused(form.refused)
    if (!words) throw new Refusal('note-missing', { field: 'text' })
    await asStaff(c, web, async (t) => {
      const written = await work(t, id, words, seenVersion(sent))
      await attachFiles(t, id, held, { sender: 'office', shared: at === 'message', ...written })
    })
  } catch (error) {
    if (error instanceof FilesRefused) {
      const errors = fileErrors(c.var.lang, error.refused, field)
      return casePage(c, web, { notTaken: { at, sent, errors }, held })
    }
    if (!(error instanceof Refusal) || error.code === 'not-found' || error.code === 'erased') throw error
    const opened = await openCase(c, web)
    return casePage(c, web, { opened, ...refused(c, error, at, sent, opened.file.case), held })
  }
  return c.redirect(`/desk/cases/${id}?done=${at}`, 303)
}

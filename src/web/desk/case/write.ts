import { applyEvent, Refusal, writeNote } from '../../../cases/index.ts'
import type { Web } from '../../context.ts'
import { asStaff, type DeskContext } from '../frame.tsx'
import { type Sent, text } from '../log-contact-values.ts'
import { caseId, openCase } from './open-case.ts'
import { casePage } from './page.tsx'
import { seenVersion } from './seen-version.ts'
import { refused } from './take-action.tsx'

/** A message to the client: an event of the case, so that a client who wrote meanwhile is answered knowingly. */
export const sendMessage = (c: DeskContext, web: Web): Promise<Response> =>
  write(c, web, 'message', (t, id, words, seen) =>
    applyEvent(t, id, { type: 'MESSAGE_TO_CLIENT', note: words, seenVersion: seen }, 'office').then(() =>
      t.audit({ event: 'message.sent', subjectKind: 'case', subjectId: id, details: { from: 'office' } }),
    ),
  )

/** A note to colleagues: beside the case, whatever has happened to it meanwhile. */
export const saveNote = (c: DeskContext, web: Web): Promise<Response> =>
  write(c, web, 'note', (t, id, words) => writeNote(t, id, words))

type Work = Parameters<typeof asStaff<void>>[2]

async function write(
  c: DeskContext,
  web: Web,
  at: 'message' | 'note',
  work: (t: Parameters<Work>[0], id: string, words: string, seen?: number) => Promise<void>,
): Promise<Response> {
  const id = caseId(c)
  const sent: Sent = await c.req.parseBody()
  const words = text(sent, `${at}-note`)
  try {
    if (!words) throw new Refusal('note-missing', { field: 'text' })
    await asStaff(c, web, (t) => work(t, id, words, seenVersion(sent)))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found' || error.code === 'erased') throw error
    const opened = await openCase(c, web)
    return casePage(c, web, { opened, ...refused(c, error, at, sent, opened.file.case) })
  }
  return c.redirect(`/desk/cases/${id}?done=${at}`, 303)
}

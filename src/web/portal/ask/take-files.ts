import { limitOf, limitRate } from '../../../access/index.ts'
import {
  confirmFiles,
  draftFiles,
  keepWithDraft,
  type NotTakenFile,
  removeDraftFile,
} from '../../../cases/index.ts'
import { FileRefused } from '../../../documents/received/kinds.ts'
import { attachmentTexts } from '../../../language/catalogues/attachments.ts'
import type { Web } from '../../context.ts'
import { fileErrors } from '../../files/fault-text.ts'
import { type TakenForm, takeForm } from '../../files/take-form.ts'
import type { FieldError } from '../../ui/parts.ts'
import { keep, type Open, putAside } from '../draft.ts'
import type { PortalContext } from '../frame.tsx'
import { files } from './files.tsx'
import { opened } from './opened.tsx'
import type { Question } from './question.ts'
import { addressAfter, QUESTIONS } from './questions.ts'

type QuestionPage = (
  c: PortalContext,
  web: Web,
  open: Open,
  question: Question,
  errors?: FieldError[],
  told?: string,
) => Promise<Response>

/** Keeps the files that were chosen, whatever was pressed, and tells of those that were not taken; then goes on. */
export async function takeFilesOfForm(c: PortalContext, web: Web, page: QuestionPage): Promise<Response> {
  const { lang } = c.var
  const t = attachmentTexts(lang)
  const open = await opened(c, web)
  if (open instanceof Response) return open
  const rate = await limitRate(web.house, limitOf('upload', web.addressOf(c)))
  if (!rate.allowed) {
    c.header('Retry-After', String(Math.ceil(rate.retryAfter)))
    const minutes = Math.max(1, Math.ceil(rate.retryAfter / 60))
    return page(c, web, open, files, [{ field: 'files', message: t('too-often', { minutes }) }])
  }
  const form = await takeForm(c, web.house)
  const refused = [...form.refused, ...(await keepAll(web, open.code, form))]
  const go = String(form.fields.go ?? '')
  if (go === 'later') return aside(c, web, open)
  if (go.startsWith('remove:')) await removeDraftFile(web.house, open.code, uuid(go.slice(7)))
  else if (form.fields.asked && go !== 'back' && go !== 'add')
    await confirmFiles(web.house, open.code, [form.fields.confirmed ?? []].flat().map(uuid))
  const now: Open = { ...open, draft: { ...open.draft, files: await draftFiles(web.house, open.code) } }
  if (refused.length > 0) return page(c, web, now, files, fileErrors(lang, refused))
  if (go === 'add' && form.held.length === 0)
    return page(c, web, now, files, [{ field: 'files', message: t('none-chosen') }])
  if (go === 'add') return page(c, web, now, files, undefined, t('added-now', { n: form.held.length }))
  if (go.startsWith('remove:')) return page(c, web, now, files, undefined, t('removed-now'))
  if (go === 'back') return c.redirect(`/${lang}/ask/${QUESTIONS[QUESTIONS.indexOf(files) - 1]!.id}`, 303)
  now.draft.done = [...now.draft.done.filter((id) => id !== 'files'), 'files']
  await keep(web, now)
  return c.redirect(addressAfter(lang, files, c.req.query('then') === 'check'), 303)
}

async function keepAll(web: Web, code: string, { held }: TakenForm): Promise<NotTakenFile[]> {
  const refused: NotTakenFile[] = []
  for (const file of held)
    try {
      await keepWithDraft(web.house, code, file)
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      refused.push({ name: file.name, fault: error.fault })
    }
  return refused
}

async function aside(c: PortalContext, web: Web, open: Open): Promise<Response> {
  open.draft.at = 'files'
  await keep(web, open)
  putAside(c, web, open.code)
  return c.redirect(`/${c.var.lang}/saved`, 303)
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** An id as the database takes it; what cannot be one names no file. */
const uuid = (value: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : NOBODY

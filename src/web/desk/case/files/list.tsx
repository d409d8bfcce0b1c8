import { attachFiles, FilesRefused, mayRemove } from '../../../../cases/index.ts'
import type { HeldFile } from '../../../../custody/files/hold-file.ts'
import { attachmentTexts } from '../../../../language/catalogues/attachments.ts'
import { formatDate, formatDateTime } from '../../../../language/formats.ts'
import type { Web } from '../../../context.ts'
import { fileErrors } from '../../../files/fault-text.ts'
import { FileField } from '../../../files/file-field.tsx'
import { filesOf, KeptFiles } from '../../../files/kept-files.tsx'
import { takeForm } from '../../../files/take-form.ts'
import { Button, errorOf, type FieldError, Flash, Form, Radios, Table } from '../../../ui/parts.ts'
import { asStaff, type DeskContext } from '../../frame.tsx'
import { caseId, type OpenCase, openCase } from '../open-case.ts'
import { showPart } from '../part-page.tsx'
import { FileName, FileState } from './state.tsx'

interface Back {
  errors?: FieldError[]
  held?: readonly HeldFile[]
  shared?: string
}

/** The files of a case: who added each, who sees it, whether it can be opened; and a form that adds more. */
export async function filesPage(c: DeskContext, web: Web, back: Back = {}): Promise<Response> {
  const { lang } = c.var
  const t = attachmentTexts(lang)
  const opened = await openCase(c, web)
  const { id, number } = opened.file.case
  const done = c.req.query('done')
  return showPart(c, web, {
    title: t('desk-title', { number }),
    caseId: id,
    notTaken: back.errors && { at: 'files', sent: {}, errors: back.errors },
    children: (
      <>
        {!back.errors && done === 'added' && <Flash>{t('desk-done')}</Flash>}
        {!back.errors && done === 'removed' && <Flash>{t('desk-removed')}</Flash>}
        <FilesTable c={c} web={web} opened={opened} />
        <section class="av-panel av-flow av-narrow" aria-labelledby="add">
          <h2 id="add">{t('desk-add')}</h2>
          <Form lang={lang} upload guarded>
            <div class="av-flow">
              <Radios
                lang={lang}
                name="shared"
                label={t('desk-shared')}
                look="inline"
                choices={[
                  { value: 'no', label: t('desk-shared-no') },
                  { value: 'yes', label: t('desk-shared-yes') },
                ]}
                value={back.shared}
                error={errorOf(back.errors, 'shared')}
              />
              <KeptFiles lang={lang} web={web} caseId={id} held={back.held} />
              <FileField lang={lang} label={t('choose')} errors={back.errors} />
              <Button>{t('desk-save')}</Button>
            </div>
          </Form>
        </section>
      </>
    ),
  })
}

function FilesTable({ c, web, opened }: { c: DeskContext; web: Web; opened: OpenCase }) {
  const { lang } = c.var
  const t = attachmentTexts(lang)
  const { id } = opened.file.case
  const scans = Boolean(web.house.scanner)
  if (opened.attachments.length === 0) return <p class="av-hush">{t('panel-none')}</p>
  const nameOf = (staffId: string | null) => (staffId && opened.names.get(staffId)) || ''
  return (
    <Table
      caption={t('desk-list')}
      stack
      rows={opened.attachments}
      alertOf={({ state }) => (state === 'infected' || state === 'locked' ? 'danger' : undefined)}
      columns={[
        {
          label: t('file'),
          rowHeader: true,
          cell: (file) => <FileName lang={lang} caseId={id} file={file} scans={scans} />,
        },
        {
          label: t('state'),
          cell: (file) => (
            <div>
              <FileState lang={lang} file={file} scans={scans} />
              {file.removed && (
                <span class="av-second">
                  {t('removed-why', {
                    who: nameOf(file.removed.by),
                    date: formatDate(lang, new Date(file.removed.at)),
                    reason: file.removed.reason,
                  })}
                </span>
              )}
            </div>
          ),
        },
        {
          label: t('who'),
          cell: (file) => (
            <div>
              {file.sender === 'client' ? t('client') : nameOf(file.staffId)}
              <span class="av-second">{formatDateTime(lang, file.addedAt)}</span>
            </div>
          ),
        },
        { label: t('seen'), cell: (file) => t(file.shared ? 'seen-both' : 'seen-office') },
        {
          label: t('remove'),
          labelHidden: true,
          cell: (file) =>
            mayRemove(file) && (
              <a href={`/desk/cases/${id}/files/${file.id}/remove`}>
                <span aria-hidden="true">{t('remove')}</span>
                <span class="ds-sr-only">{t('remove-named', { name: file.name })}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

/** Adds files to the case: all of them or none, those that were good kept in the form. */
export async function takeFiles(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = attachmentTexts(lang)
  const id = caseId(c)
  // Whoever may not read the case is told so before a byte of the file is read.
  await openCase(c, web)
  const form = await takeForm(c, web.house)
  const held = filesOf(web, id, form)
  const shared = String(form.fields.shared ?? '')
  const errors = fileErrors(lang, form.refused)
  if (held.length === 0 && errors.length === 0) errors.push({ field: 'files', message: t('none-chosen') })
  if (shared !== 'yes' && shared !== 'no')
    errors.unshift({ field: 'shared', message: t('desk-shared-missing') })
  if (errors.length > 0) return filesPage(c, web, { errors, held, shared })
  try {
    await asStaff(c, web, (o) => attachFiles(o, id, held, { sender: 'office', shared: shared === 'yes' }))
  } catch (error) {
    if (!(error instanceof FilesRefused)) throw error
    return filesPage(c, web, { errors: fileErrors(lang, error.refused), held, shared })
  }
  return c.redirect(`/desk/cases/${id}/files?done=added`, 303)
}

import { type Imported, importContacts, type Rejected } from '../../../cases/index.ts'
import { importing } from '../../../language/catalogues/import.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { Alert, Button, ButtonRow, Form, HiddenFields, LinkButton, Table } from '../../ui/parts.ts'
import { type DeskContext, showDesk, signedIn } from '../frame.tsx'
import { keepFile } from './kept-file.ts'
import { importPage, UploadForm } from './page.tsx'

/** As many as a person would go through before correcting the file. */
const MOST_SHOWN = 200

/** Goes through an uploaded file without writing anything, and shows what would come of it. */
export async function checkFile(c: DeskContext, web: Web): Promise<Response> {
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || (file.name === '' && file.size === 0))
    return importPage(c, web, { problem: 'file-missing' })
  const { organisation, staffId } = signedIn(c)
  const bytes = Buffer.from(await file.arrayBuffer())
  const found = await importContacts(web.house, organisation, { kind: 'staff', id: staffId }, bytes, {
    lang: c.var.lang,
    dryRun: true,
    partial: true,
  })
  const code = found.accepted > 0 ? await keepFile(web, { organisation, staffId }, bytes) : null
  return preview(c, web, file.name, found, code)
}

function preview(c: DeskContext, web: Web, name: string, found: Imported, code: string | null) {
  const { lang } = c.var
  const t = importing(lang)
  const { accepted, duplicates, rejected } = found
  return showDesk(c, web, {
    title: t('page.preview'),
    section: 'statistics',
    back: '/desk/import',
    status: rejected.length > 0 ? 422 : 200,
    hasErrors: rejected.length > 0,
    children: (
      <div class="av-flow">
        <h1>{t('page.preview')}</h1>
        <p>{name}</p>
        {rejected.length === 0 && (
          <Alert tone="success">
            <p>{accepted > 0 ? t('page.good') : t('page.nothing-new')}</p>
          </Alert>
        )}
        <ul>
          <li>{t('result.would', { n: accepted })}</li>
          {duplicates > 0 && <li>{t('result.duplicates', { n: duplicates })}</li>}
          {rejected.length > 0 && <li>{t('result.rejected', { n: rejected.length })}</li>}
        </ul>
        {rejected.length > 0 && <Wrong lang={lang} rejected={rejected} />}
        {code && (
          <Form lang={lang} action="/desk/import">
            <HiddenFields values={{ code, partial: rejected.length > 0 ? 'yes' : '' }} />
            <ButtonRow>
              <Button look={rejected.length > 0 ? 'secondary' : 'primary'}>
                {t(rejected.length > 0 ? 'page.confirm-partial' : 'page.confirm')}
              </Button>
              <LinkButton href="/desk/import" look="tertiary">
                {t('page.again')}
              </LinkButton>
            </ButtonRow>
          </Form>
        )}
        {rejected.length > 0 && <UploadForm lang={lang} />}
      </div>
    ),
  })
}

function Wrong({ lang, rejected }: { lang: Lang; rejected: readonly Rejected[] }) {
  const t = importing(lang)
  const more = rejected.length - MOST_SHOWN
  return (
    <>
      <Alert tone="danger" title={t('page.wrong')}>
        <p>{t('page.wrong-text')}</p>
      </Alert>
      <Table
        caption={t('page.wrong')}
        captionHidden
        columns={[
          {
            label: t('page.row'),
            cell: ({ row }) => (row === 0 ? t('result.file') : String(row)),
            rowHeader: true,
          },
          { label: t('page.column'), cell: ({ column }) => (column ? <code>{column}</code> : '–') },
          { label: t('page.value'), cell: ({ value }) => value || '–' },
          { label: t('page.message'), cell: ({ message }) => message },
        ]}
        rows={rejected.slice(0, MOST_SHOWN)}
      />
      {more > 0 && <p>{t('page.wrong-more', { n: more })}</p>}
    </>
  )
}

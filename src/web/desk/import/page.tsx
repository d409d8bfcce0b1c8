import { CODED, COLUMNS, SEVERAL } from '../../../cases/index.ts'
import { codeList, municipalities, municipalityName } from '../../../classification/index.ts'
import { importing } from '../../../language/catalogues/import.ts'
import { formatDateTime, formatNumber } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import {
  Alert,
  Button,
  Details,
  ErrorSummary,
  Flash,
  Form,
  LinkButton,
  Table,
  TextField,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk, signedIn } from '../frame.tsx'

const EARLIER = 10

/** Where a file is chosen, and what was brought in before. */
export async function importPage(
  c: DeskContext,
  web: Web,
  { problem }: { problem?: 'gone' | 'file-missing' } = {},
): Promise<Response> {
  const { lang } = c.var
  const t = importing(lang)
  const earlier = await asStaff(c, web, (t) =>
    t.sql.import.findMany({
      where: { organisation: t.organisation },
      orderBy: { at: 'desc' },
      take: EARLIER,
    }),
  )
  const error = problem === 'file-missing' ? t('page.file-missing') : undefined
  return showDesk(c, web, {
    title: t('page.title'),
    section: 'statistics',
    back: '/desk/statistics',
    status: problem ? 422 : 200,
    hasErrors: Boolean(error),
    children: (
      <div class="av-flow">
        {error && <ErrorSummary lang={lang} errors={[{ field: 'file', message: error }]} />}
        <Done c={c} />
        <h1>{t('page.title')}</h1>
        {problem === 'gone' && (
          <Alert tone="warning">
            <p>{t('page.gone')}</p>
          </Alert>
        )}
        <p>{t('page.lead')}</p>
        <UploadForm lang={lang} error={error} />
        <h2>{t('page.form')}</h2>
        <p>{t('page.form-text')}</p>
        <p>{t('page.form-refs')}</p>
        <p>{t('page.form-again')}</p>
        <LinkButton href="/desk/import/template.csv" look="secondary">
          {t('page.template')}
        </LinkButton>
        <Details summary={t('page.codes')}>
          <Codes lang={lang} organisation={signedIn(c).organisation} />
        </Details>
        {earlier.length > 0 && (
          <>
            <h2>{t('page.earlier')}</h2>
            <Table
              caption={t('page.earlier')}
              captionHidden
              columns={[
                { label: t('page.when'), cell: (row) => formatDateTime(lang, row.at), rowHeader: true },
                { label: t('page.accepted'), cell: (row) => formatNumber(lang, row.accepted), numeric: true },
                {
                  label: t('page.duplicates'),
                  cell: (row) => formatNumber(lang, row.duplicates),
                  numeric: true,
                },
                { label: t('page.rejected'), cell: (row) => formatNumber(lang, row.rejected), numeric: true },
              ]}
              rows={earlier}
            />
          </>
        )}
      </div>
    ),
  })
}

/** What has just been brought in. The numbers come from the address, so only numbers are taken from it. */
function Done({ c }: { c: DeskContext }) {
  const t = importing(c.var.lang)
  const number = (name: string) =>
    /^\d{1,7}$/.test(c.req.query(name) ?? '') ? Number(c.req.query(name)) : null
  const [accepted, duplicates] = [number('accepted'), number('duplicates')]
  if (accepted === null) return null
  return (
    <Flash>
      {t('result.accepted', { n: accepted })}{' '}
      {duplicates ? `${t('result.duplicates', { n: duplicates })} ` : ''}
      <a href="/desk/statistics">{t('page.statistics')}</a>
    </Flash>
  )
}

export function UploadForm({ lang, error }: { lang: Lang; error?: string }) {
  const t = importing(lang)
  return (
    <Form lang={lang} action="/desk/import/check" upload>
      <div class="av-flow">
        <TextField
          lang={lang}
          name="file"
          label={t('page.file')}
          hint={t('page.file-hint')}
          type="file"
          accept=".csv,.xlsx"
          error={error}
        />
        <Button>{t('page.check')}</Button>
      </div>
    </Form>
  )
}

function Codes({ lang, organisation }: { lang: Lang; organisation: string }) {
  const t = importing(lang)
  const own = municipalities
    .filter(({ county }) => county === organisation)
    .map(({ code }) => ({ code, name: municipalityName(code, lang) }))
  const named = (list: Parameters<typeof codeList>[0]) =>
    codeList(list).map((one) => ({ code: one.code, name: one[lang] }))
  const values = (column: (typeof COLUMNS)[number]) => {
    if (column === 'contact_at') return t('page.date-values')
    if (column === 'case_ref' || column === 'person_ref') return t('page.reference-values')
    if (column === 'municipality') return <Meanings lead={t('page.municipality-values')} codes={own} />
    if (column === 'reasons' || column === 'actions')
      return <Meanings lead={t('page.several')} codes={named(SEVERAL[column])} />
    return <Meanings codes={named(CODED[column][0])} />
  }
  return (
    <Table
      caption={t('page.codes')}
      captionHidden
      columns={[
        { label: t('page.column'), cell: (column) => <code>{column}</code>, rowHeader: true },
        { label: t('page.values'), cell: values },
      ]}
      rows={COLUMNS}
    />
  )
}

/** Every code with what it means. */
function Meanings({ lead, codes }: { lead?: string; codes: readonly { code: string; name: string }[] }) {
  return (
    <>
      {lead && <p>{lead}</p>}
      <ul>
        {codes.map(({ code, name }) => (
          <li>
            <code>{code}</code> {name}
          </li>
        ))}
      </ul>
    </>
  )
}

import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import { municipalityName } from '../../classification/index.ts'
import { inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { authorityTexts } from '../../language/catalogues/authority.ts'
import { desk } from '../../language/catalogues/desk.ts'
import { formatDate } from '../../language/formats.ts'
import { listReleases, openRelease, type ReleaseListed, type ReleaseReader } from '../../reports/index.ts'
import type { Web, WebEnv } from '../context.ts'
import { accountPages } from '../desk/account/index.tsx'
import { NoFactorYet } from '../desk/account/no-factor-yet.tsx'
import { signInPages } from '../desk/sign-in/index.tsx'
import { readOffice } from '../portal/office.ts'
import { problem } from '../problem.tsx'
import { staffOnly } from '../session.ts'
import { AuthorityLayout, ButtonRow, EmptyState, LinkButton, PrintButton, Table } from '../ui/parts.ts'
import { pageRenderer } from '../ui/renderer.tsx'

type PageContext = Context<WebEnv>
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What was released to municipalities and county bodies, for their readers alone. Mount at `/authority`. */
export function authority(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.route('/', signInPages(web, '/authority'))
  pages.use(staffOnly(web, ['authority']), pageRenderer)
  pages.route('/account', accountPages(web, '/authority'))
  pages.get('/', (c) => listPage(c, web))
  pages.get('/summaries/:id', (c) => readPage(c, web, c.req.param('id')))
  pages.get('/summaries/:id/pdf', (c) => download(c, web, c.req.param('id')))
  return pages
}

/** A reader of one municipality sees its releases and those of the whole area; the filter is the policy's. */
const readerOf = (c: PageContext): ReleaseReader => ({ municipality: c.var.staff!.municipality })

function asReader<T>(c: PageContext, web: Web, work: (t: OfficeTransaction) => Promise<T>): Promise<T> {
  const staff = c.var.staff!
  return inOffice(web.house, staff.organisation, { kind: 'staff', id: staff.staffId }, work)
}

const open = (c: PageContext, web: Web, id: string) =>
  ID.test(id) ? asReader(c, web, (t) => openRelease(t, id, readerOf(c))) : null

async function frame(c: PageContext, web: Web) {
  const { lang } = c.var
  const staff = c.var.staff!
  return {
    lang,
    user: { name: staff.name, role: desk(lang)(`role-${staff.role}`) },
    organisation: (await readOffice(web.house, staff.organisation, lang))?.name,
    demo: web.demo,
  }
}

async function listPage(c: PageContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = authorityTexts(lang)
  const releases = await asReader(c, web, (o) => listReleases(o, readerOf(c)))
  const place = c.var.staff!.municipality
  return c.render(
    <AuthorityLayout {...(await frame(c, web))} title={t('title')}>
      <div class="av-flow">
        <h1>{t('title')}</h1>
        <NoFactorYet lang={lang} staff={c.var.staff!} side="/authority" />
        <p class="av-lead">
          {place ? t('lead-place', { place: municipalityName(place, lang) }) : t('lead-area')}
        </p>
        {releases.length === 0 ? (
          <EmptyState title={t('none')}>
            <p>{t('none-text')}</p>
          </EmptyState>
        ) : (
          <Table<ReleaseListed>
            caption={t('title')}
            captionHidden
            stack
            rows={releases}
            columns={[
              {
                label: t('col-title'),
                rowHeader: true,
                cell: (row) => (
                  <a href={`/authority/summaries/${row.id}`} lang={row.language}>
                    {row.title}
                  </a>
                ),
              },
              { label: t('col-period'), cell: (row) => periodOf(row, t) },
              { label: t('col-language'), cell: (row) => t(`in-${row.language}`) },
              { label: t('col-released'), cell: (row) => formatDate(lang, row.releasedAt) },
              {
                label: t('download-pdf'),
                cell: (row) => <a href={`/authority/summaries/${row.id}/pdf`}>PDF</a>,
              },
            ]}
          />
        )}
      </div>
    </AuthorityLayout>,
  )
}

const periodOf = (row: ReleaseListed, t: ReturnType<typeof authorityTexts>): string =>
  row.quarter ? t('quarter', { quarter: row.quarter, year: String(row.year) }) : String(row.year)

async function readPage(c: PageContext, web: Web, id: string): Promise<Response> {
  const release = await open(c, web, id)
  if (!release) return problem(c, 404)
  const { lang } = c.var
  const t = authorityTexts(lang)
  return c.render(
    <AuthorityLayout {...(await frame(c, web))} title={release.title} back="/authority">
      <div class="av-flow">
        <ButtonRow>
          <LinkButton href={`/authority/summaries/${id}/pdf`} icon="download">
            {t('download-pdf')}
          </LinkButton>
          <PrintButton lang={lang} />
        </ButtonRow>
        {raw(release.html)}
      </div>
    </AuthorityLayout>,
  )
}

async function download(c: PageContext, web: Web, id: string): Promise<Response> {
  const release = await open(c, web, id)
  if (!release) return problem(c, 404)
  const name = [release.kind, release.municipality, release.year, release.quarter, release.language]
  return c.body(new Uint8Array(release.pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${name.filter(Boolean).join('-')}.pdf"`,
  })
}

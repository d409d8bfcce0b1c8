import { Hono } from 'hono'
import { raw } from 'hono/html'
import { inOffice } from '../../custody/transaction.ts'
import { authorityTexts } from '../../language/catalogues/authority.ts'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import { listReleases, openRelease, type ReleaseListed } from '../../reports/index.ts'
import type { Web, WebEnv } from '../context.ts'
import { readOffices } from '../portal/office.ts'
import { problem } from '../problem.tsx'
import { BackLink, EmptyState, LinkButton, PlainLayout, Table } from '../ui/parts.ts'
import { pageRenderer } from '../ui/renderer.tsx'

interface Published extends ReleaseListed {
  organisation: string
  office: string
}

/** Reports published for everybody; no account. Mount at `/publications`. */
export function publications(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer)
  pages.get('/', async (c) => {
    const { lang } = c.var
    const t = authorityTexts(lang)
    const rows = await published(web, lang)
    return c.render(
      <PlainLayout lang={lang} title={t('public-title')} languageHref={(to) => `/publications?lang=${to}`}>
        <div class="av-flow">
          <h1>{t('public-title')}</h1>
          <p class="av-lead">{t('public-lead')}</p>
          {rows.length === 0 ? (
            <EmptyState title={t('public-none')}>
              <p>{t('public-none-text')}</p>
            </EmptyState>
          ) : (
            <Table
              caption={t('public-title')}
              captionHidden
              stack
              rows={rows}
              columns={[
                {
                  label: t('public-title'),
                  rowHeader: true,
                  cell: (row) => (
                    <a href={`/publications/${row.organisation}/${row.id}?lang=${lang}`} lang={row.language}>
                      {row.title}
                    </a>
                  ),
                },
                { label: t('col-office'), cell: (row) => row.office },
                { label: t('col-period'), cell: (row) => String(row.year) },
                { label: t('col-released'), cell: (row) => formatDate(lang, row.releasedAt) },
              ]}
            />
          )}
        </div>
      </PlainLayout>,
    )
  })
  pages.get('/:organisation/:id/:form?', async (c) => {
    const { organisation, id, form } = c.req.param()
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || (form && form !== 'pdf'))
      return problem(c, 404)
    const { lang } = c.var
    const isPublished = (await published(web, lang)).some(
      (row) => row.id === id && row.organisation === organisation,
    )
    if (!isPublished) return problem(c, 404)
    const release = await inOffice(web.house, organisation, { kind: 'anonymous' }, (t) =>
      openRelease(t, id, 'public'),
    )
    if (!release) return problem(c, 404)
    if (form)
      return c.body(new Uint8Array(release.pdf), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="report-${release.year}-${release.language}.pdf"`,
      })
    const t = authorityTexts(lang)
    return c.render(
      <PlainLayout
        lang={lang}
        title={release.title}
        languageHref={(to) => `/publications/${organisation}/${id}?lang=${to}`}
      >
        <div class="av-flow">
          <BackLink lang={lang} href={`/publications?lang=${lang}`}>
            {t('back')}
          </BackLink>
          <LinkButton href={`/publications/${organisation}/${id}/pdf`} icon="download">
            {t('download-pdf')}
          </LinkButton>
          {raw(release.html)}
        </div>
      </PlainLayout>,
    )
  })
  return pages
}

/** What every office served here has published for everybody, the latest first. */
async function published(web: Web, lang: Lang): Promise<Published[]> {
  const offices = (await readOffices(web.house, lang)).filter(({ code }) =>
    web.house.organisations.includes(code),
  )
  const all: Published[] = []
  for (const { code, name } of offices) {
    const rows = await inOffice(web.house, code, { kind: 'anonymous' }, (t) => listReleases(t, 'public'))
    for (const row of rows)
      if (row.kind === 'annual-report' && row.audience === 'public')
        all.push({ ...row, organisation: code, office: name })
  }
  return all.sort((a, b) => b.releasedAt.getTime() - a.releasedAt.getTime())
}

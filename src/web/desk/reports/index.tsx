import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import { may } from '../../../access/index.ts'
import { codeName, countyOf, municipalityName } from '../../../classification/index.ts'
import { toHtmlFragment, toHtmlPage } from '../../../documents/html.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { importing } from '../../../language/catalogues/import.ts'
import { dateInFinland, formatDate } from '../../../language/formats.ts'
import { isLang, type Lang } from '../../../language/lang.ts'
import {
  AUDIENCES,
  type Audience,
  isAudience,
  LONGEST_SECTION,
  listReleases,
  listSections,
  makeSummary,
  previewAnnualReport,
  publishAnnualReport,
  type Quarter,
  releaseSummary,
  SectionRefused,
  saveSection,
  withdrawRelease,
  workshop,
} from '../../../reports/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { staffOnly } from '../../session.ts'
import { stepUp } from '../../step-up.ts'
import {
  Button,
  Details,
  ErrorSummary,
  Flash,
  Form,
  HiddenFields,
  LinkButton,
  Select,
  Table,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import { municipalityOptions } from '../code-options.ts'
import { asStaff, showDesk } from '../frame.tsx'
import { LANGUAGES } from '../sign-in/set-up.tsx'

type PageContext = Context<WebEnv>
/** A report of a large office on a busy machine takes its time; others are answered meanwhile. */
const UNHURRIED = { timeout: 120_000 }
const HERE = '/desk/reports'

/** The yearly report and the municipalities' summaries. Mount at `/desk/reports`. */
export function reportPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(staffOnly(web, ['ombudsman', 'lead']), pageRenderer)
  pages.get('/', (c) => overview(c, web))
  const proof = stepUp(web, { back: HERE })
  // The office's own report is not covered up as the released one; as a file it leaves the house.
  pages.use('/annual/:form', async (c, next) =>
    c.req.param('form') !== 'view' && asked(c).audience === 'office' ? proof(c, next) : next(),
  )
  pages.get('/annual/:form', (c) => annual(c, web, c.req.param('form')))
  pages.get('/summary', (c) => summaryPreview(c, web))
  pages.post('/sections/:key', async (c) => {
    const form = await c.req.parseBody()
    const { year, lang } = asked(c)
    const key = c.req.param('key')
    const markdown = String(form[key] ?? '')
    try {
      await asStaff(c, web, (t) => saveSection(t, { year, lang, key, markdown }))
    } catch (error) {
      if (!(error instanceof SectionRefused)) throw error
      const t = admin(c.var.lang)
      const message =
        markdown.length > LONGEST_SECTION ? t('section-length', { n: LONGEST_SECTION }) : t('section-refused')
      return overview(c, web, { key, markdown, message })
    }
    return c.redirect(`${HERE}?year=${year}&in=${lang}&done=1`, 303)
  })
  pages.post('/release', async (c) => {
    const form = await c.req.parseBody()
    const place = String(form.municipality ?? '')
    if (!may(c.var.staff!, 'summary.release')) return problem(c, 403)
    if (countyOf(place) !== c.var.staff!.organisation) return problem(c, 404)
    const { year, lang } = asked(c)
    const quarter = quarterOf(form.quarter)
    await asStaff(c, web, (t) => releaseSummary(t, { municipality: place, year, lang, quarter }), UNHURRIED)
    return c.redirect(`${HERE}?year=${year}&in=${lang}&done=1`, 303)
  })
  pages.post('/publish', async (c) => {
    if (!may(c.var.staff!, 'summary.release')) return problem(c, 403)
    const { year, lang } = asked(c)
    await asStaff(c, web, (t) => publishAnnualReport(t, { year, lang }), UNHURRIED)
    return c.redirect(`${HERE}?year=${year}&in=${lang}&done=1`, 303)
  })
  pages.post('/withdraw', async (c) => {
    const id = String((await c.req.parseBody()).id ?? '')
    if (!may(c.var.staff!, 'summary.release')) return problem(c, 403)
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return problem(c, 404)
    if (!(await asStaff(c, web, (t) => withdrawRelease(t, id)))) return problem(c, 404)
    return c.redirect(`${HERE}?done=1`, 303)
  })
  return pages
}

/** Year, language and audience of the address; last year in the page's language for the office, unless told. */
function asked(c: PageContext): { year: number; lang: Lang; audience: Audience } {
  const year = c.req.query('year') ?? ''
  const lang = c.req.query('in')
  const audience = c.req.query('audience') ?? ''
  return {
    year: /^20\d\d$/.test(year) ? Number(year) : dateInFinland(new Date()).year - 1,
    lang: isLang(lang) ? lang : c.var.lang,
    audience: isAudience(audience) ? audience : 'office',
  }
}

/** What the report can be taken along as, in names that people know. */
const FORMS = [
  { form: 'pdf', name: 'PDF' },
  { form: 'html', name: 'HTML' },
  { form: 'xlsx', name: 'Excel' },
] as const

const QUARTERS = [1, 2, 3, 4] as const

/** A quarter of the year, or undefined for the whole of it. */
const quarterOf = (value: unknown): Quarter | undefined => QUARTERS.find((one) => String(one) === value)

const audienceName = (audience: Audience, lang: Lang): string =>
  audience === 'office' || audience === 'public'
    ? admin(lang)(`for-${audience}`)
    : codeName('audience', audience, lang)

async function annual(c: PageContext, web: Web, form: string): Promise<Response> {
  if (!['view', 'html', 'pdf', 'xlsx'].includes(form)) return problem(c, 404)
  const { year, lang, audience } = asked(c)
  const document = await asStaff(c, web, (t) => previewAnnualReport(t, { year, lang, audience }), UNHURRIED)
  if (form === 'view')
    return showDesk(c, web, {
      title: document.title,
      section: 'reports',
      back: `${HERE}?year=${year}&in=${lang}`,
      children: raw(toHtmlFragment(document)),
    })
  const name = `annual-report-${year}-${lang}.${form}`
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  if (form === 'html')
    return c.body(toHtmlPage(document), 200, { 'Content-Type': 'text/html; charset=utf-8' })
  const bytes = await (form === 'pdf' ? workshop.pdf(document) : workshop.xlsx(document))
  const type =
    form === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': type })
}

async function summaryPreview(c: PageContext, web: Web): Promise<Response> {
  const place = c.req.query('municipality') ?? ''
  if (place === '')
    return overview(c, web, { key: 'municipality', message: admin(c.var.lang)('choose-municipality') })
  if (countyOf(place) !== c.var.staff!.organisation) return problem(c, 404)
  const { year, lang } = asked(c)
  const t = admin(c.var.lang)
  const quarter = quarterOf(c.req.query('quarter'))
  const made = await asStaff(
    c,
    web,
    (o) => makeSummary(o, { municipality: place, year, lang, quarter }),
    UNHURRIED,
  )
  return showDesk(c, web, {
    title: made.document.title,
    section: 'reports',
    back: `${HERE}?year=${year}&in=${lang}`,
    children: (
      <div class="av-flow">
        {may(c.var.staff!, 'summary.release') && (
          <form method="post" action={`${HERE}/release?year=${year}&in=${lang}`}>
            <HiddenFields values={{ municipality: place, quarter: String(quarter ?? '') }} />
            <Button>{t('summary-release')}</Button>
          </form>
        )}
        {raw(toHtmlFragment(made.document))}
      </div>
    ),
  })
}

/** What could not be done: the field, why, and a text given back as it was typed. */
interface RefusedForm {
  key: string
  markdown?: string
  message: string
}

async function overview(c: PageContext, web: Web, refused?: RefusedForm): Promise<Response> {
  const { lang: pageLang } = c.var
  const { year, lang } = asked(c)
  const t = admin(pageLang)
  const staff = c.var.staff!
  const { sections, releases } = await asStaff(c, web, async (o) => ({
    sections: await listSections(o, { year, lang }),
    releases: (await listReleases(o, 'office')).filter((row) => row.year === year),
  }))
  const query = `year=${year}&in=${lang}`
  // A key that the page has no box for has its text at the top, so that it can be copied.
  const lost = refused?.markdown !== undefined && !sections.some(({ key }) => key === refused.key)
  const errors = refused && [{ field: lost ? 'lost-text' : refused.key, message: refused.message }]
  return showDesk(c, web, {
    title: t('reports-title'),
    section: 'reports',
    hasErrors: Boolean(refused),
    status: refused ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={pageLang} errors={errors} />
        {c.req.query('done') && <Flash>{t('saved')}</Flash>}
        <h1>{t('reports-title')}</h1>
        {may(staff, 'contacts.import') && (
          <p>
            <LinkButton href="/desk/import" look="secondary">
              {importing(pageLang)('page.title')}
            </LinkButton>
          </p>
        )}
        <Form lang={pageLang} method="get" action={HERE}>
          <div class="av-row">
            <TextField
              lang={pageLang}
              name="year"
              label={t('year')}
              value={String(year)}
              width={4}
              inputmode="numeric"
            />
            <Select
              lang={pageLang}
              name="in"
              label={t('language')}
              options={LANGUAGES}
              value={lang}
              empty={false}
            />
            <Button look="secondary">{t('show')}</Button>
          </div>
        </Form>
        <h2>
          {t('reports-download')} {year}
        </h2>
        <Table
          caption={t('reports-versions')}
          captionHidden
          stack
          rows={['office', ...AUDIENCES] as const}
          columns={[
            {
              label: t('audience'),
              rowHeader: true,
              cell: (audience) => audienceName(audience, pageLang),
            },
            {
              label: t('show'),
              labelHidden: true,
              cell: (audience) => (
                <a href={`${HERE}/annual/view?${query}&audience=${audience}`}>
                  {t('show')}
                  <span class="ds-sr-only">: {audienceName(audience, pageLang)}</span>
                </a>
              ),
            },
            {
              label: t('download'),
              cell: (audience) => (
                <span class="av-links">
                  {FORMS.map(({ form, name }) => (
                    <a href={`${HERE}/annual/${form}?${query}&audience=${audience}`}>
                      {name}
                      <span class="ds-sr-only">, {audienceName(audience, pageLang)}</span>
                    </a>
                  ))}
                </span>
              ),
            },
          ]}
        />
        {may(staff, 'summary.release') && (
          <form method="post" action={`${HERE}/publish?${query}`}>
            <Button>{t('publish')}</Button>
          </form>
        )}
        <h2>{t('sections')}</h2>
        <p>
          {t('sections-text', {
            year: String(year),
            language: LANGUAGES.find(({ value }) => value === lang)?.label ?? lang,
          })}
        </p>
        {lost && (
          <TextArea
            lang={pageLang}
            name="lost-text"
            label={t('sections')}
            value={refused?.markdown}
            error={refused?.message}
          />
        )}
        {sections.map((section) => (
          <Details summary={section.title} open={refused?.key === section.key}>
            <Form lang={pageLang} action={`${HERE}/sections/${section.key}?${query}`} guarded>
              <div class="av-flow">
                <TextArea
                  lang={pageLang}
                  name={section.key}
                  label={section.title}
                  hint={section.hint || undefined}
                  value={refused?.key === section.key ? refused.markdown : section.markdown}
                  error={refused?.key === section.key ? refused.message : undefined}
                  rows={12}
                />
                <Button>{t('save')}</Button>
              </div>
            </Form>
          </Details>
        ))}
        <h2>{t('area-summary')}</h2>
        <p>{t('summary-text')}</p>
        <Form lang={pageLang} method="get" action={`${HERE}/summary`}>
          <HiddenFields values={{ year: String(year), in: lang }} />
          <div class="av-row">
            <Select
              lang={pageLang}
              name="municipality"
              label={t('municipality')}
              options={municipalityOptions(staff.organisation, pageLang)}
              error={refused?.key === 'municipality' ? refused.message : undefined}
            />
            <Select
              lang={pageLang}
              name="quarter"
              label={t('quarter')}
              options={QUARTERS.map((one) => ({ value: String(one), label: t(`quarter-${one}`) }))}
              empty={t('whole-year')}
            />
            <Button look="secondary">{t('summary-show')}</Button>
          </div>
        </Form>
        {releases.length > 0 && (
          <Table
            caption={t('released')}
            stack
            rows={releases}
            columns={[
              { label: t('name'), rowHeader: true, cell: (row) => row.title },
              {
                label: t('municipality'),
                cell: (row) => (row.municipality ? municipalityName(row.municipality, pageLang) : '–'),
              },
              { label: t('audit-when'), cell: (row) => formatDate(pageLang, row.releasedAt) },
              {
                label: t('state'),
                cell: (row) =>
                  row.withdrawnAt ? (
                    t('withdrawn')
                  ) : may(staff, 'summary.release') ? (
                    <form method="post" action={`${HERE}/withdraw`}>
                      <HiddenFields values={{ id: row.id }} />
                      <Button look="tertiary">{t('withdraw')}</Button>
                    </form>
                  ) : (
                    t('in-force')
                  ),
              },
            ]}
          />
        )}
      </div>
    ),
  })
}

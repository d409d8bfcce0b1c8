import { Hono } from 'hono'
import { type KeptEntry, may, readDirectory, removeEntry, saveEntry } from '../../../access/index.ts'
import { BODY_KINDS, bodyKind, municipalityName } from '../../../classification/index.ts'
import { directory } from '../../../language/catalogues/directory.ts'
import { dateInFinland, formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { Confirm, EmptyState, Flash, LinkButton, Table, Tag } from '../../ui/parts.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import { asStaff, type DeskContext, showDesk, signedIn } from '../frame.tsx'
import { checkedEntry, emptyEntry, typedEntry, typedFrom } from './entry-form.ts'
import { entryPage } from './entry-page.tsx'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const HERE = '/desk/directory'

/** The bodies that the portal leads people to, kept by those who advise. Mounted at `/desk/directory`. */
export function directoryPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer)
  pages.use(async (c, next) => {
    const reads = c.req.method === 'GET' && /\/directory\/?$/.test(c.req.path)
    return may(signedIn(c), reads ? 'directory.read' : 'directory.change') ? next() : problem(c, 403)
  })
  pages.get('/', (c) => listPage(c, web))
  pages.get('/new', (c) =>
    entryPage(c, web, {
      typed: emptyEntry(bodyKind(c.req.query('kind') ?? '')?.code ?? '', dateInFinland(web.house.now())),
    }),
  )
  pages.post('/new', (c) => take(c, web))
  pages.get('/:id', async (c) => {
    const entry = await find(c, web)
    return entry
      ? entryPage(c, web, { id: entry.id, asOf: entry.updatedAt, typed: typedFrom(entry) })
      : problem(c, 404)
  })
  pages.post('/:id', (c) => take(c, web, c.req.param('id')))
  pages.get('/:id/remove', (c) => removePage(c, web))
  pages.post('/:id/remove', async (c) => {
    const { id } = c.req.param()
    const removed = UUID.test(id) && (await asStaff(c, web, (t) => removeEntry(t, id)))
    if (!removed) return problem(c, 404)
    return c.redirect(`${HERE}?done=removed`, 303)
  })
  return pages
}

const entriesOf = (c: DeskContext, web: Web) => readDirectory(web.house, signedIn(c).organisation)

const find = async (c: DeskContext, web: Web) =>
  (await entriesOf(c, web)).find(({ id }) => id === c.req.param('id'))

export const nameOf = (entry: KeptEntry, lang: Lang): string =>
  entry.names[lang] || (bodyKind(entry.kind)?.name[lang] ?? entry.kind)

async function take(c: DeskContext, web: Web, id?: string): Promise<Response> {
  const form = await c.req.parseBody()
  const typed = typedEntry(form)
  const asOf = new Date(String(form['as-of'] ?? ''))
  if (id && (!UUID.test(id) || Number.isNaN(asOf.getTime()))) return problem(c, 404)
  const change = id ? { id, asOf } : undefined
  const { organisation } = signedIn(c)
  const checked = checkedEntry(typed, c.var.lang, web.house.now(), organisation)
  if ('errors' in checked) return entryPage(c, web, { ...change, typed, errors: checked.errors })
  const done = await asStaff(c, web, (t) => saveEntry(t, checked.entry, change))
  return done === null
    ? entryPage(c, web, { ...change, typed, changed: true })
    : c.redirect(`${HERE}?done=saved`, 303)
}

async function listPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = directory(lang)
  const changes = may(signedIn(c), 'directory.change')
  const order = BODY_KINDS.map(({ code }) => code as string)
  const entries = (await entriesOf(c, web)).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const yearAgo = dateInFinland(web.house.now()).subtract({ years: 1 }).toString()
  const missing = BODY_KINDS.filter(
    ({ code }) => code !== 'other' && !entries.some((entry) => entry.kind === code),
  )
  const done = c.req.query('done')
  return showDesk(c, web, {
    title: t('desk.title'),
    children: (
      <div class="av-flow">
        {(done === 'saved' || done === 'removed') && <Flash>{t(`desk.${done}`)}</Flash>}
        <h1>{t('desk.title')}</h1>
        <p>{t('desk.lead')}</p>
        <div class="av-buttons">
          {changes && <LinkButton href={`${HERE}/new`}>{t('desk.add')}</LinkButton>}
          <LinkButton look="secondary" href={`/${lang}/bodies?county=${signedIn(c).organisation}`}>
            {t('desk.public')}
          </LinkButton>
        </div>
        {entries.length === 0 ? (
          <EmptyState title={t('desk.none')}>
            <p>{t('desk.none.text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('desk.title')}
            captionHidden
            stack
            rows={entries}
            columns={[
              {
                label: t('desk.name'),
                rowHeader: true,
                cell: (row) =>
                  changes ? <a href={`${HERE}/${row.id}`}>{nameOf(row, lang)}</a> : nameOf(row, lang),
              },
              { label: t('desk.phone'), cell: (row) => row.phone || '–' },
              {
                label: t('desk.municipality'),
                cell: (row) =>
                  row.municipality ? municipalityName(row.municipality, lang) : t('desk.whole-area'),
              },
              {
                label: t('desk.checked.row'),
                cell: (row) => (
                  <span>
                    {formatDate(lang, row.checkedOn)}{' '}
                    {row.checkedOn < yearAgo && <Tag tone="warning">{t('desk.old')}</Tag>}
                  </span>
                ),
              },
            ]}
          />
        )}
        {missing.length > 0 && (
          <>
            <h2>{t('desk.missing')}</h2>
            <ul>
              {missing.map(({ code, name }) => (
                <li>{changes ? <a href={`${HERE}/new?kind=${code}`}>{name[lang]}</a> : name[lang]}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    ),
  })
}

async function removePage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = directory(lang)
  const entry = await find(c, web)
  if (!entry) return problem(c, 404)
  const title = t('desk.remove.title', { name: nameOf(entry, lang) })
  return showDesk(c, web, {
    title,
    children: (
      <Confirm
        lang={lang}
        title={title}
        action={`${HERE}/${entry.id}/remove`}
        confirm={t('desk.remove')}
        danger
        cancelHref={`${HERE}/${entry.id}`}
      >
        <p>{t('desk.remove.text')}</p>
      </Confirm>
    ),
  })
}

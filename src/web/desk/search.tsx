import { listCases, samePersons, searchCases } from '../../cases/index.ts'
import { codeName } from '../../classification/index.ts'
import { desk } from '../../language/catalogues/desk.ts'
import { ui } from '../../language/catalogues/ui.ts'
import { formatDate } from '../../language/formats.ts'
import type { Web } from '../context.ts'
import { Button, EmptyState, Form, TextField } from '../ui/parts.ts'
import { CaseList } from './case-list.tsx'
import { asStaff, type DeskContext, showDesk, signedIn, staffNames } from './frame.tsx'

type Found = Awaited<ReturnType<typeof find>>

/** Looks cases up by number, name, telephone or e-mail. Asked by POST, so that no name stands in an address or a log. */
export const searchPage = (c: DeskContext, web: Web): Promise<Response> => page(c, web, '')

export async function searchFor(c: DeskContext, web: Web): Promise<Response> {
  const form = await c.req.parseBody()
  const words = String(form.q ?? '')
    .trim()
    .slice(0, 200)
  if (!words) return page(c, web, '', desk(c.var.lang)('search-missing'))
  const found = await find(c, web, words)
  // One case and nothing else: there is nothing to choose from.
  if (found.rows.length === 1 && found.persons.length === 0)
    return c.redirect(`/desk/cases/${found.rows[0]!.id}`, 303)
  return page(c, web, words, undefined, found)
}

const find = (c: DeskContext, web: Web, words: string) =>
  asStaff(c, web, async (t) => {
    const ids = await searchCases(t, words)
    const list = ids.length > 0 ? await listCases(t, { view: 'all', ids }, { size: 100 }) : { rows: [] }
    const persons = (await samePersons(t, kindOf(words))).filter((person) => person.caseId === null)
    return { rows: list.rows, persons, names: await staffNames(t) }
  })

function kindOf(words: string): { name?: string; phone?: string; email?: string } {
  if (words.includes('@')) return { email: words }
  if (/^[+\d][\d\s-]{4,}$/.test(words)) return { phone: words }
  return /\p{L}{2}/u.test(words) ? { name: words } : {}
}

function page(c: DeskContext, web: Web, words: string, error?: string, found?: Found): Promise<Response> {
  const { lang } = c.var
  const t = desk(lang)
  const total = found ? found.rows.length + found.persons.length : 0
  return showDesk(c, web, {
    title: t('search-title'),
    section: 'search',
    status: error ? 422 : 200,
    hasErrors: Boolean(error),
    children: (
      <div class="av-flow">
        <h1>{t('search-title')}</h1>
        <search>
          <Form lang={lang} action="/desk/search">
            <div class="av-flow">
              <TextField
                lang={lang}
                name="q"
                label={t('search-label')}
                hint={t('search-hint')}
                type="search"
                value={words}
                error={error}
                autofocus={!found}
                autocomplete="off"
                spellcheck={false}
              />
              <Button icon="search">{ui(lang)('search')}</Button>
            </div>
          </Form>
        </search>
        {found && <h2 role="status">{t('search-found', { n: total })}</h2>}
        {found && total === 0 && (
          <EmptyState title={t('search-none')} level={3}>
            <p>{t('search-none-text')}</p>
          </EmptyState>
        )}
        {found && found.rows.length > 0 && (
          <CaseList
            lang={lang}
            caption={t('search-title')}
            rows={found.rows}
            now={web.house.now()}
            names={found.names}
            me={signedIn(c).staffId}
            withHandler
          />
        )}
        {found && found.persons.length > 0 && (
          <section class="av-flow">
            <h3>{t('search-contacts')}</h3>
            <ul>
              {found.persons.map((person) => (
                <li>
                  {t('search-contacts-text', { n: person.contacts, date: formatDate(lang, person.at) })}
                  {person.serviceTask && `, ${codeName('serviceTask', person.serviceTask, lang)}`}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    ),
  })
}

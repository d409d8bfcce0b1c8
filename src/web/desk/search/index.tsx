import { FOUND_MOST, type SearchResult, samePersons, searchCases } from '../../../cases/index.ts'
import { codeName } from '../../../classification/index.ts'
import { search } from '../../../language/catalogues/search.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Web } from '../../context.ts'
import { Alert, Button, EmptyState, ErrorSummary, Form, HiddenFields } from '../../ui/parts.ts'
import { CaseList } from '../case-list.tsx'
import { asStaff, type DeskContext, handlers, showDesk, signedIn, staffNames } from '../frame.tsx'
import { type Asked, readAsked, sentAgain } from './asked.ts'
import { SearchForm } from './form.tsx'
import { FoundByWords, FoundContacts } from './found.tsx'

type Found = Awaited<ReturnType<typeof find>>

/** Looks cases up by number, person, or the words of their texts. Asked by POST, so that nothing stands in an address or a log. */
export const searchPage = (c: DeskContext, web: Web): Promise<Response> =>
  page(c, web, { ...readAsked({}, c.var.lang), errors: [] })

export async function searchFor(c: DeskContext, web: Web): Promise<Response> {
  const asked = readAsked(await c.req.parseBody(), c.var.lang)
  if (asked.errors.length) return page(c, web, asked)
  const found = await find(c, web, asked)
  const [only, ...others] = found.result.hits
  // One case by its number or person and nothing else: there is nothing to choose from.
  const plain = only && (only.by === 'number' || only.by === 'person')
  if (plain && !others.length && !found.persons.length && !found.result.contacts.length && !asked.narrowed)
    return c.redirect(`/desk/cases/${only.row.id}`, 303)
  return page(c, web, asked, found)
}

const find = (c: DeskContext, web: Web, { search: given, narrowed }: Asked) =>
  asStaff(c, web, async (t) => {
    const result = await searchCases(t, given)
    const looksUp = !narrowed && !given.after && Object.keys(result.query.person).length > 0
    const persons = looksUp
      ? (await samePersons(t, result.query.person)).filter((person) => person.lone && person.at !== null)
      : []
    return { result, persons, names: await staffNames(t) }
  })

async function page(c: DeskContext, web: Web, asked: Asked, found?: Found): Promise<Response> {
  const { lang } = c.var
  const t = search(lang)
  const colleagues = await asStaff(c, web, handlers)
  return showDesk(c, web, {
    title: t('title'),
    section: 'search',
    status: asked.errors.length ? 422 : 200,
    hasErrors: asked.errors.length > 0,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={asked.errors} />
        <h1>{t('title')}</h1>
        <SearchForm
          lang={lang}
          asked={asked}
          result={found?.result}
          organisation={signedIn(c).organisation}
          handlers={colleagues}
        />
        {found && <Results c={c} web={web} asked={asked} found={found} />}
      </div>
    ),
  })
}

function Results({ c, web, asked, found }: { c: DeskContext; web: Web; asked: Asked; found: Found }) {
  const { lang } = c.var
  const t = search(lang)
  const { result, persons, names } = found
  const exact = result.hits.filter(({ by }) => by !== 'words')
  const worded = result.hits.filter(({ by }) => by === 'words')
  const total = result.total + persons.length + result.contacts.length
  const both = exact.length > 0 && worded.length > 0
  return (
    <>
      <div role="status">
        <h2>{result.more ? t('found-more', { n: FOUND_MOST }) : t('found', { n: total })}</h2>
      </div>
      {result.more && <p>{t('found-more-text', { n: FOUND_MOST })}</p>}
      {result.partly && <p>{t('found-partly', { n: FOUND_MOST })}</p>}
      {result.query.common.length > 0 && result.query.words.length > 0 && (
        <p>{t('common', { words: quoted(result.query.common) })}</p>
      )}
      {total === 0 && <Nothing lang={lang} result={result} />}
      {exact.length > 0 && (
        <section class="av-flow">
          {both && <h3>{t('by-exact')}</h3>}
          <CaseList
            lang={lang}
            caption={t('title')}
            rows={exact.map(({ row }) => row)}
            now={web.house.now()}
            names={names}
            me={signedIn(c).staffId}
            withHandler
          />
        </section>
      )}
      {worded.length > 0 && (
        <section class="av-flow">
          {both && <h3>{t('by-words')}</h3>}
          <FoundByWords lang={lang} hits={worded} names={names} />
        </section>
      )}
      {(result.next || asked.search.after) && <Pages asked={asked} next={result.next} lang={lang} />}
      {result.contacts.length > 0 && (
        <section class="av-flow">
          <h3>{t('contacts-words')}</h3>
          <FoundContacts lang={lang} contacts={result.contacts} />
        </section>
      )}
      {persons.length > 0 && (
        <section class="av-flow">
          <h3>{t('contacts')}</h3>
          <ul>
            {persons.map((person) => (
              <li>
                {t('contacts-text', { n: person.contacts, date: formatDate(lang, person.at!) })}
                {person.serviceTask && `, ${codeName('serviceTask', person.serviceTask, lang)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Nothing({ lang, result }: { lang: DeskContext['var']['lang']; result: SearchResult }) {
  const t = search(lang)
  const { query, unknown } = result
  if (query.common.length && !query.words.length) return <Alert>{t('only-common')}</Alert>
  return (
    <EmptyState title={t('none')} level={3}>
      {query.words.length > 1 && unknown.length > 0 && <p>{t('unknown', { words: quoted(unknown) })}</p>}
      <p>{t('none-text')}</p>
      <p>{t('help-compound')}</p>
    </EmptyState>
  )
}

function Pages({
  asked,
  next,
  lang,
}: {
  asked: Asked
  next: string | null
  lang: DeskContext['var']['lang']
}) {
  const t = search(lang)
  const sent = sentAgain(asked)
  return (
    <div class="av-pager">
      {asked.search.after && (
        <Form lang={lang} action="/desk/search">
          <HiddenFields values={sent} />
          <Button look="secondary">{t('first')}</Button>
        </Form>
      )}
      {next && (
        <Form lang={lang} action="/desk/search">
          <HiddenFields values={{ ...sent, after: next }} />
          <Button look="secondary">{t('next')}</Button>
        </Form>
      )}
    </div>
  )
}

const quoted = (words: readonly string[]): string => words.map((word) => `”${word}”`).join(', ')

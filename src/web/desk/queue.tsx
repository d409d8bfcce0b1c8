import { type CaseFilter, type CaseRow, countViews, listCases, type PageKey } from '../../cases/index.ts'
import {
  codeList,
  DIMENSION,
  type Dimension,
  municipalities,
  municipalityName,
} from '../../classification/index.ts'
import { desk } from '../../language/catalogues/desk.ts'
import { ui } from '../../language/catalogues/ui.ts'
import { whoMay } from '../../language/catalogues/who-may.ts'
import type { Lang } from '../../language/lang.ts'
import type { Web } from '../context.ts'
import { lostFormToken } from '../session.ts'
import {
  Button,
  Checkbox,
  Details,
  EmptyState,
  Flash,
  Form,
  HiddenFields,
  LinkButton,
  Pager,
  Select,
  Tabs,
} from '../ui/parts.ts'
import { NoFactorYet } from './account/no-factor-yet.tsx'
import { CaseList, caseDaysLeft } from './case-list.tsx'
import { asStaff, type DeskContext, showDesk, signedIn, staffNames } from './frame.tsx'

const VIEWS = ['mine', 'unassigned', 'waiting', 'open', 'all', 'closed'] as const
type View = (typeof VIEWS)[number]
const PAGE_SIZE = 50
const FILTERS = ['kind', 'serviceTask', 'municipality', 'language', 'urgent'] as const
type Filters = Partial<Record<(typeof FILTERS)[number], string>>

/** What needs me today, by the clock that can run out first. View, filters and page are in the address. */
export async function queuePage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const staff = signedIn(c)
  const t = desk(lang)
  const view = VIEWS.find((one) => one === c.req.query('view')) ?? 'mine'
  const filters = filtersOf(c)
  const after = pageKey(view, c.req.query('after'))
  const { list, counts, names } = await asStaff(c, web, async (tx) => ({
    list: await listCases(tx, caseFilter(view, filters, staff.staffId), { after, size: PAGE_SIZE }),
    counts: await countViews(tx, staff.staffId),
    names: await staffNames(tx),
  }))
  const narrowed = Object.keys(filters).length > 0
  const now = web.house.now()
  const address = (more: Record<string, string | undefined>) => addressOf({ view, ...filters, ...more })
  return showDesk(c, web, {
    title: t('queue-title'),
    section: 'queue',
    counts: { queue: counts.mine },
    children: (
      <>
        {lostFormToken(c) && (
          <Flash tone="warning">
            <a href="/desk/lost-form">{t('lost-title')}</a>
          </Flash>
        )}
        <NoFactorYet lang={lang} staff={staff} side="/desk" />
        {doneOf(c) && <Flash>{whoMay(lang)(doneOf(c)!)}</Flash>}
        <div class="av-bar">
          <div>
            <h1>{t('queue-title')}</h1>
          </div>
          <LinkButton href="/desk/contacts/new" shortcut="n">
            {t('log-new')}
          </LinkButton>
        </div>
        <Tabs
          label={t('queue-views')}
          items={VIEWS.map((one) => ({
            href: addressOf({ view: one, ...filters }),
            label: t(`view-${one}`),
            current: one === view,
            count: one === 'all' || one === 'closed' ? undefined : counts[one],
          }))}
        />
        {view === 'mine' && !after && !narrowed && list.rows.length > 0 && (
          <Today lang={lang} rows={list.rows} now={now} />
        )}
        <QueueFilters lang={lang} view={view} filters={filters} organisation={staff.organisation} />
        {list.rows.length === 0 ? (
          <Empty lang={lang} view={view} narrowed={narrowed} />
        ) : (
          <CaseList
            lang={lang}
            caption={t(`view-${view}`)}
            rows={list.rows}
            now={now}
            names={names}
            me={staff.staffId}
            withHandler={view !== 'mine' && view !== 'unassigned'}
          />
        )}
        <Pager
          lang={lang}
          nextHref={list.next ? address({ after: `${list.next.due}~${list.next.id}` }) : undefined}
        />
        {after && (
          <p>
            <a href={address({})}>{t('from-start')}</a>
          </p>
        )}
      </>
    ),
  })
}

const doneOf = (c: DeskContext) =>
  (['done-conflict', 'done-logged-locked'] as const).find((one) => one === `done-${c.req.query('done')}`)

function Today({ lang, rows, now }: { lang: Lang; rows: readonly CaseRow[]; now: Date }) {
  const t = desk(lang)
  const urgent = rows.filter((row) => row.urgent).length
  const due = rows.filter((row) => (caseDaysLeft(row, now) ?? 1) <= 0).length
  const unread = rows.filter((row) => row.unread).length
  const told = [
    urgent && t('today-urgent', { n: urgent }),
    due && t('today-due', { n: due }),
    unread && t('today-unread', { n: unread }),
  ].filter(Boolean)
  return (
    <p class="av-today">
      <strong>{t('today')}:</strong> {told.length > 0 ? `${told.join(' · ')}.` : t('today-nothing')}
    </p>
  )
}

function QueueFilters(props: { lang: Lang; view: View; filters: Filters; organisation: string }) {
  const { lang, view, filters } = props
  const t = desk(lang)
  const codes = (list: 'serviceTask' | 'language') =>
    codeList(list).map((code) => ({ value: code.code, label: code[lang] }))
  const shared = { lang, empty: t('any') }
  const narrowed = Object.keys(filters).length > 0
  return (
    <div class="av-filters">
      <Details summary={narrowed ? t('filters-on') : t('filters')} open={narrowed}>
        <Form lang={lang} method="get" action="/desk">
          <HiddenFields values={{ view }} />
          <div class="av-tools">
            <Select
              {...shared}
              name="kind"
              label={t('field-kind')}
              value={filters.kind}
              options={(['advice', 'complaint'] as const).map((value) => ({
                value,
                label: t(`kind-${value}`),
              }))}
            />
            <Select
              {...shared}
              name="serviceTask"
              label={codesName('serviceTask', lang)}
              value={filters.serviceTask}
              options={codes('serviceTask')}
            />
            <Select
              {...shared}
              name="municipality"
              label={codesName('municipality', lang)}
              value={filters.municipality}
              options={ownMunicipalities(props.organisation, lang)}
            />
            <Select
              {...shared}
              name="language"
              label={codesName('language', lang)}
              value={filters.language}
              options={codes('language')}
            />
            <Checkbox name="urgent" label={t('field-urgent')} checked={filters.urgent === 'yes'} />
            <Button look="secondary">{ui(lang)('filter')}</Button>
            {narrowed && <a href={addressOf({ view })}>{ui(lang)('clear-filters')}</a>}
          </div>
        </Form>
      </Details>
    </div>
  )
}

function Empty({ lang, view, narrowed }: { lang: Lang; view: View; narrowed: boolean }) {
  const t = desk(lang)
  if (narrowed)
    return (
      <EmptyState title={t('empty-filtered')}>
        <p>
          <a href={addressOf({ view })}>{ui(lang)('clear-filters')}</a>
        </p>
      </EmptyState>
    )
  return (
    <EmptyState title={t(`empty-${view}`)}>
      {view === 'mine' && (
        <p>
          {t('empty-mine-text')} <a href={addressOf({ view: 'unassigned' })}>{t('view-unassigned')}</a>
        </p>
      )}
    </EmptyState>
  )
}

/** The municipalities of an office's county, by name. */
export const ownMunicipalities = (organisation: string, lang: Lang): { value: string; label: string }[] =>
  municipalities
    .filter((place) => place.county === organisation)
    .map((place) => ({ value: place.code, label: municipalityName(place.code, lang) }))
    .sort((a, b) => a.label.localeCompare(b.label, lang))

function filtersOf(c: DeskContext): Filters {
  const given = FILTERS.flatMap((name) => {
    const value = c.req.query(name)?.trim()
    return value ? [[name, value]] : []
  })
  return Object.fromEntries(given) as Filters
}

const caseFilter = (view: View, filters: Filters, handlerId: string): CaseFilter => ({
  ...filters,
  view,
  handlerId,
  urgent: filters.urgent === 'yes' || undefined,
})

/** What the rows of a view are sorted by: a digit and one or two days, or the moment a case was opened or closed. */
const SORTED_BY = {
  day: /^([012](?:\d{4}-\d\d-\d\d){1,2})~([0-9a-f-]{36})$/,
  moment: /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d)~([0-9a-f-]{36})$/,
}

function pageKey(view: View, written: string | undefined): PageKey | undefined {
  const by = view === 'all' || view === 'closed' ? SORTED_BY.moment : SORTED_BY.day
  const match = by.exec(written ?? '')
  return match ? { due: match[1]!, id: match[2]! } : undefined
}

function addressOf(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `/desk?${new URLSearchParams(given)}`
}

const codesName = (dimension: Dimension, lang: Lang): string => DIMENSION[dimension].name[lang]

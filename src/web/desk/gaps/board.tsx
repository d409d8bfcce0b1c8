import { countOpenGaps, type GapFilter, type GapKey, listGaps } from '../../../cases/index.ts'
import { type GapList, isCode, isGapCode } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import { dateInFinland } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import {
  Button,
  Details,
  EmptyState,
  Form,
  HiddenFields,
  LinkButton,
  Pager,
  Select,
  Tabs,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk, signedIn } from '../frame.tsx'
import { ownMunicipalities } from '../queue.tsx'
import { gapOptions } from './form-options.ts'
import { GapTable } from './list.tsx'

const PAGE_SIZE = 50
const FILTERS = ['cause', 'authority', 'municipality'] as const
type Filters = Partial<Record<(typeof FILTERS)[number], string>>

/** Open gaps, those that have lasted longest first. View, filters and page are in the address. */
export async function boardPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = gaps(lang)
  const state: GapFilter['state'] = c.req.query('view') === 'closed' ? 'closed' : 'open'
  const filters = filtersOf(c)
  const after = keyIn(c.req.query('after'))
  const { list, counts } = await asStaff(c, web, async (tx) => ({
    list: await listGaps(tx, { state, ...filters }, { size: PAGE_SIZE, ...(after && { after }) }),
    counts: await countOpenGaps(tx),
  }))
  const narrowed = Object.keys(filters).length > 0
  const address = (more: Record<string, string | undefined>) =>
    addressOf({ view: state, ...filters, ...more })
  const today = dateInFinland(web.house.now()).toString()
  return showDesk(c, web, {
    title: t('title-board'),
    section: 'gaps',
    counts: { gaps: counts.urgent },
    children: (
      <>
        <BoardHead lang={lang} />
        <BoardTabs lang={lang} current={state} open={counts.open} />
        <BoardFilters lang={lang} state={state} filters={filters} organisation={signedIn(c).organisation} />
        {list.rows.length === 0 ? (
          <Empty lang={lang} state={state} narrowed={narrowed} />
        ) : (
          <GapTable lang={lang} caption={t(`tab-${state}`)} rows={list.rows} today={today} />
        )}
        <Pager
          lang={lang}
          nextHref={list.next ? address({ after: `${list.next.since}~${list.next.id}` }) : undefined}
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

export function BoardHead({ lang }: { lang: Lang }) {
  const t = gaps(lang)
  return (
    <div class="av-bar">
      <div class="av-flow">
        <h1>{t('title-board')}</h1>
        <p class="av-hush">{t('lead-board')}</p>
      </div>
      <LinkButton href="/desk/gaps/new" shortcut="n">
        {t('new')}
      </LinkButton>
    </div>
  )
}

export function BoardTabs(props: { lang: Lang; current: 'open' | 'closed' | 'figures'; open?: number }) {
  const t = gaps(props.lang)
  const href = { open: '/desk/gaps', closed: '/desk/gaps?view=closed', figures: '/desk/gaps/figures' }
  return (
    <Tabs
      label={t('views')}
      items={(['open', 'closed', 'figures'] as const).map((one) => ({
        href: href[one],
        label: t(`tab-${one}`),
        current: one === props.current,
        count: one === 'open' ? props.open : undefined,
      }))}
    />
  )
}

function BoardFilters(props: {
  lang: Lang
  state: GapFilter['state']
  filters: Filters
  organisation: string
}) {
  const { lang, filters } = props
  const t = gaps(lang)
  const narrowed = Object.keys(filters).length > 0
  const list = (name: 'cause' | 'authority') => (
    <Select
      lang={lang}
      name={name}
      label={t(name)}
      empty={t('any')}
      value={filters[name]}
      options={gapOptions(name as GapList, lang)}
    />
  )
  return (
    <div class="av-filters">
      <Details summary={narrowed ? t('filters-on') : t('filters')} open={narrowed}>
        <Form lang={lang} method="get" action="/desk/gaps">
          <HiddenFields values={{ view: props.state }} />
          <div class="av-tools">
            {list('cause')}
            {list('authority')}
            <Select
              lang={lang}
              name="municipality"
              label={t('municipality')}
              empty={t('any')}
              value={filters.municipality}
              options={ownMunicipalities(props.organisation, lang)}
            />
            <Button look="secondary">{ui(lang)('filter')}</Button>
            {narrowed && <a href={addressOf({ view: props.state })}>{ui(lang)('clear-filters')}</a>}
          </div>
        </Form>
      </Details>
    </div>
  )
}

function Empty({ lang, state, narrowed }: { lang: Lang; state: GapFilter['state']; narrowed: boolean }) {
  const t = gaps(lang)
  if (narrowed)
    return (
      <EmptyState title={t('empty-filtered')}>
        <p>
          <a href={addressOf({ view: state })}>{ui(lang)('clear-filters')}</a>
        </p>
      </EmptyState>
    )
  if (state === 'closed') return <EmptyState title={t('empty-closed')} />
  return (
    <EmptyState title={t('empty-open')}>
      <p>{t('empty-open-text')}</p>
      <LinkButton href="/desk/gaps/new" look="secondary">
        {t('new')}
      </LinkButton>
    </EmptyState>
  )
}

function filtersOf(c: DeskContext): Filters {
  const known = (name: (typeof FILTERS)[number], value: string) =>
    name === 'municipality' ? isCode('municipality', value) : isGapCode(name, value)
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = c.req.query(name)
      return value && known(name, value) ? [[name, value]] : []
    }),
  )
}

function keyIn(after: string | undefined): GapKey | undefined {
  const [, since, id] = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  return since && id ? { since, id } : undefined
}

function addressOf(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => Boolean(pair[1]) && !(pair[0] === 'view' && pair[1] === 'open'),
  )
  const search = new URLSearchParams(given).toString()
  return search ? `/desk/gaps?${search}` : '/desk/gaps'
}

import type { Context } from 'hono'
import { mayOn } from '../../../cases/index.ts'
import { inOffice } from '../../../custody/transaction.ts'
import { formatDateTime } from '../../../language/formats.ts'
import {
  countOutbox,
  listOutbox,
  mailIsHeld,
  OUTBOX_VIEWS,
  type OutboxKey,
  type OutboxRow,
  type OutboxView,
} from '../../../notices/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { Alert, EmptyState, LinkButton, Pager, Table, Tabs, Tag } from '../../ui/parts.ts'
import { showDesk } from '../frame.tsx'
import { CaseNumber, OUTBOX, textsOf } from './frame.tsx'

/** Notices by view, those that did not arrive first. The view and the place in the list are in the address. */
export async function outboxPage(c: Context<WebEnv>, web: Web) {
  const staff = c.var.staff!
  const t = textsOf(c)
  const { lang } = c.var
  const view = OUTBOX_VIEWS.find((one) => one === c.req.query('view')) ?? 'undelivered'
  const after = keyOf(c.req.query('after'))
  const { rows, next, counts, held } = await inOffice(
    web.house,
    staff.organisation,
    { kind: 'staff', id: staff.staffId },
    async (o) => {
      const sees = await mayOn(o, 'notice.resend')
      return {
        ...(await listOutbox(o, { view, sees }, after)),
        counts: await countOutbox(o, sees),
        held: await mailIsHeld(o),
      }
    },
  )
  const href = (to: OutboxView) => `${OUTBOX}?view=${to}`
  return showDesk(c, web, {
    title: t('title'),
    section: 'admin',
    back: '/desk/admin',
    children: (
      <div class="av-flow">
        <div class="av-bar">
          <h1>{t('title')}</h1>
          <LinkButton look="secondary" href={`${OUTBOX}/texts`}>
            {t('to-previews')}
          </LinkButton>
        </div>
        <p>{t('lead')}</p>
        {!web.mailLeaves && <Alert tone="warning">{t('no-server')}</Alert>}
        {held && <Alert tone="warning">{t('held')}</Alert>}
        <Tabs
          label={t('views-label')}
          items={OUTBOX_VIEWS.map((one) => ({
            href: href(one),
            label: t(`view-${one}`),
            current: one === view,
            count: one === 'sent' || one === 'all' ? undefined : counts[one],
          }))}
        />
        {rows.length === 0 ? (
          <EmptyState title={t(view === 'undelivered' ? 'empty-undelivered' : 'empty-other')} />
        ) : (
          <Table
            caption={t(`view-${view}`)}
            captionHidden
            stack
            rows={rows}
            alertOf={(row) => (row.state === 'undelivered' ? 'danger' : undefined)}
            columns={[
              {
                label: t('col-notice'),
                rowHeader: true,
                cell: (row) => <a href={`${OUTBOX}/${row.id}`}>{t(`kind-${row.template}`)}</a>,
              },
              {
                label: t('col-case'),
                cell: (row) => <CaseNumber c={c} number={row.caseNumber} />,
              },
              { label: t('col-to'), cell: (row) => t(`to-${row.audience}`) },
              { label: t('col-planned'), cell: (row) => formatDateTime(lang, row.plannedAt) },
              { label: t('col-state'), cell: (row) => <State row={row} c={c} /> },
            ]}
          />
        )}
        <Pager
          lang={lang}
          nextHref={next ? `${href(view)}&after=${next.plannedAt.toISOString()}_${next.id}` : undefined}
          previousHref={after ? href(view) : undefined}
        />
      </div>
    ),
  })
}

/** The state in words, and when something happens or happened. */
export function State({ row, c }: { row: OutboxRow; c: Context<WebEnv> }) {
  const t = textsOf(c)
  const at = (date: Date) => formatDateTime(c.var.lang, date)
  if (row.state === 'sent' && row.sentAt) return <>{t('sent-at', { at: at(row.sentAt) })}</>
  const tone = row.state === 'undelivered' ? 'danger' : row.state === 'waiting' ? 'warning' : 'neutral'
  return (
    <>
      <Tag tone={tone}>{t(`state-${row.state}`)}</Tag>
      {row.trouble === 'retrying' && row.nextAttemptAt && (
        <span class="av-hush av-small"> {t('next-at', { at: at(row.nextAttemptAt) })}</span>
      )}
    </>
  )
}

/** The place in the list from the address; anything else begins at the top. */
function keyOf(value: string | undefined): OutboxKey | undefined {
  const { at, id } = /^(?<at>[\dT:.-]+Z)_(?<id>[0-9a-f-]{36})$/.exec(value ?? '')?.groups ?? {}
  const plannedAt = new Date(at ?? Number.NaN)
  return id && !Number.isNaN(plannedAt.getTime()) ? { plannedAt, id } : undefined
}

import type { Context } from 'hono'
import { may } from '../../../access/index.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { formatDateTime } from '../../../language/formats.ts'
import type { Web, WebEnv } from '../../context.ts'
import { EmptyState, Pager, Table, Tabs } from '../../ui/parts.ts'
import { asStaff, showDesk } from '../frame.tsx'
import { type AuditSubject, auditWords } from './audit-words.ts'

const AREAS = [
  'case',
  'contact',
  'notice',
  'staff',
  'session',
  'report',
  'summary',
  'organisation',
  'rule',
] as const
const SIZE = 50
const ACTORS = ['client', 'system', 'anonymous', 'staff'] as const

/** What has been recorded, the latest first, paged by the entry's number. Looking is recorded too. */
export async function auditPage(c: Context<WebEnv>, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = admin(lang)
  const area = AREAS.find((one) => one === c.req.query('area'))
  const before = /^\d{1,15}$/.test(c.req.query('before') ?? '') ? BigInt(c.req.query('before')!) : undefined
  const { rows, words } = await asStaff(c, web, async (o) => {
    const rows = await o.sql.auditEntry.findMany({
      where: { organisation: o.organisation, subjectKind: area, seq: before && { lt: before } },
      select: {
        seq: true,
        at: true,
        actorKind: true,
        actorId: true,
        event: true,
        subjectKind: true,
        subjectId: true,
        details: true,
      },
      orderBy: { seq: 'desc' },
      take: SIZE + 1,
    })
    o.audit({ event: 'audit.read', details: { area: area ?? null } })
    return { rows, words: await auditWords(o, rows, { lang, readsCases: may(c.var.staff!, 'case.read') }) }
  })
  const shown = rows.slice(0, SIZE)
  const href = (to?: string) => `/desk/admin/audit${to ? `?area=${to}` : ''}`
  const last = shown.at(-1)
  const who = (row: (typeof rows)[number]) =>
    (row.actorId && words.names.get(row.actorId)) ||
    t(`by-${ACTORS.find((one) => one === row.actorKind) ?? 'system'}`)
  return showDesk(c, web, {
    title: t('audit'),
    section: 'admin',
    back: '/desk/admin',
    children: (
      <div class="av-flow">
        <h1>{t('audit')}</h1>
        <Tabs
          label={t('audit-area')}
          items={[
            { href: href(), label: t('audit-all'), current: !area },
            ...AREAS.map((one) => ({ href: href(one), label: t(`area-${one}`), current: one === area })),
          ]}
        />
        {shown.length === 0 ? (
          <EmptyState title={t('audit-none')} />
        ) : (
          <Table
            caption={t('audit')}
            captionHidden
            stack
            rows={shown}
            columns={[
              { label: t('audit-when'), rowHeader: true, cell: (row) => formatDateTime(lang, row.at) },
              { label: t('audit-who'), cell: who },
              { label: t('audit-what'), cell: words.eventOf },
              {
                label: t('audit-about'),
                cell: (row) => <Subject c={c} subject={words.subjectOf(row)} />,
              },
            ]}
          />
        )}
        <Pager
          lang={lang}
          nextHref={
            rows.length > SIZE && last
              ? `/desk/admin/audit?${area ? `area=${area}&` : ''}before=${last.seq}`
              : undefined
          }
          previousHref={before ? href(area) : undefined}
        />
      </div>
    ),
  })
}

/** In words, and a link for those who may open it. */
function Subject({ c, subject }: { c: Context<WebEnv>; subject: AuditSubject | null }) {
  const staff = c.var.staff!
  if (!subject) return <>–</>
  const { words, caseId, noticeId } = subject
  if (noticeId && may(staff, 'notices.read')) return <a href={`/desk/notices/${noticeId}`}>{words}</a>
  return caseId && may(staff, 'case.read') ? <a href={`/desk/cases/${caseId}`}>{words}</a> : <>{words}</>
}

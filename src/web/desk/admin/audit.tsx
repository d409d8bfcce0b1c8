import type { Context } from 'hono'
import { may } from '../../../access/index.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { auditLog } from '../../../language/catalogues/audit-log.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import { Details, EmptyState, ErrorSummary, LinkButton, Pager, Table, Tabs } from '../../ui/parts.ts'
import { asStaff, showDesk, staffNames } from '../frame.tsx'
import { EXPORT_MOST } from './audit-export.ts'
import { AREAS, addressOf, conditionOf, isNarrowed, readFilter } from './audit-filter.ts'
import { AuditFilters, readArea } from './audit-filters.tsx'
import { type AuditSubject, auditWords } from './audit-words.ts'

const SIZE = 50
const DIGESTS = 31
const ACTORS = ['client', 'system', 'anonymous', 'staff'] as const

/** What has been recorded, the latest first, narrowed as the address asks, paged by the entry's number. Looking is recorded too. */
export async function auditPage(c: Context<WebEnv>, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = admin(lang)
  const say = auditLog(lang)
  const filter = readFilter(c.req.query())
  const before = /^\d{1,15}$/.test(c.req.query('before') ?? '') ? BigInt(c.req.query('before')!) : undefined
  const { rows, words, errors, names, digests, key } = await asStaff(c, web, async (o) => {
    const { where, errors } = await conditionOf(o, filter, lang)
    const rows =
      errors.length > 0
        ? []
        : await o.sql.auditEntry.findMany({
            where: { AND: [where, before ? { seq: { lt: before } } : {}] },
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
    o.audit({
      event: 'audit.read',
      details: { area: filter.area ?? null, event: filter.event || null, who: filter.who || null },
    })
    return {
      rows,
      errors,
      names: await staffNames(o),
      words: await auditWords(o, rows, { lang, readsCases: may(c.var.staff!, 'case.read') }),
      digests: await o.sql.auditDigest.findMany({
        where: { organisation: o.organisation },
        orderBy: { day: 'desc' },
        take: DIGESTS,
        select: { day: true, seq: true },
      }),
      key: await o.sql.auditSigningKey.findFirst({
        where: { organisation: o.organisation },
        orderBy: { createdAt: 'desc' },
        select: { publicKey: true },
      }),
    }
  })
  const shown = rows.slice(0, SIZE)
  const last = shown.at(-1)
  const href = (area?: (typeof AREAS)[number]) => `/desk/admin/audit${addressOf({ ...filter, area })}`
  const who = (row: (typeof rows)[number]) =>
    (row.actorId && words.names.get(row.actorId)) ||
    t(`by-${ACTORS.find((one) => one === row.actorKind) ?? 'system'}`)
  return showDesk(c, web, {
    title: t('audit'),
    section: 'admin',
    back: '/desk/admin',
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    children: (
      <div class="av-flow">
        {errors.length > 0 && <ErrorSummary lang={lang} errors={errors} />}
        <h1>{t('audit')}</h1>
        <Tabs
          label={t('audit-area')}
          wrap
          items={[
            { href: href(), label: t('audit-all'), current: !filter.area },
            ...AREAS.map((one) => ({
              href: href(one),
              label: t(`area-${one}`),
              current: one === filter.area,
            })),
          ]}
        />
        <AuditFilters lang={lang} filter={filter} errors={errors} names={names} />
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
              ? `/desk/admin/audit${addressOf(filter, { before: String(last.seq) })}`
              : undefined
          }
          previousHref={
            before
              ? `/desk/admin/audit${addressOf(isNarrowed(filter) ? filter : readArea(filter))}`
              : undefined
          }
        />
        {shown.length > 0 && (
          <div>
            <LinkButton look="secondary" href={`/desk/admin/audit/file${addressOf(filter)}`}>
              {say('file')}
            </LinkButton>
            <p class="av-hush av-small">{say('file-note', { most: EXPORT_MOST })}</p>
          </div>
        )}
        <Details summary={say('digests-title')}>
          <Digests lang={lang} digests={digests} publicKey={key?.publicKey} />
        </Details>
      </div>
    ),
  })
}

interface DigestsProps {
  lang: Lang
  digests: { day: Date; seq: bigint }[]
  publicKey?: Uint8Array
}

/** What was signed each night, and the key with which anybody can check it. */
function Digests({ lang, digests, publicKey }: DigestsProps) {
  const say = auditLog(lang)
  return (
    <div class="av-flow">
      <p>{say('digests-text')}</p>
      {publicKey && (
        <p>
          {say('digest-key')}: <code class="av-typed">{Buffer.from(publicKey).toString('base64')}</code>
        </p>
      )}
      {digests.length === 0 ? (
        <p>{say('digests-none')}</p>
      ) : (
        <Table
          caption={say('digests-title')}
          captionHidden
          rows={digests}
          columns={[
            {
              label: say('digest-day'),
              rowHeader: true,
              cell: ({ day }) => formatDate(lang, day.toISOString()),
            },
            { label: say('digest-seq'), numeric: true, cell: ({ seq }) => formatNumber(lang, Number(seq)) },
            {
              label: say('digest-get'),
              labelHidden: true,
              cell: ({ day }) => (
                <a href={`/desk/admin/audit/digest?day=${day.toISOString().slice(0, 10)}`}>
                  {say('digest-get')}
                </a>
              ),
            },
          ]}
        />
      )}
    </div>
  )
}

/** In words, and a link for those who may open it. */
function Subject({ c, subject }: { c: Context<WebEnv>; subject: AuditSubject | null }) {
  const staff = c.var.staff!
  if (!subject) return <>–</>
  const { words, caseId, noticeId } = subject
  if (noticeId && may(staff, 'notices.read')) return <a href={`/desk/notices/${noticeId}`}>{words}</a>
  return caseId && may(staff, 'case.read') ? <a href={`/desk/cases/${caseId}`}>{words}</a> : <>{words}</>
}

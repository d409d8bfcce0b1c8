import { stream } from 'hono/streaming'
import { may } from '../../../access/index.ts'
import { csvLine } from '../../../documents/csv.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { dateInFinland, formatDate, formatDateTime } from '../../../language/formats.ts'
import type { Web } from '../../context.ts'
import { EmptyState, LinkButton, Pager, Table } from '../../ui/parts.ts'
import { asStaff, type DeskContext, signedIn } from '../frame.tsx'
import { RETENTION, showRetention } from './frame.tsx'
import { outcomeWords, ruleWords } from './words.ts'

const SIZE = 50
const BATCH = 1000
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The destruction list, the latest first. Its ids tell the order. */
export async function listPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = retentionTexts(lang)
  const before = UUID.test(c.req.query('before') ?? '') ? c.req.query('before') : undefined
  const rows = await asStaff(c, web, (o) =>
    o.sql.destruction.findMany({
      where: { organisation: o.organisation, id: before ? { lt: before } : undefined },
      orderBy: { id: 'desc' },
      take: SIZE + 1,
    }),
  )
  const shown = rows.slice(0, SIZE)
  return showRetention(c, web, {
    at: 'list',
    children: (
      <>
        <p>{t('list-lead')}</p>
        {shown.length === 0 ? (
          <EmptyState title={t('list-none')} />
        ) : (
          <>
            <Table
              caption={t('tab-list')}
              captionHidden
              stack
              rows={shown}
              columns={[
                { label: t('list-number'), rowHeader: true, cell: ({ number }) => number ?? t('no-number') },
                { label: t('list-at'), cell: ({ at }) => formatDateTime(lang, at) },
                {
                  label: t('list-kind'),
                  cell: ({ kind, outcome }) => (
                    <>
                      {t(`kind-${kind as 'advice'}`)}
                      {outcome && <span class="av-second">{outcomeWords(outcome, lang)}</span>}
                    </>
                  ),
                },
                {
                  label: t('list-opened'),
                  cell: ({ openedOn, closedOn }) =>
                    [openedOn, closedOn]
                      .flatMap((day) => (day ? [formatDate(lang, day.toISOString())] : []))
                      .join('–'),
                },
                { label: t('list-source'), cell: (row) => ruleWords({ ...row, action: 'destroy' }, lang) },
              ]}
            />
            <Pager
              lang={lang}
              nextHref={rows.length > SIZE ? `${RETENTION}/list?before=${shown.at(-1)!.id}` : undefined}
              previousHref={before ? `${RETENTION}/list` : undefined}
            />
            {may(signedIn(c), 'retention.set') && (
              <p>
                <LinkButton look="secondary" href={`${RETENTION}/list/file`}>
                  {t('list-file')}
                </LinkButton>
              </p>
            )}
          </>
        )}
      </>
    ),
  })
}

const COLUMNS = [
  'id',
  'at',
  'subject',
  'subjectId',
  'number',
  'kind',
  'outcome',
  'openedOn',
  'closedOn',
  'startsFrom',
  'startedOn',
  'dueOn',
  'years',
  'ruleId',
  'source',
  'decidedBy',
  'hash',
] as const

/** The whole list as a file, with the hash of each line as it stands in the log. Recorded before the first line leaves. */
export async function listFile(c: DeskContext, web: Web): Promise<Response> {
  await asStaff(c, web, async (o) => o.audit({ event: 'retention.exported' }))
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header(
    'Content-Disposition',
    `attachment; filename="havitysluettelo-${dateInFinland(web.house.now())}.csv"`,
  )
  c.header('Cache-Control', 'no-store')
  return stream(c, async (out) => {
    await out.write(csvLine(COLUMNS))
    for (let after: string | undefined, more = true; more; ) {
      const rows = await asStaff(c, web, (o) =>
        o.sql.destruction.findMany({
          where: { organisation: o.organisation, id: after ? { gt: after } : undefined },
          orderBy: { id: 'asc' },
          take: BATCH,
        }),
      )
      if (rows.length > 0)
        await out.write(rows.map((row) => csvLine(COLUMNS.map((name) => fieldOf(row[name], name)))).join(''))
      after = rows.at(-1)?.id
      more = rows.length === BATCH
    }
  })
}

function fieldOf(value: unknown, name: string): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return name === 'at' ? value.toISOString() : value.toISOString().slice(0, 10)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return String(value)
}

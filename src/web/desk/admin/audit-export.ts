import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { may } from '../../../access/index.ts'
import { readDigest } from '../../../custody/sign-digests.ts'
import { csvLine } from '../../../documents/csv.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { dateInFinland, formatDateTime } from '../../../language/formats.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { asStaff } from '../frame.tsx'
import { conditionOf, readFilter } from './audit-filter.ts'
import { auditWords } from './audit-words.ts'

/** Entries a file holds at most. */
export const EXPORT_MOST = 100_000
const BATCH = 1000
const ACTORS = ['client', 'system', 'anonymous', 'staff'] as const

/** The narrowed log as a file for a spreadsheet, written out as it is read. Recorded before the first line leaves. */
export async function auditFile(c: Context<WebEnv>, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = admin(lang)
  const filter = readFilter(c.req.query())
  const asked = await asStaff(c, web, async (o) => {
    const read = await conditionOf(o, filter, lang)
    if (read.errors.length === 0)
      o.audit({
        event: 'audit.exported',
        details: { area: filter.area ?? null, event: filter.event || null, who: filter.who || null },
      })
    return read
  })
  if (asked.errors.length > 0) return problem(c, 422, { detail: asked.errors[0]!.message })
  const readsCases = may(c.var.staff!, 'case.read')
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="loki-${dateInFinland(web.house.now())}.csv"`)
  c.header('Cache-Control', 'no-store')
  return stream(c, async (out) => {
    await out.write(
      csvLine(['n', 'at', t('audit-when'), t('audit-who'), 'event', t('audit-what'), t('audit-about')]),
    )
    let before: bigint | undefined
    for (let written = 0; written < EXPORT_MOST; ) {
      const lines = await asStaff(c, web, async (o) => {
        const rows = await o.sql.auditEntry.findMany({
          where: { AND: [asked.where, before ? { seq: { lt: before } } : {}] },
          orderBy: { seq: 'desc' },
          take: Math.min(BATCH, EXPORT_MOST - written),
        })
        const words = await auditWords(o, rows, { lang, readsCases })
        before = rows.at(-1)?.seq
        return rows.map((row) =>
          csvLine([
            String(row.seq),
            row.at.toISOString(),
            formatDateTime(lang, row.at),
            (row.actorId && words.names.get(row.actorId)) ||
              t(`by-${ACTORS.find((one) => one === row.actorKind) ?? 'system'}`),
            row.event,
            words.eventOf(row),
            words.subjectOf(row)?.words ?? '',
          ]),
        )
      })
      if (lines.length > 0) await out.write(lines.join(''))
      written += lines.length
      if (lines.length < BATCH) return
    }
  })
}

/** The signed digest of a day, for somebody outside the office to keep. Recorded. */
export async function digestAsFile(c: Context<WebEnv>, web: Web): Promise<Response> {
  const day = c.req.query('day')
  if (day !== undefined && !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day)) return problem(c, 404)
  const digest = await asStaff(c, web, async (o) => {
    const found = await readDigest(o, day)
    if (found)
      o.audit({
        event: 'audit.digest-exported',
        subjectKind: 'organisation',
        subjectId: o.organisation,
        details: { day: found.day },
      })
    return found
  })
  if (!digest) return problem(c, 404)
  c.header('Content-Disposition', `attachment; filename="loki-${digest.organisation}-${digest.day}.json"`)
  c.header('Cache-Control', 'no-store')
  return c.json(digest)
}

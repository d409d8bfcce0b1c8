import { casesToName, eventLabel } from '../../../cases/index.ts'
import { municipalityName } from '../../../classification/index.ts'
import type { OfficeTransaction } from '../../../custody/transaction.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { auditLog } from '../../../language/catalogues/audit-log.ts'
import { notices } from '../../../language/catalogues/notices.ts'
import { personTexts } from '../../../language/catalogues/person-data.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { isNoticeName } from '../../../notices/index.ts'
import { staffNames } from '../frame.tsx'

/** An audit entry as the page reads it. */
export interface AuditRow {
  event: string
  subjectKind: string | null
  subjectId: string | null
  details: unknown
}

/** What an entry is about: in words, and for a case or a notice the place where it can be looked at. */
export interface AuditSubject {
  words: string
  caseId?: string
  noticeId?: string
}

export interface AuditWords {
  names: ReadonlyMap<string, string>
  subjectOf(row: AuditRow): AuditSubject | null
  /** What happened; to those who may read cases, in the words of the case's statechart. */
  eventOf(row: AuditRow): string
}

/** What happened, in words. */
export function eventWords(event: string, lang: Lang): string {
  const who = `audit-${event}`
  if (who in whoMay.texts.fi) return whoMay(lang)(who as 'audit-tie.ended')
  const key = `event-${event}`
  if (key in auditLog.texts.fi) return auditLog(lang)(key as 'event-case.exported')
  if (key in personTexts.texts.fi) return personTexts(lang)(key as 'event-rectification.asked')
  if (key in retentionTexts.texts.fi) return retentionTexts(lang)(key as 'event-case.marked')
  return admin(lang)(key in admin.texts.fi ? (key as 'event-other') : 'event-other')
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Names for the ids of these entries, read at once: numbers of cases, kinds of notices, titles of summaries, people. */
export async function auditWords(
  t: OfficeTransaction,
  rows: readonly AuditRow[],
  { lang, readsCases }: { lang: Lang; readsCases: boolean },
): Promise<AuditWords> {
  const organisation = t.organisation
  const ids = (kind: string) => [
    ...new Set(
      rows.flatMap(({ subjectKind, subjectId }) =>
        subjectKind === kind && subjectId && UUID.test(subjectId) ? [subjectId] : [],
      ),
    ),
  ]
  const names = await staffNames(t)
  const sent = await t.sql.notice.findMany({
    where: { organisation, id: { in: ids('notice') } },
    select: { id: true, template: true, caseId: true },
  })
  const contacts = await t.sql.contact.findMany({
    where: { organisation, id: { in: ids('contact') } },
    select: { id: true, at: true, caseId: true },
  })
  const gaps = await t.sql.benefitGap.findMany({
    where: { organisation, id: { in: ids('gap') } },
    select: { id: true, caseId: true },
  })
  const named = [...ids('case'), ...[...sent, ...contacts, ...gaps].flatMap(({ caseId }) => caseId ?? [])]
  const cases = await t.sql.case.findMany({
    where: { organisation, id: { in: await casesToName(t, named) } },
    select: { id: true, number: true, workflow: true, workflowVersion: true },
  })
  const releases = await t.sql.release.findMany({
    where: { organisation, id: { in: [...ids('summary'), ...ids('report')] } },
    select: { id: true, title: true, year: true },
  })
  const destroyed = await t.sql.destruction.findMany({
    where: { organisation, subjectId: { in: ids('case') } },
    select: { subjectId: true, number: true },
  })
  const destroyedOf = new Map(destroyed.map((row) => [row.subjectId, row]))
  const words = admin(lang)
  const byId = <Row extends { id: string }>(all: Row[]) => new Map(all.map((row) => [row.id, row]))
  const [noticeOf, contactOf, caseOf, releaseOf] = [byId(sent), byId(contacts), byId(cases), byId(releases)]
  const caseSubject = (id: string | null | undefined): AuditSubject | null => {
    const found = id ? caseOf.get(id) : undefined
    if (found) return { words: found.number, caseId: found.id }
    const gone = id ? destroyedOf.get(id) : undefined
    return gone?.number ? { words: gone.number } : null
  }

  function subjectOf({ subjectKind, subjectId, details }: AuditRow): AuditSubject | null {
    if (!subjectId) return null
    switch (subjectKind) {
      case 'case':
        return caseSubject(subjectId)
      case 'staff': {
        const name = names.get(subjectId)
        return name ? { words: name } : null
      }
      case 'contact': {
        const contact = contactOf.get(subjectId)
        return (
          caseSubject(contact?.caseId) ??
          (contact ? { words: words('about-contact', { date: formatDate(lang, contact.at) }) } : null)
        )
      }
      case 'gap':
        return caseSubject(gaps.find(({ id }) => id === subjectId)?.caseId)
      case 'notice': {
        const notice = noticeOf.get(subjectId)
        if (!notice || !isNoticeName(notice.template)) return null
        const kind = notices(lang)(`kind-${notice.template}`)
        const about = caseSubject(notice.caseId)
        return {
          words: about ? `${kind}, ${about.words}` : kind,
          ...(about || !notice.caseId ? { noticeId: subjectId } : {}),
        }
      }
      case 'summary':
      case 'report': {
        const release = releaseOf.get(subjectId)
        if (release)
          return {
            words: release.title.includes(String(release.year))
              ? release.title
              : `${release.title}, ${release.year}`,
          }
        const year = (details as { year?: unknown } | null)?.year
        if (/^\d{3}$/.test(subjectId))
          return { words: [municipalityName(subjectId, lang), year].filter(Boolean).join(', ') }
        return UUID.test(subjectId) ? null : { words: subjectId }
      }
      case 'rule': {
        // A rule of keeping has no name of its own: it is told by what it is for.
        const kind = (details as { kind?: unknown } | null)?.kind
        if (!UUID.test(subjectId)) return { words: subjectId }
        return typeof kind === 'string' ? { words: retentionTexts(lang)(`kind-${kind as 'advice'}`) } : null
      }
      default:
        return null
    }
  }

  function eventOf({ event, subjectId, details }: AuditRow): string {
    const said = eventWords(event, lang)
    const type = (details as { type?: unknown } | null)?.type
    const found = subjectId ? caseOf.get(subjectId) : undefined
    if (event !== 'case.event' || !readsCases || !found || typeof type !== 'string') return said
    const label = eventLabel(found, type, lang)
    return label === type ? said : label
  }

  return { names, subjectOf, eventOf }
}

import type { AuditEvent } from '../custody/audit-events.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { dateInFinland } from '../language/formats.ts'

/** What of the log is told to the client of a case: every opening, on paper or as a file too. */
const OPENINGS = {
  'case.read': 'read',
  'letters.read': 'read',
  'excerpt.read': 'read',
  'gap.read': 'read',
  'case.printed': 'printed',
  'letter.downloaded': 'downloaded',
  'gap.sheet-made': 'downloaded',
  'attachment.read': 'downloaded',
  'attachment.opened-unscanned': 'downloaded',
  'case.exported': 'exported',
} as const satisfies Partial<Record<AuditEvent, string>>

export interface Opening {
  /** the first and the last time of the day */
  from: Date
  to: Date
  times: number
  how: (typeof OPENINGS)[keyof typeof OPENINGS]
  /** ombudsman | lead | admin | authority | system */
  who: string
}

/** Days that are told at most, the latest first. */
const MOST = 200

/**
 * Who has opened a case, by day, the latest first. People of the office are told by their role: the name is the
 * office's to give when the client asks for it. The case's own letters, gaps and prints count as the case.
 */
export async function whoOpened(t: OfficeTransaction, caseId: string): Promise<Opening[]> {
  const rows = await t.ask<{
    at: Date
    event: keyof typeof OPENINGS
    actorKind: string
    role: string | null
  }>(
    `select e.at, e.event, e.actor_kind as "actorKind", s.role
     from audit_entry e left join staff s on s.id = e.actor_id
     where e.organisation = app.organisation() and e.event = any($2::text[])
       and (e.subject_kind = 'case' and e.subject_id = $1
         or e.subject_kind = 'gap' and e.subject_id in (select id::text from benefit_gap where case_id = $1::uuid))
       and e.actor_kind <> 'client'
     order by e.seq desc limit 5000`,
    [caseId, Object.keys(OPENINGS)],
  )
  const days = new Map<string, Opening>()
  for (const { at, event, actorKind, role } of rows) {
    const who = actorKind === 'staff' ? (role ?? 'ombudsman') : actorKind
    const how = OPENINGS[event]
    const key = `${dateInFinland(at)} ${who} ${how}`
    const known = days.get(key)
    if (!known) days.set(key, { from: at, to: at, times: 1, how, who })
    else {
      known.times++
      if (at < known.from) known.from = at
      if (at > known.to) known.to = at
    }
  }
  return [...days.values()].slice(0, MOST)
}

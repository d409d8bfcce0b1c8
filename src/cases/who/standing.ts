import { caseFacts, decide, type Person, peopleOf, type Reason, type Subject } from '../../access/index.ts'
import { openDataKey } from '../../custody/data-key.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { passGate } from '../gate.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import type { BarReason } from './bar-person.ts'

export interface WhoSees {
  person: Person
  reads: Reason
  row: Reason
}

export interface Standing {
  number: string
  facts: Subject & { barred: readonly string[]; named: readonly string[] }
  people: WhoSees[]
  bars: { staffId: string; reason: BarReason; since: Date }[]
}

/**
 * For each colleague whether they see the case and by which row of the table. For those who have the case, leads and
 * administrators; it tells nothing of the content. Throws Refusal "not-found", "not-yours".
 */
export async function whoSees(t: OfficeTransaction, caseId: string): Promise<Standing> {
  const facts = await caseFacts(t, caseId)
  const row = await t.sql.case.findUnique({ where: { id: caseId }, select: { number: true } })
  if (!facts || !row) throw new Refusal('not-found')
  await passGate(t, 'case.why', caseId)
  const people = await peopleOf(t)
  const bars = await t.sql.caseBar.findMany({
    where: { caseId, liftedAt: null },
    orderBy: { since: 'asc' },
    select: { staffId: true, reason: true, since: true },
  })
  return {
    number: row.number,
    facts,
    people: people.map((person) => ({
      person,
      reads: decide(person, 'case.read', facts),
      row: decide(person, 'case.row', facts),
    })),
    bars: bars.map((bar) => ({ ...bar, reason: bar.reason as BarReason })),
  }
}

export interface GlassOnCase {
  staffId: string
  openedAt: Date
  untilAt: Date
  reason: string
}

/** Who opened the case by exception and why, the latest first. For readers of the case. */
export async function glassOnCase(t: OfficeTransaction, caseId: string): Promise<GlassOnCase[]> {
  const rows = await t.sql.glassBreak.findMany({ where: { caseId }, orderBy: { openedAt: 'desc' } })
  if (!rows.length) return []
  await passGate(t, 'case.read', caseId)
  const { keyId } = await t.sql.case.findUniqueOrThrow({ where: { id: caseId }, select: { keyId: true } })
  const key = await openDataKey(t, keyId)
  return rows.map(({ id, staffId, openedAt, untilAt, reasonSealed }) => ({
    staffId,
    openedAt,
    untilAt,
    reason: unsealText(key, place.glassReason(id), reasonSealed),
  }))
}

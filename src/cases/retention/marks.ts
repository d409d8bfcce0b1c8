import { may, personOf } from '../../access/index.ts'
import { openDataKey } from '../../custody/data-key.ts'
import { seal, unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { dateInFinland } from '../../language/formats.ts'
import { lockCase } from '../engine/case-row.ts'
import { passGate } from '../gate.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import type { MarkKind } from './codes.ts'

export interface ReadMark {
  id: string
  kind: MarkKind
  /** ISO date, the last day on which it holds; null: until ended */
  until: string | null
  why: string
  setBy: string | null
  setAt: Date
  endedBy: string | null
  endedAt: Date | null
}

export const WHY_LONG = 2000

/**
 * Decides on one case: a hold, a limit on its use, a later look, keeping for good, or destruction after review. The
 * reason is sealed with the case. A mark of the same kind that stands is ended by it.
 * Throws Refusal "field-missing", "field-invalid", "not-found".
 */
export async function markCase(
  t: OfficeTransaction,
  caseId: string,
  given: { kind: MarkKind; until: string | null; why: string },
): Promise<string> {
  const work = await lockToMark(t, caseId)
  const why = given.why.trim()
  if (!why) throw new Refusal('field-missing', { field: 'why' })
  if (why.length > WHY_LONG) throw new Refusal('too-long', { most: String(WHY_LONG), field: 'why' })
  if (given.until && given.until < dateInFinland(t.now).toString())
    throw new Refusal('field-invalid', { field: 'until' })
  if (given.kind === 'later' && !given.until) throw new Refusal('field-missing', { field: 'until' })
  await end(t, { caseId, kind: given.kind })
  const id = newId(t.now)
  await t.sql.caseMark.create({
    data: {
      id,
      organisation: t.organisation,
      caseId,
      kind: given.kind,
      until: given.until ? new Date(given.until) : null,
      whySealed: seal(await work.key(), place.mark(id), why),
      setBy: t.actor.kind === 'staff' ? t.actor.id : null,
      setAt: t.now,
    },
  })
  t.audit({
    event: 'case.marked',
    subjectKind: 'case',
    subjectId: caseId,
    details: { kind: given.kind, until: given.until },
  })
  return id
}

/** Ends a mark of a case. Throws Refusal "not-found". */
export async function endMark(t: OfficeTransaction, caseId: string, id: string): Promise<void> {
  await lockToMark(t, caseId)
  const [ended] = await end(t, { caseId, id })
  if (!ended) throw new Refusal('not-found')
  t.audit({ event: 'case.mark-ended', subjectKind: 'case', subjectId: caseId, details: { kind: ended.kind } })
}

/** Whoever works on the case marks it; those who answer for keeping mark any case they may know of. */
async function lockToMark(t: OfficeTransaction, caseId: string) {
  const person = await personOf(t)
  return lockCase(t, caseId, person && may(person, 'retention.set') ? 'case.row' : 'case.work')
}

async function end(t: OfficeTransaction, which: { caseId: string; kind?: MarkKind; id?: string }) {
  const standing = await t.sql.caseMark.findMany({ where: { ...which, endedAt: null } })
  for (const { id } of standing)
    await t.sql.caseMark.update({
      where: { id },
      data: { endedAt: t.now, endedBy: t.actor.kind === 'staff' ? t.actor.id : null },
    })
  return standing
}

/**
 * The marks of a case, the latest first. Whoever opens the case records the read. Who may only know of the case is given
 * them without their reasons (`reasons: false`), and nothing is opened.
 */
export async function marksOf(
  t: OfficeTransaction,
  { id, keyId }: { id: string; keyId: string },
  { reasons }: { reasons: boolean } = { reasons: true },
): Promise<ReadMark[]> {
  const rows = await t.sql.caseMark.findMany({
    where: { caseId: id },
    orderBy: [{ setAt: 'desc' }, { id: 'desc' }],
  })
  if (rows.length === 0) return []
  await passGate(t, reasons ? 'case.read' : 'case.row', id)
  const key = reasons ? await openDataKey(t, keyId) : null
  return rows.map(({ whySealed, until, kind, id: mark, setBy, setAt, endedBy, endedAt }) => ({
    id: mark,
    kind: kind as MarkKind,
    until: until?.toISOString().slice(0, 10) ?? null,
    why: key ? unsealText(key, place.mark(mark), whySealed) : '',
    setBy,
    setAt,
    endedBy,
    endedAt,
  }))
}

import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { passGate } from '../gate.ts'
import { Refusal } from '../refusal.ts'
import { barPerson } from './bar-person.ts'
import { lockByTie, type Tie } from './lock-found.ts'

/** Declares one's own conflict of interest in a case, or in all cases of its client, now and later. */
export async function declareConflict(
  t: OfficeTransaction,
  caseId: string,
  { wholePerson = false }: { wholePerson?: boolean } = {},
): Promise<void> {
  const staffId = self(t)
  await passGate(t, 'case.row', caseId)
  const row = await t.sql.case.findUniqueOrThrow({ where: { id: caseId }, select: { personUnit: true } })
  await barPerson(t, caseId, staffId, 'own')
  if (wholePerson)
    await declareTie(t, {
      kind: 'client',
      code: null,
      municipality: null,
      name: null,
      personUnit: row.personUnit,
    })
}

/** A lead says that a colleague has a conflict of interest. Throws Refusal "field-invalid" for who is not of the office. */
export async function declareFor(t: OfficeTransaction, caseId: string, staffId: string): Promise<void> {
  await passGate(t, 'case.bar', caseId)
  const colleague = await t.sql.staff.findFirst({ where: { id: staffId, role: { not: 'authority' } } })
  if (!colleague) throw new Refusal('field-invalid', { field: 'staff' })
  await barPerson(t, caseId, staffId, staffId === self(t) ? 'own' : 'lead')
}

/** Declares a standing tie of one's own and locks what it touches. @returns how many cases that were */
export async function declareTie(t: OfficeTransaction, tie: Tie): Promise<number> {
  const staffId = self(t)
  const id = newId(t.now)
  await t.sql.staffTie.create({
    data: { id, organisation: t.organisation, staffId, ...tie, declaredBy: staffId, declaredAt: t.now },
  })
  t.audit({
    event: 'tie.declared',
    subjectKind: 'staff',
    subjectId: staffId,
    details: { kind: tie.kind, code: tie.code },
  })
  return lockByTie(t, staffId, tie)
}

/** The tie is no more: later cases are not locked by it. */
export async function endTie(t: OfficeTransaction, id: string): Promise<boolean> {
  const staffId = self(t)
  const { count } = await t.sql.staffTie.updateMany({
    where: { id, staffId, endedAt: null },
    data: { endedAt: t.now },
  })
  if (count) t.audit({ event: 'tie.ended', subjectKind: 'staff', subjectId: staffId })
  return count > 0
}

/** One's own standing ties that hold. */
export const tiesOf = (t: OfficeTransaction, staffId: string) =>
  t.sql.staffTie.findMany({ where: { staffId, endedAt: null }, orderBy: { declaredAt: 'asc' } })

function self(t: OfficeTransaction): string {
  if (t.actor.kind !== 'staff') throw new Error('a tie is somebody’s own')
  return t.actor.id
}

import { openDataKey } from '../../custody/data-key.ts'
import { type OfficeTransaction, wholeOffice } from '../../custody/transaction.ts'
import type { Case } from '../../database/generated/client.ts'
import { openAccount, openPerson } from '../sealed-parts.ts'
import { barPerson } from './bar-person.ts'
import { conflictsOf, type Touching, tieTouches } from './find-conflicts.ts'

/** Looks for conflicts of interest in a case as it stands, and locks it for those it finds. */
export async function lockFound(t: OfficeTransaction, caseId: string): Promise<void> {
  await wholeOffice(t, async () => {
    await t.flush()
    const row = await t.sql.case.findUnique({ where: { id: caseId } })
    if (!row) return
    for (const { staffId, reason } of await conflictsOf(t, await touchingOf(t, row)))
      await barPerson(t, caseId, staffId, reason)
  })
}

async function touchingOf(t: OfficeTransaction, row: Case): Promise<Touching> {
  const key = await openDataKey(t, row.keyId)
  const gaps = await t.sql.benefitGap.findMany({ where: { caseId: row.id }, select: { authority: true } })
  return {
    personUnit: row.personUnit,
    serviceTask: row.serviceTask,
    municipality: row.municipality,
    person: openPerson(key, row.keyId, row.personSealed),
    where: openAccount(key, row.keyId, row.accountSealed).where,
    authorities: gaps.map(({ authority }) => authority),
  }
}

export interface Tie {
  kind: string
  code: string | null
  municipality: string | null
  name: string | null
  personUnit: string | null
}

/**
 * Locks what a new tie touches among the cases there are. Closed ones go by their codes; the name of a unit stands in
 * sealed text and is looked for in the open ones.
 */
export async function lockByTie(t: OfficeTransaction, staffId: string, tie: Tie): Promise<number> {
  return wholeOffice(t, async () => {
    const ids = await touchedBy(t, tie)
    let locked = 0
    for (const id of ids) if (await barPerson(t, id, staffId, tie.kind as 'service')) locked += 1
    return locked
  })
}

async function touchedBy(t: OfficeTransaction, tie: Tie): Promise<string[]> {
  const by = (where: object) =>
    t.sql.case
      .findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
      .then((rows) => rows.map(({ id }) => id))
  switch (tie.kind) {
    case 'client':
      return by({ personUnit: tie.personUnit })
    case 'service':
      return by({ serviceTask: tie.code, ...(tie.municipality && { municipality: tie.municipality }) })
    case 'authority':
      return by({ gaps: { some: { authority: tie.code } } })
    default: {
      const rows = await t.sql.case.findMany({ where: { closedAt: null }, orderBy: { id: 'asc' } })
      const touched: string[] = []
      for (const row of rows)
        if (tieTouches({ ...tie, person: null }, await touchingOf(t, row))) touched.push(row.id)
      return touched
    }
  }
}

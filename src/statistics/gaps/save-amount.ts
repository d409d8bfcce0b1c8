import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import type { OwnAmount } from '../../law/index.ts'

/**
 * Keeps an amount the office has read for itself. One of the same code that begins on the same day is replaced, and stays
 * as a row. Estimates of gaps count by it at once; nothing that was published changes.
 */
export async function saveAmount(t: OfficeTransaction, given: OwnAmount): Promise<void> {
  const by = staffId(t)
  const validFrom = new Date(`${given.validFrom}T00:00:00Z`)
  await t.sql.$executeRaw`select pg_advisory_xact_lock(hashtext(${`own amounts ${t.organisation}`}))`
  await t.sql.ownAmount.updateMany({
    where: { organisation: t.organisation, code: given.code, validFrom, replacedAt: null },
    data: { replacedAt: t.now, replacedBy: by },
  })
  await t.sql.ownAmount.create({
    data: {
      id: newId(t.now),
      organisation: t.organisation,
      ...given,
      validFrom,
      createdAt: t.now,
      createdBy: by,
    },
  })
  tell(t, given.code, { amount: given.amount, validFrom: given.validFrom })
}

/** Takes an own amount away: the one before it, or the built-in one, counts again. False when it is gone already. */
export async function removeAmount(t: OfficeTransaction, id: string): Promise<boolean> {
  const row = await t.sql.ownAmount.findFirst({
    where: { id, organisation: t.organisation, replacedAt: null },
  })
  if (!row) return false
  await t.sql.ownAmount.updateMany({
    where: { id, organisation: t.organisation },
    data: { replacedAt: t.now, replacedBy: staffId(t) },
  })
  tell(t, row.code, { removed: row.validFrom.toISOString().slice(0, 10) })
  return true
}

function staffId(t: OfficeTransaction): string {
  if (t.actor.kind !== 'staff') throw new Error('an amount is changed by a person')
  return t.actor.id
}

const tell = (t: OfficeTransaction, code: string, details: Record<string, string | number>) =>
  t.audit({ event: 'rule.changed', subjectKind: 'rule', subjectId: code, details })

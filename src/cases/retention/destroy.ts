import { createHash } from 'node:crypto'
import { type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import type { Destruction } from '../../database/generated/client.ts'
import { newId } from '../../database/new-id.ts'
import { eraseIndexes, eraseRest, nothingLeft, whatToErase } from './erase.ts'
import { generaliseGaps, generaliseYear } from './generalise.ts'
import { keepCodes } from './keep-codes.ts'
import { type StandingRow, standingRow } from './read-standings.ts'

/**
 * Destroys one case, or one contact that belongs to none, in a transaction of its own: a run that is killed goes on
 * where it was. Looks again whether its time is over and nothing holds it.
 * @returns false when it is no longer to be destroyed, or is gone already
 */
export function destroyOne(
  house: House,
  organisation: string,
  asked: Pick<StandingRow, 'subject' | 'id'>,
): Promise<boolean> {
  return inOffice(house, organisation, { kind: 'system' }, (t) => destroy(t, asked), { timeout: 120_000 })
}

async function destroy(
  t: OfficeTransaction,
  { subject, id }: Pick<StandingRow, 'subject' | 'id'>,
): Promise<boolean> {
  const table = subject === 'case' ? '"case"' : 'contact'
  await t.ask(`select 1 as locked from ${table} where id = $1::uuid for update`, [id])
  const row = await standingRow(t, subject, id)
  if (row?.standing.state !== 'due') return false
  const erased = await whatToErase(t, subject, id)
  const years = await yearsOf(t, erased.contactIds)
  const line = lineOf(t, row, await decidedBy(t, row))
  await eraseIndexes(t, erased)
  const kept = await keepCodes(t, erased)
  await eraseRest(t, erased)
  await nothingLeft(t, erased, kept)
  for (const year of years) {
    await generaliseYear(t, year)
    await generaliseGaps(t, year)
  }
  await t.sql.destruction.create({ data: line })
  t.audit({
    event: subject === 'case' ? 'case.destroyed' : 'contact.destroyed',
    subjectKind: subject,
    subjectId: id,
    details: { destruction: line.id, hash: Buffer.from(line.hash).toString('hex'), rule: line.ruleId },
  })
  return true
}

async function yearsOf(t: OfficeTransaction, contactIds: string[]): Promise<number[]> {
  const rows = await t.ask<{ year: number }>(
    `select distinct year::int as year from contact where id = any($1::uuid[])`,
    [contactIds],
  )
  return rows.map(({ year }) => year)
}

/** Who decided on destruction after a review. */
async function decidedBy(t: OfficeTransaction, { subject, id }: StandingRow): Promise<string | null> {
  if (subject === 'contact') return null
  const mark = await t.sql.caseMark.findFirst({
    where: { caseId: id, kind: 'destroy', endedAt: null },
    orderBy: { setAt: 'desc' },
    select: { setBy: true },
  })
  return mark?.setBy ?? null
}

function lineOf(t: OfficeTransaction, row: StandingRow, by: string | null) {
  const { rule, startedOn, dueOn } = row.standing
  const line = {
    id: newId(t.now),
    organisation: t.organisation,
    at: t.now,
    subject: row.subject,
    subjectId: row.id,
    number: row.number,
    kind: row.kind,
    outcome: row.outcome,
    openedOn: new Date(row.openedOn),
    closedOn: row.closedOn ? new Date(row.closedOn) : null,
    startsFrom: rule!.startsFrom,
    startedOn: new Date(startedOn!),
    dueOn: new Date(dueOn!),
    ruleId: rule!.id,
    years: rule!.years,
    source: rule!.source,
    decidedBy: by,
  }
  return { ...line, hash: Buffer.from(lineHash(line)) }
}

/**
 * SHA-256 over the fields of a line, in this order, as JSON. It stands in the log, whose chain and signed digests prove
 * that the line is as it was written.
 */
export function lineHash(line: Omit<Destruction, 'hash'>): Buffer {
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  const fields = [
    line.id,
    line.organisation,
    line.at.toISOString(),
    line.subject,
    line.subjectId,
    line.number,
    line.kind,
    line.outcome,
    day(line.openedOn),
    day(line.closedOn),
    line.startsFrom,
    day(line.startedOn),
    day(line.dueOn),
    line.ruleId,
    line.years,
    line.source,
    line.decidedBy,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest()
}

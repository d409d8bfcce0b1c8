import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { dateInFinland } from '../../language/formats.ts'
import { AccessRefused } from '../access-refused.ts'
import { type AwayToday, answering, runsInCircle } from './chain.ts'

export interface AbsenceGiven {
  staffId: string
  /** ISO dates; `to` is the last day away */
  from: string
  to: string
  substituteId: string | null
}

export interface AbsenceShown {
  id: string
  staffId: string
  from: string
  to: string
  substituteId: string | null
}

const day = (date: Date) => date.toISOString().slice(0, 10)
const midnight = (iso: string) => new Date(`${iso}T00:00:00Z`)

/**
 * Records when a person is away and who answers meanwhile. It ends by itself: on the day after `to`, as days change in
 * Finland, the person answers again.
 * @throws AccessRefused 'absence-dates', 'absence-person', 'absence-substitute' for one who cannot stand in,
 * 'absence-own' for who would make themself somebody's substitute, 'absence-loop'
 * when on some day the chain of substitutes would come back to where it began
 */
export async function saveAbsence(t: OfficeTransaction, given: AbsenceGiven): Promise<string> {
  const { staffId, substituteId, from, to } = given
  if (from > to || to < dateInFinland(t.now).toString()) throw new AccessRefused('absence-dates')
  // Whoever answers for another reads their cases: nobody gives that to themself. With a reason, and told to the handler,
  // a single case can be opened instead.
  const setBy = t.actor.kind === 'staff' ? t.actor.id : staffId
  if (substituteId && substituteId === setBy && staffId !== setBy) throw new AccessRefused('absence-own')
  // Two absences at once take turns, so that together they cannot make a circle.
  await t.ask('select pg_advisory_xact_lock(hashtext($1))', [`absence ${t.organisation}`])
  const handles = async (id: string) =>
    (await t.sql.staff.count({ where: { id, active: true, role: { in: ['ombudsman', 'lead'] } } })) > 0
  if (!(await handles(staffId))) throw new AccessRefused('absence-person')
  if (substituteId && (substituteId === staffId || !(await handles(substituteId))))
    throw new AccessRefused('absence-substitute')
  const others = (await listAbsences(t)).filter((one) => one.from <= to && one.to >= from)
  // The chain changes only on days on which an absence begins.
  for (const on of [from, ...others.map((one) => one.from).filter((begins) => begins > from)])
    if (runsInCircle(awayOn([...others, { ...given, id: '' }], on), staffId))
      throw new AccessRefused('absence-loop')
  const id = newId(t.now)
  await t.sql.absence.create({
    data: {
      id,
      organisation: t.organisation,
      staffId,
      fromOn: midnight(from),
      toOn: midnight(to),
      substituteId,
      setBy,
      setAt: t.now,
    },
  })
  t.audit({
    event: 'absence.set',
    subjectKind: 'staff',
    subjectId: staffId,
    details: { from, to, substitute: substituteId },
  })
  return id
}

/** Of several absences of one person on one day the one recorded last counts. */
const awayOn = (absences: readonly AbsenceShown[], on: string): AwayToday =>
  new Map(
    absences
      .filter((one) => one.from <= on && one.to >= on)
      .map(({ staffId, substituteId }) => [staffId, substituteId]),
  )

/** Absences that have not ended, in the order they were recorded. */
export async function listAbsences(t: OfficeTransaction): Promise<AbsenceShown[]> {
  const rows = await t.sql.absence.findMany({
    where: { organisation: t.organisation, toOn: { gte: midnight(dateInFinland(t.now).toString()) } },
    orderBy: [{ setAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staffId,
    from: day(row.fromOn),
    to: day(row.toOn),
    substituteId: row.substituteId,
  }))
}

/** Takes an absence away, planned or under way; with `staffId` only that person's own. */
export async function removeAbsence(t: OfficeTransaction, id: string, staffId?: string): Promise<boolean> {
  const row = await t.sql.absence.findFirst({ where: { id, organisation: t.organisation, staffId } })
  if (!row) return false
  await t.sql.absence.delete({ where: { id } })
  t.audit({ event: 'absence.ended', subjectKind: 'staff', subjectId: row.staffId })
  return true
}

export interface AwayNow {
  /** the last day away, ISO */
  until: string
  /** who answers meanwhile, at the end of the chain; null: nobody */
  answers: string | null
}

/** Who is away today in Finland, by id. */
export async function awayNow(t: OfficeTransaction): Promise<Map<string, AwayNow>> {
  const today = dateInFinland(t.now).toString()
  const now = (await listAbsences(t)).filter((one) => one.from <= today)
  const away = awayOn(now, today)
  return new Map(now.map(({ staffId, to }) => [staffId, { until: to, answers: answering(away, staffId) }]))
}

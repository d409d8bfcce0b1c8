import { changeStaff, type Person, peopleOf } from '../../access/index.ts'
import { type OfficeTransaction, wholeOffice } from '../../custody/transaction.ts'
import { lockCase } from '../engine/case-row.ts'
import { writeStep } from '../engine/case-step.ts'
import { mayBeGiven } from './can-handle.ts'
import { tellStaff } from './tell-staff.ts'

export interface HandedOver {
  /** how many cases each got */
  cases: Map<string, number>
  notices: number
  absences: number
}

/** Nothing was moved: these cases would have been left without a handler. */
export class LeftBehind extends Error {
  readonly numbers: string[]
  constructor(numbers: string[]) {
    super('cases would be left without a handler')
    this.numbers = numbers
  }
}

/**
 * Gives everything of a leaver to colleagues and closes the account, all or nothing: open cases with what hangs on them
 * (their gaps, clocks and letters go with the case), mails on their way, and the absences in which the leaver stood in.
 * Cases are shared evenly among `to`; nobody gets one they may not have.
 * @throws LeftBehind when some case could be given to none of them; AccessRefused as `changeStaff`
 */
export async function handOver(
  t: OfficeTransaction,
  from: string,
  to: readonly string[],
): Promise<HandedOver> {
  return wholeOffice(t, async () => {
    const takers = (await peopleOf(t)).filter(({ staffId }) => staffId !== from && to.includes(staffId))
    const given = await share(t, from, takers)
    const notices = await moveNotices(t, from, given)
    const absences = await moveAbsences(t, from, takers)
    await t.sql.absence.deleteMany({ where: { staffId: from } })
    await t.sql.caseAccess.deleteMany({ where: { staffId: from } })
    await changeStaff(t, { id: from, active: false })
    const cases = new Map<string, number>()
    for (const taker of given.values()) cases.set(taker, (cases.get(taker) ?? 0) + 1)
    t.audit({
      event: 'staff.handed-over',
      subjectKind: 'staff',
      subjectId: from,
      details: { to: takers.map(({ staffId }) => staffId), cases: given.size, notices, absences },
    })
    return { cases, notices, absences }
  })
}

/** Every open case to the taker who has got the fewest so far. @returns taker by case */
async function share(
  t: OfficeTransaction,
  from: string,
  takers: readonly Person[],
): Promise<Map<string, string>> {
  const rows = await t.sql.case.findMany({
    where: { handlerId: from, closedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      number: true,
      municipality: true,
      bars: { where: { liftedAt: null }, select: { staffId: true } },
    },
  })
  const given = new Map<string, string>()
  const load = new Map(takers.map(({ staffId }) => [staffId, 0]))
  const left: string[] = []
  for (const row of rows) {
    const barred = row.bars.map(({ staffId }) => staffId)
    const [taker] = takers
      .filter((person) => mayBeGiven(person, { municipality: row.municipality, barred }))
      .sort((a, b) => load.get(a.staffId)! - load.get(b.staffId)!)
    if (!taker) {
      left.push(row.number)
      continue
    }
    given.set(row.id, taker.staffId)
    load.set(taker.staffId, load.get(taker.staffId)! + 1)
  }
  if (left.length) throw new LeftBehind(left)
  const languages = await t.sql.staff.findMany({
    where: { id: { in: takers.map(({ staffId }) => staffId) } },
    select: { id: true, language: true },
  })
  for (const [caseId, taker] of given) {
    const work = await lockCase(t, caseId, 'case.assign')
    work.change.handlerId = taker
    await writeStep(t, work, 'HANDED_OVER', { from, to: taker })
    t.audit({ event: 'case.assigned', subjectKind: 'case', subjectId: caseId, details: { to: taker } })
    tellStaff(
      t,
      work.row,
      languages.filter(({ id }) => id === taker),
      'handed',
    )
  }
  return given
}

/** Mails to the leaver that have not gone: of a case that moved to whoever has it now; others are taken back by themselves. */
async function moveNotices(
  t: OfficeTransaction,
  from: string,
  given: ReadonlyMap<string, string>,
): Promise<number> {
  let moved = 0
  for (const taker of new Set(given.values())) {
    const ids = [...given].filter(([, to]) => to === taker).map(([caseId]) => caseId)
    const { count } = await t.sql.notice.updateMany({
      where: { staffId: from, caseId: { in: ids }, state: { in: ['planned', 'waiting'] } },
      data: { staffId: taker },
    })
    moved += count
  }
  return moved
}

async function moveAbsences(t: OfficeTransaction, from: string, takers: readonly Person[]): Promise<number> {
  const rows = await t.sql.absence.findMany({ where: { substituteId: from, toOn: { gte: t.now } } })
  for (const row of rows) {
    const next = takers.find(({ staffId }) => staffId !== row.staffId)
    await t.sql.absence.update({ where: { id: row.id }, data: { substituteId: next?.staffId ?? null } })
  }
  return rows.length
}

/** How much a person would leave behind. */
export const openCasesOf = (t: OfficeTransaction, staffId: string): Promise<number> =>
  wholeOffice(t, () => t.sql.case.count({ where: { handlerId: staffId, closedAt: null } }))

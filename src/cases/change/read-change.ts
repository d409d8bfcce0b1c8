import { openDataKey } from '../../custody/data-key.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { passGate } from '../gate.ts'
import { place } from '../sealed-parts.ts'
import { goalAttainment } from './gas.ts'
import { gasSubject, type Phase, type RatedBy } from './ratings.ts'

export interface Change {
  goals: { n: number; text: string; weight: number; setBy: RatedBy }[]
  /** what was judged, or undefined */
  value: (by: RatedBy, phase: Phase, subject: string) => number | undefined
  /** goal attainment (T) by who judged it, of the goals that were judged */
  attainment: (by: RatedBy) => number | undefined
  /** any rating at all */
  rated: boolean
  /** what the office did, as counted on the contacts of the case */
  methods: string[]
}

/** The goals of a case and how client and office judge it at the start and at the end. */
export async function changeOf(
  t: OfficeTransaction,
  { id, keyId }: { id: string; keyId: string },
): Promise<Change> {
  await passGate(t, 'case.read', id)
  const goals = await t.sql.goal.findMany({ where: { caseId: id }, orderBy: { n: 'asc' } })
  const ratings = await t.sql.rating.findMany({ where: { caseId: id } })
  const contacts = await t.sql.contact.findMany({ where: { caseId: id }, select: { actions: true } })
  const key = goals.length > 0 ? await openDataKey(t, keyId) : undefined
  const value: Change['value'] = (by, phase, subject) =>
    ratings.find((one) => one.by === by && one.phase === phase && one.subject === subject)?.value
  const read = goals.map((goal) => ({
    n: goal.n,
    text: unsealText(key!, place.goal(goal.id), goal.textSealed),
    weight: goal.weight,
    setBy: goal.setBy as RatedBy,
  }))
  return {
    goals: read,
    value,
    attainment: (by) =>
      goalAttainment(
        read.flatMap(({ n, weight }) => {
          const level = value(by, 'end', gasSubject(n))
          return level === undefined ? [] : [{ weight, level }]
        }),
      ),
    rated: ratings.length > 0,
    methods: [...new Set(contacts.flatMap(({ actions }) => actions))],
  }
}

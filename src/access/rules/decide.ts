import { Prisma } from '../../database/client.ts'
import { type ConditionName, conditionOf } from './conditions.ts'
import type { Person, Subject } from './subject.ts'
import { type Action, EXCEPT, type Row, TABLE } from './table.ts'

const rowsFor = (person: Person, action: Action): Row[] =>
  TABLE.filter((row) => row.roles.includes(person.role) && row.actions.includes(action))

const exceptFor = (action: Action): ConditionName[] =>
  EXCEPT.filter((one) => one.actions.includes(action)).map((one) => one.when)

/** Why somebody may or may not: the row that allows, or the exception that forbids, or nothing that allows. */
export type Reason =
  | { allowed: true; row: Row }
  | { allowed: false; except: ConditionName }
  | { allowed: false; except?: undefined }

/** Whether the person may do this to this thing, and by which row. */
export function decide(person: Person, action: Action, subject: Subject): Reason {
  if (subject.organisation !== person.organisation) return { allowed: false }
  const except = exceptFor(action).find((name) => !conditionOf(name).holds(person, subject))
  if (except) return { allowed: false, except }
  const row = rowsFor(person, action).find(({ when = [] }) =>
    when.every((name) => conditionOf(name).holds(person, subject)),
  )
  return row ? { allowed: true, row } : { allowed: false }
}

/** Whether the person may do this to this thing; without a thing: whether there is any thing they might do it to. */
export function may(person: Person, action: Action, subject?: Subject): boolean {
  return subject ? decide(person, action, subject).allowed : rowsFor(person, action).length > 0
}

/** The same rules as a condition of a list: of cases under the alias `c`, of releases under `r`. */
export function filterFor(person: Person, action: Action, now: Date): Prisma.Sql {
  const all = (names: readonly ConditionName[]) =>
    names.length
      ? Prisma.join(
          names.map((name) => conditionOf(name).where(person, now)),
          ' and ',
          '(',
          ')',
        )
      : Prisma.sql`true`
  const rows = rowsFor(person, action)
  if (!rows.length) return Prisma.sql`false`
  const any = Prisma.join(
    rows.map(({ when = [] }) => all(when)),
    ' or ',
    '(',
    ')',
  )
  return Prisma.sql`(${all(exceptFor(action))} and ${any})`
}

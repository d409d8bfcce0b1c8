import { Prisma } from '../../database/client.ts'
import type { Person, Subject } from './subject.ts'

/**
 * A condition has three faces, kept side by side so that they cannot drift apart: the check on a loaded thing, the
 * filter of a list in SQL (of a case under the alias `c`, of a release under `r`), and, in the catalogue of access rules
 * under its own name, the sentence that tells it. test/access/rules.test.ts holds the first two against each other.
 */
export interface Condition {
  holds(person: Person, subject: Subject): boolean
  /** `now`: for what holds only for a time */
  where(person: Person, now: Date): Prisma.Sql
}

const { sql } = Prisma
const always = (value: boolean) => (value ? sql`true` : sql`false`)
const anyOf = (column: Prisma.Sql, values: readonly string[], type: 'uuid' | 'text') =>
  type === 'uuid' ? sql`${column} = any(${values}::uuid[])` : sql`${column} = any(${values}::text[])`

export const CONDITIONS = {
  handler: {
    holds: (person, subject) => subject.handlerId === person.staffId,
    where: (person) => sql`c.handler_id is not distinct from ${person.staffId}::uuid`,
  },
  substitute: {
    holds: (person, { handlerId }) => Boolean(handlerId && person.standsInFor?.includes(handlerId)),
    where: (person) =>
      sql`(c.handler_id is not null and ${anyOf(sql`c.handler_id`, person.standsInFor ?? [], 'uuid')})`,
  },
  named: {
    holds: (person, subject) => Boolean(subject.named?.includes(person.staffId)),
    where: (person) => sql`exists (select 1 from case_access named
      where named.case_id = c.id and named.staff_id = ${person.staffId}::uuid)`,
  },
  'broke-glass': {
    holds: (person, subject) => Boolean(subject.opened?.includes(person.staffId)),
    where: (person, now) => sql`exists (select 1 from glass_break opened
      where opened.case_id = c.id and opened.staff_id = ${person.staffId}::uuid and opened.until_at > ${now})`,
  },
  'own-places': {
    holds: ({ places }, { municipality }) =>
      !places?.length || (municipality != null && places.includes(municipality)),
    where: ({ places }) => (places?.length ? anyOf(sql`c.municipality`, places, 'text') : always(true)),
  },
  'not-restricted': {
    holds: (_person, subject) => !subject.restricted,
    where: () => sql`not c.restricted`,
  },
  'open-office': {
    holds: (person) => !person.ownCasesOnly,
    where: (person) => always(!person.ownCasesOnly),
  },
  nobodys: {
    holds: (_person, subject) => !subject.handlerId,
    where: () => sql`c.handler_id is null`,
  },
  'not-barred': {
    holds: (person, subject) => !subject.barred?.includes(person.staffId),
    where: (person) => sql`not exists (select 1 from case_bar barred
      where barred.case_id = c.id and barred.staff_id = ${person.staffId}::uuid and barred.lifted_at is null)`,
  },
  // A reader of the whole county sees every place; a release of no place is for every reader.
  'own-place': {
    holds: (person, { municipality }) =>
      person.municipality === null || municipality == null || municipality === person.municipality,
    where: ({ municipality }) =>
      municipality === null
        ? always(true)
        : sql`(r.municipality is null or r.municipality = ${municipality})`,
  },
  'in-force': {
    holds: (_person, subject) => !subject.withdrawnAt,
    where: () => sql`r.withdrawn_at is null`,
  },
} as const satisfies Record<string, Condition>

export type ConditionName = keyof typeof CONDITIONS
export const conditionOf = (name: ConditionName): Condition => CONDITIONS[name]

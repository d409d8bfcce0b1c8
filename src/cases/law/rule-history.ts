import type { OfficeTransaction } from '../../custody/transaction.ts'
import { type Rule, rulesOf } from '../../law/index.ts'
import { sameRule } from './same-rule.ts'

/** One change of a code's list: who, when, and the list before and after. */
export interface RuleHistory {
  at: Date
  by: string
  before: readonly Rule[]
  after: readonly Rule[]
}

/** Every change of a code in the office, the latest first. The list before the first is the built-in one. */
export async function ruleHistory(t: OfficeTransaction, code: string): Promise<RuleHistory[]> {
  const rows = await t.sql.lawRule.findMany({
    where: { organisation: t.organisation, code },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const steps = new Map<number, { at: Date; by: string }>()
  for (const row of rows) {
    steps.set(+row.createdAt, { at: row.createdAt, by: row.createdBy })
    if (row.replacedAt && row.replacedBy)
      steps.set(+row.replacedAt, { at: row.replacedAt, by: row.replacedBy })
  }
  const listAt = (time: number): readonly Rule[] => {
    const standing = rows.filter(
      ({ createdAt, replacedAt }) => +createdAt <= time && (!replacedAt || +replacedAt > time),
    )
    return rulesOf(
      code,
      standing.length > 0 ? standing.map(({ data }) => data as unknown as Rule) : undefined,
    )
  }
  let before = rulesOf(code)
  const history: RuleHistory[] = []
  for (const [time, step] of [...steps].sort(([a], [b]) => a - b)) {
    const after = listAt(time)
    history.push({ ...step, before, after })
    before = after
  }
  return history.reverse()
}

/** What a step of the history did: versions that came, that went, and that were put into others' words. */
export function changedVersions({ before, after }: Pick<RuleHistory, 'before' | 'after'>): {
  came: readonly Rule[]
  went: readonly Rule[]
  changed: readonly { from: Rule; to: Rule }[]
} {
  const gone = before.filter((one) => !after.some((other) => sameRule(one, other)))
  const fresh = after.filter((one) => !before.some((other) => sameRule(one, other)))
  const pairs = fresh.flatMap((to) => {
    const from = gone.find((one) => one.validFrom === to.validFrom)
    return from ? [{ from, to }] : []
  })
  return {
    came: fresh.filter((one) => !pairs.some(({ to }) => to === one)),
    went: gone.filter((one) => !pairs.some(({ from }) => from === one)),
    changed: pairs,
  }
}

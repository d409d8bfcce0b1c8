import type { OfficeTransaction } from '../../custody/transaction.ts'
import { RULES, type Rule } from '../../law/index.ts'

type Reader = Pick<OfficeTransaction, 'organisation' | 'ask'>

/** Read once a transaction; what the transaction itself changes is forgotten by `forgetRules`. */
const read = new WeakMap<Reader, Promise<readonly Rule[]>>()

/**
 * The rules an office's clocks run by. A code that the office has put in its own words or numbers counts by the
 * office's rows alone; the others by the built-in rules.
 */
export function officeRules(t: Reader): Promise<readonly Rule[]> {
  const known = read.get(t)
  if (known) return known
  const reading = readRules(t)
  read.set(t, reading)
  return reading
}

export const forgetRules = (t: Reader): void => void read.delete(t)

async function readRules(t: Reader): Promise<readonly Rule[]> {
  const rows = await t.ask<{ data: Rule }>(
    'select data from law_rule where organisation = $1 and replaced_at is null order by created_at, id',
    [t.organisation],
  )
  return withOwn(rows.map(({ data }) => data))
}

/** The built-in rules with an office's own in their places; codes of its own come last. */
export function withOwn(own: readonly Rule[]): readonly Rule[] {
  if (own.length === 0) return RULES
  const codes = new Set(own.map(({ code }) => code))
  const placed = new Set<string>()
  const kept = RULES.flatMap((rule) => {
    if (!codes.has(rule.code)) return [rule]
    if (placed.has(rule.code)) return []
    placed.add(rule.code)
    return own.filter(({ code }) => code === rule.code)
  })
  return [...kept, ...own.filter(({ code }) => !placed.has(code))]
}

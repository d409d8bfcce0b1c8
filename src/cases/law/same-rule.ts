import type { Rule } from '../../law/index.ts'

/** Whether two versions say the same; the database keeps keys in an order of its own. */
export const sameRule = (one: Rule, other: Rule): boolean => inOrder(one) === inOrder(other)

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** Who is away on a day, each with the substitute named for it; null: nobody was named. */
export type AwayToday = ReadonlyMap<string, string | null>

/**
 * Who answers for a person: they themselves unless away, else the first of their chain of substitutes who is there.
 * Null when the chain ends with somebody away who has no substitute, or runs in a circle.
 */
export function answering(away: AwayToday, staffId: string): string | null {
  const passed = new Set<string>()
  let at: string | null = staffId
  while (at !== null && away.has(at)) {
    if (passed.has(at)) return null
    passed.add(at)
    at = away.get(at) ?? null
  }
  return at
}

/** For whom a person answers on that day, beside themselves. */
export const answersFor = (away: AwayToday, staffId: string): string[] =>
  [...away.keys()].filter((absent) => absent !== staffId && answering(away, absent) === staffId)

/** Whether the chain that begins with a person comes back to somebody in it. */
export function runsInCircle(away: AwayToday, staffId: string): boolean {
  const passed = new Set<string>()
  let at: string | null = staffId
  while (at !== null && away.has(at)) {
    if (passed.has(at)) return true
    passed.add(at)
    at = away.get(at) ?? null
  }
  return false
}

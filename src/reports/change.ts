/** How a figure stands to that of the year before. `unknown`: one of them is hidden or missing. */
export type Direction = 'more' | 'less' | 'same' | 'few' | 'unknown'

/** Below this a change is told in figures only. */
const FEW = 20

/**
 * Whether a count has really changed. Counts of independent events vary by about the square root of their size
 * (Poisson), their difference by √(now + before); a change within `deviations` of that is called the same. Two
 * standard deviations for a single figure; three where many figures are looked through for the largest changes.
 */
export function directionOf(now: number | null, before: number | null, deviations = 2): Direction {
  if (now === null || before === null) return 'unknown'
  if (Math.max(now, before) < FEW) return 'few'
  if (Math.abs(now - before) <= deviations * Math.sqrt(now + before)) return 'same'
  return now > before ? 'more' : 'less'
}

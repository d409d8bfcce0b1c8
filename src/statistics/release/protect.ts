import { cheapestShift, type Shift } from './cheapest-shift.ts'
import type { Figure } from './figures.ts'
import type { Network } from './network.ts'
import type { HiddenBecause } from './publication.ts'
import type { SharedLine } from './shared-lines.ts'

/** How many zeros of a line are tried before the best so far is taken. */
const TRIES = 6

/**
 * Hides figures until each small one can, in the eyes of a reader, be anything from 1 to the threshold.
 * Adds to `hidden`.
 */
export function protect(publication: {
  figures: readonly Figure[]
  network: Network
  hidden: Map<number, HiddenBecause>
  /** figures the reader knows, whatever we do */
  pinned: ReadonlySet<number>
  lines: readonly SharedLine[]
  threshold: number
}): void {
  const { figures, network, hidden, pinned, lines, threshold } = publication
  const cost = Float64Array.from(figures, (figure) => (pinned.has(figure.index) ? Infinity : priceOf(figure)))
  for (const index of hidden.keys()) cost[index] = 0
  const rise = new Float64Array(figures.length)
  const fall = new Float64Array(figures.length)
  const take = (shift: Shift, because: HiddenBecause) => {
    shift.figures.forEach((index, k) => {
      const by = shift.by[k]!
      if (by > 0) rise[index] = Math.max(rise[index]!, by)
      else fall[index] = Math.max(fall[index]!, -by)
      cost[index] = 0
      if (!hidden.has(index)) hidden.set(index, because)
    })
  }
  const move = (target: number, change: number): void => {
    const enough = change > 0 ? rise : fall
    // Where the whole way is barred, as far as it goes.
    for (let by = Math.abs(change); by > enough[target]!; by--) {
      const shift = cheapestShift(network, target, Math.sign(change) * by, cost)
      if (shift) {
        take(shift, 'protects')
        return
      }
    }
  }
  const small = [...hidden]
    .filter(([, because]) => because === 'small')
    .map(([index]) => figures[index]!)
    .sort((a, b) => a.value - b.value || b.places.length - a.places.length || a.index - b.index)
  for (const { index, value } of small) {
    move(index, threshold - value)
    move(index, 1 - value)
  }
  for (const { total, zeros } of lines) {
    if (zeros.some((zero) => rise[zero]! > 0)) continue
    const before = cost[total]!
    cost[total] = Infinity
    let best: Shift | null = null
    for (const zero of nearHidden(zeros, network, hidden).slice(0, TRIES)) {
      const shift = cheapestShift(network, zero, 1, cost)
      if (shift && (!best || shift.cost < best.cost)) best = shift
      if (best?.cost === 0) break
    }
    cost[total] = before
    if (best) take(best, 'group')
  }
}

/**
 * What hiding a figure costs a reader, a step of change: inner cells first, then one-way figures, totals last;
 * large figures rather stay. Zero is not for sale: it is known to be zero.
 */
function priceOf({ value, places }: Figure): number {
  if (value === 0) return Infinity
  const isTotal = places.some(({ row, column }) => row === null && column === null)
  const isLine = places.some(({ row, column }) => row === null || column === null)
  return (1 + Math.log2(value)) * (isTotal ? 40 : isLine ? 4 : 1)
}

/** Zeros whose relations hold many hidden figures first: there it costs least to make room. */
function nearHidden(
  zeros: readonly number[],
  { columnRelations, rowFigures }: Network,
  hidden: ReadonlyMap<number, HiddenBecause>,
): number[] {
  const near = (zero: number) => {
    let n = 0
    for (const relation of columnRelations[zero]!)
      for (const figure of rowFigures[relation]!) if (hidden.has(figure)) n++
    return n
  }
  return zeros
    .map((zero) => ({ zero, n: near(zero) }))
    .sort((a, b) => b.n - a.n || a.zero - b.zero)
    .map(({ zero }) => zero)
}

import { cheapestShift, type Shift } from './cheapest-shift.ts'
import type { Figure } from './figures.ts'
import { type Network, type Part, partOf, tightenFalls } from './network.ts'
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
  for (const index of hidden.keys()) cost[index] = nearlyNothing(index)
  const rise = new Float64Array(figures.length)
  const fall = new Float64Array(figures.length)
  const take = (shift: Shift, because: HiddenBecause) => {
    shift.figures.forEach((index, k) => {
      const by = shift.by[k]!
      if (by > 0) rise[index] = Math.max(rise[index]!, by)
      else fall[index] = Math.max(fall[index]!, -by)
      cost[index] = nearlyNothing(index)
      if (!hidden.has(index)) hidden.set(index, because)
    })
  }
  tightenFalls(
    network,
    figures.map(({ value }) => value),
  )
  const near = neighbourhoods(figures, network)
  const search = (target: number, change: number): Shift | null => {
    const part = near(target)
    return (part && shiftWithin(part, target, change, cost)) ?? cheapestShift(network, target, change, cost)
  }
  const move = (target: number, change: number): void => {
    const enough = change > 0 ? rise : fall
    const most = change > 0 ? change : Math.min(-change, network.canFall[target]!)
    // Where the whole way is barred, as far as it goes.
    for (let by = most; by > enough[target]!; by--) {
      const shift = search(target, Math.sign(change) * by)
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
      const shift = search(zero, 1)
      if (shift && (!best || shift.cost < best.cost)) best = shift
      if (best && best.cost < 1) break
    }
    cost[total] = before
    if (best) take(best, 'group')
  }
}

function pushTo(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Cells of the tables of the same two dimensions, of whatever quarter: there a way is looked for first. */
function neighbourhoods(figures: readonly Figure[], network: Network): (target: number) => Part | null {
  const isCell = ({ places }: Figure) => places.every(({ row, column }) => row !== null && column !== null)
  const kindOf = ({ unit, of }: Figure) =>
    `${unit} ${[...of.keys()]
      .filter((dimension) => dimension !== 'quarter')
      .sort()
      .join(' ')}`
  const members = new Map<string, number[]>()
  for (const figure of figures) if (isCell(figure)) pushTo(members, kindOf(figure), figure.index)
  const parts = new Map<string, Part>()
  return (target) => {
    const figure = figures[target]!
    if (!isCell(figure)) return null
    const kind = kindOf(figure)
    const part = parts.get(kind) ?? partOf(network, Int32Array.from(members.get(kind)!))
    parts.set(kind, part)
    return part
  }
}

function shiftWithin(
  { members, at, network }: Part,
  target: number,
  change: number,
  cost: Float64Array,
): Shift | null {
  const shift = cheapestShift(
    network,
    at.get(target)!,
    change,
    Float64Array.from(members, (figure) => cost[figure]!),
  )
  return shift && { ...shift, figures: shift.figures.map((figure) => members[figure]!) }
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

/**
 * What is hidden already costs next to nothing, but not nothing, and not all the same: so the search takes a short
 * way and does not go round among equals.
 */
const nearlyNothing = (index: number): number => 0.001 * (1 + ((index * 0.618034) % 1))

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

import type { Network } from './network.ts'

/** A change of figures under which every relation still holds: another publication a reader must reckon with. */
export interface Shift {
  figures: number[]
  /** change of each, in the same order */
  by: number[]
  /** Σ cost · |change| */
  cost: number
}

const EPSILON = 1e-9
const TOO_LONG = 5000

/**
 * The cheapest shift that changes one figure by a given amount: minimise Σ cost·|change| so that all relations
 * hold and no figure falls further than it can. Figures of infinite cost stay. null: there is none.
 *
 * A linear program, solved by the dual simplex method with bounded variables, product form of the inverse
 * (A. Koberstein, The Dual Simplex Method, Paderborn 2005, sections 3.2 and 5.2). "No change" is optimal until
 * the figure is moved, so the search starts there and mends one broken relation after another; in a plain
 * two-way table that is a shortest alternating cycle (Cox 1980; Kelly, Golden, Assad 1992).
 */
export function cheapestShift(
  network: Network,
  target: number,
  change: number,
  cost: Float64Array,
): Shift | null {
  const { figures: n, relations: m, rowFigures, rowSigns, columnRelations, columnSigns, canFall } = network
  // Variables: 0…n−1 rise, n…2n−1 fall, 2n…2n+m−1 what a relation leaves open.
  const [FALL, OPEN] = [n, 2 * n]
  const basis = Int32Array.from({ length: m }, (_, r) => OPEN + r)
  const value = Float64Array.from(network.slack)
  const place = new Int32Array(2 * n + m).fill(-1)
  for (let r = 0; r < m; r++) place[OPEN + r] = r
  const full = new Uint8Array(n)
  const risePrice = Float64Array.from(cost)
  const fallPrice = Float64Array.from(cost)
  const openPrice = new Float64Array(m)
  const etas: { at: number; rows: number[]; factors: number[] }[] = []
  const pick = new Float64Array(m)
  const row = new Float64Array(n)
  const column = new Float64Array(m)

  const relationsOfTarget = columnRelations[target]!
  for (let k = 0; k < relationsOfTarget.length; k++)
    value[relationsOfTarget[k]!]! -= columnSigns[target]![k]! * change
  const upper = (v: number): number => {
    if (v >= OPEN) return network.equal[v - OPEN] ? 0 : Infinity
    return v >= FALL ? canFall[v - FALL]! : Infinity
  }

  for (let step = 0; step < TOO_LONG; step++) {
    // The relation (or bound) broken worst.
    let leaving = -1
    let worst = EPSILON
    let over = false
    for (let r = 0; r < m; r++) {
      const v = value[r]!
      if (-v > worst) {
        worst = -v
        leaving = r
        over = false
      } else if (v > worst) {
        const excess = v - upper(basis[r]!)
        if (excess > worst) {
          worst = excess
          leaving = r
          over = true
        }
      }
    }
    if (leaving < 0) return read()

    // Its row of the inverse, then of the whole matrix.
    pick.fill(0)
    pick[leaving] = 1
    for (let e = etas.length - 1; e >= 0; e--) {
      const { at, rows, factors } = etas[e]!
      let sum = 0
      for (let k = 0; k < rows.length; k++) sum += factors[k]! * pick[rows[k]!]!
      pick[at] = sum
    }
    row.fill(0)
    let entering = -1
    let best = Infinity
    let pivot = 0
    const offer = (v: number, alpha: number, price: number, atUpper: boolean) => {
      // Leaving below its bound must rise, so the entering variable needs a negative entry, or positive at its upper.
      if (over !== atUpper ? alpha < EPSILON : alpha > -EPSILON) return
      const ratio = Math.abs(price / alpha)
      if (ratio < best - EPSILON || (ratio < best + EPSILON && Math.abs(alpha) > Math.abs(pivot) + EPSILON)) {
        best = Math.min(best, ratio)
        entering = v
        pivot = alpha
      }
    }
    const touched: number[] = []
    for (let r = 0; r < m; r++) {
      const factor = pick[r]!
      if (factor > -EPSILON && factor < EPSILON) continue
      const list = rowFigures[r]!
      const signs = rowSigns[r]!
      for (let k = 0; k < list.length; k++) {
        const figure = list[k]!
        if (figure === target || cost[figure] === Infinity) continue
        if (row[figure] === 0) touched.push(figure)
        row[figure]! += factor * signs[k]!
      }
      if (place[OPEN + r]! < 0 && !network.equal[r]) offer(OPEN + r, factor, openPrice[r]!, false)
    }
    for (const figure of touched) {
      const alpha = row[figure]!
      if (alpha > -EPSILON && alpha < EPSILON) continue
      if (place[figure]! < 0) offer(figure, alpha, risePrice[figure]!, false)
      if (place[FALL + figure]! < 0 && canFall[figure]! > 0)
        offer(FALL + figure, -alpha, fallPrice[figure]!, full[figure] === 1)
    }
    if (entering < 0) return null

    // Prices.
    const enteringPrice =
      entering >= OPEN
        ? openPrice[entering - OPEN]!
        : entering >= FALL
          ? fallPrice[entering - FALL]!
          : risePrice[entering]!
    const theta = enteringPrice / pivot
    if (theta !== 0) {
      for (const figure of touched) {
        const alpha = row[figure]!
        row[figure] = 0
        risePrice[figure]! -= theta * alpha
        fallPrice[figure]! += theta * alpha
      }
      for (let r = 0; r < m; r++) if (pick[r] !== 0) openPrice[r]! -= theta * pick[r]!
    }

    // The entering column.
    column.fill(0)
    if (entering >= OPEN) column[entering - OPEN] = 1
    else {
      const figure = entering >= FALL ? entering - FALL : entering
      const sign = entering >= FALL ? -1 : 1
      const list = columnRelations[figure]!
      for (let k = 0; k < list.length; k++) column[list[k]!] = sign * columnSigns[figure]![k]!
    }
    for (const { at, rows, factors } of etas) {
      const t = column[at]!
      if (t === 0) continue
      column[at] = 0
      for (let k = 0; k < rows.length; k++) column[rows[k]!]! += factors[k]! * t
    }
    const alpha = column[leaving]!
    if (Math.abs(alpha) < 1e-7) return null
    const out = basis[leaving]!
    const stop = over ? upper(out) : 0
    const length = (value[leaving]! - stop) / alpha
    const rows: number[] = []
    const factors: number[] = []
    for (let r = 0; r < m; r++) {
      const a = column[r]!
      if (a > -EPSILON && a < EPSILON) continue
      rows.push(r)
      factors.push(r === leaving ? 1 / alpha : -a / alpha)
      value[r]! -= length * a
    }
    etas.push({ at: leaving, rows, factors })
    const start = entering >= FALL && entering < OPEN && full[entering - FALL] ? canFall[entering - FALL]! : 0
    value[leaving] = start + length
    basis[leaving] = entering
    place[entering] = leaving
    place[out] = -1
    if (out >= FALL && out < OPEN) full[out - FALL] = over ? 1 : 0
    // The leaving variable's price follows from its own column, which is no longer a unit column of the basis.
    if (out >= OPEN) openPrice[out - OPEN] = -theta
    else if (out >= FALL) fallPrice[out - FALL] = -theta
    else risePrice[out] = -theta
  }
  return null

  function read(): Shift {
    const moved = new Map<number, number>([[target, change]])
    const add = (figure: number, by: number) => moved.set(figure, (moved.get(figure) ?? 0) + by)
    for (let r = 0; r < m; r++) {
      const v = basis[r]!
      if (v < FALL) add(v, value[r]!)
      else if (v < OPEN) add(v - FALL, -value[r]!)
    }
    for (let figure = 0; figure < n; figure++)
      if (full[figure] && place[FALL + figure]! < 0) add(figure, -canFall[figure]!)
    const shift: Shift = { figures: [], by: [], cost: 0 }
    for (const [figure, by] of moved) {
      const whole = Math.round(by)
      const change = Math.abs(by - whole) < 1e-6 ? whole : by
      if (Math.abs(change) < 1e-6) continue
      shift.figures.push(figure)
      shift.by.push(change)
      if (figure !== target) shift.cost += cost[figure]! * Math.abs(change)
    }
    return shift
  }
}

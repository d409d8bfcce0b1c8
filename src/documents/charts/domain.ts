import type { Chart } from '../model.ts'

/** Lowest and highest figure of a chart, zero always included: a bar that does not start at zero misleads. */
export function domainOf(chart: Chart): [low: number, high: number] {
  let [low, high] = [0, 0]
  for (const { values } of chart.series) {
    for (const value of values) {
      if (value === null) continue
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  }
  return low === high ? [0, 1] : [low, high]
}

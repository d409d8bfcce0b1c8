import loadHighs from 'highs'
import type { CountTable } from '../../../src/statistics/table.ts'

// The package says "default of a CommonJS module", the runtime gives the function itself.
const highs = await (loadHighs as unknown as typeof loadHighs.default)()

/** What a reader can work out of a hidden figure: the least and the most it can be. */
export interface Bounds {
  figure: string
  true: number
  least: number
  most: number
}

const QUARTER = (month: string) => String(Math.ceil(Number(month) / 3))

/** The name of a figure, found anew here: what was counted, in which unit. */
function nameOf(table: CountTable, row: string | null, column: string | null): string {
  const of: Record<string, string> = { ...table.filter }
  if (row !== null) of[table.rowDimension] = row
  if (column !== null && table.columnDimension !== null) of[table.columnDimension] = column
  if (of.month && of.quarter === QUARTER(of.month)) delete of.quarter
  return `${table.unit} ${Object.keys(of)
    .sort()
    .map((key) => `${key}=${of[key]}`)
    .join(' ')}`
}

/**
 * An attacker with a linear program, who knows the rules: zeros are shown, hidden figures are at least 1, parts add
 * up (or overlap, where the table says so), persons ≤ cases ≤ contacts, quarters and municipalities are parts of the
 * year and the county. Gives the bounds of every hidden figure. Written apart from the code it attacks.
 */
export function attack(
  released: readonly CountTable[],
  truth: readonly CountTable[],
  integer = false,
): Bounds[] {
  const shown = new Map<string, number | null>()
  const real = new Map<string, number>()
  const constraints: string[] = []
  const variables = new Map<string, string>()
  const put = (name: string, value: number | null | undefined, actual: number) => {
    real.set(name, actual)
    if (value !== null && value !== undefined) shown.set(name, value)
    else if (!shown.has(name)) shown.set(name, null)
  }
  const cellsOf = function* (table: CountTable) {
    for (const [r, row] of table.rows.entries()) {
      if (table.columnDimension !== null)
        for (const [c, column] of table.columns.entries())
          yield { row, column, value: table.cells[r]![c]! as number | null }
      yield { row, column: null, value: table.rowTotals[r]! as number | null }
    }
    if (table.columnDimension !== null)
      for (const [c, column] of table.columns.entries())
        yield { row: null, column, value: table.columnTotals[c]! as number | null }
    yield { row: null, column: null, value: table.total }
  }
  released.forEach((table, t) => {
    const printed = new Map([...cellsOf(table)].map(({ row, column, value }) => [`${row} ${column}`, value]))
    for (const { row, column, value } of cellsOf(truth[t]!))
      put(nameOf(table, row, column), printed.get(`${row} ${column}`), value!)
  })
  const term = (name: string, sign: number): { text: string; constant: number } => {
    const value = shown.get(name)
    if (value !== null && value !== undefined) return { text: '', constant: sign * value }
    let variable = variables.get(name)
    if (!variable) {
      variable = `x${variables.size}`
      variables.set(name, variable)
    }
    return { text: `${sign > 0 ? '+' : '-'} ${variable} `, constant: 0 }
  }
  const relation = (plus: readonly string[], minus: readonly string[], sign: '=' | '<=') => {
    const terms = [...plus.map((name) => term(name, 1)), ...minus.map((name) => term(name, -1))]
    const text = terms.map((one) => one.text).join('')
    const constant = terms.reduce((sum, one) => sum + one.constant, 0)
    if (text) constraints.push(`${text}${sign} ${-constant}`)
  }
  const family = (parts: readonly string[], whole: string, multiple: boolean, complete: boolean) => {
    if (!real.has(whole) || parts.length === 0) return
    if (!multiple) relation(parts, [whole], complete ? '=' : '<=')
    else {
      for (const part of parts) relation([part], [whole], '<=')
      if (complete) relation([whole], parts, '<=')
    }
  }
  for (const table of truth) {
    const name = (row: string | null, column: string | null) => nameOf(table, row, column)
    const { rows, columns, multiple } = table
    const lines = (row: readonly (string | null)[]) => row
    family(
      rows.map((row) => name(row, null)),
      name(null, null),
      multiple,
      true,
    )
    if (table.columnDimension !== null) {
      family(
        columns.map((column) => name(null, column)),
        name(null, null),
        multiple,
        true,
      )
      for (const row of lines(rows))
        family(
          columns.map((column) => name(row, column)),
          name(row, null),
          multiple,
          true,
        )
      for (const column of columns)
        family(
          rows.map((row) => name(row, column)),
          name(null, column),
          multiple,
          true,
        )
    }
  }
  // Parts of a county or a year that are published in tables of their own.
  for (const dimension of ['municipality', 'quarter']) {
    const parts = new Map<string, Set<string>>()
    for (const table of truth) {
      if (!table.filter[dimension]) continue
      for (const { row, column } of cellsOf(table)) {
        const { [dimension]: _, ...filter } = table.filter
        const whole = nameOf({ ...table, filter }, row, column)
        parts.set(whole, (parts.get(whole) ?? new Set()).add(nameOf(table, row, column)))
      }
    }
    for (const [whole, list] of parts) {
      const sum = [...list].reduce((total, name) => total + real.get(name)!, 0)
      if (real.has(whole)) {
        const complete = sum === real.get(whole)
        family([...list], whole, sum > real.get(whole)!, complete)
      }
    }
  }
  for (const name of real.keys()) {
    const other = (unit: string) => name.replace(/^\w+/, unit)
    for (const [small, large] of [
      ['person', 'case'],
      ['case', 'contact'],
      ['person', 'contact'],
    ] as const)
      if (name.startsWith(small) && real.has(other(large))) relation([name], [other(large)], '<=')
  }
  for (const [name, value] of shown) if (value === null) term(name, 1)
  const list = [...variables]
  // No figure of an office is larger: without a bound the solver at times calls a problem infeasible that is unbounded.
  const bounds = list.map(([name, variable]) => `${real.get(name)! > 0 ? 1 : 0} <= ${variable} <= 1000000`)
  const solve = (goal: string, variable: string) => {
    const problem = `${goal}\n obj: ${variable}\nSubject To\n${constraints.join('\n')}\nBounds\n${bounds.join('\n')}\n${integer ? `General\n${list.map(([, v]) => v).join('\n')}\n` : ''}End`
    const result = highs.solve(problem)
    if (result.Status !== 'Optimal') throw new Error(`${result.Status}\n${problem}`)
    return result.ObjectiveValue
  }
  return list.map(([name, variable]) => ({
    figure: name,
    true: real.get(name)!,
    least: constraints.length ? solve('Minimize', variable) : real.get(name)! > 0 ? 1 : 0,
    most: constraints.length ? solve('Maximize', variable) : Infinity,
  }))
}

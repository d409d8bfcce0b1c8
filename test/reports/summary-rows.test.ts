import { describe, expect, it } from 'vitest'
import { tablesOf } from '../../src/documents/model.ts'
import { composeSummary } from '../../src/reports/summary/compose.ts'
import { releaseTables } from '../../src/statistics/index.ts'
import { countTable } from '../../src/statistics/table.ts'

const TASKS = ['older-people', 'families', 'child-welfare', 'disability', 'kela', 'other', 'working-age']

/** A municipality's contacts by service task, among a county of many, as a summary tells them. */
function summary(own: readonly number[], hide: readonly number[] = []) {
  const records = [
    ...own.flatMap((n, task) => Array.from({ length: n }, () => ({ task: TASKS[task]!, place: '604' }))),
    ...TASKS.flatMap((task) => Array.from({ length: 60 }, () => ({ task, place: '837' }))),
    ...TASKS.flatMap((task) => Array.from({ length: 40 }, () => ({ task, place: '211' }))),
  ]
  const places = { name: 'municipality', of: ({ place }: (typeof records)[number]) => place }
  const tasks = { name: 'serviceTask', of: ({ task }: (typeof records)[number]) => task }
  const report = countTable(records, { name: 'municipality', unit: 'contact', rows: places })
  const both = countTable(records, {
    name: 'serviceTask-by-municipality',
    unit: 'contact',
    rows: tasks,
    columns: places,
  })
  const { tables: known } = releaseTables([report])
  const [municipality, byTask] = releaseTables([report, both], { known }).tables
  const at = byTask!.columns.indexOf('604')
  const cells = byTask!.cells.map((line, r) => {
    const task = TASKS.indexOf(byTask!.rows[r]!)
    if (hide.length === 0) return line
    return line.map((n, c) => (c !== at ? n : hide.includes(task) ? null : (own[task] ?? 0)))
  })
  const tables = {
    municipality: municipality!,
    'serviceTask-by-municipality': { ...byTask!, cells },
  }
  const document = composeSummary({
    lang: 'en',
    organisation: '08',
    organisationName: 'Pirkanmaa',
    municipality: '604',
    year: 2026,
    date: '2027-01-20',
    tables,
    threshold: 5,
    population: [],
  })
  const rows = tablesOf(document).find(({ name }) => name === 'contacts-by-service-task')?.rows ?? []
  return rows.map(({ code, cells }) => [code, cells[0]] as const)
}

/** What the figure of one listed row can be at most, by the total and the other rows. */
function most(rows: ReturnType<typeof summary>): number {
  const [total] = rows.filter(([code]) => code === 'total').map(([, n]) => n as number)
  const inner = rows.filter(([code]) => code !== 'total')
  const hidden = inner.filter(([, n]) => n === null).length
  return total! - inner.reduce((sum, [, n]) => sum + ((n as number | null) ?? 0), 0) - (hidden - 1)
}

describe('the rows of a municipality’s summary', () => {
  it('do not tell which codes occur where all are hidden', () => {
    expect(summary([1, 1, 1, 1, 1])).toEqual([])
    expect(summary([3, 1, 2, 1])).toEqual([])
  })

  it('are told together where their number would tell what each of them is', () => {
    for (const own of [
      [30, 1, 1, 1],
      [30, 2, 1, 1],
      [20, 20, 1, 1, 1],
      [25, 4, 1],
    ]) {
      const rows = summary(own)
      const hidden = rows.filter(([code, n]) => n === null && code !== 'rest')
      if (hidden.length > 0) expect(most(rows)).toBeGreaterThanOrEqual(5)
      expect(rows.every(([, n]) => n === null || (n as number) >= 5)).toBe(true)
    }
    // A figure of seven, hidden with another of seven: 14 for two rows is room enough, 6 for three is not.
    expect(summary([30, 7, 7], [1, 2]).filter(([, n]) => n === null)).toHaveLength(2)
    const tight = summary([30, 2, 1, 1], [1, 2, 3])
    expect(tight).toEqual([
      ['older-people', 30],
      ['rest', null],
      ['total', 34],
    ])
  })

  it('stand each for itself where nothing is hidden', () => {
    expect(
      summary([30, 8, 6])
        .map(([code]) => code)
        .sort(),
    ).toEqual(['child-welfare', 'families', 'older-people', 'total'])
  })
})

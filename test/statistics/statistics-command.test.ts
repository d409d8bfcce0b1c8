import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statisticsCommand } from '../../src/statistics/statistics-command.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { makeContacts, storeContacts } from './made-contacts.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
  await storeContacts(house, '08', makeContacts(300))
})
afterAll(() => house.close())

async function run(line: string) {
  let [out, err] = ['', '']
  const write = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const exit = await statisticsCommand(line.split(' '), write, house)
  return { exit, out, err }
}

describe('statistics command', () => {
  it('prints one JSON document with exactly the fields of the interface, in its order', async () => {
    const { exit, out } = await run(
      '--organisation 08 --year 2025 --rows reason --columns month --unit case --json',
    )
    expect(exit).toBe(0)
    const table = JSON.parse(out)
    expect(Object.keys(table)).toEqual(
      'organisation year unit audience rows columns cells rowTotals columnTotals total multiple suppressed definition'.split(
        ' ',
      ),
    )
    expect(table).toMatchObject({
      organisation: '08',
      year: 2025,
      unit: 'case',
      audience: 'office',
      multiple: true,
      suppressed: 0,
    })
    expect(table.rows.at(-1)).toBe('not-recorded')
    expect(table.columns).toEqual([...table.columns].sort())
    expect(table.cells).toHaveLength(table.rows.length)
    expect(table.cells[0]).toHaveLength(table.columns.length)
  })

  it('has one column, "all", without --columns, and says in the language asked for what is counted', async () => {
    const { out } = await run('--organisation 08 --year 2025 --rows channel --lang sv --json')
    const table = JSON.parse(out)
    expect(table.columns).toEqual(['all'])
    expect(table.columnTotals).toEqual([table.total])
    expect(table.cells.flat()).toEqual(table.rowTotals)
    expect(table.multiple).toBe(false)
    expect(table.definition).toContain('Talen är kontakter')
  })

  it('lets no figure from one to four out to an authority or the public', async () => {
    for (const audience of ['authority', 'public']) {
      const { out } = await run(
        `--organisation 08 --year 2025 --rows service --municipality 837 --columns channel --audience ${audience} --json`,
      )
      const table = JSON.parse(out)
      const figures = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total]
      expect(figures.every((n) => n === null || n === 0 || n >= 5)).toBe(true)
      expect(table.suppressed).toBeGreaterThan(0)
      expect(table.definition).toContain('pienempiä kuin 5')
    }
  })

  it('prints a table for people without --json', async () => {
    const { out } = await run('--organisation 08 --year 2025 --rows channel --columns nature --lang en')
    expect(out).toMatch(/^\tDissatisfaction\t/)
    expect(out).toMatch(/\nPhone\t/)
    expect(out).toMatch(/\nTotal\t\d+/)
    expect(out).toContain('The figures are contacts.')
  })

  it.each([
    ['--year 2025 --rows channel', 'missing-organisation'],
    ['--organisation 77 --year 2025 --rows channel', 'unknown-organisation'],
    ['--organisation 08 --year 25 --rows channel', 'wrong-year'],
    ['--organisation 08 --year 2025', 'missing-rows'],
    ['--organisation 08 --year 2025 --rows colour', 'unknown-dimension'],
    ['--organisation 08 --year 2025 --rows channel --columns channel', 'same-dimension'],
    ['--organisation 08 --year 2025 --rows channel --unit day', 'wrong-unit'],
    ['--organisation 08 --year 2025 --rows channel --audience press', 'wrong-audience'],
    ['--organisation 08 --year 2025 --rows channel --municipality 999', 'unknown-municipality'],
    ['--organisation 08 --year 2025 --rows channel --lang de', 'wrong-lang'],
    ['--organisation 08 --year 2025 --rows channel --colour red', 'wrong-option'],
  ])('ends wrong use with 2: %s', async (line, code) => {
    const { exit, out, err } = await run(`${line} --json`)
    expect(exit).toBe(2)
    expect(JSON.parse(out).error.code).toBe(code)
    expect(err).toContain('Käyttö')
  })

  it('refuses an office that is not served here', async () => {
    const { exit, err } = await run('--organisation 01 --year 2025 --rows channel')
    expect(exit).toBe(1)
    expect(err).toContain('01')
  })

  it('is recorded in the chain of the office', async () => {
    const entries = await house.database.owner.query(
      `select details from audit_entry where event = 'statistics.read' and organisation = '08'`,
    )
    expect(entries.rows.length).toBeGreaterThan(0)
    expect(entries.rows[0].details).toMatchObject({ year: 2025 })
  })
})

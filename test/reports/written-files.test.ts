import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatNumber } from '../../src/language/formats.ts'
import { LANGS, type Lang } from '../../src/language/lang.ts'
import { annualReportCommand } from '../../src/reports/annual-report-command.ts'
import type { ReportJson } from '../../src/reports/index.ts'
import { summaryCommand } from '../../src/reports/summary-command.ts'
import { elements, type RawElement, rawStructure, textOf } from '../documents/raw-pdf.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { fillYear } from './made-year.ts'

let house: TestHouse
let folder: string
beforeAll(async () => {
  house = await testHouse({ now: '2027-01-20T09:00:00Z' })
  folder = await mkdtemp(join(tmpdir(), 'reports-'))
  await fillYear(house, 2026, 700)
  await fillYear(house, 2025, 600)
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

async function run(command: typeof summaryCommand, ...args: string[]) {
  let [out, err] = ['', '']
  const write = {
    out(text: string) {
      out += text
    },
    err(text: string) {
      err += text
    },
  }
  const exit = await command([...args, '--json'], write, house)
  return { exit, json: JSON.parse(out), err, lines: out.trim().split('\n').length }
}

interface Written {
  json: ReportJson
  html: string
  pdf: Uint8Array
  sheets: { sheet: string; data: unknown[][] }[]
  csv: (name: string) => Promise<string[][]>
}
async function readBack(at: string): Promise<Written> {
  return {
    json: JSON.parse(await readFile(join(at, 'report.json'), 'utf8')),
    html: await readFile(join(at, 'report.html'), 'utf8'),
    pdf: await readFile(join(at, 'report.pdf')),
    sheets: (await readExcelFile(await readFile(join(at, 'tables.xlsx')))) as Written['sheets'],
    csv: async (name) => parse(await readFile(join(at, 'tables', `${name}.csv`), 'utf8')),
  }
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
/** A figure as people read it. */
const shown = (lang: Lang, cell: unknown, code: string | undefined) => {
  const decimals = /share|percent|per-thousand/.test(code ?? '') ? 1 : 0
  if (cell === null) return '..'
  if (typeof cell !== 'number') return String(cell)
  return formatNumber(lang, Number(cell.toFixed(decimals)) + 0, decimals).replace('-', '−')
}

/** Every cell of every table stands in HTML, PDF, workbook and CSV as it stands in the JSON. */
async function expectAgreement(lang: Lang, { json, html, pdf, sheets, csv }: Written) {
  const tree = await rawStructure(pdf)
  const pdfTables = elements(tree, 'Table')
  const htmlTables = [...html.matchAll(/<table id="([^"]+)".*?<\/table>/gs)]
  expect(htmlTables.map(([, name]) => name)).toEqual(json.tables.map((table) => table.name))
  expect(pdfTables).toHaveLength(json.tables.length)
  for (const [n, { name, rows, columns }] of json.tables.entries()) {
    const expected = rows.map(({ label, cells }) =>
      [label, ...cells.map((cell, i) => shown(lang, cell, columns[i]!.code))].map(flat),
    )
    const [, ...lines] = elements(pdfTables[n]!, 'TR')
    expect(lines.map((line) => line.kids.map((cell) => flat(textOf(cell as RawElement))))).toEqual(expected)
    const body = htmlTables[n]![0].split('<tbody>')[1]!
    const cells = [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
        flat(cell!.replace(/<span class="doc-spoken">.*?<\/span>|<[^>]*>/g, '').replaceAll('&#39;', "'")),
      ),
    )
    expect(cells).toEqual(expected)
    const sheet = sheets.find((one) => one.sheet === name.slice(0, 31))!
    const round = (cell: unknown, i: number) =>
      typeof cell === 'number'
        ? Number(cell.toFixed(/share|percent|thousand/.test(columns[i]!.code!) ? 1 : 0))
        : cell
    expect(sheet.data.slice(3, 3 + rows.length)).toEqual(
      rows.map((row) => [
        row.label,
        ...row.cells.map((cell, i) => (cell === null ? '..' : round(cell, i) === '' ? null : round(cell, i))),
      ]),
    )
    const [, ...records] = await csv(name)
    expect(records).toEqual(
      rows.map((row) => [
        row.code,
        row.label,
        ...row.cells.map((cell, i) => (cell === null ? '..' : String(round(cell, i)))),
      ]),
    )
  }
}

const counts = (json: ReportJson) =>
  json.tables.flatMap(({ columns, rows }) =>
    rows.flatMap(({ cells }) =>
      cells.filter((_, i) => /^(contacts|cases|persons|contacts-before|now|before)$/.test(columns[i]!.code!)),
    ),
  )

describe('annual-report', () => {
  it.each(LANGS)('writes the same figures in five forms (%s)', { timeout: 240_000 }, async (lang) => {
    for (const audience of ['office', 'public']) {
      const out = join(folder, `${lang}-${audience}`)
      const options = audience === 'office' ? [] : ['--audience', audience]
      const { exit, json, lines } = await run(
        annualReportCommand,
        ...['--organisation', '08', '--year', '2026', '--lang', lang, '--out', out],
        ...options,
      )
      expect(exit).toBe(0)
      expect(lines).toBe(1)
      const written = await readBack(out)
      const csvs = written.json.tables.map((table) => `tables/${table.name}.csv`)
      expect(json).toMatchObject({ organisation: '08', year: 2026, lang, audience, out })
      expect(json.files).toEqual(['report.html', 'report.pdf', 'tables.xlsx', ...csvs, 'report.json'])
      expect(written.json).toMatchObject({
        report: 'annual-report',
        organisation: '08',
        year: 2026,
        lang,
        audience,
      })
      await expectAgreement(lang, written)
      const pdf = await readPdf(written.pdf)
      expect(pdf.info).toMatchObject({ Language: lang, Title: written.json.title })
      expect(pdf.outline.length).toBeGreaterThan(5)
      expect(written.html).toContain(`<html lang="${lang}">`)
    }
  })

  it('agrees with the database, and shows small figures to the office alone', async () => {
    const [office, released] = await Promise.all(
      ['office', 'public'].map((audience) => readBack(join(folder, `fi-${audience}`))),
    )
    const { rows } = await house.database.owner.query<{ n: number }>(
      `select count(*)::int as n from contact where year = 2026 and organisation = '08'`,
    )
    expect(office!.json.keyFigures[0]!.value).toBe(rows[0]!.n)
    const small = (cell: unknown) => typeof cell === 'number' && cell > 0 && cell < 5
    expect(counts(office!.json).filter(small).length).toBeGreaterThan(3)
    expect(counts(office!.json)).not.toContain(null)
    expect(counts(released!.json).filter(small)).toEqual([])
    expect(released!.json.threshold).toBe(5)
    expect(counts(released!.json).filter((cell) => cell === null).length).toBeGreaterThan(3)
  })

  it('lets nothing be computed back from a share, a change or a picture', async () => {
    const { json, html } = await readBack(join(folder, 'fi-public'))
    for (const { name, columns, rows } of json.tables) {
      const at = (code: string) => columns.findIndex((column) => column.code === code)
      for (const { code, cells } of rows) {
        const where = `${name} ${code}`
        if (cells[at('contacts')] !== null && cells[at('contacts-before')] !== null) continue
        if (at('change') >= 0) expect(cells[at('change')], where).toBeNull()
        if (cells[at('contacts')] === null && at('share') >= 0) expect(cells[at('share')], where).toBeNull()
      }
    }
    // A hidden bar is a sign at the foot of the plot, and the figures said of a chart are shown ones.
    const figure = /<figure id="figure-service-task">.*?<\/figure>/s.exec(html)![0]
    const bars = [...figure.matchAll(/<text[^>]*font-weight="700"[^>]*>([^<]*)</g)].map(([, text]) => text)
    const tasks = json.tables.find((table) => table.name === 'contacts-by-service-task')!
    const known = tasks.rows.map((row) => shown('fi', row.cells[0], 'contacts'))
    expect(bars.every((text) => known.includes(text!))).toBe(true)
  })

  it('makes a report of a year in which nothing was recorded', async () => {
    const out = join(folder, 'empty')
    const { exit } = await run(
      annualReportCommand,
      ...['--organisation', '90', '--year', '2020', '--lang', 'sv', '--audience', 'national', '--out', out],
    )
    expect(exit).toBe(0)
    const { json, html } = await readBack(out)
    expect(json.tables).toEqual([])
    expect(json.keyFigures.map((figure) => figure.value)).toEqual([0, 0, 0])
    expect(html).toContain('antecknades inte en enda kontakt')
  })

  it('is refused in words, with the exit code of what went wrong', async () => {
    const out = join(folder, 'none')
    const good = ['--organisation', '08', '--year', '2026', '--lang', 'fi', '--out', out]
    const but = (name: string, value: string) => good.map((arg, i) => (good[i - 1] === name ? value : arg))
    const file = join(folder, 'file')
    await writeFile(file, '')
    for (const [args, exit, code] of [
      [but('--organisation', '99'), 2, 'unknown-organisation'],
      [but('--organisation', '07'), 1, 'not-served'],
      [but('--year', '26'), 2, 'wrong-year'],
      [but('--lang', 'de'), 2, 'missing-lang'],
      [[...good, '--audience', 'everybody'], 2, 'wrong-audience'],
      [[...good, '--colour', 'red'], 2, 'wrong-option'],
      [good.slice(0, -2), 2, 'missing-out'],
      [but('--out', join(file, 'in')), 1, 'folder'],
      // Node's own way of making folders never comes back from here.
      [but('--out', '/proc/nothing/in'), 1, 'folder'],
    ] as const) {
      const result = await run(annualReportCommand, ...args)
      expect([result.exit, result.json.error.code]).toEqual([exit, code])
      expect(result.err).toContain(result.json.error.message)
      expect(result.lines).toBe(1)
    }
  })
})

describe('summary', () => {
  it.each([
    ['837', 'fi', []],
    ['604', 'sv', []],
    ['837', 'en', ['--quarter', '2']],
    ['936', 'sv', []],
    ['536', 'en', []],
  ] as const)(
    'of %s in %s has two pages and the same figures in five forms',
    async (municipality, lang, more) => {
      const out = join(folder, `summary-${municipality}-${lang}`)
      const { exit, json } = await run(
        summaryCommand,
        ...['--municipality', municipality, '--year', '2026', '--lang', lang, '--out', out, ...more],
      )
      expect(exit).toBe(0)
      expect(json).toMatchObject({ organisation: '08', municipality, quarter: more.length > 0 ? 2 : null })
      const written = await readBack(out)
      await expectAgreement(lang, written)
      expect((await readPdf(written.pdf)).pages.length).toBeLessThanOrEqual(2)
      const small = counts(written.json).filter((cell) => typeof cell === 'number' && cell > 0 && cell < 5)
      expect(small).toEqual([])
    },
  )

  it('says the same of a municipality whenever and for whichever quarter it is made', async () => {
    const make = async (...more: string[]) => {
      const out = join(folder, 'again')
      await run(
        summaryCommand,
        '--municipality',
        '837',
        '--year',
        '2026',
        '--lang',
        'fi',
        '--out',
        out,
        ...more,
      )
      return (await readBack(out)).json.tables
    }
    const first = await make()
    await make('--quarter', '4')
    expect(await make()).toEqual(first)
  })

  it('takes away the tables of its own earlier report, and nothing else that lies there', async () => {
    const at = join(folder, 'again')
    const make = (year: string) =>
      run(summaryCommand, ...['--municipality', '837', '--year', year, '--lang', 'fi', '--out', at])
    expect((await make('2026')).exit).toBe(0)
    const before = await readdir(join(at, 'tables'))
    await writeFile(join(at, 'tables', 'mine.csv'), 'mine')
    await make('2025')
    const after = await readdir(join(at, 'tables'))
    expect(after).toContain('mine.csv')
    const named = JSON.parse(await readFile(join(at, 'report.json'), 'utf8')).tables
    expect(after.filter((name) => name !== 'mine.csv').sort()).toEqual(
      named.map(({ name }: { name: string }) => `${name}.csv`).sort(),
    )
    expect(before.length).toBeGreaterThan(0)
  })
  it('tells a municipality of which nothing is recorded so', async () => {
    const out = join(folder, 'nothing')
    await run(summaryCommand, '--municipality', '091', '--year', '2026', '--lang', 'fi', '--out', out)
    expect((await readBack(out)).html).toContain('ei ole kirjattu yhtään yhteydenottoa')
  })

  it('is refused in words, with the exit code of what went wrong', async () => {
    const args = (municipality: string, ...more: string[]) => [
      ...[
        '--municipality',
        municipality,
        '--year',
        '2026',
        '--lang',
        'en',
        '--out',
        join(folder, 'x'),
        ...more,
      ],
    ]
    for (const [list, exit, code] of [
      [args('999'), 2, 'unknown-municipality'],
      [args('109'), 1, 'not-served'],
      [args('837', '--quarter', '5'), 2, 'wrong-quarter'],
      [args('837').slice(2), 2, 'missing-municipality'],
    ] as const) {
      const result = await run(summaryCommand, ...list)
      expect([result.exit, result.json.error.code]).toEqual([exit, code])
    }
  })
})

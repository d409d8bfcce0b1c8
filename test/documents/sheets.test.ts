import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/documents/csv.ts'
import { type Document, type TableBlock, tablesOf } from '../../src/documents/model.ts'
import { renderXlsx } from '../../src/documents/xlsx.ts'
import { sample } from './sample.ts'

const table = (rows: TableBlock['rows'], columns: TableBlock['columns'] = [{ label: 'n' }]): TableBlock => ({
  kind: 'table',
  name: 'a',
  caption: 'A',
  header: 'H',
  columns,
  rows,
})

describe('tables as CSV', () => {
  it('give every figure of the document back', () => {
    for (const one of tablesOf(sample())) {
      const [head, ...lines] = parse(toCsv(one)) as string[][]
      expect(head).toEqual(['code', 'name', ...one.columns.map((column) => column.code ?? column.label)])
      const figures = lines.map((line) =>
        line.slice(2).map((text, i) => {
          if (text === '..') return null
          return one.columns[i]!.type === 'text' || !/^-?\d/.test(text) ? text : Number(text)
        }),
      )
      expect(figures).toEqual(one.rows.map((row) => row.cells))
    }
  })

  it('begin without a byte order mark and end lines as RFC 4180 says', () => {
    expect(toCsv(table([{ label: 'ä', code: 'x', cells: [1234.5] }]))).toBe('code,name,n\r\nx,ä,1235\r\n')
  })

  it('keep a minus of a number and take the power from a formula', () => {
    const csv = toCsv(
      table(
        [{ label: '=1+1', cells: [-5, '-x', '@a', '+b', '\tc', 'ok'] }],
        'abcdef'.split('').map((label) => ({ label, type: 'text' })),
      ),
    )
    expect(parse(csv)[1]).toEqual(['', "'=1+1", '-5', "'-x", "'@a", "'+b", "'\tc", 'ok'])
  })

  it('bring any text back, apart from the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (label) => {
        const [, line] = parse(toCsv(table([{ label, cells: [1] }]))) as string[][]
        expect([label, `'${label}`]).toContain(line![1])
        expect(line![1]).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('tables as a workbook', () => {
  const read = async (document: Document) => readExcelFile(Buffer.from(await renderXlsx(document)))

  it('say what they are and hold a sheet for each table', async () => {
    const document = sample()
    const sheets = await read(document)
    const tables = tablesOf(document)
    expect(sheets.map((one) => one.sheet)).toEqual(['Tietoja tiedostosta', ...tables.map((one) => one.name)])
    expect(sheets[0]!.data.flat()).toEqual(
      expect.arrayContaining([
        document.title,
        document.author,
        '15.2.2027',
        'Taulukko 1. Yhteydenotot kuukausittain',
      ]),
    )
  })

  it('hold numbers as numbers and a sign with its note for a suppressed figure', async () => {
    const document = sample()
    const [, ...sheets] = await read(document)
    tablesOf(document).forEach((one, i) => {
      const { data } = sheets[i]!
      expect(data[2]).toEqual([one.header, ...one.columns.map((column) => column.label)])
      one.rows.forEach((row, n) => {
        const cells = row.cells.map((cell) => (cell === null ? '..' : cell === '' ? null : cell))
        expect(data[n + 3]).toEqual([row.label, ...cells])
      })
      const notes = data.slice(one.rows.length + 4).map(([note]) => note)
      expect(notes).toContain(
        'Merkki .. tarkoittaa, että lukua ei näytetä, jotta yksittäistä ihmistä ei voi tunnistaa.',
      )
    })
  })

  it('name two tables with the same beginning differently', async () => {
    const long = 'yhteydenotot-asiakkaan-kotikunnan-mukaan'
    const document: Document = {
      ...sample(),
      blocks: [1, 2].map((n) => ({ ...table([{ label: '=SUM(A1)', cells: [n] }]), name: `${long}-${n}` })),
    }
    const sheets = await read(document)
    expect(new Set(sheets.map((one) => one.sheet)).size).toBe(3)
    expect(sheets[1]!.data[3]).toEqual(['=SUM(A1)', 1])
  })
})

import { describe, expect, it } from 'vitest'
import { type Document, paragraph } from '../../src/documents/model.ts'
import { beside } from '../../src/reports/workshop/beside.ts'
import { here } from '../../src/reports/workshop/here.ts'
import { countTable } from '../../src/statistics/table.ts'
import { readPdf } from '../documents/read-pdf.ts'

const records = Array.from({ length: 400 }, (_, i) => ({
  row: `r${(i * i) % 31}`,
  column: `c${(i * 7) % 29}`,
}))
const table = countTable(records, {
  name: 'sparse',
  unit: 'contact',
  rows: { name: 'service', of: ({ row }) => row },
  columns: { name: 'municipality', of: ({ column }) => column },
})
const document: Document = {
  title: 'Raportti',
  lang: 'fi',
  author: 'Toimisto',
  date: '2027-01-20',
  blocks: [paragraph('Ääkköset säilyvät.')],
}

describe('the thread beside the program', () => {
  it('does the same as would be done here', async () => {
    expect(await beside.release([table])).toEqual(await here.release([table]))
    const pdf = await beside.pdf(document)
    expect((await readPdf(pdf)).pages[0]!.text).toContain('Ääkköset säilyvät.')
  })

  it('lets the program do other things meanwhile', async () => {
    let turns = 0
    let busy = true
    const others = () => {
      turns++
      if (busy) setImmediate(others)
    }
    setImmediate(others)
    await beside.release([table])
    busy = false
    // Here it would have been none: the work is one piece.
    expect(turns).toBeGreaterThan(10)
  })

  it('tells whoever ordered what went wrong, and goes on', async () => {
    const twice = { ...table, rowTotals: table.rowTotals.map(() => 1) }
    await expect(beside.release([table, twice])).rejects.toThrow(RangeError)
    await expect(beside.release([table])).resolves.toMatchObject({ threshold: 5 })
  })
})

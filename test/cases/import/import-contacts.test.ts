import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { COLUMNS } from '../../../src/cases/import/columns.ts'
import { type ImportOptions, importContacts } from '../../../src/cases/import/import-contacts.ts'
import { countContacts, UNITS } from '../../../src/statistics/index.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { asOffice } from '../../statistics/made-contacts.ts'
import { call, csv, type Line } from './file.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const bring = (file: Buffer, options: Partial<ImportOptions> = {}, organisation = '08') =>
  importContacts(house, organisation, { kind: 'system' }, file, { lang: 'en', ...options })
const stored = async (organisation: string) =>
  (
    await house.database.owner.query('select * from contact where organisation = $1 order by at', [
      organisation,
    ])
  ).rows
const codes = ({ rejected }: Awaited<ReturnType<typeof bring>>) => rejected.map(({ code }) => code)

describe('import of contacts', () => {
  it('stores a row with its codes, in Finland’s calendar, as any contact', async () => {
    const night: Line = { ...call, contact_at: '2024-12-31T22:30:00Z', municipality: '91' }
    expect(await bring(csv([call, night]))).toEqual({ accepted: 2, duplicates: 0, rejected: [] })
    const [first, second] = await stored('08')
    expect(first).toMatchObject({ year: 2025, month: 1, municipality: '091', source: 'import' })
    expect(second).toMatchObject({
      year: 2025,
      month: 3,
      channel: 'phone',
      age_band: '30-64',
      reasons: ['waiting-time', 'treatment'],
      actions: ['advice'],
      outcome: 'advised',
    })
    const table = await asOffice(house, '08', (t) => countContacts(t, { year: 2025, rows: 'reason' }))
    expect(table).toMatchObject({ total: 2, rowTotals: [2, 2] })
  })

  it('imports nothing the second time, in whatever form the file comes', async () => {
    const lines = [
      call,
      { ...call, channel: 'email' },
      { ...call, contact_at: '2025-04-01 14:30', reasons: '' },
    ]
    expect(await bring(csv(lines), {}, '90')).toMatchObject({ accepted: 3, duplicates: 0 })
    expect(await bring(csv(lines), {}, '90')).toMatchObject({ accepted: 0, duplicates: 3 })
    const semicolons = Buffer.concat([Buffer.from('\uFEFF'), csv([...lines].reverse(), ';')])
    expect(await bring(semicolons, {}, '90')).toMatchObject({ accepted: 0, duplicates: 3 })
    const value = (text: string) => ({ value: text, type: String })
    const sheet = await writeXlsx([
      COLUMNS.map((column) => value(column)),
      ...lines.map((line) =>
        COLUMNS.map((column) =>
          column === 'contact_at'
            ? {
                value: new Date(
                  `${line.contact_at!.replace(' ', 'T')}${line.contact_at!.includes(' ') ? ':00' : 'T00:00:00'}Z`,
                ),
                type: Date,
                format: 'yyyy-mm-dd hh:mm',
              }
            : value(line[column] ?? ''),
        ),
      ),
    ]).toBuffer()
    expect(await bring(sheet, {}, '90')).toEqual({ accepted: 0, duplicates: 3, rejected: [] })
  })

  it('takes equal rows of one file as so many contacts, and knows all of them again', async () => {
    const twice = csv([
      { ...call, nature: 'other' },
      { ...call, nature: 'other' },
    ])
    expect(await bring(twice)).toMatchObject({ accepted: 2, duplicates: 0 })
    expect(await bring(twice)).toMatchObject({ accepted: 0, duplicates: 2 })
  })

  it('makes of the office’s pseudonyms the same cases and persons in every file, and keeps none of them', async () => {
    const other = await testHouse()
    const at = (day: number) => `2023-05-${String(day).padStart(2, '0')}`
    const first = csv([
      { ...call, contact_at: at(1), case_ref: 'A-1', person_ref: 'P-77' },
      { ...call, contact_at: at(2), case_ref: 'A-1', person_ref: 'P-77' },
      { ...call, contact_at: at(3), case_ref: 'A-2', person_ref: 'P-77' },
      { ...call, contact_at: at(4) },
    ])
    const second = csv([{ ...call, contact_at: at(5), case_ref: 'A-2', person_ref: 'P-77' }])
    for (const file of [first, second])
      await importContacts(other, '08', { kind: 'system' }, file, { lang: 'fi' })
    const totals = await asOffice(other, '08', (t) =>
      Promise.all(UNITS.map((unit) => countContacts(t, { year: 2023, rows: 'channel', unit }))),
    )
    expect(totals.map(({ total }) => total)).toEqual([5, 3, 2])
    const { rows } = await other.database.owner.query('select to_jsonb(contact)::text as all from contact')
    expect(rows.map(({ all }) => all).join()).not.toMatch(/A-1|A-2|P-77/)
    // Another office's same pseudonym is another case.
    await importContacts(other, '90', { kind: 'system' }, first, { lang: 'fi' })
    const shared = await other.database.owner.query(
      `select 1 from contact a join contact b using (case_unit) where a.organisation < b.organisation`,
    )
    expect(shared.rows).toEqual([])
    await other.close()
  })

  it('imports nothing when one row is bad, and tells every bad value with its row and column', async () => {
    const before = (await stored('08')).length
    const result = await bring(
      csv([
        { ...call, contact_at: '2022-01-01' },
        { ...call, channel: 'fax', reasons: 'treatment|nonsense', municipality: '999' },
        { ...call, contact_at: '' },
        { ...call, contact_at: '31.3.2025' },
        { ...call, contact_at: '2025-02-30' },
        { ...call, contact_at: '2027-01-01' },
        { ...call, contact_at: '1989-12-31' },
        { ...call, case_ref: 'x'.repeat(101) },
      ]),
    )
    expect(result).toMatchObject({ accepted: 0, duplicates: 0 })
    expect(
      result.rejected.map(({ row, column, value, code }) => [row, column, value.slice(0, 12), code]),
    ).toEqual([
      [3, 'channel', 'fax', 'code-unknown'],
      [3, 'municipality', '999', 'municipality-unknown'],
      [3, 'reasons', 'nonsense', 'code-unknown'],
      [4, 'contact_at', '', 'date-missing'],
      [5, 'contact_at', '31.3.2025', 'date-format'],
      [6, 'contact_at', '2025-02-30', 'date-format'],
      [7, 'contact_at', '2027-01-01', 'date-future'],
      [8, 'contact_at', '1989-12-31', 'date-old'],
      [9, 'case_ref', 'xxxxxxxxxxxx', 'reference-long'],
    ])
    expect(result.rejected[0]!.message).toContain('phone, meeting')
    expect(result.rejected[4]!.message).toContain('2025-03-31.')
    expect(result.rejected[4]!.message).not.toContain('14:30')
    expect((await stored('08')).length).toBe(before)
  })

  it('tells the code of a municipality whose name was written', async () => {
    const result = await bring(csv([{ ...call, municipality: 'Åbo' }]))
    expect(codes(result)).toEqual(['municipality-unknown'])
    expect(result.rejected[0]!.message).toMatch(/Åbo .*853/)
  })

  it('takes today, whatever the hour, and imports the good rows with partial', async () => {
    const result = await bring(
      csv([
        { ...call, contact_at: '2026-11-24', channel: 'letter' },
        { ...call, channel: 'fax' },
      ]),
      { partial: true },
    )
    expect(result).toMatchObject({ accepted: 1, duplicates: 0 })
    expect(codes(result)).toEqual(['code-unknown'])
  })

  it('writes nothing in a dry run but tells what would be', async () => {
    const before = (await stored('08')).length
    const file = csv([call, { ...call, contact_at: '2021-06-01' }])
    expect(await bring(file, { dryRun: true })).toEqual({ accepted: 1, duplicates: 1, rejected: [] })
    expect((await stored('08')).length).toBe(before)
    const imports = await house.database.owner.query(
      `select 1 from audit_entry where event = 'contacts.imported'`,
    )
    await bring(file, { dryRun: true })
    const after = await house.database.owner.query(
      `select 1 from audit_entry where event = 'contacts.imported'`,
    )
    expect(after.rows.length).toBe(imports.rows.length)
  })

  it.each([
    ['010190-123A', 'identity'],
    ['asiakas 010190A123B', 'identity'],
    ['matti@example.org', 'e-mail'],
    ['040 123 4567', 'phone'],
    ['+358401234567', 'phone'],
    ['Matti Meikäläinen', 'name'],
  ])('refuses %s as a pseudonym and does not repeat it', async (person_ref, kind) => {
    const result = await bring(csv([{ ...call, person_ref }]))
    expect(result.rejected).toMatchObject([
      {
        row: 2,
        column: 'person_ref',
        value: '',
        code: 'personal-data',
        message: expect.stringContaining(kind),
      },
    ])
    expect(JSON.stringify(result)).not.toContain(person_ref)
  })

  it.each(['2025-00123', 'A17', '20250017', 'asia 12/2025', '0001'])(
    'takes %s as a pseudonym',
    async (case_ref) => {
      expect((await bring(csv([{ ...call, case_ref }]), { dryRun: true })).rejected).toEqual([])
    },
  )

  it('tells which columns are missing, unknown or there twice, and imports nothing, partial or not', async () => {
    const file = Buffer.from(`contact_at,channel,channel,colour\n2025-01-01,phone,phone,red\n`)
    const result = await bring(file, { partial: true })
    expect(result.accepted).toBe(0)
    expect(codes(result).slice(0, 2)).toEqual(['column-twice', 'column-unknown'])
    expect(result.rejected.filter(({ code }) => code === 'column-missing')).toHaveLength(COLUMNS.length - 2)
    expect(result.rejected.every(({ row }) => row === 1)).toBe(true)
  })

  it('keeps nothing of a file that breaks off, not even the rows before it', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({ ...call, case_ref: `before the break ${i}` }))
    const before = (await stored('12')).length
    const broken = Buffer.concat([
      csv(many, ';'),
      Buffer.from('2025-03-31;"phone;client\n2025-04-01;email\n'),
    ])
    const result = await bring(broken, { partial: true }, '12')
    expect(result).toMatchObject({ accepted: 0, duplicates: 0 })
    expect(result.rejected).toMatchObject([{ row: 0, code: 'file-quotes' }])
    expect(result.rejected[0]!.message).toContain('row 5002')
    expect(await stored('12')).toHaveLength(before)
  })

  it('tells a quotation mark within a value as such', async () => {
    const file = csv([call, { ...call, case_ref: 'A "1"' }])
    expect((await bring(file)).rejected).toMatchObject([{ row: 0, code: 'file-quotes' }])
  })

  it('tells a wrong separator, or a missing header, once', async () => {
    expect(codes(await bring(csv([call], '\t')))).toEqual(['file-separator'])
    expect(codes(await bring(csv([call], '|')))).toEqual(['file-separator'])
    const noHeader = Buffer.from(`${csv([call]).toString().split('\r\n')[1]}\n`)
    expect(codes(await bring(noHeader))).toEqual(['header-missing'])
  })

  it('is done at once with a reference of any length', async () => {
    // Searching it for a person's data as it is would take minutes.
    const long = csv([{ ...call, person_ref: `${'x'.repeat(90_000)}@` }])
    expect(codes(await bring(long))).toEqual(['reference-long'])
    const named = csv([{ ...call, person_ref: `someone@example.org ${'x'.repeat(90_000)}` }])
    expect(codes(await bring(named))).toEqual(['personal-data'])
  })

  it('tells a row with too many values, and passes over empty rows without losing count', async () => {
    const file = Buffer.from(
      `${COLUMNS.join(',')}\n\n2025-01-01${','.repeat(15)}extra\n,,,\n2025-01-02,fax${','.repeat(13)}\n`,
    )
    const result = await bring(file)
    expect(result.rejected.map(({ row, code }) => [row, code])).toEqual([
      [3, 'too-many-values'],
      [5, 'code-unknown'],
    ])
  })

  it.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'file-empty'],
    ['only blanks', Buffer.from(' \n\n'), 'file-empty'],
    ['only a header', csv([]), 'file-no-rows'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'file-type'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'file-type'],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'file-old-excel'],
    ['a broken Excel file', Buffer.from('PK\u0003\u0004nothing more'), 'file-broken'],
    [
      'Windows letters',
      Buffer.concat([csv([call]), Buffer.from('2025-01-01,s\xe4hk\xf6posti', 'latin1')]),
      'file-encoding',
    ],
    ['UTF-16', Buffer.from(`\uFEFF${csv([call])}`, 'utf16le'), 'file-encoding'],
    ['a quote left open', Buffer.concat([csv([call]), Buffer.from('"2025-01-01,phone\n')]), 'file-quotes'],
  ])('says in every language what is wrong with %s', async (_, file, code) => {
    for (const lang of ['fi', 'sv', 'en'] as const) {
      const result = await bring(file, { lang })
      expect(result).toMatchObject({ accepted: 0, duplicates: 0, rejected: [{ row: 0, code }] })
      expect(result.rejected[0]!.message).toMatch(/^\p{Lu}.*\.$/u)
    }
  })

  it('keeps a record of the import in the chain', async () => {
    const { rows } = await house.database.owner.query(
      `select i.accepted, a.details from import i join audit_entry a on a.subject_id = i.id::text order by i.at limit 1`,
    )
    expect(rows[0].details.accepted).toBe(rows[0].accepted)
  })
})

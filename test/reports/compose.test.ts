import { describe, expect, it } from 'vitest'
import { cellText } from '../../src/documents/cells.ts'
import { toHtmlFragment } from '../../src/documents/html.ts'
import { type Document, tablesOf } from '../../src/documents/model.ts'
import { renderPdf } from '../../src/documents/pdf.ts'
import { LANGS } from '../../src/language/lang.ts'
import { composeAnnualReport } from '../../src/reports/annual/compose.ts'
import type { AnnualReportInput } from '../../src/reports/annual/input.ts'
import { byName, YEAR_TABLES, type YearTables } from '../../src/reports/year-figures.ts'
import { countTable, type Unit } from '../../src/statistics/table.ts'
import { rawStructure, textOf } from '../documents/raw-pdf.ts'

type Contact = Record<string, string | string[] | undefined>

/** The tables of a year counted from contacts at hand, as the database counts them. */
function tables(contacts: Contact[]): YearTables {
  return byName(
    YEAR_TABLES.map(({ name, rows, unit = 'contact' }: (typeof YEAR_TABLES)[number] & { unit?: Unit }) =>
      countTable(contacts, {
        name,
        unit,
        rows: {
          name: rows,
          of: (contact) => contact[rows],
          multiple: rows === 'reason' || rows === 'action',
        },
        ...(unit === 'contact' ? {} : { unitOf: (contact: Contact) => String(contact[unit]) }),
      }),
    ),
  )
}

const contact = (i: number, more: Contact = {}): Contact => ({
  month: String((i % 12) + 1).padStart(2, '0'),
  channel: i % 3 ? 'phone' : 'email',
  contactPerson: 'client',
  language: 'fi',
  nature: i % 5 ? 'dissatisfaction' : 'enquiry',
  serviceTask: i % 4 ? 'older-people' : 'kela',
  service: 'home-care',
  reason: i % 2 ? ['waiting-time', 'treatment'] : ['waiting-time'],
  action: ['advice'],
  outcome: 'advised',
  municipality: i % 10 ? '837' : '604',
  case: `case ${i >> 1}`,
  person: `person ${i >> 2}`,
  ...more,
})
const many = (n: number, more?: (i: number) => Contact) =>
  Array.from({ length: n }, (_, i) => contact(i, more?.(i)))

const input = (more: Partial<AnnualReportInput> = {}): AnnualReportInput => ({
  lang: 'fi',
  organisation: '08',
  organisationName: 'Pirkanmaan hyvinvointialue',
  year: 2026,
  audience: 'office',
  date: '2027-01-20',
  now: tables(many(400)),
  before: tables(many(300)),
  population: [],
  sections: [],
  ...more,
})

const table = (document: Document, name: string) => tablesOf(document).find((one) => one.name === name)!
const words = (document: Document) =>
  toHtmlFragment(document)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('words of the report', () => {
  it('keep the capitals of names within a sentence', () => {
    const english = words(composeAnnualReport(input({ lang: 'en' })))
    expect(english).toContain('The most common language was Finnish')
    const places = composeAnnualReport(input({ lang: 'fi' })).blocks.find(
      (block) => block.kind === 'figure' && block.name === 'figure-municipality',
    )
    expect(places).toMatchObject({ alt: expect.stringContaining('Tampere') })
  })

  it('tell a clear change in per cent of the year before', () => {
    const now = tables(many(400, (i) => ({ service: i < 250 ? 'home-care' : 'mobility' })))
    const before = tables(many(400, (i) => ({ service: i < 100 ? 'home-care' : 'mobility' })))
    const said = (lang: 'fi' | 'sv' | 'en') => words(composeAnnualReport(input({ lang, now, before })))
    expect(said('fi')).toContain(
      'Kotihoito (palvelu): 250 yhteydenottoa, 150 % enemmän kuin edellisvuonna (100)',
    )
    expect(said('sv')).toContain('kontakter, 50 % färre än året innan (300)')
    expect(said('en')).toContain('contacts, 50% fewer than the year before (300)')
  })

  it('write a minus as such, and none before nothing', () => {
    expect(cellText('en', -12)).toBe('−12')
    expect(cellText('fi', -1234)).toBe('−1\u00a0234')
    expect(cellText('fi', -0.04, 1)).toBe('0,0')
    expect(cellText('sv', -0.06, 1)).toBe('−0,1')
  })
})

describe('the yearly report', () => {
  it('computes shares and changes from the tables', () => {
    const channel = table(composeAnnualReport(input()), 'contacts-by-channel')
    expect(channel.rows.map(({ code, cells }) => [code, ...cells])).toEqual([
      ['phone', 266, 66.5, 200, 66],
      ['email', 134, 33.5, 100, 34],
      ['total', 400, 100, 300, 100],
    ])
  })

  it('counts contacts, cases and persons side by side, totals once', () => {
    const units = table(composeAnnualReport(input()), 'units-by-service-task')
    expect(units.rows.at(-1)!.cells).toEqual([400, 200, 100])
    expect(words(composeAnnualReport(input()))).toContain(
      'yhteyttä 400 kertaa. Yhteydenotot koskivat 200 asiaa ja 100 henkilöä.',
    )
  })

  it('gives no share of the total to a dimension of several values', () => {
    const reason = table(composeAnnualReport(input()), 'contacts-by-reason')
    expect(reason.rows.map(({ code, cells }) => [code, cells[0], cells[1]])).toEqual([
      ['waiting-time', 400, 100],
      ['treatment', 200, 50],
      ['total', 400, ''],
    ])
    expect(reason.note).toContain('useita syitä')
  })

  it('speaks of more or fewer only beyond the usual variation', () => {
    const brief = (now: number, before: number) =>
      words(composeAnnualReport(input({ now: tables(many(now)), before: tables(many(before)) })))
    expect(brief(400, 300)).toContain('33 % enemmän kuin edellisvuonna (300)')
    expect(brief(300, 400)).toContain('25 % vähemmän kuin edellisvuonna (400)')
    expect(brief(310, 300)).toContain('Suunnilleen sama kuin edellisvuonna (300)')
    expect(brief(9, 4)).toContain('Edellisvuonna 4')
    expect(brief(9, 4)).not.toMatch(/enemmän kuin edellisvuonna|Yleisin/)
  })

  it('lists what clearly changed, and nothing else', () => {
    const now = tables(many(400, (i) => (i < 200 ? { reason: ['fees'] } : {})))
    const document = composeAnnualReport(input({ now, before: tables(many(390)) }))
    const lists = document.blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : []))
    expect(lists).toContain('Maksut (syy): 200 yhteydenottoa, edellisvuonna 0')
    expect(lists).toContain(
      'Käsittely- ja odotusaika (syy): 200 yhteydenottoa, 49 % vähemmän kuin edellisvuonna (390)',
    )
    expect(lists.filter((item) => String(item).includes('palvelutehtävä)'))).toEqual([])
  })

  it('names every municipality of the area, also those without contacts', () => {
    const rows = table(composeAnnualReport(input()), 'contacts-by-municipality').rows
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.find((row) => row.label === 'Tampere')!.cells).toEqual([360, 270, 90])
    expect(rows.find((row) => row.label === 'Nokia')!.cells).toEqual([0, 0, 0])
  })

  it('gives rates where residents are known and says when they are made up', () => {
    const residents = {
      municipality: '837',
      residents: 240_000,
      year: 2025,
      source: 'Tilastokeskus',
      sample: false,
    }
    const municipalities = (sample: boolean) =>
      table(
        composeAnnualReport(input({ population: [{ ...residents, sample }] })),
        'contacts-by-municipality',
      )
    const tampere = municipalities(false).rows.find((row) => row.code === '837')!
    expect(tampere.cells.slice(-2)).toEqual([240_000, 1.5])
    expect(
      municipalities(false)
        .rows.find((row) => row.code === '604')!
        .cells.slice(-2),
    ).toEqual(['', ''])
    expect(municipalities(false).note).toContain('Tilastokeskus, 2025')
    expect(municipalities(true).note).toContain('keksittyjä')
    expect(municipalities(true).columns.map((column) => column.label)).toContain('Asukkaita (esimerkkiluku)')
  })

  it('does not compare a year that still runs, and says so', () => {
    const text = words(composeAnnualReport(input({ date: '2026-09-15', before: null })))
    expect(text).toContain('Vuosi 2026 on kesken. Luvut on laskettu 15.9.2026')
    expect(text).toContain('Vuotta 2026 ei verrata edellisvuoteen, koska vuosi on kesken.')
    const month = table(composeAnnualReport(input({ date: '2026-09-15', before: null })), 'contacts-by-month')
    expect(month.rows).toHaveLength(10)
  })

  it('says when there is no year before', () => {
    const text = words(composeAnnualReport(input({ before: null })))
    expect(text).toContain('Vuodelta 2025 ei ole kirjattuja yhteydenottoja')
    expect(text).not.toContain('Edellisvuonna')
  })

  it.each(LANGS)('makes sense of a year without a contact (%s)', async (lang) => {
    const document = composeAnnualReport(input({ lang, now: tables([]), before: null }))
    expect(tablesOf(document)).toEqual([])
    expect(document.blocks.filter((block) => block.kind === 'figure')).toEqual([])
    expect(document.blocks.filter((block) => block.kind === 'heading').length).toBe(2)
    expect(words(document)).toMatch(/ei kirjattu yhtään|inte en enda kontakt|Not a single contact/)
    expect(words(document)).not.toMatch(/NaN|undefined|null/)
    expect((await renderPdf(document)).length).toBeGreaterThan(5000)
  })

  it('opens with what has been done since the last report, and puts each text at its place', () => {
    const sections = ['closing', 'observations', 'own', 'followed-up', 'recommendations', 'opening'].map(
      (key) => ({
        key,
        title: `Otsikko ${key}`,
        markdown: `# Alaotsikko ${key}\n\nTekstiä **${key}**.`,
      }),
    )
    const headings = composeAnnualReport(input({ sections })).blocks.flatMap((block) =>
      block.kind === 'heading' && (block.level === 1 || block.text.startsWith('Ot')) ? [block.text] : [],
    )
    expect(headings[0]).toBe('Otsikko followed-up')
    expect(headings.slice(1, 4)).toEqual(['Vuosi lyhyesti', 'Otsikko opening', 'Miten luvut on laskettu'])
    expect(headings.slice(-4)).toEqual(
      ['observations', 'recommendations', 'own', 'closing'].map((key) => `Otsikko ${key}`),
    )
  })

  it('leaves out a section in which nothing is written', () => {
    const sections = [{ key: 'observations', title: 'Havainnot', markdown: ' \n' }]
    expect(words(composeAnnualReport(input({ sections })))).not.toContain('Havainnot ')
  })

  it.each(LANGS)('says the same in every form (%s)', async (lang) => {
    const document = composeAnnualReport(input({ lang }))
    const pdf = textOf(await rawStructure(await renderPdf(document))).replace(/\s+/g, ' ')
    const html = words(document)
    for (const { caption, columns, rows } of tablesOf(document)) {
      expect(pdf).toContain(caption)
      expect(html).toContain(caption)
      for (const row of rows) {
        const cells = columns.map((column, i) => cellText(lang, row.cells[i]!, column.decimals))
        expect(pdf).toContain([row.label, ...cells].join('').replace(/\s+/g, ' '))
        expect(html).toContain([row.label, ...cells].filter(Boolean).join(' ').replace(/\s+/g, ' '))
      }
    }
  })

  it('hides a hidden figure, its share and its change, and calls nothing the most common that is hidden', () => {
    const now = tables(many(400))
    const hidden = { ...now.channel, rowTotals: [null, null], cells: [[null], [null]] }
    const document = composeAnnualReport(
      input({ audience: 'public', threshold: 5, now: { ...now, channel: hidden } }),
    )
    const channel = table(document, 'contacts-by-channel')
    expect(channel.rows.slice(0, 2).map((row) => [row.cells[0], row.cells[1], row.cells[3]])).toEqual([
      [null, null, null],
      [null, null, null],
    ])
    expect(words(document)).not.toContain('Yleisin yhteydenottotapa')
    expect(words(document)).toContain('pienempiä kuin 5')
  })

  it('warns on the cover of the version in which nothing is hidden', () => {
    expect(words(composeAnnualReport(input()))).toContain('ei saa julkaista')
    const released = words(composeAnnualReport(input({ audience: 'public', threshold: 5 })))
    expect(released).not.toContain('ei saa julkaista')
    expect(released).toContain('Kohderyhmä: Palvelun käyttäjät ja kaikki muut')
  })
})

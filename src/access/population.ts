import { parse } from 'csv-parse/sync'
import { countyOf, municipalities } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'

/** Residents of one municipality on the last day of a year. */
export interface PopulationFigure {
  municipality: string
  year: number
  residents: number
}

export interface PopulationError {
  /** Of the text as pasted, from 1. */
  line: number
  code: 'columns' | 'municipality' | 'elsewhere' | 'year' | 'residents' | 'twice'
}

/**
 * Reads rows of municipality (its number, or its name in Finnish or Swedish), year and residents, parted by tabs,
 * semicolons or commas; a first row of headings is passed over. All errors are told, not the first alone.
 * @param until the last year there can be a figure of
 */
export function readPopulationTable(
  text: string,
  organisation: string,
  until: number,
): { figures: PopulationFigure[]; errors: PopulationError[] } {
  const delimiter = ['\t', ';'].find((mark) => text.includes(mark)) ?? ','
  const rows = parse(text, {
    delimiter,
    bom: true,
    info: true,
    quote: null,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  const figures: PopulationFigure[] = []
  const errors: PopulationError[] = []
  const seen = new Set<string>()
  for (const [index, { record, info }] of rows.entries()) {
    const wrong = (code: PopulationError['code']) => errors.push({ line: info.lines, code })
    const [place = '', yearText = '', residentsText = ''] = record
    if (index === 0 && record.length >= 3 && !/\d/.test(yearText + residentsText)) continue
    if (record.length < 3) {
      wrong('columns')
      continue
    }
    const municipality = codeOf(place)
    const year = /^\d{4}$/.test(yearText) ? Number(yearText) : 0
    // 25 372 and its hard spaces are how people and Statistics Finland write thousands.
    const digits = residentsText.replaceAll(/\s/g, '')
    if (!municipality) wrong('municipality')
    else if (countyOf(municipality) !== organisation) wrong('elsewhere')
    else if (year < 1990 || year > until) wrong('year')
    else if (!/^\d{1,7}$/.test(digits)) wrong('residents')
    else if (seen.has(`${municipality} ${year}`)) wrong('twice')
    else {
      seen.add(`${municipality} ${year}`)
      figures.push({ municipality, year, residents: Number(digits) })
    }
  }
  return { figures, errors }
}

/** Keeps the figures in place of earlier ones for the same municipality and year. */
export async function savePopulation(
  t: OfficeTransaction,
  { figures, source }: { figures: readonly PopulationFigure[]; source: string },
): Promise<void> {
  for (const { municipality, year, residents } of figures) {
    const key = { organisation: t.organisation, municipality, year }
    const told = { residents, source, sample: false }
    await t.sql.population.upsert({
      where: { organisation_municipality_year: key },
      update: told,
      create: { ...key, ...told },
    })
  }
  const years = [...new Set(figures.map(({ year }) => String(year)))].sort()
  t.audit({
    event: 'population.imported',
    subjectKind: 'organisation',
    subjectId: t.organisation,
    details: { figures: figures.length, years },
  })
}

/** All figures of the office, the latest year first. */
export const listPopulation = (
  t: OfficeTransaction,
): Promise<(PopulationFigure & { source: string; sample: boolean })[]> =>
  t.sql.population.findMany({
    where: { organisation: t.organisation },
    select: { municipality: true, year: true, residents: true, source: true, sample: true },
    orderBy: [{ year: 'desc' }, { municipality: 'asc' }],
  })

function codeOf(place: string): string | undefined {
  const number = /^(?:KU)?(\d{1,3})$/i.exec(place)?.[1]?.padStart(3, '0')
  const name = place.toLocaleLowerCase('fi')
  return municipalities.find(
    ({ code, fi, sv }) =>
      code === number || fi.toLocaleLowerCase('fi') === name || sv.toLocaleLowerCase('sv') === name,
  )?.code
}

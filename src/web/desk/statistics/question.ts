import { DIMENSIONS, isCode, isDimension } from '../../../classification/index.ts'
import { AUDIENCES, type Question, UNITS } from '../../../statistics/index.ts'

/** What the address asks for; what it leaves out or words wrongly is the usual. */
export function readQuestion(
  query: Record<string, string>,
  organisation: string,
  thisYear: number,
): Question {
  const rows = isDimension(query.rows ?? '') ? (query.rows as Question['rows']) : DIMENSIONS[0]
  const columns = isDimension(query.columns ?? '') ? (query.columns as Question['rows']) : undefined
  const year = /^(19|20)\d\d$/.test(query.year ?? '') ? Number(query.year) : thisYear
  const municipality =
    query.municipality && isCode('municipality', query.municipality) ? query.municipality : ''
  return {
    organisation,
    rows,
    ...(columns && columns !== rows ? { columns } : {}),
    unit: UNITS.find((unit) => unit === query.unit) ?? 'contact',
    year,
    ...(municipality ? { municipality } : {}),
    audience: AUDIENCES.find((audience) => audience === query.audience) ?? 'office',
  }
}

/** The same question as the end of an address. */
export function addressOf({ rows, columns, unit, year, municipality, audience }: Question): string {
  return new URLSearchParams({
    rows,
    columns: columns ?? '',
    unit,
    year: String(year),
    municipality: municipality ?? '',
    audience,
  }).toString()
}

import { parseArgs } from 'node:util'
import { counties, DIMENSIONS, dimensionValueName, isCode, isDimension } from '../classification/index.ts'
import type { House } from '../custody/transaction.ts'
import { statistics } from '../language/catalogues/statistics.ts'
import { isLang, type Lang } from '../language/lang.ts'
import type { ExitCode, Write } from '../law/deadline-command.ts'
import type { TableSpec } from './count-contacts.ts'
import { definitionOf } from './definition.ts'
import { AUDIENCES, type Question, readStatistics } from './read-statistics.ts'
import { THRESHOLD } from './release/release-tables.ts'
import { ALL, type CountTable, UNITS } from './table.ts'

type Refusal = { exit: 1 | 2; code: string; message: string }

const OPTIONS = {
  organisation: { type: 'string' },
  year: { type: 'string' },
  rows: { type: 'string' },
  columns: { type: 'string' },
  unit: { type: 'string' },
  municipality: { type: 'string' },
  audience: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: false, strict: true }).values
}

function read(args: string[], lang: Lang): Question | Refusal {
  const t = statistics(lang)
  const wrong = (code: string, message: string): Refusal => ({ exit: 2, code, message })
  let values: ReturnType<typeof parse>
  try {
    values = parse(args)
  } catch (error) {
    // Node tells in English what it did not take; the word itself is enough.
    const message = /'([^']+)'/.exec((error as Error).message)?.[1] ?? ''
    return wrong('wrong-option', t('command.option-bad', { message }))
  }
  const { organisation, rows, columns, municipality, unit = 'contact', audience = 'office' } = values
  const dimensions = DIMENSIONS.join(', ')
  if (values.lang !== undefined && !isLang(values.lang))
    return wrong('wrong-lang', t('command.lang-bad', { value: values.lang }))
  if (!organisation) return wrong('missing-organisation', t('command.organisation-missing'))
  if (!counties.some((county) => county.code === organisation))
    return wrong('unknown-organisation', t('command.organisation-unknown', { value: organisation }))
  if (!/^(19|20)\d\d$/.test(values.year ?? '')) return wrong('wrong-year', t('command.year-bad'))
  if (!rows) return wrong('missing-rows', t('command.rows-missing', { dimensions }))
  for (const value of [rows, columns])
    if (value !== undefined && !isDimension(value))
      return wrong('unknown-dimension', t('command.dimension-unknown', { value, dimensions }))
  if (rows === columns) return wrong('same-dimension', t('command.dimension-twice', { value: rows }))
  if (!isOneOf(UNITS, unit)) return wrong('wrong-unit', t('command.unit-bad', { value: unit }))
  if (!isOneOf(AUDIENCES, audience))
    return wrong('wrong-audience', t('command.audience-bad', { value: audience }))
  if (municipality !== undefined && !isCode('municipality', municipality))
    return wrong('unknown-municipality', t('command.municipality-unknown', { value: municipality }))
  return {
    organisation,
    audience,
    year: Number(values.year),
    rows: rows as TableSpec['rows'],
    ...(columns ? { columns: columns as TableSpec['rows'] } : {}),
    unit,
    ...(municipality ? { municipality } : {}),
  }
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value)

/** The language asked for, read before anything else so that a mistake is told in it. */
function langOf(args: string[]): Lang {
  const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false })
  return isLang(values.lang) ? values.lang : 'fi'
}

/**
 * `statistics --organisation … --year … --rows … [--json]`: one table. With `--json` standard output holds one
 * document whatever happens: the table, or `{"error":{"code","message"}}`; without, the table with tabs between.
 */
export async function statisticsCommand(args: string[], write: Write, house: House): Promise<ExitCode> {
  const lang = langOf(args)
  const t = statistics(lang)
  const json = args.includes('--json')
  const refuse = ({ exit, code, message }: Refusal): ExitCode => {
    if (json) write.out(`${JSON.stringify({ error: { code, message } })}\n`)
    write.err(`${message}\n`)
    if (exit === 2) write.err(`${t('command.usage')}\n`)
    return exit
  }
  const asked = read(args, lang)
  if ('exit' in asked) return refuse(asked)
  const { organisation, year, unit, audience } = asked
  if (!house.organisations.includes(organisation))
    return refuse({
      exit: 1,
      code: 'organisation-not-served',
      message: t('command.organisation-not-served', { value: organisation }),
    })
  const { table, suppressed } = await readStatistics(house, { kind: 'system' }, asked)
  const { rows, columns, cells, rowTotals, columnTotals, total, multiple } = table
  const definition = definitionOf(table, lang, audience === 'office' ? undefined : THRESHOLD)
  write.out(
    json
      ? `${JSON.stringify({ organisation, year, unit, audience, rows, columns, cells, rowTotals, columnTotals, total, multiple, suppressed, definition })}\n`
      : `${asText(table, asked, lang)}\n\n${definition}\n`,
  )
  return 0
}

/** The table in words for a person at a terminal or a spreadsheet: tabs between, a dash for a hidden figure. */
function asText(
  { rows, columns, cells, rowTotals, columnTotals, total }: CountTable,
  asked: Pick<Question, 'rows' | 'columns'>,
  lang: Lang,
): string {
  const all = statistics(lang)('table.total')
  const columnName = (code: string) => (asked.columns ? dimensionValueName(asked.columns, code, lang) : code)
  const oneColumn = columns.length === 1 && columns[0] === ALL
  const line = (head: string, figures: readonly (number | null)[]) =>
    [head, ...figures.map((n) => n ?? '–')].join('\t')
  return [
    ...(oneColumn ? [] : [['', ...columns.map(columnName), all].join('\t')]),
    ...rows.map((row, r) =>
      line(
        dimensionValueName(asked.rows, row, lang),
        oneColumn ? [rowTotals[r]!] : [...cells[r]!, rowTotals[r]!],
      ),
    ),
    line(all, oneColumn ? [total] : [...columnTotals, total]),
  ].join('\n')
}

import { parseArgs } from 'node:util'
import { counties } from '../classification/index.ts'
import { reports } from '../language/catalogues/reports.ts'
import { isLang, type Lang } from '../language/lang.ts'
import { FolderRefused } from './write-report.ts'

/** Where a command writes: `out` is standard output, `err` standard error. */
export interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** 0 done, 1 refused because of the data, 2 wrong use. */
export type ExitCode = 0 | 1 | 2

/** A command that was not understood, or cannot be done with these data. */
export class Refusal extends Error {
  readonly exit: 1 | 2
  readonly code: string

  constructor(exit: 1 | 2, code: string, message: string) {
    super(message)
    this.exit = exit
    this.code = code
  }
}

const OPTIONS = {
  organisation: { type: 'string' },
  municipality: { type: 'string' },
  year: { type: 'string' },
  quarter: { type: 'string' },
  audience: { type: 'string' },
  lang: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const
type Option = keyof typeof OPTIONS
type Values = Partial<Record<Exclude<Option, 'json'>, string>>

/**
 * Runs a command that makes a report: reads its options, tells a refusal in the language asked for, and with
 * `--json` writes one document on standard output whatever happens.
 */
export async function runReportCommand(
  args: string[],
  write: Write,
  command: {
    name: 'annual-report' | 'summary'
    options: readonly Exclude<Option, 'json' | 'lang' | 'out'>[]
    make: (
      values: Values,
      common: { lang: Lang; out: string; year: number },
    ) => Promise<Record<string, unknown> & { files: string[] }>
  },
): Promise<ExitCode> {
  const lang = langOf(args)
  const t = reports(lang)
  const json = args.includes('--json')
  try {
    const values = optionsOf(args, lang, [...command.options, 'lang', 'out', 'json'])
    const result = await command.make(values, commonOf(values, lang))
    write.out(
      json
        ? `${JSON.stringify(result)}\n`
        : `${t('command.done', { n: result.files.length, folder: values.out! })}\n`,
    )
    return 0
  } catch (error) {
    const refusal = asRefusal(error, lang, args)
    if (json) write.out(`${JSON.stringify({ error: { code: refusal.code, message: refusal.message } })}\n`)
    write.err(`${refusal.message}\n`)
    if (refusal.exit === 2) write.err(`${t(`command.usage.${command.name}`)}\n`)
    return refusal.exit
  }
}

/** The language asked for, read before anything else so that a mistake is told in it. */
function langOf(args: string[]): Lang {
  const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false })
  return isLang(values.lang) ? values.lang : 'fi'
}

function optionsOf(args: string[], lang: Lang, allowed: readonly Option[]): Values {
  const options = Object.fromEntries(allowed.map((name) => [name, OPTIONS[name]]))
  try {
    return parseArgs({ args, options, allowPositionals: false, strict: true }).values as Values
  } catch (error) {
    // Node tells in English what it did not take; the word itself is enough.
    const message = /'([^']+)'/.exec((error as Error).message)?.[1] ?? ''
    throw new Refusal(2, 'wrong-option', reports(lang)('command.option-bad', { message }))
  }
}

function commonOf(values: Values, lang: Lang) {
  const t = reports(lang)
  if (!isLang(values.lang)) throw new Refusal(2, 'missing-lang', t('command.lang-missing'))
  if (!/^(19|20)\d\d$/.test(values.year ?? '')) throw new Refusal(2, 'wrong-year', t('command.year-bad'))
  if (!values.out) throw new Refusal(2, 'missing-out', t('command.out-missing'))
  return { lang, out: values.out, year: Number(values.year) }
}

function asRefusal(error: unknown, lang: Lang, args: string[]): Refusal {
  if (error instanceof Refusal) return error
  if (!(error instanceof FolderRefused)) throw error
  const t = reports(lang)
  const { trouble, message } = error
  const why = trouble === 'other' ? message : t(`folder.${trouble}`)
  return new Refusal(1, 'folder', t('command.out-refused', { folder: folderOf(args), why }))
}

function folderOf(args: string[]): string {
  const { out } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false }).values
  return typeof out === 'string' ? out : ''
}

/** @throws Refusal when there is no such county, or its office is not served here */
export function checkOrganisation(code: string | undefined, served: readonly string[], lang: Lang): string {
  const t = reports(lang)
  if (!code) throw new Refusal(2, 'missing-organisation', t('command.organisation-missing'))
  if (!counties.some((county) => county.code === code))
    throw new Refusal(2, 'unknown-organisation', t('command.organisation-unknown', { value: code }))
  if (served.length > 0 && !served.includes(code))
    throw new Refusal(1, 'not-served', t('command.organisation-not-served', { value: code }))
  return code
}

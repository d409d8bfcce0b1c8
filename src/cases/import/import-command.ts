import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { counties } from '../../classification/index.ts'
import type { House } from '../../custody/transaction.ts'
import { importing } from '../../language/catalogues/import.ts'
import { isLang, type Lang } from '../../language/lang.ts'
import type { ExitCode, Write } from '../../law/deadline-command.ts'
import { type Imported, importContacts } from './import-contacts.ts'
import { LARGEST_FILE } from './read-file.ts'
import { rejection } from './rejection.ts'

type Refusal = { exit: 1 | 2; code: string; message: string }

const OPTIONS = {
  organisation: { type: 'string' },
  'dry-run': { type: 'boolean' },
  partial: { type: 'boolean' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true })
}

function read(args: string[], lang: Lang, served: readonly string[]) {
  const t = importing(lang)
  const wrong = (code: string, message: string): Refusal => ({ exit: 2, code, message })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    // Node tells in English what it did not take; the word itself is enough.
    const message = /'([^']+)'/.exec((error as Error).message)?.[1] ?? ''
    return wrong('wrong-option', t('command.option-bad', { message }))
  }
  const { values, positionals } = parsed
  const { organisation, partial = false, 'dry-run': dryRun = false } = values
  if (values.lang !== undefined && !isLang(values.lang))
    return wrong('wrong-lang', t('command.lang-bad', { value: values.lang }))
  const [file] = positionals
  if (!file || positionals.length > 1) return wrong('missing-file', t('command.file-missing'))
  if (!organisation) return wrong('missing-organisation', t('command.organisation-missing'))
  if (!counties.some((county) => county.code === organisation))
    return wrong('unknown-organisation', t('command.organisation-unknown', { value: organisation }))
  if (!served.includes(organisation)) {
    const message = t('command.organisation-not-served', { value: organisation })
    return { exit: 1 as const, code: 'organisation-not-served', message }
  }
  return { file, organisation, partial, dryRun }
}

/** The language asked for, read before anything else so that a mistake is told in it. */
function langOf(args: string[]): Lang {
  const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false })
  return isLang(values.lang) ? values.lang : 'fi'
}

/**
 * `import-contacts FILE --organisation CODE [--dry-run] [--partial] [--lang …] [--json]`. Exit 0: imported (with
 * `--partial`, the good rows); 1: nothing imported because of the file's content; 2: wrong use, the file not there.
 */
export async function importCommand(args: string[], write: Write, house: House): Promise<ExitCode> {
  const lang = langOf(args)
  const t = importing(lang)
  const json = args.includes('--json')
  const refuse = ({ exit, code, message }: Refusal): ExitCode => {
    if (json) write.out(`${JSON.stringify({ error: { code, message } })}\n`)
    write.err(`${message}\n`)
    if (exit === 2) write.err(`${t('command.usage')}\n`)
    return exit
  }
  const asked = read(args, lang, house.organisations)
  if ('exit' in asked) return refuse(asked)
  const { file, organisation, partial, dryRun } = asked
  let result: Imported
  try {
    const tooLarge = (await stat(file)).size > LARGEST_FILE
    result = tooLarge
      ? {
          accepted: 0,
          duplicates: 0,
          rejected: [rejection(lang, 'file-too-large', { row: 0, detail: '200' })],
        }
      : await importContacts(house, organisation, { kind: 'system' }, await readFile(file), {
          lang,
          partial,
          dryRun,
        })
  } catch (error) {
    if (!['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes((error as { code?: string }).code ?? ''))
      throw error
    return refuse({ exit: 2, code: 'unreadable-file', message: t('command.file-unreadable', { file }) })
  }
  const { accepted, duplicates, rejected } = result
  write.out(json ? `${JSON.stringify({ accepted, duplicates, rejected })}\n` : inWords(result, dryRun, lang))
  const somethingDone = partial && accepted + duplicates > 0
  return rejected.length > 0 && !somethingDone ? 1 : 0
}

function inWords({ accepted, duplicates, rejected }: Imported, dryRun: boolean, lang: Lang): string {
  const t = importing(lang)
  const lines = rejected.map(({ row, column, message }) =>
    [row === 0 ? t('result.file') : t('result.row', { row: String(row) }), column, message]
      .filter(Boolean)
      .join(': '),
  )
  if (rejected.length > 0) lines.push(t('result.rejected', { n: rejected.length }))
  if (accepted + duplicates === 0) lines.push(t('result.nothing'))
  else lines.push(t(dryRun ? 'result.would' : 'result.accepted', { n: accepted }))
  if (duplicates > 0) lines.push(t('result.duplicates', { n: duplicates }))
  return `${lines.join('\n')}\n`
}

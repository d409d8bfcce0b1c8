import { parseArgs } from 'node:util'
import { custody } from '../../language/catalogues/custody.ts'
import { isLang } from '../../language/lang.ts'
import type { Progress } from './frames.ts'

export interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/**
 * What a command with one FILE was asked for, and how it refuses: one line on standard error, with `--json` the same
 * as one document.
 */
export function readCommand(args: string[], name: 'backup' | 'restore', write: Write) {
  const words = { lang: { type: 'string' }, json: { type: 'boolean' } } as const
  const options = name === 'restore' ? { ...words, send: { type: 'boolean' } as const } : words
  const loose = parseArgs({ args, options, allowPositionals: true, strict: false }).values as {
    lang?: unknown
  }
  const lang = isLang(loose.lang) ? loose.lang : 'fi'
  const t = custody(lang)
  const json = args.includes('--json')
  const refuse = (exit: 1 | 2, code: string, message: string): 1 | 2 => {
    if (json) write.out(`${JSON.stringify({ error: { code, message } })}\n`)
    write.err(`${message}\n`)
    if (exit === 2) write.err(`${t(`${name}-usage`)}\n`)
    return exit
  }
  const asked = (): { file: string; send: boolean } | 1 | 2 => {
    try {
      const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
      const given = values as { send?: boolean; lang?: string }
      if (given.lang !== undefined && !isLang(given.lang))
        return refuse(2, 'wrong-lang', t('lang-bad', { value: given.lang }))
      if (positionals.length !== 1) return refuse(2, 'missing-file', t('file-missing'))
      return { file: positionals[0]!, send: given.send ?? false }
    } catch (error) {
      const message = /'([^']+)'/.exec((error as Error).message)?.[1] ?? ''
      return refuse(2, 'wrong-option', t('option-bad', { message }))
    }
  }
  return { t, lang, json, refuse, asked }
}

/** A line on standard error for every so many megabytes. */
export function progressLines(t: ReturnType<typeof custody>, write: Write): Progress {
  const step = 32 * 1024 * 1024
  let bytes = 0
  return (table, more) => {
    const before = Math.floor(bytes / step)
    bytes += more
    if (Math.floor(bytes / step) > before)
      write.err(`${t('megabytes', { table, n: Math.round(bytes / 1024 / 1024) })}\n`)
  }
}

import { parseArgs } from 'node:util'
import { audit } from '../language/catalogues/audit.ts'
import { isLang, type Lang } from '../language/lang.ts'

/** Where a command writes: `out` is standard output, `err` standard error. */
export interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

/** The options of a command and the language its reader asked for, Finnish unless told; or what is wrong with them. */
export function readOptions<O extends Options>(args: string[], options: O) {
  const all = { ...options, lang: { type: 'string' }, json: { type: 'boolean' } } as const
  const loose = parseArgs({ args, options: all, allowPositionals: true, strict: false }).values as {
    lang?: unknown
  }
  const lang: Lang = isLang(loose.lang) ? loose.lang : 'fi'
  const t = audit(lang)
  try {
    const { values } = parseArgs({ args, options: all, allowPositionals: false, strict: true })
    const given = (values as { lang?: string }).lang
    if (given !== undefined && !isLang(given)) return { lang, wrong: t('lang-bad', { value: given }) }
    return { lang, values }
  } catch (error) {
    // Node tells in English what it did not take; the word itself is enough.
    const value = /'([^']+)'/.exec((error as Error).message)?.[1] ?? ''
    return { lang, wrong: t('option-bad', { value }) }
  }
}

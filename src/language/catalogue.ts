import { IntlMessageFormat } from 'intl-messageformat'
import type { Lang } from './lang.ts'

type Head<S extends string> = S extends `${infer N},${string}`
  ? N extends `${infer M}}${string}`
    ? M
    : N
  : S extends `${infer M}}${string}`
    ? M
    : never
/** Sub-messages of a plural hold a space or `#`, argument names never do: that tells them apart. */
type Clean<N extends string> = N extends `${string} ${string}` | `#${string}` | '' ? never : N
type ArgumentNames<S extends string> = S extends `${string}{${infer Rest}`
  ? Clean<Head<Rest>> | ArgumentNames<Rest>
  : never

export type MessageArguments<S extends string> = [ArgumentNames<S>] extends [never]
  ? []
  : [args: Record<ArgumentNames<S>, string | number>]

type Messages = Record<string, string>
export type SameKeys<F extends Messages> = { readonly [K in keyof F]: string }

/** Writes a message of one catalogue in one language; keys and arguments are those of the Finnish text. */
export type Translate<F extends Messages> = <K extends keyof F & string>(
  key: K,
  ...args: MessageArguments<F[K]>
) => string

const LOCALE: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

/**
 * Joins the Finnish catalogue with its Swedish and English translations.
 * Messages are ICU MessageFormat. A sub-message of plural or select must hold a space or `#`
 * (a test sees to it), so that argument names can be read from the Finnish text by the compiler.
 */
export function catalogue<const F extends Messages>(texts: { fi: F; sv: SameKeys<F>; en: SameKeys<F> }) {
  const compiled = new Map<string, IntlMessageFormat>()
  const translate = (lang: Lang, key: string, args?: Record<string, string | number>): string => {
    const message = (texts[lang] as Messages)[key] ?? (texts.fi as Messages)[key]
    if (message === undefined) throw new Error(`no message ${key}`)
    if (!message.includes('{') && !message.includes("'")) return message
    const id = `${lang}:${key}`
    let format = compiled.get(id)
    if (!format) {
      format = new IntlMessageFormat(message, LOCALE[lang], undefined, { ignoreTag: true })
      compiled.set(id, format)
    }
    return String(format.format(args))
  }
  const of = (lang: Lang): Translate<F> =>
    ((key: string, args?: Record<string, string | number>) => translate(lang, key, args)) as Translate<F>
  return Object.assign(of, { texts })
}

import { parseArgs } from 'node:util'
import { law } from '../language/catalogues/law.ts'
import { formatDate } from '../language/formats.ts'
import { isLang, type Lang } from '../language/lang.ts'
import { computeDeadline } from './compute-deadline.ts'
import { type Deadline, DeadlineError } from './deadline.ts'
import { explain } from './explain.ts'
import { isService } from './presumed-service.ts'
import { FIRST_YEAR, LAST_YEAR } from './read-date.ts'
import { RULES, rulesOf } from './rules.ts'

/** Where a command writes: `out` is standard output, `err` standard error. */
export interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** 0 done, 1 refused because of the facts, 2 wrong use. */
export type ExitCode = 0 | 1 | 2

type Refusal = { exit: 1 | 2; code: string; message: string }

const OPTIONS = {
  from: { type: 'string' },
  served: { type: 'string' },
  lang: { type: 'string' },
  // The two doubtful cases of a working day: counted where asked for, see working-day.ts.
  'saturday-counts': { type: 'boolean' },
  'eve-counts': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

const codes = () => [...new Set(RULES.map((rule) => rule.code))].join(', ')

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true })
}

/** Exactly the fields of the published interface, in its order. */
function published(deadline: Deadline) {
  const { rule, statute, unit, length, from, served, raw, due, moved, verified } = deadline
  return { rule, statute, unit, length, from, served, raw, due, moved, verified }
}

function refusalOf(error: DeadlineError, rule: string, lang: Lang): Refusal {
  const t = law(lang)
  const { code, value } = error
  if (code === 'unknown-rule') {
    return { exit: 2, code, message: t('command.rule-unknown', { rule: value, codes: codes() }) }
  }
  if (code === 'bad-date') return { exit: 2, code, message: t('command.date-bad', { value }) }
  if (code === 'out-of-range') {
    const range = { value, first: String(FIRST_YEAR), last: String(LAST_YEAR) }
    return { exit: 2, code, message: t('command.date-range', range) }
  }
  if (code === 'no-length') {
    const duty = rulesOf(rule).at(-1)?.duty[lang] ?? ''
    return { exit: 1, code, message: t('command.no-length', { rule, duty }) }
  }
  const day = formatDate(lang, value)
  const message =
    code === 'before-rule'
      ? t('command.before-rule', { rule, from: day })
      : t('command.after-rule', { rule, to: day })
  return { exit: 1, code, message }
}

function run(args: string[], lang: Lang): Deadline | Refusal {
  const t = law(lang)
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
  if (values.lang !== undefined && !isLang(values.lang)) {
    return wrong('wrong-lang', t('command.lang-bad', { value: values.lang }))
  }
  const rule = positionals[0]?.toUpperCase()
  if (rule === undefined || positionals.length > 1) {
    return wrong('wrong-rule', t('command.rule-missing', { codes: codes() }))
  }
  if (rulesOf(rule).length === 0) return refusalOf(new DeadlineError('unknown-rule', rule), rule, lang)
  if (values.from === undefined) return wrong('missing-from', t('command.from-missing'))
  const served = values.served ?? 'none'
  if (!isService(served)) return wrong('wrong-served', t('command.served-bad', { value: served }))
  try {
    return computeDeadline({
      rule,
      from: values.from,
      served,
      workingDays: {
        ...(values['saturday-counts'] && { saturdayCounts: true }),
        ...(values['eve-counts'] && { eveCounts: true }),
      },
    })
  } catch (error) {
    if (error instanceof DeadlineError) return refusalOf(error, rule, lang)
    throw error
  }
}

/** The language asked for, read before anything else so that a mistake is told in it. */
function langOf(args: string[]): Lang {
  const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false })
  return isLang(values.lang) ? values.lang : 'fi'
}

/**
 * `deadline RULE --from DATE [--served …] [--lang …] [--json]`: computes one date and explains it. With `--json`
 * standard output holds one document whatever happens: the deadline, or `{"error":{"code","message"}}`.
 */
export function deadlineCommand(args: string[], write: Write): ExitCode {
  const lang = langOf(args)
  const json = args.includes('--json')
  const result = run(args, lang)
  if ('exit' in result) {
    const { exit, code, message } = result
    if (json) write.out(`${JSON.stringify({ error: { code, message } })}\n`)
    write.err(`${message}\n`)
    if (exit === 2) write.err(`${law(lang)('command.usage')}\n`)
    return exit
  }
  write.out(
    json
      ? `${JSON.stringify(published(result))}\n`
      : `${explain(result, lang, { audience: 'office' }).join('\n')}\n`,
  )
  return 0
}

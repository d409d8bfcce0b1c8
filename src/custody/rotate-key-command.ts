import { parseArgs } from 'node:util'
import type pg from 'pg'
import { custody } from '../language/catalogues/custody.ts'
import { isLang } from '../language/lang.ts'
import type { KeySource } from './key-sources.ts'
import { RotationRefused, rotateKey } from './rotate-key.ts'

interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

interface Place {
  owner: pg.Pool
  source: KeySource
  dataDir: string
  now: Date
}

const OPTIONS = { lang: { type: 'string' }, json: { type: 'boolean' } } as const

/**
 * `rotate-key [--lang …] [--json]`: changes the master key while the service is used, or goes on with a change that
 * was broken off. @returns 0 done, 1 refused, 2 wrong use
 */
export async function rotateKeyCommand(args: string[], write: Write, place: Place): Promise<0 | 1 | 2> {
  const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false })
  const t = custody(isLang(values.lang) ? values.lang : 'fi')
  const json = args.includes('--json')
  const refuse = (exit: 1 | 2, code: string, message: string) => {
    if (json) write.out(`${JSON.stringify({ error: { code, message } })}\n`)
    write.err(`${message}\n`)
    if (exit === 2) write.err(`${t('rotate-usage')}\n`)
    return exit
  }
  try {
    parseArgs({ args, options: OPTIONS, allowPositionals: false, strict: true })
  } catch (error) {
    const word = /'([^']+)'/.exec((error as Error).message)?.[1] ?? ''
    return refuse(2, 'wrong-option', t('option-bad', { message: word }))
  }
  try {
    const { from, to, rewrapped, resumed, retired } = await rotateKey({
      ...place,
      progress: (done, total) => write.err(`${t('rotate-progress', { done, total })}\n`),
    })
    if (json) write.out(`${JSON.stringify({ from, to, rewrapped, resumed, retired })}\n`)
    else {
      write.out(`${t('rotate-done', { from, to, n: rewrapped })}\n`)
      if (resumed) write.out(`${t('rotate-resumed')}\n`)
      for (const file of retired) write.out(`${t('rotate-retired', { file })}\n`)
      write.out(`${t(place.source.own ? 'rotate-keep' : 'rotate-elsewhere')}\n`)
    }
    return 0
  } catch (error) {
    if (!(error instanceof RotationRefused)) throw error
    const { code, waiting: n } = error
    return refuse(
      1,
      code,
      code === 'not-known' || code === 'not-used' ? t(`rotate-${code}`, { n }) : t(`rotate-${code}`),
    )
  }
}

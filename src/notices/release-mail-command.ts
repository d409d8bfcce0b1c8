import { parseArgs } from 'node:util'
import type pg from 'pg'
import { inTransaction, recordAsOwner } from '../custody/as-owner.ts'
import type { House } from '../custody/transaction.ts'
import { custody } from '../language/catalogues/custody.ts'
import { isLang } from '../language/lang.ts'
import { releaseOutbox } from './release-outbox.ts'

interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const OPTIONS = { lang: { type: 'string' }, json: { type: 'boolean' } } as const

/**
 * `release-mail [--lang …] [--json]`: lets mail leave again after a restore, what waits in the outbox first.
 * @returns 0 done, also when it was not held; 2 wrong use
 */
export async function releaseMailCommand(
  args: string[],
  write: Write,
  house: House,
  owner: pg.Pool,
): Promise<0 | 2> {
  const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false })
  const t = custody(isLang(values.lang) ? values.lang : 'fi')
  try {
    parseArgs({ args, options: OPTIONS, allowPositionals: false, strict: true })
  } catch (error) {
    const message = /'([^']+)'/.exec((error as Error).message)?.[1] ?? ''
    write.err(`${t('option-bad', { message })}\n${t('release-usage')}\n`)
    return 2
  }
  const held = await letGo(owner, house.now())
  const released = held ? await releaseOutbox(house) : 0
  if (args.includes('--json')) write.out(`${JSON.stringify({ held, released })}\n`)
  else write.out(`${held ? t('release-done', { n: released }) : t('release-none')}\n`)
  return 0
}

/** @returns whether it was held */
async function letGo(owner: pg.Pool, now: Date): Promise<boolean> {
  const client = await owner.connect()
  try {
    return await inTransaction(client, async () => {
      const { rowCount } = await client.query(
        'update app.installation set mail_held_at = null where mail_held_at is not null',
      )
      if (rowCount) await recordAsOwner(client, now, { event: 'mail.released' })
      return rowCount === 1
    })
  } finally {
    client.release()
  }
}

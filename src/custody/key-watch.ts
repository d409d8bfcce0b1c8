import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import { readInstallation } from './installation.ts'
import type { LiveKeyring } from './keys.ts'

/** Milliseconds between two looks. */
const PACE = 1000

export interface KeyWatch {
  stop(): Promise<void>
}

/**
 * Keeps a running program with its database when the master key is changed: it reads keys that have come, wraps under
 * the one the database names, and says so. It says so in the name of a connection of its own, which PostgreSQL shows
 * for as long as the program lives and no longer; `rotate-key` reads it there.
 */
export function watchKeys(owner: pg.Pool, keys: LiveKeyring, log: Logger): KeyWatch {
  const stopping = new AbortController()
  const look = async (client: pg.PoolClient): Promise<void> => {
    let said = ''
    let told = ''
    while (!stopping.signal.aborted) {
      keys.readAgain()
      const named = (await readInstallation(client))?.key_id
      if (named && named !== keys.id) {
        if (keys.use(named)) log.info({ key: named }, 'a new master key is in use')
        else if (told !== named) log.error({ key: named }, 'the master key in use is not known here')
        told = named
      }
      const name = sayKeys(keys)
      if (name !== said) await client.query(`select set_config('application_name', $1, false)`, [name])
      said = name
      await setTimeout(PACE, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  }
  const watched = (async () => {
    while (!stopping.signal.aborted) {
      const client = await owner.connect().catch(() => null)
      if (client) {
        await look(client).catch((error) => log.warn({ error: (error as Error).message }, 'key watch'))
        client.release(true)
      }
      await setTimeout(PACE, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await Promise.race([watched, setTimeout(2000, undefined, { ref: false })])
    },
  }
}

/** A name has room for 63 characters: of each key the first eight will do. */
const short = (id: string): string => id.slice(0, 8)
const PREFIX = 'asiavastaava-keys'

const sayKeys = (keys: LiveKeyring): string =>
  `${PREFIX} ${short(keys.id)} of ${keys.known().map(short).slice(-4).join(' ')}`

/** The programs at work on this database: under which key each wraps, and which it knows. */
export async function keyHolders(owner: pg.Pool | pg.ClientBase): Promise<KeyHolders> {
  const { rows } = await owner.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
     where datname = current_database() and application_name like '${PREFIX} %'`,
  )
  const holders = rows.map(({ name }) => name.split(' '))
  return {
    all: holders.length,
    knowing: (id) => holders.filter((words) => words.slice(3).includes(short(id))).length,
    using: (id) => holders.filter((words) => words[1] === short(id)).length,
  }
}

export interface KeyHolders {
  all: number
  knowing(id: string): number
  using(id: string): number
}

import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { inTransaction, recordAsOwner, takeTurn } from './as-owner.ts'
import { dataKeyPlace } from './data-key.ts'
import { type Installation, readInstallation, wrapRoot } from './installation.ts'
import { makeNextKey, tidyKeyFiles } from './key-files.ts'
import type { KeySource } from './key-sources.ts'
import { type KeyHolders, keyHolders } from './key-watch.ts'
import { KeyError, type MasterKey } from './keys.ts'
import { seal, unseal } from './seal.ts'

/** Why the master key was not changed. After `not-used` and `busy` the change is half way, and the same call goes on. */
export class RotationRefused extends Error {
  override name = 'RotationRefused'
  readonly code: 'at-work' | 'no-new-key' | 'not-known' | 'not-used' | 'busy'
  /** programs that had not followed */
  readonly waiting: number
  constructor(code: RotationRefused['code'], waiting = 0) {
    super(code)
    this.code = code
    this.waiting = waiting
  }
}

export interface Rotation {
  /** master keys by their ids */
  from: string
  to: string
  /** keys of cases wrapped anew by this call */
  rewrapped: number
  /** whether an earlier call had begun it */
  resumed: boolean
  /** files with keys that only backups of before still need */
  retired: string[]
}

interface Options {
  owner: pg.Pool
  source: KeySource
  dataDir: string
  now: Date
  progress?: (done: number, total: number) => void
  /** keys of cases in one transaction */
  batch?: number
  /** milliseconds the running programs get to follow */
  patience?: number
}

const LOCK = 72707371
/** before every id */
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Changes the master key while the service is used: waits until every program at work knows the new one, makes it the
 * one in use, wraps the key of every case anew, and lets go of the earlier one once nothing is wrapped by it. What is
 * sealed is not touched. Killed at any moment, the next call goes on where it stood.
 * @throws RotationRefused
 */
export async function rotateKey(options: Options): Promise<Rotation> {
  const client = await options.owner.connect()
  try {
    if (!(await takeTurn(client, LOCK))) throw new RotationRefused('at-work')
    return await rotate(client, options)
  } finally {
    client.release(true)
  }
}

async function rotate(client: pg.PoolClient, options: Options): Promise<Rotation> {
  const { source, dataDir, now } = options
  const before = (await readInstallation(client))!
  const resumed = before.earlier.length > 0
  // Killed at the very end, a change leaves the files as they were.
  if (source.own && !resumed) tidyKeyFiles(dataDir, before.key_id)
  const next = resumed ? master(source, before.key_id) : nextKey(options, before)
  const from = resumed ? before.earlier.at(-1)! : before.key_id
  if (!resumed) {
    await follow(client, options, 'not-known', (holders) => holders.knowing(next.id))
    await takeIntoUse(client, master(source, from), next, now)
  }
  await follow(client, options, 'not-used', (holders) => holders.using(next.id))
  const rewrapped = await rewrapAll(client, next, options)
  await letGo(client, next, options)
  const retired = source.own ? tidyKeyFiles(dataDir, next.id) : []
  return { from, to: next.id, rewrapped, resumed, retired }
}

/** A key of our own we make, or take the one that a killed call left; elsewhere the newest is the new one. */
function nextKey({ source, dataDir }: Options, { key_id }: Installation): MasterKey {
  const other = source.read().find(({ id }) => id !== key_id)
  if (source.own) return other ?? makeNextKey(dataDir)
  const newest = source.read()[0]!
  if (newest.id === key_id) throw new RotationRefused('no-new-key')
  return newest
}

function master(source: KeySource, id: string): MasterKey {
  const found = source.read().find((one) => one.id === id)
  if (!found) throw new KeyError(`The master key ${id} is still needed and not known here.`)
  return found
}

/** Waits until all programs at work have followed. */
async function follow(
  client: pg.PoolClient,
  { patience = 20_000 }: Options,
  code: 'not-known' | 'not-used',
  followed: (holders: KeyHolders) => number,
): Promise<void> {
  for (let waited = 0; ; waited += 200) {
    const holders = await keyHolders(client)
    const waiting = holders.all - followed(holders)
    if (waiting === 0) return
    if (waited >= patience) throw new RotationRefused(code, waiting)
    await setTimeout(200)
  }
}

async function takeIntoUse(client: pg.PoolClient, from: MasterKey, to: MasterKey, now: Date): Promise<void> {
  await inTransaction(client, async () => {
    const { rows } = await client.query<Installation>('select * from app.installation for update')
    await client.query(
      'update app.installation set key_id = $1, earlier = array_append(earlier, $2), root_wrapped = $3',
      [to.id, from.id, wrapRoot(from.wrapping, to.wrapping, rows[0]!.root_wrapped!)],
    )
    await recordAsOwner(client, now, { event: 'key.changed', details: { from: from.id, to: to.id } })
  })
}

interface Wrapped {
  id: string
  wrapped: Buffer
  master_key: string
}

async function rewrapAll(client: pg.PoolClient, to: MasterKey, options: Options): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from data_key where master_key <> $1',
    [to.id],
  )
  const total = rows[0]!.n
  let done = 0
  for (let last = FIRST; ; ) {
    const batch = await inTransaction(client, () => rewrapSome(client, to, options, last, 'skip locked'))
    done += batch.length
    if (!batch.length) return done
    options.progress?.(done, total)
    last = batch.at(-1)!.id
  }
}

/** The next ones by id. */
async function rewrapSome(
  client: pg.PoolClient,
  to: MasterKey,
  { source, batch = 1000 }: Options,
  after: string,
  locked: 'skip locked' | '' = '',
): Promise<Wrapped[]> {
  const { rows } = await client.query<Wrapped>(
    `select id, wrapped, master_key from data_key where master_key <> $1 and id > $2
     order by id limit $3 for no key update ${locked}`,
    [to.id, after, batch],
  )
  if (!rows.length) return rows
  const from = new Map([...new Set(rows.map((row) => row.master_key))].map((id) => [id, master(source, id)]))
  const anew = rows.map(({ id, wrapped, master_key }) => {
    const place = dataKeyPlace(id)
    return seal(to.wrapping, place, unseal(from.get(master_key)!.wrapping, place, wrapped))
  })
  await client.query(
    `update data_key d set wrapped = n.wrapped, master_key = $1
     from unnest($2::uuid[], $3::bytea[]) as n(id, wrapped) where d.id = n.id`,
    [to.id, rows.map(({ id }) => id), anew],
  )
  return rows
}

/**
 * From here on the database refuses what is wrapped by the earlier key. The lock waits for transactions that may have
 * wrapped something by it a moment ago; it is tried for a moment only, so that nobody queues behind it.
 */
async function letGo(client: pg.PoolClient, to: MasterKey, options: Options): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction(client, async () => {
        await client.query(`set local lock_timeout = '500ms'`)
        await client.query('lock table data_key in share row exclusive mode')
        let left = await rewrapSome(client, to, options, FIRST)
        while (left.length) left = await rewrapSome(client, to, options, FIRST)
        const { rows } = await client.query<Installation>('select * from app.installation for update')
        await client.query(`update app.installation set earlier = '{}'`)
        await recordAsOwner(client, options.now, {
          event: 'key.retired',
          details: { keys: rows[0]!.earlier, by: to.id },
        })
      })
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03') throw error
      if (tries === 60) throw new RotationRefused('busy')
      await setTimeout(500)
    }
  }
}

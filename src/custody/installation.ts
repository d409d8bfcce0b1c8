import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { KeySource } from './key-sources.ts'
import { type LiveKeyring, liveKeyring } from './keys.ts'
import { seal, unseal } from './seal.ts'

/** The master key does not belong to the database. */
export class WrongKey extends Error {
  override name = 'WrongKey'
}

const ROOT = 'installation.root'

export interface Installation {
  key_id: string
  earlier: string[]
  root_wrapped: Buffer | null
}

type Connection = pg.Pool | pg.ClientBase

/** The row that names the master key of this database; null in one that no program has opened yet. */
export async function readInstallation(owner: Connection): Promise<Installation | null> {
  const { rows } = await owner.query<Installation>(
    'select key_id, earlier, root_wrapped from app.installation',
  )
  return rows[0] ?? null
}

/**
 * Refuses a master key that is not the database's, before anything is written; a database without tables takes any.
 * @throws WrongKey
 */
export async function checkKeys(owner: Connection, source: KeySource): Promise<void> {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regclass('app.installation') is not null as there`,
  )
  if (!rows[0]!.there) return
  // Older than the columns of today: only the oldest one is asked for.
  const { rows: installed } = await owner.query<{ key_id: string }>('select key_id from app.installation')
  const id = installed[0]?.key_id
  if (id && !source.read().some((one) => one.id === id)) throw wrongKey(id)
}

/**
 * Opens the keyring of this database: which master key is in use, and the secret the rest is derived from. Makes the
 * secret in a new database; one that had derived everything from its master key keeps doing so, from now on with the
 * secret wrapped beside the keys of the cases.
 * @throws WrongKey
 */
export async function openInstallation(owner: Connection, source: KeySource): Promise<LiveKeyring> {
  const masters = source.read()
  const newest = masters[0]!
  await owner.query(
    `insert into app.installation (key_id, root_wrapped) values ($1, $2) on conflict do nothing`,
    [newest.id, seal(newest.wrapping, ROOT, randomBytes(32))],
  )
  let row = (await readInstallation(owner))!
  const of = (id: string) => masters.find((one) => one.id === id)
  const current = of(row.key_id)
  if (!current) throw wrongKey(row.key_id)
  const missing = row.earlier.find((id) => !of(id))
  if (missing)
    throw new WrongKey(
      `The master key is being changed and the earlier one (${missing}) is still needed: set MASTER_KEY_PREVIOUS to it until rotate-key is done.`,
    )
  if (!row.root_wrapped) {
    await owner.query(
      'update app.installation set root_wrapped = $2 where root_wrapped is null and key_id = $1',
      [current.id, seal(current.wrapping, ROOT, current.firstRoot)],
    )
    row = (await readInstallation(owner))!
  }
  return liveKeyring(source.read, current.id, unseal(current.wrapping, ROOT, row.root_wrapped!))
}

/** The secret, wrapped under another master key. */
export const wrapRoot = (from: Buffer, to: Buffer, wrapped: Buffer): Buffer =>
  seal(to, ROOT, unseal(from, ROOT, wrapped))

const wrongKey = (id: string) =>
  new WrongKey(
    `MASTER_KEY is not the key this database was sealed with (${id}): set the right one, or restore keys/master.key of the data directory.`,
  )

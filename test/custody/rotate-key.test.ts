import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { blindHashes } from '../../src/custody/blind-index.ts'
import { makeDataKey, openDataKey, unwrapDataKey } from '../../src/custody/data-key.ts'
import { checkKeys, openInstallation } from '../../src/custody/installation.ts'
import { type KeySource, openKeySource } from '../../src/custody/key-sources.ts'
import { type KeyWatch, watchKeys } from '../../src/custody/key-watch.ts'
import { keyring, masterKey } from '../../src/custody/keys.ts'
import { rotateKey } from '../../src/custody/rotate-key.ts'
import { type House, inOffice } from '../../src/custody/transaction.ts'
import { verifyAudit } from '../../src/custody/verify-audit.ts'
import { newId } from '../../src/database/new-id.ts'
import { type TestHouse, testHouse } from '../house.ts'

const log = pino({ level: 'silent' })
const staff = { kind: 'staff', id: newId() } as const
const folder = mkdtempSync(join(tmpdir(), 'asiavastaava-rotate-'))
const hex = (bytes: Buffer) => bytes.toString('hex')
let house: TestHouse
let watches: KeyWatch[] = []
beforeAll(async () => {
  house = await testHouse()
})
afterEach(async () => {
  await Promise.all(watches.map((watch) => watch.stop()))
  watches = []
  await house.database.owner.query('delete from data_key')
  await house.database.owner.query('delete from app.installation')
})
afterAll(async () => {
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A program at work: its own keyring on the shared database. */
async function program(source: KeySource): Promise<House> {
  const keys = await openInstallation(house.database.owner, source)
  watches.push(watchKeys(house.database.owner, keys, log))
  return { ...house, keys }
}

async function keep(at: House, n: number): Promise<Map<string, Buffer>> {
  const made = Array.from({ length: n }, () => makeDataKey(at.keys, '08', newId()))
  await inOffice(at, '08', staff, async (t) => {
    for (const { row } of made) t.insert('dataKey', row)
  })
  return new Map(made.map(({ key, row }) => [row.id, key]))
}

const rows = async () =>
  (
    await house.database.owner.query<{ id: string; wrapped: Buffer; master_key: string }>(
      'select * from data_key order by id',
    )
  ).rows

const rotation = (source: KeySource, dataDir = folder) => ({
  owner: house.database.owner,
  source,
  dataDir,
  now: house.now(),
  batch: 7,
  patience: 5000,
})

it('wraps every key anew while programs read and write, and touches nothing else', async () => {
  const dataDir = join(folder, 'own')
  const source = await openKeySource({ dataDir }, true)
  const [one, two] = [await program(source), await program(await openKeySource({ dataDir }, false))]
  const kept = await keep(one, 40)
  const derived = hex(one.keys.derive('anything'))
  const work = { over: false }
  const busy = [one, two].map(async (at) => {
    while (!work.over) {
      for (const [id, key] of await keep(at, 1)) kept.set(id, key)
      const some = [...kept][Math.floor(kept.size / 2)]!
      expect(await inOffice(at, '08', staff, (t) => openDataKey(t, some[0]))).toEqual(some[1])
    }
  })
  const done = await rotateKey(rotation(source, dataDir))
  work.over = true
  await Promise.all(busy)
  expect(done.resumed).toBe(false)
  expect(done.from).not.toBe(done.to)
  // Everything is under the new key, also what came in meanwhile, and opens to what it was.
  const after = await rows()
  expect(new Set(after.map((row) => row.master_key))).toEqual(new Set([done.to]))
  expect(after.map((row) => row.id).sort()).toEqual([...kept.keys()].sort())
  // A program that starts now has the new key alone.
  const fresh = await openKeySource({ dataDir }, false)
  expect(fresh.read().map(({ id }) => id)).toEqual([done.to])
  const keys = await openInstallation(house.database.owner, fresh)
  for (const row of after)
    expect(unwrapDataKey(keys, { ...row, masterKey: row.master_key })).toEqual(kept.get(row.id))
  expect(hex(keys.derive('anything'))).toBe(derived)
  expect(readdirSync(join(dataDir, 'keys')).sort()).toEqual(['master.key', `retired-${done.from}.key`])
  expect((await verifyAudit(house.database.owner)).ok).toBe(true)
  const { rows: entries } = await house.database.owner.query(
    `select event, details from audit_entry where organisation = '--' order by seq`,
  )
  expect(entries).toEqual([
    { event: 'key.changed', details: { from: done.from, to: done.to } },
    { event: 'key.retired', details: { keys: [done.from], by: done.to } },
  ])
})

it('goes on deriving from its master key in an installation of before, also under the next one', async () => {
  const master = randomBytes(32)
  const before = keyring(master)
  const { owner } = house.database
  await owner.query('insert into app.installation (key_id) values ($1)', [before.id])
  const old = await openKeySource({ dataDir: folder, masterKey: hex(master) }, true)
  const hashes = (keys: Parameters<typeof blindHashes>[0]) =>
    blindHashes(keys, '08', 'name', 'Maija Meikäläinen').map(hex)
  expect(hashes(await openInstallation(owner, old))).toEqual(hashes(before))
  const next = randomBytes(32)
  const both = { dataDir: folder, masterKey: hex(next), previous: hex(master) }
  await rotateKey(rotation(await openKeySource(both, true)))
  const alone = await openKeySource({ dataDir: folder, masterKey: hex(next) }, true)
  expect(hashes(await openInstallation(owner, alone))).toEqual(hashes(before))
  await expect(openInstallation(owner, old)).rejects.toThrow(/not the key this database was sealed with/)
  await expect(checkKeys(owner, old)).rejects.toThrow(/not the key/)
})

it('gives a new installation a secret that no master key tells', async () => {
  const master = randomBytes(32)
  const source = await openKeySource({ dataDir: folder, masterKey: hex(master) }, true)
  const keys = await openInstallation(house.database.owner, source)
  expect(keys.id).toBe(keyring(master).id)
  expect(keys.derive('x')).not.toEqual(keyring(master).derive('x'))
  expect((await openInstallation(house.database.owner, source)).derive('x')).toEqual(keys.derive('x'))
})

it('changes nothing while a program at work does not know the new key', async () => {
  const [old, next] = [randomBytes(32), randomBytes(32)]
  const one = await program(await openKeySource({ dataDir: folder, masterKey: hex(old) }, true))
  await keep(one, 3)
  const before = await rows()
  const both = await openKeySource({ dataDir: folder, masterKey: hex(next), previous: hex(old) }, true)
  // It takes a moment until the watch has said what it knows.
  await expect
    .poll(() => rotateKey({ ...rotation(both), patience: 0 }).catch((e) => e))
    .toMatchObject({
      code: 'not-known',
      waiting: 1,
    })
  expect(await rows()).toEqual(before)
  const same = await openKeySource({ dataDir: folder, masterKey: hex(old) }, true)
  await expect(rotateKey(rotation(same))).rejects.toMatchObject({ code: 'no-new-key' })
})

it('refuses what is wrapped under a key that was let go', async () => {
  const [old, next] = [randomBytes(32), randomBytes(32)]
  const source = await openKeySource({ dataDir: folder, masterKey: hex(old) }, true)
  const asleep: House = { ...house, keys: await openInstallation(house.database.owner, source) }
  await keep(asleep, 2)
  const both = await openKeySource({ dataDir: folder, masterKey: hex(next), previous: hex(old) }, true)
  await rotateKey(rotation(both))
  await expect(keep(asleep, 1)).rejects.toThrow(/no longer in use/)
  expect(await rows()).toHaveLength(2)
})

it('goes on where a broken-off change stood, with the same key', async () => {
  const dataDir = join(folder, 'broken')
  const source = await openKeySource({ dataDir }, true)
  const one = await program(source)
  const kept = await keep(one, 30)
  const stop = new Error('killed')
  const broken = rotateKey({
    ...rotation(source, dataDir),
    progress(done) {
      if (done > 10) throw stop
    },
  })
  await expect(broken).rejects.toBe(stop)
  const half = new Set((await rows()).map((row) => row.master_key))
  expect(half.size).toBe(2)
  // Half way everything opens, in the program at work and in one that starts.
  const started = await program(await openKeySource({ dataDir }, false))
  for (const at of [one, started])
    for (const [id, key] of kept)
      expect(await inOffice(at, '08', staff, (t) => openDataKey(t, id))).toEqual(key)
  const done = await rotateKey(rotation(source, dataDir))
  expect(done.resumed).toBe(true)
  expect(half).toEqual(new Set([done.from, done.to]))
  expect(new Set((await rows()).map((row) => row.master_key))).toEqual(new Set([done.to]))
  expect(masterKey(randomBytes(32)).id).not.toBe(done.to)
})

it('lets only one change run at a time', async () => {
  const source = await openKeySource({ dataDir: folder, masterKey: hex(randomBytes(32)) }, true)
  await openInstallation(house.database.owner, source)
  const client = await house.database.owner.connect()
  await client.query('select pg_advisory_lock(72707371)')
  await expect(rotateKey(rotation(source))).rejects.toMatchObject({ code: 'at-work' })
  client.release(true)
})

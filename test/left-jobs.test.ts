import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { giveBackForgotten, standAsAlive, takeUpLeftJobs } from '../src/left-jobs.ts'
import { type TestHouse, testHouse } from './house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house?.close())

/** A job in the hands of a worker for so many seconds. Returns a look at whose hands it is in. */
async function held(worker: string, seconds: number) {
  const { owner } = house.database
  const { rows } = await owner.query<{ id: string }>(`select id from graphile_worker.add_job('clean-up')`)
  const [{ id }] = rows as [{ id: string }]
  await owner.query(
    `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - make_interval(secs => $3)
     where id = $1`,
    [id, worker, seconds],
  )
  const hands = async () =>
    (await owner.query('select locked_by from graphile_worker._private_jobs where id = $1', [id])).rows[0]
      ?.locked_by as string | null | undefined
  return Object.assign(hands, { id })
}

const until = async (is: () => Promise<boolean>) => {
  while (!(await is())) await setTimeout(20)
}
/** Locks of this database: other tests hold some of their own in theirs. */
const LOCKS = `from pg_locks where locktype = 'advisory' and granted
  and database = (select oid from pg_database where datname = current_database())`
const standing = async () => (await house.database.owner.query(`select 1 ${LOCKS}`)).rowCount!

it('gives back the jobs of a dead worker and leaves those of a living one', async () => {
  const dead = await held('pool-dead', 90)
  const living = await held('pool-living', 90)
  const alive = standAsAlive(house.database.owner, 'pool-living')
  await until(async () => (await standing()) > 0)
  await takeUpLeftJobs(house.database.owner)
  expect(await dead()).toBe(null)
  expect(await living()).toBe('pool-living')
  alive.end()
  await until(async () => (await standing()) === 0)
  await takeUpLeftJobs(house.database.owner)
  expect(await living()).toBe(null)
})

it('waits a minute for a worker that may only just have begun, save at the start', async () => {
  const fresh = await held('pool-fresh', 5)
  await takeUpLeftJobs(house.database.owner)
  expect(await fresh()).toBe('pool-fresh')
  await takeUpLeftJobs(house.database.owner, 0)
  expect(await fresh()).toBe(null)
})

it('gives back what stands in the name of a living worker that has long ended it', async () => {
  const busy = await held('pool-mine', 90)
  const forgotten = await held('pool-mine', 90)
  const fresh = await held('pool-mine', 5)
  const others = await held('pool-other', 90)
  await giveBackForgotten(house.database.owner, 'pool-mine', new Set([busy.id]))
  expect([await busy(), await forgotten(), await fresh(), await others()]).toEqual([
    'pool-mine',
    null,
    'pool-mine',
    'pool-other',
  ])
  await giveBackForgotten(house.database.owner, 'pool-mine', new Set([busy.id]), 0)
  expect(await fresh()).toBe(null)
})

it('drops what was planned anew while it was in a hand that is dead', async () => {
  const replaced = await held('pool-gone', 90)
  await house.database.owner.query(
    'update graphile_worker._private_jobs set attempts = max_attempts, key = null where id = $1',
    [replaced.id],
  )
  await takeUpLeftJobs(house.database.owner)
  expect(await replaced()).toBe(undefined)
})

it('stands up again when its connection is cut, and tells so', async () => {
  let told = 0
  const alive = standAsAlive(house.database.owner, 'pool-cut', () => told++)
  await until(async () => (await standing()) > 0)
  await house.database.owner.query(`select pg_terminate_backend(pid) ${LOCKS}`)
  await until(async () => told === 1 && (await standing()) > 0)
  const job = await held('pool-cut', 90)
  await takeUpLeftJobs(house.database.owner)
  expect(await job()).toBe('pool-cut')
  alive.end()
})

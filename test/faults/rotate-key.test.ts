import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeDataKey } from '../../src/custody/data-key.ts'
import { keyring } from '../../src/custody/keys.ts'
import { newId } from '../../src/database/new-id.ts'
import { seeded } from '../../src/demo/random.ts'
import {
  type Accepted,
  type DataDir,
  dataDirectory,
  isThere,
  ownerUrl,
  type Program,
  serve,
  start,
  submit,
} from './program.ts'

const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

let data: DataDir
let running: (Program & { url: string })[] = []
beforeAll(() => {
  data = dataDirectory()
})
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  await data.remove()
})

const keyFiles = () => readdirSync(join(data.path, 'keys')).sort()
const keyText = () => readFileSync(join(data.path, 'keys', 'master.key'), 'utf8').trim()

async function withOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl(data) })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

/** So many keys that wrapping them anew takes a while. */
async function manyKeys(n: number): Promise<void> {
  const keys = keyring(Buffer.from(keyText(), 'hex'))
  const rows = Array.from({ length: n }, () => makeDataKey(keys, '08', newId()).row)
  await withOwner((owner) =>
    owner.query(
      `insert into data_key (id, organisation, wrapped, master_key)
       select id, '08', wrapped, $3 from unnest($1::uuid[], $2::bytea[]) as k(id, wrapped)`,
      [rows.map(({ id }) => id), rows.map(({ wrapped }) => wrapped), keys.id],
    ),
  )
}

it(`changes the master key under load over kills of the command and of the program (seed ${seed})`, async () => {
  const dice = seeded(seed)
  const env = { DATA_DIR: data.path }
  let program = await serve(env)
  running = [program]
  await manyKeys(20_000)
  const first = keyText()
  const accepted: Accepted[] = []
  const refused: number[] = []
  const until = { over: false }
  const sender = (async () => {
    while (!until.over) {
      const { status, accepted: taken } = await submit(program.url)
      if (taken) accepted.push(taken)
      // No answer (0) is what a killed program gives; a refusal would be the change's fault.
      else if (status) refused.push(status)
      else await setTimeout(50)
    }
  })()
  while (accepted.length < 5) await setTimeout(20)
  let kills = 0
  let told = ''
  for (;;) {
    const command = start(['rotate-key', '--json'], env)
    // From the making of the new key to the last batch: any moment after the command is under way.
    const killed =
      kills < 6 ? setTimeout(1200 + dice.int(0, 2500)).then(() => command.child.kill('SIGKILL')) : null
    const how = await command.ended
    void killed
    told = command.said()
    if (how === 0) break
    expect(how, told).toBe('SIGKILL')
    kills++
    if (kills % 3 === 2) {
      program.child.kill('SIGKILL')
      await program.ended
      program = await serve(env)
      running = [program]
    }
  }
  until.over = true
  await sender
  expect(refused).toEqual([])
  expect(keyText()).not.toBe(first)
  const { to } = JSON.parse(/^\{.*\}$/m.exec(told)![0]) as { to: string }
  expect(keyring(Buffer.from(keyText(), 'hex')).id).toBe(to)
  expect(keyFiles()).toEqual(['master.key', expect.stringMatching(/^retired-[0-9a-f]{16}\.key$/)])
  const under = await withOwner((owner) =>
    owner.query('select master_key, count(*)::int as n from data_key group by 1'),
  )
  expect(under.rows.map((row) => row.master_key)).toEqual([to])
  // Started anew with nothing but the new key, everything acknowledged opens.
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  program = await serve(env)
  running = [program]
  for (const one of accepted) expect(await isThere(program.url, one)).toBe(true)
  console.log(`${accepted.length} cases taken in during the change, ${kills} kills of the command`)
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  const verify = start(['audit-verify', '--json'], env)
  expect(await verify.ended).toBe(0)
  expect(verify.said()).toContain('"ok":true')
}, 300_000)

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { provisionOffices } from '../src/cases/index.ts'
import { fillYear } from '../test/reports/made-year.ts'
import { benchServer } from './database.ts'
import { openHouse } from './report-run.ts'

const ROUNDS = 3
const CONTACTS = [10_000, 100_000] as const

/**
 * Backup and restore of 10 000 and of 100 000 contacts. Goals: ten times the contacts take at most ten times as long
 * and at most 400 MB of memory, whatever the size: what is in hand is a few chunks and what the collector left lying.
 */
export async function backupBench(): Promise<void> {
  const server = await benchServer()
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  const folder = await mkdtemp(join(tmpdir(), 'asiavastaava-bench-backup-'))
  const databases: string[] = []
  const database = async (name: string) => {
    const full = `av_bench_backup_${process.pid}_${name}`
    databases.push(full)
    await admin.query(`drop database if exists ${full} with (force)`)
    await admin.query(`create database ${full} template template0`)
    const url = new URL(server.url)
    url.pathname = `/${full}`
    return url.toString()
  }
  try {
    const found: Measured[][] = []
    for (const contacts of CONTACTS) {
      const url = await database(`${contacts}`)
      await fill(url, contacts)
      const file = join(folder, `${contacts}`)
      const backup = await median(() => measure('backup', url, file))
      const restore = await median(async () => measure('restore', await database('empty'), file))
      found.push([backup, restore])
      for (const [what, { seconds, megabytes, bytes }] of Object.entries({ backup, restore }))
        console.log(
          `${what} of ${contacts} contacts: ${seconds.toFixed(2)} s, at most ${megabytes.toFixed(0)} MB, file ${(bytes / 1e6).toFixed(1)} MB`,
        )
    }
    const [small, large] = found
    for (const [n, what] of ['backup', 'restore'].entries())
      console.log(
        `${what} ratio (ten times the contacts): time ${(large![n]!.seconds / small![n]!.seconds).toFixed(2)} (goal at most 10), memory ${(large![n]!.megabytes / small![n]!.megabytes).toFixed(2)} (goal at most 400 MB)`,
      )
  } finally {
    for (const name of databases) {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.query(`drop role if exists "${name}_app"`)
    }
    await admin.end()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Measured {
  seconds: number
  megabytes: number
  bytes: number
}

async function median(run: () => Promise<Measured>): Promise<Measured> {
  const runs = []
  for (let round = 0; round < ROUNDS; round++) runs.push(await run())
  runs.sort((a, b) => a.seconds - b.seconds)
  return runs[Math.floor(ROUNDS / 2)]!
}

async function fill(url: string, contacts: number): Promise<void> {
  const { house, database } = await openHouse(url)
  await provisionOffices(database.owner, ['08'])
  await fillYear(house, 2026, contacts)
  await database.close()
}

async function measure(what: 'backup' | 'restore', url: string, file: string): Promise<Measured> {
  const script = new URL('./backup-run.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, what, url, file])
  return JSON.parse(stdout)
}

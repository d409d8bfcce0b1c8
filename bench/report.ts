import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { provisionOffices } from '../src/cases/index.ts'
import { fillYear } from '../test/reports/made-year.ts'
import { benchServer } from './database.ts'
import { openHouse } from './report-run.ts'

const ROUNDS = 3
/** Contacts of each year; the year before has nine tenths as many. */
const YEARS = [
  { year: 2020, contacts: 10_000 },
  { year: 2026, contacts: 100_000 },
] as const

/**
 * The yearly report of 10 000 and of 100 000 contacts, from the database to all files written. Goals: the time grows
 * at most linearly (ratio at most 10), and a year of 100 000 takes under 10 seconds and 500 megabytes.
 */
export async function reportBench(): Promise<void> {
  const server = await benchServer()
  const name = `av_bench_report_${process.pid}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  try {
    await fill(url.toString())
    const seconds: number[] = []
    for (const { year, contacts } of YEARS) {
      const runs = []
      for (let round = 0; round < ROUNDS; round++) runs.push(await measure(url.toString(), year))
      runs.sort((a, b) => a.seconds - b.seconds)
      const median = runs[Math.floor(ROUNDS / 2)]!
      seconds.push(median.seconds)
      const most = Math.max(...runs.map((run) => run.megabytes))
      console.log(
        `${contacts} contacts: ${median.seconds.toFixed(2)} s, of our processor ${median.ofProcessor.toFixed(2)} s, at most ${most.toFixed(0)} MB`,
      )
    }
    const ratio = seconds[1]! / seconds[0]!
    console.log(
      `report ratio (ten times the contacts, median of ${ROUNDS}): ${ratio.toFixed(2)} (goal at most 10)`,
    )
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`drop role if exists "${name}_app"`)
    await admin.end()
    await server.stop()
  }
}

async function fill(url: string): Promise<void> {
  const { house, database } = await openHouse(url)
  await provisionOffices(database.owner, ['08'])
  for (const { year, contacts } of YEARS) {
    await fillYear(house, year, contacts)
    await fillYear(house, year - 1, contacts * 0.9)
  }
  await database.owner.query('analyze contact')
  await database.close()
}

async function measure(
  url: string,
  year: number,
): Promise<{ seconds: number; ofProcessor: number; megabytes: number }> {
  const script = new URL('./report-run.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    script,
    url,
    String(year),
  ])
  return JSON.parse(stdout)
}

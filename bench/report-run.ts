import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { keyring } from '../src/custody/keys.ts'
import type { House } from '../src/custody/transaction.ts'
import { openDatabase } from '../src/database/client.ts'
import { annualReport } from '../src/reports/index.ts'

/** A house on the database at `url` with the keys of the bench. */
export async function openHouse(url: string) {
  const log = pino({ level: 'silent' })
  const keys = keyring(Buffer.alloc(32, 7))
  const database = await openDatabase({
    ownerUrl: url,
    appPassword: keys.derive('app-role').toString('hex'),
    log,
  })
  const house: House = {
    prisma: database.prisma,
    keys,
    log,
    now: () => new Date('2027-01-20T09:00:00Z'),
    publicUrl: 'http://localhost:8080',
    organisations: ['08'],
  }
  return { house, database }
}

/**
 * One yearly report in a process of its own, so that its memory is its own: writes all files for the public, and
 * prints seconds, seconds of processor (which other work on the machine hardly changes) and the most memory it held. `report-run.ts URL YEAR`.
 */
if (process.argv[1] === import.meta.filename) {
  const [url, year] = process.argv.slice(2)
  const { house, database } = await openHouse(url!)
  const out = await mkdtemp(join(tmpdir(), `report-bench-${randomBytes(3).toString('hex')}-`))
  const start = performance.now()
  const before = process.cpuUsage()
  await annualReport(house, { organisation: '08', year: Number(year), lang: 'fi', audience: 'public', out })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  // maxRSS is in kilobytes.
  console.log(
    JSON.stringify({
      seconds,
      ofProcessor: (user + system) / 1e6,
      megabytes: process.resourceUsage().maxRSS / 1024,
    }),
  )
  await rm(out, { recursive: true, force: true })
  await database.close()
  process.exit(0)
}

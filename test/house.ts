import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { provisionOffices } from '../src/cases/provision-offices.ts'
import { type Keyring, keyring } from '../src/custody/keys.ts'
import type { House } from '../src/custody/transaction.ts'
import { type Database, openDatabase } from '../src/database/client.ts'

export interface TestHouse extends House {
  database: Database
  keys: Keyring
  /** moves the house's time */
  setNow(now: Date | string): void
  ownerUrl: string
  close(): Promise<void>
}

/** A house of its own on a fresh, migrated database: real PostgreSQL, offices provisioned, time in the test's hand. */
export async function testHouse(
  options: { organisations?: string[]; now?: string } = {},
): Promise<TestHouse> {
  const name = `av_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client({ connectionString: inject('serverUrl') })
  await admin.connect()
  // Copies of one template take turns.
  await admin.query(`select pg_advisory_lock(7270)`)
  await admin.query(`create database ${name} template ${inject('template')}`)
  await admin.query(`select pg_advisory_unlock(7270)`)
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const keys = keyring(randomBytes(32))
  const database = await openDatabase({
    ownerUrl: url.toString(),
    appPassword: keys.derive('app-role').toString('hex'),
    log,
    connections: 8,
  })
  let now = new Date(options.now ?? '2026-11-24T09:00:00Z')
  const organisations = options.organisations ?? ['08', '90']
  await provisionOffices(database.owner, organisations)
  return {
    prisma: database.prisma,
    database,
    keys,
    log,
    now: () => now,
    setNow(value) {
      now = new Date(value)
    },
    publicUrl: 'http://localhost:8080',
    organisations,
    ownerUrl: url.toString(),
    async close() {
      await database.close()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.query(`drop role if exists "${name}_app"`)
      await admin.end()
    },
  }
}

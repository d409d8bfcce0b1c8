import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

/**
 * One PostgreSQL for the whole run: the server of DATABASE_URL, or an embedded one of its own. A migrated
 * database is made once; each test file copies it.
 */
export default async function setup(project: TestProject) {
  const log = pino({ level: 'silent' })
  let serverUrl = process.env.DATABASE_URL
  let stop = async () => {}
  if (!serverUrl) {
    const { openServer } = await import('../src/database/embedded/index.ts')
    const dataDir = await mkdtemp(join(tmpdir(), 'asiavastaava-test-'))
    const server = await openServer({ dataDir, log, mode: 'serve' })
    const { host, port, user, password } = server.connection
    serverUrl = `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/postgres`
    stop = async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
  const run = randomBytes(3).toString('hex')
  const template = `av_${run}_template`
  const admin = new pg.Pool({ connectionString: serverUrl, max: 1 })
  await admin.query(`create database ${template}`)
  const url = new URL(serverUrl)
  url.pathname = `/${template}`
  const owner = new pg.Pool({ connectionString: url.toString(), max: 2 })
  owner.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}))
  await migrate(owner, log)
  await owner.end()
  project.provide('serverUrl', serverUrl)
  project.provide('template', template)
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.end()
    await stop()
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openServer } from '../src/database/embedded/index.ts'

/** A PostgreSQL for one bench: the server of DATABASE_URL, or an embedded one of its own that is thrown away. */
export async function benchServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'asiavastaava-bench-'))
  const server = await openServer({ dataDir, log: pino({ level: 'silent' }), mode: 'serve' })
  const { host, port, user, password } = server.connection
  return {
    url: `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/postgres`,
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

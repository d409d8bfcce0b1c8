import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import pg from 'pg'
import { pino } from 'pino'
import { provisionOffices } from '../src/cases/index.ts'
import { keyring } from '../src/custody/keys.ts'
import { openDatabase } from '../src/database/client.ts'
import { api } from '../src/web/api/index.ts'

/** One side of bench/intake in a process of its own: `ours URL` or `plain URL ROWS`. Ends when standard input does. */
const [kind, url, rows] = process.argv.slice(2) as [string, string, string?]
const app = kind === 'ours' ? await ours() : await plain(Number(rows))
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => console.log(info.port))
process.stdin.resume().on('end', () => server.close(() => process.exit(0)))

async function ours(): Promise<Hono> {
  const log = pino({ level: 'silent' })
  const keys = keyring(randomBytes(32))
  const database = await openDatabase({
    ownerUrl: url,
    appPassword: keys.derive('app-role').toString('hex'),
    log,
  })
  await provisionOffices(database.owner, ['08'])
  const house = {
    prisma: database.prisma,
    keys,
    log,
    now: () => new Date(),
    publicUrl: 'http://localhost',
    organisations: ['08'],
  }
  const web = { house, demo: false, intakeLimit: 0, mailLeaves: false, addressOf: () => '127.0.0.1' }
  return new Hono().route('/api', api(web) as unknown as Hono)
}

/** What a person would write by hand: reads the body, one transaction, one statement per row, an answer. */
async function plain(count: number): Promise<Hono> {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  await pool.query(
    'create table if not exists bench_row (id uuid primary key default gen_random_uuid(), at timestamptz not null, body jsonb not null)',
  )
  return new Hono().post('/api/v1/cases', async (c: Context) => {
    const body = await c.req.json()
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (let row = 0; row < count; row++)
        await client.query('insert into bench_row (at, body) values ($1, $2)', [
          new Date(),
          row ? { row } : body,
        ])
      await client.query('commit')
    } finally {
      client.release()
    }
    return c.json({ caseNumber: 'x', receipt: 'x' }, 201)
  })
}

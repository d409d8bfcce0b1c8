import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { benchServer } from './database.ts'

const ROUNDS = 7
const SECONDS = 3
/** Seconds each runs before it counts: long enough for its code to be compiled, as in a server that has been up a while. */
const WARM_UP = 12
const CONNECTIONS = 16

/**
 * Cases taken in per second through POST /api/v1/cases, as a ratio to a hand-written Hono and pg handler that
 * writes the same number of rows in one transaction into the same database in the same run. The two take turns, a
 * round each, and the ratio is the median of the rounds'. Goal: at least 0.5.
 */
export async function intakeBench(): Promise<void> {
  const server = await benchServer()
  const name = `av_bench_${process.pid}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  const ours = await start('ours', url.toString())
  const rows = await rowsOfOneCase(url.toString(), ours.port)
  const plain = await start('plain', url.toString(), String(rows))
  try {
    await load(ours.port, WARM_UP)
    await load(plain.port, WARM_UP)
    const ratios: number[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      const [a, b] = [await load(ours.port, SECONDS), await load(plain.port, SECONDS)]
      ratios.push(a / b)
      console.log(
        `round ${round}: ${a.toFixed(0)} cases/s, hand-written ${b.toFixed(0)}/s, ratio ${(a / b).toFixed(2)}`,
      )
    }
    ratios.sort((a, b) => a - b)
    console.log(`rows in one transaction: ${rows}`)
    console.log(
      `intake ratio (median of ${ROUNDS}): ${ratios[Math.floor(ROUNDS / 2)]!.toFixed(2)} (goal 0.5)`,
    )
  } finally {
    await Promise.all([ours.stop(), plain.stop()])
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`drop role if exists "${name}_app"`)
    await admin.end()
    await server.stop()
  }
}

async function start(kind: 'ours' | 'plain', url: string, ...more: string[]) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', new URL('./intake-server.ts', import.meta.url).pathname, kind, url, ...more],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout! })
  const [line] = (await once(lines, 'line')) as [string]
  return {
    port: Number(line),
    async stop() {
      child.stdin!.end()
      await once(child, 'exit')
    },
  }
}

const body = () =>
  JSON.stringify({
    organisation: '08',
    kind: 'complaint',
    language: 'fi',
    municipality: '837',
    contactPerson: 'client',
    text: 'Hakemukseen ei ole vastattu kuuteen viikkoon, eikä kukaan soita takaisin. '.repeat(6),
    desiredOutcome: 'Haluan tietää, milloin päätös tulee.',
    contact: { name: 'Mittaus Mittanen', email: 'mittaus@example.org', phone: '040 123 4567' },
  })

/** Answers 201 per second, with so many connections kept open. Any other answer ends the bench. */
async function load(port: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const end = performance.now() + seconds * 1000
  const begun = performance.now()
  let done = 0
  const one = async () => {
    while (performance.now() < end) {
      await post(agent, port)
      done++
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
  agent.destroy()
  return (done / (performance.now() - begun)) * 1000
}

function post(agent: Agent, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/v1/cases',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () =>
          answer.statusCode === 201 ? resolve() : reject(new Error(`answered ${answer.statusCode}`)),
        )
      },
    )
    call.on('error', reject)
    call.end(body())
  })
}

/** How many rows one submission leaves in all tables, jobs included. */
async function rowsOfOneCase(url: string, port: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const count = async () => {
    const { rows } = await client.query<{ table: string }>(
      `select format('%I.%I', schemaname, tablename) as table from pg_tables
       where schemaname in ('public', 'graphile_worker') and tablename not like '\\_prisma%'`,
    )
    let sum = 0
    for (const { table } of rows)
      sum += Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n)
    return sum
  }
  // The first one also makes rows that are there once for all, such as the head of the audit chain.
  await post(new Agent(), port)
  const before = await count()
  await post(new Agent(), port)
  const rows = (await count()) - before
  await client.end()
  return rows
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer, type Server } from '../../../src/database/embedded/index.ts'
import { findPostmaster } from '../../../src/database/embedded/postmaster.ts'

const log = pino({ level: 'silent' })
let dataDir: string
const home = () => join(dataDir, 'postgres')
const cluster = () => join(home(), 'cluster')
const open = (mode: 'serve' | 'join') => openServer({ dataDir, log, mode })
const running = () => findPostmaster(cluster())

async function ask(server: Server, sql: string): Promise<unknown> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' })
  // The test may end the server under it.
  client.on('error', () => {})
  await client.connect()
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'asiavastaava-server-'))
  // What a start that was killed amid initdb leaves behind: a password, and a half of a cluster set aside.
  mkdirSync(join(home(), 'cluster.new', 'base'), { recursive: true })
  writeFileSync(join(home(), 'cluster.new', 'PG_VERSION'), '18\n')
  writeFileSync(join(home(), 'password'), 'kept-from-before\n', { mode: 0o600 })
})
afterAll(async () => {
  await (await open('serve')).stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the embedded server', () => {
  it('is made anew where a making was broken off, under the password that is there', async () => {
    const server = await open('serve')
    expect(server.connection.password).toBe('kept-from-before')
    expect(await ask(server, 'select current_user')).toBe('asiavastaava')
    expect(readdirSync(home()).filter((name) => name.startsWith('cluster'))).toEqual(['cluster'])
    await ask(server, 'create table kept (said text)')
    await server.stop()
    expect(await running()).toBe(null)
  })

  it('serves once, lets commands join, and is not stopped before they have ended', async () => {
    const server = await open('serve')
    await expect(open('serve')).rejects.toThrow('already serves')
    const command = await open('join')
    expect(command.connection).toEqual(server.connection)
    let stopped = false
    const stopping = server.stop().then(() => (stopped = true))
    await setTimeout(300)
    expect(await ask(command, 'select 1')).toBe(1)
    expect(stopped).toBe(false)
    await command.stop()
    await stopping
    expect(await running()).toBe(null)
  })

  it('makes one who serves wait for a command that has started it for itself', async () => {
    const command = await open('join')
    const serving = open('serve')
    await command.stop()
    const server = await serving
    expect(await ask(server, 'select 1')).toBe(1)
    await server.stop()
  })

  it('starts where postmaster.pid names a process that is somebody else', async () => {
    writeFileSync(join(cluster(), 'postmaster.pid'), `${process.pid}\n${cluster()}\n0\n1\n\n\n\nready\n`)
    expect(await running()).toBe(null)
    const server = await open('serve')
    expect(await ask(server, 'select count(*)::int from kept')).toBe(0)
    await server.stop()
  })

  it('starts again on the same port when its processes are killed', async () => {
    const server = await open('serve')
    await ask(server, `insert into kept values ('committed')`)
    const { pid } = (await running())!
    process.kill(pid, 'SIGKILL')
    for (;;) {
      const now = await running()
      if (now?.ready && now.pid !== pid) break
      await setTimeout(50)
    }
    const said = async (): Promise<unknown> =>
      ask(server, 'select said from kept').catch(async () => {
        await setTimeout(100)
        return said()
      })
    expect(await said()).toBe('committed')
    await server.stop()
  })

  it('tells in one line that the password of its cluster is missing, and leaves the cluster as it was', async () => {
    const file = join(home(), 'password')
    renameSync(file, `${file}.away`)
    await expect(open('serve')).rejects.toThrow(/^.*password is missing.*restore it\.$/)
    renameSync(`${file}.away`, file)
    expect(readFileSync(join(cluster(), 'PG_VERSION'), 'utf8').trim()).toBe('18')
  })
})

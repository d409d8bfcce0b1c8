import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, openCluster } from '../../src/database/embedded/cluster.ts'

/** A PostgreSQL of the test's own, outside the program: what DATABASE_URL points to. Loopback only. */
export interface OwnServer {
  port: number
  url: string
  start(): Promise<void>
  /** kill -9 of the postmaster; its children end by themselves */
  kill(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
  cluster: Cluster
  directory: string
}

export async function ownServer(
  settings: Record<string, string> = {},
  directory = mkdtempSync(join(tmpdir(), 'asiavastaava-server-')),
): Promise<OwnServer> {
  const cluster = await openCluster(directory)
  const port = await freePort()
  const log = openSync(join(directory, 'server.log'), 'a')
  const url = `postgresql://asiavastaava:${cluster.password}@127.0.0.1:${port}/postgres`
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const server: OwnServer = {
    port,
    url,
    cluster,
    directory,
    async start() {
      const given = {
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        max_connections: '100',
        ...settings,
      }
      // The children of a killed postmaster hold its memory a moment longer.
      for (let tries = 0; ; tries++) {
        child = cluster.launcher.run(
          'postgres',
          [
            ...['-D', cluster.dataArgument, '-p', String(port)],
            ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
          ],
          { cwd: cluster.data, stdio: ['ignore', log, log] },
        )
        if (await answers(url, child)) return
        if (tries === 100) throw new Error('the server of the test does not start')
        await end('SIGKILL')
        await setTimeout(100)
      }
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
    async remove() {
      await end('SIGINT')
      rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
  return server
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      return true
    } catch {
      await setTimeout(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}

/** A standby of a server that is stopped: a copy that follows it from its start on. */
export async function standbyOf(primary: OwnServer, name: string): Promise<OwnServer> {
  const directory = mkdtempSync(join(tmpdir(), 'asiavastaava-standby-'))
  const home = join(directory, 'postgres')
  mkdirSync(home, { mode: 0o700 })
  cpSync(primary.cluster.home, home, { recursive: true, preserveTimestamps: true })
  const data = join(home, 'cluster')
  chmodSync(data, 0o700)
  const { uid, gid } = primary.cluster.launcher.account
  appendFileSync(join(data, 'standby.signal'), '')
  appendFileSync(
    join(data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=asiavastaava password=${primary.cluster.password} application_name=${name}'\n`,
  )
  if (uid !== undefined) chownAll(data, uid, gid!)
  return ownServer({ hot_standby: 'on' }, directory)
}

function chownAll(folder: string, uid: number, gid: number): void {
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) chownAll(path, uid, gid)
    else chownSync(path, uid, gid)
  }
}

/** A stand-in for the address that moves from one server to the other: passes bytes on to whichever leads now. */
export async function movingAddress(first: number) {
  let target = first
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from)
      from.on('data', (chunk) => to.write(chunk))
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      from.on('error', () => from.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    moveTo(port: number) {
      target = port
      for (const socket of open) socket.destroy()
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Cluster } from './cluster.ts'
import { noSpace, ServerFailed, saysNoSpace } from './errors.ts'
import { clusterName, endPostmaster, findPostmaster } from './postmaster.ts'

/** Recovery after a crash may take a while; a server that says nothing for so long is not coming. */
const START_WITHIN = 120_000

export interface RunningServer {
  port: number
  stop(): Promise<void>
}

/**
 * Runs the cluster's server until `stop`: takes over one that a killed program left behind, else starts one, and starts
 * it again on the same port whenever it dies.
 */
export async function runServer(cluster: Cluster, log: Logger): Promise<RunningServer> {
  const orphan = await findPostmaster(cluster.data)
  let port: number
  let alive: () => Promise<boolean>
  if (orphan?.ready) {
    log.info({ port: orphan.port }, 'took over the PostgreSQL of an earlier run')
    port = orphan.port
    alive = async () => (await findPostmaster(cluster.data)) !== null
  } else {
    ;({ port, alive } = await startOnFreePort(cluster))
  }
  let stopping = false
  const watched = (async () => {
    while (!stopping) {
      await setTimeout(250)
      if (stopping || (await alive())) continue
      log.error('PostgreSQL ended by itself; it is started again')
      try {
        alive = (await start(cluster, port)).alive
      } catch (error) {
        log.error({ error: (error as Error).message }, 'PostgreSQL could not be started again; trying on')
        await setTimeout(1000)
      }
    }
  })()
  return {
    port,
    async stop() {
      stopping = true
      await watched
      await endPostmaster(cluster.data)
    },
  }
}

async function startOnFreePort(cluster: Cluster) {
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    try {
      return { port, ...(await start(cluster, port)) }
    } catch (error) {
      if (tries === 3 || !/address already in use/i.test(logOf(cluster))) throw error
    }
  }
}

async function start(cluster: Cluster, port: number): Promise<{ alive: () => Promise<boolean> }> {
  // What is left of a server without its head holds the memory a new one needs.
  await endPostmaster(cluster.data)
  const output = openSync(logFile(cluster), 'w', 0o600)
  const settings = {
    cluster_name: await clusterName(cluster.data),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    log_timezone: 'UTC',
    timezone: 'UTC',
    // Statements can hold what people wrote: they are never logged.
    log_min_error_statement: 'panic',
    log_statement: 'none',
  }
  const child = cluster.launcher.run(
    'postgres',
    [
      '-D',
      cluster.dataArgument,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { cwd: cluster.data, stdio: ['ignore', output, output], detached: true },
  )
  closeSync(output)
  child.unref()
  const ended = ending(child)
  for (let waited = 0; waited < START_WITHIN; waited += 25) {
    if (ended.how) throw failure(cluster, ended.how)
    const postmaster = await findPostmaster(cluster.data)
    if (postmaster?.ready && postmaster.pid === child.pid) return { alive: async () => !ended.how }
    await setTimeout(25)
  }
  await endPostmaster(cluster.data)
  throw failure(cluster, 'it did not get ready')
}

function ending(child: ChildProcess): { how: string | null } {
  const ended: { how: string | null } = { how: null }
  child.on('error', (error) => (ended.how = error.message))
  child.on('exit', (code, signal) => (ended.how = signal ?? `it ended with ${code}`))
  return ended
}

const logFile = (cluster: Cluster) => join(cluster.home, 'server.log')

function logOf(cluster: Cluster): string {
  try {
    return readFileSync(logFile(cluster), 'utf8')
  } catch {
    return ''
  }
}

function failure(cluster: Cluster, how: string): ServerFailed {
  const said = logOf(cluster)
  if (saysNoSpace(said)) return noSpace(cluster.home)
  const reason = said.split('\n').find((line) => /FATAL|PANIC/.test(line))
  return new ServerFailed(
    `PostgreSQL could not be started (${reason?.replace(/^.*(FATAL|PANIC):\s*/, '') ?? how}); more in ${logFile(cluster)}.`,
  )
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

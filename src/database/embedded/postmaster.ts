import { execFile } from 'node:child_process'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

/** What `postmaster.pid` says: PostgreSQL writes it while it starts and removes it when it ends well. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/**
 * The name by which the processes of one cluster are known on the machine: it is in the command line of the
 * postmaster and in the title of each child (cluster_name), where anybody may read it, also across users.
 * A copied data directory gets another name, because it has another inode.
 */
export async function clusterName(cluster: string): Promise<string> {
  const { dev, ino } = await stat(cluster)
  return `asiavastaava-${dev.toString(36)}-${ino.toString(36)}`
}

/** The living postmaster of this cluster, or null: none, or the file is stale (its number may be anybody's now). */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return null
  if (!(await processesOf(cluster)).includes(pid)) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Every live PostgreSQL process of this cluster, also those whose postmaster is gone. */
export async function processesOf(cluster: string): Promise<number[]> {
  const name = await clusterName(cluster)
  const ours = ({ command }: { command: string }) =>
    (basename(command.split(/[\s\0]/, 1)[0]!) === 'postgres' || command.startsWith('postgres: ')) &&
    command.split(/[\s\0=]|: /).includes(name)
  return (await commandLines()).filter(ours).map(({ pid }) => pid)
}

async function commandLines(): Promise<{ pid: number; command: string }[]> {
  if (process.platform === 'linux') {
    const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))
    return Promise.all(
      pids.map(async (pid) => ({
        pid: Number(pid),
        command: await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
      })),
    )
  }
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,command='])
  return stdout
    .split('\n')
    .map((line) => line.trim().match(/^(\d+) (.*)$/))
    .filter((match) => match !== null)
    .map((match) => ({ pid: Number(match[1]), command: match[2]! }))
}

/**
 * Ends all processes of the cluster: fast shutdown (open transactions are rolled back, everything is written),
 * immediate after 20 s (the next start recovers from the log), by force after 5 s more. With no postmaster
 * left its children are ended at once: a new server could not take the shared memory they hold.
 */
export async function endPostmaster(cluster: string): Promise<void> {
  const postmaster = await findPostmaster(cluster)
  if (postmaster) {
    signal(postmaster.pid, 'SIGINT')
    if (await gone(cluster, 20_000)) return
    signal(postmaster.pid, 'SIGQUIT')
    if (await gone(cluster, 5_000)) return
  }
  for (const force of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of await processesOf(cluster)) signal(pid, force)
    if (await gone(cluster, 3_000)) break
  }
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

async function gone(cluster: string, within: number): Promise<boolean> {
  for (let waited = 0; waited < within; waited += 40) {
    if ((await processesOf(cluster)).length === 0) return true
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  return false
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

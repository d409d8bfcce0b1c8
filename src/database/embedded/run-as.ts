import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, copyWhereAllCanRead, findBinaries } from './binaries.ts'
import { ServerFailed } from './errors.ts'

/** The user of the server's processes. Undefined fields: the user we are ourselves. */
export interface Account {
  uid?: number
  gid?: number
  name: string
}

export interface Launcher {
  account: Account
  /** Starts one of PostgreSQL's programs as the account, with `cwd` as its folder. */
  run(program: 'initdb' | 'postgres', args: string[], options: SpawnOptions & { cwd: string }): ChildProcess
}

/** Nothing of the caller's PG*, locale or library settings may reach the server. */
const ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * PostgreSQL refuses to run as root. Root therefore starts it as somebody who exists on every machine: the
 * owner the cluster (or else the data directory) already has, or asiavastaava, postgres or nobody, whichever
 * the machine knows first. No user is made and no folder of root's is opened: how the account reaches the
 * data is told in cluster.ts, how it reaches the programs below.
 */
export async function chooseAccount(dataDir: string, clusterHome: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { name: 'this user' }
  const accounts = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => Number(fields[2]) > 0)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }))
  for (const path of [clusterHome, dataDir]) {
    const owner = await stat(path).then(
      ({ uid }) => uid,
      () => 0,
    )
    const account = accounts.find(({ uid }) => uid === owner)
    if (account) return account
    if (owner > 0 && path === clusterHome)
      throw new ServerFailed(
        `${clusterHome} belongs to user number ${owner}, which this machine does not know: give it to a known user (chown -R).`,
      )
  }
  for (const name of ['asiavastaava', 'postgres', 'nobody']) {
    const account = accounts.find((each) => each.name === name)
    if (account) return account
  }
  throw new ServerFailed(
    'PostgreSQL refuses to run as root and this machine has no user nobody: start as an ordinary user, or set DATABASE_URL.',
  )
}

/**
 * The first of these that works: the programs where npm put them; a copy under /var/lib (they lie in a folder
 * only root can enter); the programs in place with the one capability to read past folder permissions (the
 * copy cannot be made, as in a read-only container).
 */
export async function chooseLauncher(account: Account): Promise<Launcher> {
  const binaries = await findBinaries()
  const plain = launcher(binaries, account, [])
  if (account.uid === undefined || (await runs(plain))) return plain
  const copied = await copyWhereAllCanRead(binaries).then(
    (copy) => launcher(copy, account, []),
    () => null,
  )
  if (copied && (await runs(copied))) return copied
  for (const capability of ['dac_read_search', 'dac_override']) {
    const capable = launcher(binaries, account, [
      'setpriv',
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
    ])
    if (await runs(capable)) return capable
  }
  throw new ServerFailed(
    `User ${account.name}, under whom root must start PostgreSQL, cannot read ${binaries.native}: move the project to a folder that others can enter, or start as an ordinary user.`,
  )
}

function launcher(binaries: Binaries, account: Account, prefix: string[]): Launcher {
  const ids = prefix.length === 0 && account.uid !== undefined ? { uid: account.uid, gid: account.gid! } : {}
  return {
    account,
    run(program, args, options) {
      const [command, ...rest] = [...prefix, join(binaries.native, 'bin', program), ...args]
      return spawn(command!, rest, { ...options, ...ids, env: ENVIRONMENT })
    },
  }
}

async function runs(launcher: Launcher): Promise<boolean> {
  try {
    const child = launcher.run('postgres', ['--version'], { cwd: '/', stdio: 'ignore' })
    return await new Promise((resolve) => {
      child.on('error', () => resolve(false))
      child.on('exit', (code) => resolve(code === 0))
    })
  } catch {
    return false
  }
}

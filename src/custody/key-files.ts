import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { decodeKey, type MasterKey, masterKey } from './keys.ts'

const FIRST = 'master.key'
const folderOf = (dataDir: string): string => join(dataDir, 'keys')
const isKey = (name: string): boolean => name === FIRST || /^master-[0-9a-f]{16}\.key$/.test(name)
const nameOf = (id: string): string => `master-${id}.key`

/**
 * The master keys in a data directory, `keys/master.key` first. While the key is being changed there are two of
 * them; which one is in use, the database says.
 */
export function readKeyFiles(dataDir: string): MasterKey[] {
  const folder = folderOf(dataDir)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(isKey).sort()
  return [...names.filter((name) => name === FIRST), ...names.filter((name) => name !== FIRST)].map((name) =>
    readKeyFile(join(folder, name)),
  )
}

function readKeyFile(file: string): MasterKey {
  if (statSync(file).mode & 0o077) chmodSync(file, 0o600)
  return masterKey(decodeKey(readFileSync(file, 'utf8'), file))
}

/** Makes `keys/master.key` where there is none (mode 0600). Of two starts at once one key wins. */
export function makeFirstKey(dataDir: string): void {
  makeKey(dataDir, () => FIRST)
}

/** Makes the key that is to take the place of the present one, beside it. */
export function makeNextKey(dataDir: string): MasterKey {
  return makeKey(dataDir, nameOf)
}

/**
 * Written aside and linked into place: a program that is killed leaves no half a key. The folder is on the disk as
 * well before anything is wrapped under the key.
 */
function makeKey(dataDir: string, name: (id: string) => string): MasterKey {
  const folder = folderOf(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const bytes = randomBytes(32)
  const made = masterKey(bytes)
  const aside = join(folder, `.master.${process.pid}.${randomBytes(4).toString('hex')}`)
  writeFileSync(aside, `${bytes.toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(aside, join(folder, name(made.id)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(aside)
    syncFolder(folder)
  }
  return made
}

/**
 * Puts the key in use in the place of `master.key` and the earlier ones aside as `retired-ID.key`, where no program
 * reads them: only backups of before need them. Killed between any two steps, the next call goes on.
 * @returns the files put aside
 */
export function tidyKeyFiles(dataDir: string, current: string): string[] {
  const folder = folderOf(dataDir)
  const first = join(folder, FIRST)
  if (!existsSync(folder)) return []
  const retired: string[] = []
  const aside = (file: string, id: string) => {
    const place = join(folder, `retired-${id}.key`)
    try {
      linkSync(file, place)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    retired.push(place)
  }
  const next = join(folder, nameOf(current))
  if (existsSync(next)) {
    if (existsSync(first) && readKeyFile(first).id !== current) aside(first, readKeyFile(first).id)
    renameSync(next, first)
  }
  syncFolder(folder)
  return retired
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Not every file system lets a folder be flushed.
  } finally {
    closeSync(handle)
  }
}

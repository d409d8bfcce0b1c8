import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** The master key cannot be had or is not one: one line that says what to do. */
export class KeyError extends Error {}

/** What is derived from the master key. The master key itself stays inside. */
export interface Keyring {
  /** names the master key without revealing it */
  id: string
  /** wraps the keys of cases */
  wrapping: Buffer
  /** a 32-byte key for one purpose (HKDF-SHA256, RFC 5869) */
  derive(purpose: string): Buffer
  /** keyed hash for one purpose: HMAC-SHA256 */
  mac(purpose: string, value: string | Buffer): Buffer
}

export function keyring(master: Buffer): Keyring {
  const derived = new Map<string, Buffer>()
  const macKeys = new Map<string, KeyObject>()
  const macKey = (purpose: string): KeyObject => {
    const key = macKeys.get(purpose) ?? createSecretKey(derive(purpose))
    macKeys.set(purpose, key)
    return key
  }
  const derive = (purpose: string): Buffer => {
    let key = derived.get(purpose)
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', master, 'asiavastaava', purpose, 32))
      derived.set(purpose, key)
    }
    return key
  }
  return {
    id: createHash('sha256').update(derive('id')).digest('hex').slice(0, 16),
    wrapping: derive('wrapping'),
    derive,
    mac: (purpose, value) => createHmac('sha256', macKey(purpose)).update(value).digest(),
  }
}

/** The master key of MASTER_KEY, or of the data directory, where the first start makes it (mode 0600). */
export function openKeyring(options: { masterKey?: string; dataDir: string }): Keyring {
  if (options.masterKey) return keyring(decode(options.masterKey, 'MASTER_KEY'))
  const folder = join(options.dataDir, 'keys')
  const file = join(folder, 'master.key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // Written aside and linked into place: a start that is killed leaves no half a key, and of two
    // starts at once one key wins.
    const aside = join(folder, `.master.${process.pid}.${randomBytes(4).toString('hex')}`)
    writeFileSync(aside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
    try {
      linkSync(aside, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      unlinkSync(aside)
    }
  }
  if (statSync(file).mode & 0o077) chmodSync(file, 0o600)
  return keyring(decode(readFileSync(file, 'utf8').trim(), file))
}

function decode(value: string, where: string): Buffer {
  const key = /^[0-9a-fA-F]{64}$/.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64')
  if (key.length !== 32)
    throw new KeyError(`${where} must hold 32 bytes as 64 hexadecimal digits or as base64.`)
  return key
}

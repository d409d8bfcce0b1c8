import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** The master key cannot be had or is not one: one line that says what to do. */
export class KeyError extends Error {
  override name = 'KeyError'
}

/** A key that wraps other keys, and nothing else. Its own bytes stay where they were read. */
export interface MasterKey {
  /** names it without revealing it */
  readonly id: string
  /** what it wraps with */
  readonly wrapping: Buffer
  /** the secret from which an installation derived everything before it had one of its own */
  readonly firstRoot: Buffer
}

/** What the house seals and looks up with. The master keys themselves stay inside. */
export interface Keyring {
  /** the master key under which new keys are wrapped */
  readonly id: string
  readonly wrapping: Buffer
  /** what was wrapped under this master key opens with it. Throws KeyError when it is not known here. */
  wrappingOf(id: string): Buffer
  /** a 32-byte key for one purpose; stays the same when the master key is changed */
  derive(purpose: string): Buffer
  /** keyed hash for one purpose: HMAC-SHA256 */
  mac(purpose: string, value: string | Buffer): Buffer
}

/** A keyring that follows a change of the master key while the program runs. */
export interface LiveKeyring extends Keyring {
  /** ids of all master keys known here */
  known(): string[]
  /** Wraps under this one from now on. @returns whether it is known here */
  use(id: string): boolean
  /** Looks at the place the keys came from once more. */
  readAgain(): void
}

const SALT = 'asiavastaava'
const derived = (bytes: Buffer, purpose: string) => Buffer.from(hkdfSync('sha256', bytes, SALT, purpose, 32))

/** @param bytes 32 bytes */
export function masterKey(bytes: Buffer): MasterKey {
  return {
    id: createHash('sha256').update(derived(bytes, 'id')).digest('hex').slice(0, 16),
    wrapping: derived(bytes, 'wrapping'),
    // HKDF-Extract (RFC 5869): what the master key gave by way of HKDF, HKDF-Expand gives from here.
    firstRoot: createHmac('sha256', SALT).update(bytes).digest(),
  }
}

/** A keyring of one master key that never changes and derives from itself. */
export const keyring = (bytes: Buffer): Keyring => {
  const only = masterKey(bytes)
  return liveKeyring(() => [only], only.id, only.firstRoot)
}

/**
 * @param read gives the master keys that can be had now
 * @param current id of the one to wrap under
 * @param root 32 bytes from which everything is derived that is not wrapped
 */
export function liveKeyring(read: () => MasterKey[], current: string, root: Buffer): LiveKeyring {
  const masters = new Map<string, MasterKey>()
  // What was once known stays known: a key file that is moved aside does not blind a program at work.
  const readAgain = () => {
    for (const one of read()) masters.set(one.id, one)
  }
  readAgain()
  const find = (id: string): MasterKey | undefined => {
    if (!masters.has(id)) readAgain()
    return masters.get(id)
  }
  const used = () => masters.get(current)!
  const keys = new Map<string, Buffer>()
  const macKeys = new Map<string, KeyObject>()
  const derive = (purpose: string): Buffer => {
    const kept = keys.get(purpose)
    if (kept) return kept
    // HKDF-Expand of one block.
    const made = createHmac('sha256', root).update(purpose).update(Buffer.of(1)).digest()
    keys.set(purpose, made)
    return made
  }
  const macKey = (purpose: string): KeyObject => {
    const key = macKeys.get(purpose) ?? createSecretKey(derive(purpose))
    macKeys.set(purpose, key)
    return key
  }
  return {
    get id() {
      return current
    },
    get wrapping() {
      return used().wrapping
    },
    wrappingOf(id) {
      const found = find(id)
      if (!found) throw new KeyError(`The master key ${id} is not known here.`)
      return found.wrapping
    },
    derive,
    mac: (purpose, value) => createHmac('sha256', macKey(purpose)).update(value).digest(),
    known: () => [...masters.keys()],
    use(id) {
      if (find(id)) current = id
      return current === id
    },
    readAgain,
  }
}

/**
 * 32 bytes from how people write them. The error names the place and never what stands there.
 * @throws KeyError
 */
export function decodeKey(value: string, where: string): Buffer {
  const text = value.trim()
  const hex = /^[0-9a-fA-F]{64}$/.test(text)
  if (!hex && !/^[A-Za-z0-9+/]{43}=$/.test(text))
    throw new KeyError(`${where} must hold 32 bytes as 64 hexadecimal digits or as base64.`)
  return Buffer.from(text, hex ? 'hex' : 'base64')
}

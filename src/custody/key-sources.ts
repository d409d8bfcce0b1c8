import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeFirstKey, readKeyFiles } from './key-files.ts'
import { decodeKey, KeyError, type MasterKey, masterKey } from './keys.ts'
import { runKeyCommand } from './run-key-command.ts'

/** Where the master keys come from: one of `masterKey`, `file`, `command`, or else the data directory. */
export interface KeyPlace {
  dataDir: string
  /** MASTER_KEY */
  masterKey?: string
  /** MASTER_KEY_PREVIOUS: earlier ones, separated by commas */
  previous?: string
  /** MASTER_KEY_FILE: one key a line, the newest first */
  file?: string
  /** MASTER_KEY_COMMAND: prints one key a line, the newest first */
  command?: string
}

/** The master keys that can be had, the newest first. */
export interface KeySource {
  /** whether the program makes and keeps the keys itself */
  own: boolean
  read(): MasterKey[]
}

/**
 * Opens the place of the master keys. `make`: where none is named and the data directory has none, makes one.
 * @throws KeyError when there is none or what is there is not one
 */
export async function openKeySource(place: KeyPlace, make: boolean): Promise<KeySource> {
  const earlier = (place.previous ?? '')
    .split(',')
    .filter((text) => text.trim())
    .map((text) => masterKey(decodeKey(text, 'MASTER_KEY_PREVIOUS')))
  const { masterKey: given, file, command } = place
  if (given) {
    const key = masterKey(decodeKey(given, 'MASTER_KEY'))
    return { own: false, read: () => [key, ...earlier] }
  }
  if (command) {
    const printed = await runKeyCommand(command)
    const keys = lines(printed, 'What MASTER_KEY_COMMAND prints')
    return { own: false, read: () => [...keys, ...earlier] }
  }
  if (file) {
    const read = () => [...lines(readNamedFile(file), `MASTER_KEY_FILE (${resolve(file)})`), ...earlier]
    read()
    return { own: false, read }
  }
  const { dataDir } = place
  if (readKeyFiles(dataDir).length === 0) {
    if (!make)
      throw new KeyError(
        `There is no master key: put the one that belongs to the data into ${resolve(dataDir)}/keys/master.key, or set MASTER_KEY.`,
      )
    makeFirstKey(dataDir)
  }
  return { own: true, read: () => [...readKeyFiles(dataDir), ...earlier] }
}

function lines(text: string, where: string): MasterKey[] {
  const keys = text.split('\n').filter((line) => line.trim())
  if (!keys.length) throw new KeyError(`${where} must hold 32 bytes as 64 hexadecimal digits or as base64.`)
  return keys.map((line) => masterKey(decodeKey(line, where)))
}

function readNamedFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new KeyError(
      `MASTER_KEY_FILE: ${resolve(file)} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    )
  }
}

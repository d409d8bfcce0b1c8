import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** What a command has to know of the server on the same data directory; nothing secret. */
export interface Served {
  publicUrl?: string
  organisations?: string[]
}

const fileOf = (dataDir: string): string => join(dataDir, 'served.json')

/** Notes, when the house is open, under which address and for which offices it is. */
export function noteServed({ dataDir, publicUrl, organisations }: Config): void {
  const file = fileOf(dataDir)
  writeFileSync(`${file}.new`, `${JSON.stringify({ publicUrl, organisations } satisfies Served)}\n`, {
    mode: 0o600,
  })
  renameSync(`${file}.new`, file)
}

/** The same for a command; nothing where no server has been yet. */
export function readServed(dataDir: string): Served {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Served
  } catch {
    return {}
  }
}

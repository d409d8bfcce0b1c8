import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  path: string
  /** Writes until nothing more goes in. */
  fill(): void
  /** Takes away what filled it. */
  free(): void
  /** The disk goes, and everything on it. */
  remove(): void
}

/** Of the system, and of no package. */
const program = (name: 'mount' | 'umount') => name

/** A disk of so many megabytes, in memory. Null where we may not mount one. */
export function smallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const path = mkdtempSync(join(tmpdir(), 'asiavastaava-disk-'))
  try {
    execFileSync(program('mount'), ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', path], {
      stdio: 'ignore',
    })
  } catch {
    rmdirSync(path)
    return null
  }
  const filling = join(path, 'filling')
  return {
    path,
    fill() {
      const file = openSync(filling, 'a')
      // In ever smaller pieces, down to the last page.
      for (let piece = Buffer.alloc(1 << 20); piece.length >= 512; ) {
        try {
          writeSync(file, piece)
        } catch {
          piece = piece.subarray(0, piece.length / 2)
        }
      }
      closeSync(file)
    },
    free: () => rmSync(filling, { force: true }),
    remove() {
      execFileSync(program('umount'), ['-l', path], { stdio: 'ignore' })
      rmdirSync(path)
    },
  }
}

import { basename, resolve } from 'node:path'
import type pg from 'pg'
import type { Keyring } from '../keys.ts'
import { BackupRefused, makeBackup } from './make-backup.ts'
import { progressLines, readCommand, type Write } from './words.ts'

/**
 * `backup FILE [--lang …] [--json]`: writes everything in the database into one sealed file while the service is used.
 * @returns 0 done, 1 refused, 2 wrong use
 */
export async function backupCommand(
  args: string[],
  write: Write,
  place: { owner: pg.Pool; keys: Keyring; now: Date },
): Promise<0 | 1 | 2> {
  const command = readCommand(args, 'backup', write)
  const asked = command.asked()
  if (typeof asked === 'number') return asked
  const { t, json, refuse } = command
  const file = resolve(asked.file)
  try {
    const made = await makeBackup(place.owner, place.keys, file, place.now, progressLines(t, write))
    if (json) write.out(`${JSON.stringify(made)}\n`)
    else {
      for (const [table, n] of Object.entries(made.tables)) if (n) write.out(`${table}\t${n}\n`)
      write.out(`${t('jobs')}\t${made.jobs}\n`)
      const { rows, bytes, key } = made
      write.out(`${t('backup-done', { file, rows, kilobytes: Math.ceil(bytes / 1024) })}\n`)
      write.out(`${t('backup-key', { key })}\n`)
    }
    if (!made.audit.ok) write.err(`${t('backup-audit')}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error
    return refuse(1, error.code, t(`backup-${error.code}`, { file: basename(file) }))
  }
}

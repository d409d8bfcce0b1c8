import { resolve } from 'node:path'
import { outsideTrouble } from '../as-owner.ts'
import type { KeySource } from '../key-sources.ts'
import { BackupDamaged } from './chunks.ts'
import type { Progress } from './frames.ts'
import { RestoreDiffers } from './load.ts'
import { type Backup, examineBackup, type Restored, RestoreRefused } from './restore-backup.ts'
import { progressLines, readCommand, type Write } from './words.ts'

interface Place {
  openKeys(): Promise<KeySource>
  /** whether data are there; asked before anything is written */
  isEmpty(): Promise<boolean>
  /** opens the place, restores into it, and opens it for use */
  restore(backup: Backup, send: boolean, progress: Progress): Promise<Restored>
}

/**
 * `restore FILE [--send] [--lang …] [--json]`: restores a backup into an empty place. Mail is held afterwards, unless
 * `--send`. @returns 0 done, 1 refused, 2 wrong use
 */
export async function restoreCommand(args: string[], write: Write, place: Place): Promise<0 | 1 | 2> {
  const command = readCommand(args, 'restore', write)
  const asked = command.asked()
  if (typeof asked === 'number') return asked
  const { t, json, refuse } = command
  const { file, send } = asked
  try {
    const source = await place.openKeys()
    const backup = await examineBackup(resolve(file), source)
    if (!(await place.isEmpty())) return refuse(1, 'not-empty', t('restore-not-empty'))
    const restored = await place.restore(backup, send, progressLines(t, write))
    if (json) write.out(`${JSON.stringify({ file, key: backup.master.id, ...restored })}\n`)
    else {
      for (const [table, n] of Object.entries(restored.tables)) if (n) write.out(`${table}\t${n}\n`)
      write.out(`${t('jobs')}\t${restored.jobs}\n`)
      write.out(`${t('restore-done', { at: restored.at, rows: restored.rows })}\n`)
      write.out(`${send ? t('restore-sends') : t('restore-held', { n: restored.held })}\n`)
    }
    if (!restored.audit.ok) write.err(`${t('backup-audit')}\n`)
    return 0
  } catch (error) {
    if (error instanceof RestoreRefused)
      return refuse(1, error.code, t(`restore-${error.code}`, { what: error.what }))
    if (error instanceof BackupDamaged) return refuse(1, error.how, t(`restore-${error.how}`, { file }))
    if (error instanceof RestoreDiffers)
      return refuse(1, 'differs', t('restore-differs', { where: error.where }))
    const trouble = outsideTrouble(error)
    if (trouble) return refuse(1, trouble, t(`restore-${trouble}`))
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      return refuse(1, 'no-file', t('restore-no-file', { file }))
    throw error
  }
}

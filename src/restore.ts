import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from './config.ts'
import type { Progress } from './custody/backup/frames.ts'
import type { Backup, Restored } from './custody/backup/restore-backup.ts'
import { restoreBackup } from './custody/backup/restore-backup.ts'
import { restoreCommand } from './custody/backup/restore-command.ts'
import { isMarked, lookAt, mark, unmark } from './custody/backup/unfinished.ts'
import { openOwner, preflight } from './database/client.ts'
import { openServer } from './database/embedded/index.ts'
import { makeFolder, openKeys, openLog, openServices, urlOf } from './services.ts'

interface Write {
  out(text: string): void
  err(text: string): void
}

/** `restore FILE`: into the database of DATABASE_URL or the data directory, which must hold no data yet. */
export async function restore(args: string[], write: Write, config: Config): Promise<0 | 1 | 2> {
  const dataDir = resolve(config.dataDir)
  const log = openLog(config.logLevel)
  return restoreCommand(args, write, {
    openKeys: () => openKeys(config, false),
    async isEmpty() {
      if (!config.databaseUrl) return isMarked(dataDir) || !existsSync(join(dataDir, 'postgres', 'cluster'))
      const owner = openOwner(config.databaseUrl, log)
      try {
        await preflight(owner)
        const { tables, unfinished } = await lookAt(owner)
        return !tables || unfinished
      } finally {
        await owner.end()
      }
    },
    async restore(backup, send, progress) {
      makeFolder(dataDir)
      await mark(dataDir)
      const server = config.databaseUrl ? null : await openServer({ dataDir, log, mode: 'join' })
      try {
        const restored = await restoreInto(config.databaseUrl ?? urlOf(server!), backup, send, progress)
        await unmark(dataDir)
        // Opened once as it will be used: later migrations, the application's role, the secret under its master key.
        const services = await openServices(config, log, 'join')
        await services.close()
        return restored
      } finally {
        await server?.stop()
      }
    },
  })

  async function restoreInto(
    url: string,
    backup: Backup,
    send: boolean,
    progress: Progress,
  ): Promise<Restored> {
    const owner = openOwner(url, log)
    try {
      await preflight(owner)
      return await restoreBackup(backup, { owner, log, now: new Date(), send, progress })
    } finally {
      await owner.end()
    }
  }
}

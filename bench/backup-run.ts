import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pino } from 'pino'
import { makeBackup } from '../src/custody/backup/make-backup.ts'
import { examineBackup, restoreBackup } from '../src/custody/backup/restore-backup.ts'
import { openInstallation } from '../src/custody/installation.ts'
import { openKeySource } from '../src/custody/key-sources.ts'
import { openOwner } from '../src/database/client.ts'

/**
 * One backup or restore in a process of its own, so that its memory is its own; prints seconds, the most memory it
 * held in megabytes, and bytes. `backup-run.ts backup|restore URL FILE`.
 */
const [what, url, file] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const owner = openOwner(url!, log)
const source = await openKeySource({ dataDir: '.', masterKey: Buffer.alloc(32, 7).toString('hex') }, false)
const keys = what === 'backup' ? await openInstallation(owner, source) : null
if (keys) await rm(file!, { force: true })
const start = performance.now()
if (keys) await makeBackup(owner, keys, file!, new Date())
else await restoreBackup(await examineBackup(file!, source), { owner, log, now: new Date(), send: true })
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: readFileSync(file!).length,
  }),
)
process.exit(0)

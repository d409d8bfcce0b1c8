import type pg from 'pg'
import { pino } from 'pino'
import { openInstallation } from '../../src/custody/installation.ts'
import type { KeySource } from '../../src/custody/key-sources.ts'
import type { House } from '../../src/custody/transaction.ts'
import { openDatabase } from '../../src/database/client.ts'
import type { TestHouse } from '../house.ts'

/** The database opened for use as a program would, in the time of `like`. */
export async function opened(
  owner: pg.Pool,
  like: TestHouse,
  source: KeySource,
): Promise<{ house: House; close(): Promise<void> }> {
  const keys = await openInstallation(owner, source)
  const database = await openDatabase({
    ownerUrl: owner.options.connectionString!,
    appPassword: keys.derive('app-role').toString('hex'),
    log: pino({ level: 'silent' }),
    connections: 4,
  })
  return {
    house: { ...like, prisma: database.prisma, keys },
    async close() {
      await database.close()
      await owner.query(`reassign owned by "${database.name}_app" to current_user`)
    },
  }
}

import type { Sql } from '../database/client.ts'

/**
 * Whether no mail leaves for now: the installation was restored from a backup, and what was planned then may have left
 * since. It waits in the outbox until somebody has looked it through.
 */
export async function mailIsHeld({ sql }: { sql: Pick<Sql, '$queryRaw'> }): Promise<boolean> {
  const rows = await sql.$queryRaw<{ held: boolean }[]>`select app.mail_held() as held`
  return rows[0]!.held
}

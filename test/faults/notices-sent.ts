import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { expect } from 'vitest'
import { type DataDir, ownerUrl } from './program.ts'

/**
 * Waits until every notice has left. What was broken off is repeated when its time under way is over: here that time
 * is moved, not waited for.
 */
export const allNoticesSent = (data: DataDir): Promise<{ message_id: string; attempts: number }[]> =>
  noticesSentAt(ownerUrl(data))

/** The same on any server, by the owner's address of it. */
export async function noticesSentAt(url: string): Promise<{ message_id: string; attempts: number }[]> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    const open = async () =>
      Number(
        (await owner.query(`select count(*) as n from notice where state in ('planned', 'sending')`)).rows[0]
          .n,
      )
    // Letters under way now end within seconds; their attempts are not cut short.
    await setTimeout(3000)
    await owner.query(
      `update notice set next_attempt_at = now() where state in ('planned', 'sending') and next_attempt_at > now()`,
    )
    await owner.query(`update graphile_worker._private_jobs set run_at = now() where key like 'notice:%'`)
    while (await open()) await setTimeout(200)
    const { rows } = await owner.query<{ state: string; message_id: string; attempts: number }>(
      'select state, message_id, attempts from notice',
    )
    expect(rows.filter(({ state }) => state !== 'sent')).toEqual([])
    return rows
  } finally {
    await owner.end()
  }
}

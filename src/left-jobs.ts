import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'

/** Jobs of a worker that has been silent so long are looked at, in seconds. */
const SILENT = 60

/**
 * Says that the worker of this id is alive for as long as its connection is: a lock of the session, which PostgreSQL
 * takes back the moment the program dies, however it dies. A connection that is lost is made again.
 */
export function standAsAlive(owner: pg.Pool, workerId: string): { end(): void } {
  let ended = false
  let lose = () => {}
  const stand = async (): Promise<void> => {
    while (!ended) {
      const client = await owner.connect().catch(() => null)
      if (client) {
        const lost = new Promise<void>((resolve) => {
          lose = resolve
          client.once('end', resolve)
        })
        await client.query('select pg_advisory_lock(hashtextextended($1, 7270))', [workerId]).then(
          () => (ended ? undefined : lost),
          () => {},
        )
        client.release(true)
      }
      if (!ended) await setTimeout(1000, undefined, { ref: false })
    }
  }
  void stand()
  return {
    end() {
      ended = true
      lose()
    },
  }
}

/**
 * Gives back what a dead worker had in its hands. The queue itself waits four hours before it believes that a worker
 * is dead; a client's notice and a clock cannot wait for that. Every job bears being begun again.
 * @param silent seconds a job must have been in one hand; 0 when we have only just started
 */
export async function takeUpLeftJobs(owner: pg.Pool, silent = SILENT): Promise<void> {
  await owner.query(
    `select graphile_worker.force_unlock_workers(array_agg(id)) from (
       select id from (
         select distinct locked_by as id from graphile_worker._private_jobs
         where locked_at <= now() - make_interval(secs => $1)) as silent
       where pg_try_advisory_xact_lock(hashtextextended(id, 7270))) as dead
     having count(*) > 0`,
    [silent],
  )
}

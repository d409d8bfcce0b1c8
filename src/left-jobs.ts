import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'

/** Jobs of a worker that has been silent so long are looked at, in seconds. */
const SILENT = 60

/**
 * Says that the worker of this id is alive for as long as its connection is: a lock of the session, which PostgreSQL
 * takes back the moment the program dies, however it dies. A connection that is lost is made again, and `again` told:
 * what the worker wrote meanwhile may be lost with it.
 */
export function standAsAlive(
  owner: pg.Pool,
  workerId: string,
  again: () => void = () => {},
): { end(): void } {
  let ended = false
  let lose = () => {}
  let stoodBefore = false
  const stand = async (): Promise<void> => {
    while (!ended) {
      const client = await owner.connect().catch(() => null)
      if (client) {
        const lost = new Promise<void>((resolve) => {
          lose = resolve
          client.once('end', resolve)
        })
        await client.query('select pg_advisory_lock(hashtextextended($1, 7270))', [workerId]).then(
          () => {
            if (ended) return
            if (stoodBefore) again()
            stoodBefore = true
            return lost
          },
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
  await giveBack(
    owner,
    `select id from graphile_worker._private_jobs where locked_by in (
       select id from (
         select distinct locked_by as id from graphile_worker._private_jobs
         where locked_at <= now() - make_interval(secs => $1)) as silent
       where pg_try_advisory_xact_lock(hashtextextended(id, 7270)))`,
    [silent],
  )
}

/**
 * Gives back what stands in a living worker's name but is not in its hands: it ended while PostgreSQL was away, and
 * the queue does not note the end a second time.
 * @param inHand ids of the jobs the worker is busy with
 * @param silent seconds since the job was taken; 0 when the connection was lost a moment ago
 */
export async function giveBackForgotten(
  owner: pg.Pool,
  workerId: string,
  inHand: ReadonlySet<string>,
  silent = SILENT,
): Promise<void> {
  await giveBack(
    owner,
    `select id from graphile_worker._private_jobs where locked_by = $2 and id <> all($3::bigint[])
       and locked_at <= now() - make_interval(secs => $1)`,
    [silent, workerId, [...inHand]],
  )
}

/** What was planned anew while it was in hand has its successor in the list, and goes. */
async function giveBack(owner: pg.Pool, which: string, values: unknown[]): Promise<void> {
  await owner.query(
    `with left_over as materialized (${which}),
     replaced as (delete from graphile_worker._private_jobs
       where id in (select id from left_over) and key is null and attempts >= max_attempts)
     update graphile_worker._private_jobs set locked_at = null, locked_by = null
     where id in (select id from left_over) and not (key is null and attempts >= max_attempts)`,
    values,
  )
}

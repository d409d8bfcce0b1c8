import type pg from 'pg'
import { fireTimer, type TimerJob } from '../cases/index.ts'
import { type DeliveryJob, deliverNotice } from '../notices/index.ts'
import type { MailTransport } from '../notices/transport.ts'
import type { PastHouse } from './clock.ts'
import { DEMO_COUNTY } from './place.ts'

interface DueJob {
  id: string
  task: 'case-timer' | 'deliver-notice'
  payload: TimerJob & DeliveryJob
  run_at: Date
}

/** A mail server that says yes to every address but a mistyped one, and sends nothing anywhere. */
const pretended: MailTransport = {
  from: { name: '', address: 'demo@demo.example' },
  async send({ envelope }) {
    const to = String(envelope?.to ?? '')
    return to.endsWith('@exampel.example')
      ? { kind: 'permanent', answer: '550 5.1.2 Host unknown' }
      : { kind: 'sent', answer: '250 2.0.0 OK (demonstration)' }
  },
  close() {},
}

/**
 * Does the jobs that came due up to `to`, in the order and at the time they would have been done. Mails planned after
 * `lettersUntil` are left to the worker.
 */
export async function doDueJobs(
  house: PastHouse,
  owner: pg.Pool,
  to: Date,
  lettersUntil: Date,
): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<DueJob>(
      `select j.id, t.identifier as task, j.payload, j.run_at
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where j.payload->>'organisation' = $1 and j.run_at <= $2
         and (t.identifier = 'case-timer' or t.identifier = 'deliver-notice' and j.run_at <= $3)
       order by j.run_at, j.id limit 1`,
      [DEMO_COUNTY, to, lettersUntil],
    )
    const job = rows[0]
    if (!job) return
    await owner.query('delete from graphile_worker._private_jobs where id = $1', [job.id])
    // The mail goes a moment later; what is due next is never earlier than what was done before.
    house.set(new Date(Math.max(job.run_at.getTime(), house.now().getTime())))
    if (job.task === 'case-timer') await fireTimer(house, job.payload)
    else await deliverNotice(house, pretended, job.payload)
  }
}

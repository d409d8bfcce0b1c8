import { fireTimer, type TimerJob, watchClocks } from '../../src/cases/index.ts'
import { type DeliveryJob, deliverNotice } from '../../src/notices/index.ts'
import type { MailTransport } from '../../src/notices/transport.ts'
import type { TestHouse } from '../house.ts'

/** A mail that left the house. */
export interface Mail {
  at: string
  to: string
  subject: string
  text: string
}

interface DueJob {
  id: string
  task: 'case-timer' | 'deliver-notice'
  payload: TimerJob & DeliveryJob
  run_at: Date
}

/** Lets the time pass until `to`: every job is done when it comes due, and every mail that leaves is kept. */
export async function passTime(house: TestHouse, to: string): Promise<Mail[]> {
  const mails: Mail[] = []
  const transport: MailTransport = {
    from: { name: 'Sosiaaliasiavastaava', address: 'sav@example.fi' },
    async send(message) {
      mails.push({
        at: house.now().toISOString().slice(0, 10),
        to: String(message.envelope?.to ?? ''),
        subject: String(message.subject),
        text: String(message.text),
      })
      return { kind: 'sent', answer: '250 OK' }
    },
    close() {},
  }
  const until = new Date(to)
  for (;;) {
    const { rows } = await house.database.owner.query<DueJob>(
      `select j.id, t.identifier as task, j.payload, j.run_at
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where j.run_at <= $1 and t.identifier in ('case-timer', 'deliver-notice') order by j.run_at, j.id limit 1`,
      [until],
    )
    const job = rows[0]
    if (!job) break
    await house.database.owner.query('delete from graphile_worker._private_jobs where id = $1', [job.id])
    house.setNow(new Date(Math.max(job.run_at.getTime(), house.now().getTime())))
    if (job.task === 'case-timer') await fireTimer(house, job.payload)
    else await deliverNotice(house, transport, job.payload)
  }
  house.setNow(until)
  await watchClocks(house)
  return mails
}

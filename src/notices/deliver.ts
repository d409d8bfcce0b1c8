import { ErasedError } from '../custody/data-key.ts'
import { type House, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import type { Prisma } from '../database/client.ts'
import type { Notice } from '../database/generated/client.ts'
import { writeLetter } from './letter.ts'
import { mailIsHeld } from './mail-held.ts'
import { composeMessage, isMailAddress } from './message.ts'
import { deliveryKey } from './plan.ts'
import { recipientOf } from './recipient.ts'
import type { RenderedNotice } from './render.ts'
import { ATTEMPT_LEASE, nextAttempt } from './schedule.ts'
import type { MailTransport, SendResult } from './transport.ts'

export interface DeliveryJob {
  organisation: string
  noticeId: string
}

/** What one attempt holds in its hand. `number` tells it from the attempts before and after it. */
interface Attempt {
  number: number
  messageId: string
  to: string
  notice: RenderedNotice
}

/**
 * Sends a notice: notes the attempt, hands the mail to the server, notes what came of it. While an attempt is under
 * way nobody else makes one. One that does not come back (the program died) is repeated after `ATTEMPT_LEASE` with
 * the same Message-ID: only then can the server have got the mail twice. Without a server the notice waits in the
 * outbox. The job's own repeats are for a database that went away; the notice keeps its own timetable.
 */
export async function deliverNotice(
  house: House,
  transport: MailTransport | null,
  job: DeliveryJob,
): Promise<void> {
  const attempt = await inOffice(house, job.organisation, { kind: 'system' }, (t) =>
    begin(t, job.noticeId, transport !== null),
  )
  if (!attempt || !transport) return
  const result = await transport.send(composeMessage({ ...attempt, from: transport.from, date: house.now() }))
  await inOffice(house, job.organisation, { kind: 'system' }, (t) => note(t, job.noticeId, attempt, result))
}

/** Takes the notice for one attempt. Null when there is nothing to send now. */
async function begin(t: OfficeTransaction, id: string, mailLeaves: boolean): Promise<Attempt | null> {
  await t.sql.$queryRaw`select 1 as locked from notice where id = ${id}::uuid for update`
  const row = await t.sql.notice.findUnique({ where: { id } })
  if (!row || !['planned', 'sending', 'waiting'].includes(row.state)) return null
  if (row.nextAttemptAt && row.nextAttemptAt > t.now) {
    planDelivery(t, id, row.nextAttemptAt)
    return null
  }
  const ready = await prepare(t, row)
  if (!ready) return null
  const { notice, to, kept } = ready
  const texts = { templateVersion: notice.version, subject: notice.subject, text: kept }
  if (!mailLeaves || (await mailIsHeld(t))) {
    await change(t, id, { ...texts, state: 'waiting', nextAttemptAt: null })
    return null
  }
  const number = row.attempts + 1
  const lost = new Date(t.now.getTime() + ATTEMPT_LEASE)
  await change(t, id, { ...texts, state: 'sending', attempts: number, nextAttemptAt: lost })
  planDelivery(t, id, lost)
  return { number, messageId: row.messageId, to, notice }
}

/** Recipient and letter; when one cannot be had, says so in the row. */
async function prepare(t: OfficeTransaction, row: Notice) {
  try {
    const recipient = await recipientOf(t, row)
    if (recipient && !isMailAddress(recipient.email)) {
      await giveUp(t, row.id, 'not a mail address')
      return null
    }
    if (recipient) return { to: recipient.email, ...(await writeLetter(t, row, recipient.path)) }
  } catch (error) {
    if (!(error instanceof ErasedError)) {
      // A text that cannot be written will not be written at the next try either.
      await giveUp(t, row.id, `text: ${(error as Error).message}`.slice(0, 500))
      return null
    }
  }
  await change(t, row.id, { state: 'cancelled', nextAttemptAt: null, lastAnswer: 'nobody to send it to' })
  t.cancelJob(deliveryKey(row.id))
  return null
}

/** Writes down what came of the attempt, unless another one has begun since. */
async function note(t: OfficeTransaction, id: string, attempt: Attempt, result: SendResult): Promise<void> {
  await t.sql.$queryRaw`select 1 as locked from notice where id = ${id}::uuid for update`
  const row = await t.sql.notice.findUnique({ where: { id } })
  if (row?.state !== 'sending' || row.attempts !== attempt.number) return
  const lastAnswer = result.answer
  if (result.kind === 'sent') {
    t.cancelJob(deliveryKey(id))
    await change(t, id, {
      state: 'sent',
      sentAt: t.now,
      nextAttemptAt: null,
      lastAnswer,
      addressSealed: null,
    })
    // The address has served; a key of the notice's own has nothing left to open.
    if (row.keyId === id) await t.sql.dataKey.deleteMany({ where: { id } })
    t.audit({ event: 'notice.sent', subjectKind: 'notice', subjectId: id, details: auditDetails(row) })
    return
  }
  const again = result.kind === 'temporary' ? nextAttempt(attempt.number, t.now) : null
  if (!again) return giveUp(t, id, lastAnswer, row)
  await change(t, id, { state: 'planned', nextAttemptAt: again, lastAnswer })
  planDelivery(t, id, again)
}

async function giveUp(t: OfficeTransaction, id: string, lastAnswer: string, row?: Notice): Promise<void> {
  await change(t, id, { state: 'undelivered', nextAttemptAt: null, lastAnswer })
  t.cancelJob(deliveryKey(id))
  const details = row && auditDetails(row)
  t.audit({ event: 'notice.undelivered', subjectKind: 'notice', subjectId: id, details })
}

const auditDetails = (row: Notice) => ({ template: row.template, case: row.caseId, attempts: row.attempts })

const change = (t: OfficeTransaction, id: string, data: Prisma.NoticeUncheckedUpdateInput) =>
  t.sql.notice.update({ where: { id }, data })

/** Plans the attempt, in place of the one planned before. */
export function planDelivery(t: OfficeTransaction, id: string, at: Date): void {
  t.planJob('deliver-notice', { organisation: t.organisation, noticeId: id }, { key: deliveryKey(id), at })
}

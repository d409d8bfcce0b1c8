import { type House, inOffice } from '../custody/transaction.ts'
import { planDelivery } from './deliver.ts'
import { mailIsHeld } from './mail-held.ts'

/** Notices taken up in one transaction. */
const BATCH = 500

/**
 * Called at the start once there is a mail server and mail is not held: what waited for one goes out, and what is due but has lost its
 * job is planned again. One that has its job already keeps only one.
 * @returns how many notices were planned
 */
export async function releaseOutbox(house: House): Promise<number> {
  let released = 0
  if (await mailIsHeld({ sql: house.prisma })) return 0
  for (const organisation of house.organisations) {
    for (let last = '00000000-0000-0000-0000-000000000000', more = true; more; ) {
      const ids = await inOffice(house, organisation, { kind: 'system' }, async (t) => {
        const rows = await t.sql.$queryRaw<{ id: string }[]>`
          select id from notice
          where organisation = ${organisation} and id > ${last}::uuid and (state = 'waiting'
            or state in ('planned', 'sending') and next_attempt_at <= ${t.now})
          order by id limit ${BATCH} for update skip locked`
        const found = rows.map((row) => row.id)
        await t.sql.notice.updateMany({
          where: { id: { in: found }, state: 'waiting' },
          data: { state: 'planned', nextAttemptAt: t.now },
        })
        for (const id of found) planDelivery(t, id, t.now)
        return found
      })
      released += ids.length
      more = ids.length === BATCH
      last = ids.at(-1) ?? last
    }
  }
  return released
}

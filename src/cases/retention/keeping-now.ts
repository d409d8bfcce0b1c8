import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'

/** What has to be seen at once on a case. */
export interface KeepingNow {
  /** the use of the data is restricted to the handler */
  limited: boolean
  /** destruction is forbidden */
  held: boolean
  /** corrections that wait for an answer, and those noted beside the data */
  asked: number
  noted: number
}

/** Marks of a case that hold today, and its corrections. */
export async function keepingNow(t: OfficeTransaction, caseId: string): Promise<KeepingNow> {
  const [row] = await t.ask<KeepingNow>(
    `with marks as (select kind from case_mark
       where case_id = $1::uuid and ended_at is null and (until is null or until >= $2::date))
     select exists (select 1 from marks where kind = 'limit') as limited, exists (select 1 from marks where kind = 'hold') as held,
       (select count(*)::int from rectification where case_id = $1::uuid and state = 'asked') as asked,
       (select count(*)::int from rectification where case_id = $1::uuid and state = 'noted') as noted`,
    [caseId, dateInFinland(t.now).toString()],
  )
  return row!
}

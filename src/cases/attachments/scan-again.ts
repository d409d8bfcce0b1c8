import { type House, inOffice } from '../../custody/transaction.ts'
import { planScan } from './plan-scan.ts'

const DAY = 86_400_000
/** For how long new signatures are tried on a file that was found clean. */
const DAYS = 31

/** Once a day: files of the last month are scanned with the signatures of the day, and what still waits is taken up. */
export async function scanAgain(house: House): Promise<void> {
  if (!house.scanner) return
  const now = house.now().getTime()
  for (const organisation of house.organisations)
    await inOffice(house, organisation, { kind: 'system' }, async (t) => {
      const due = await t.sql.attachment.findMany({
        where: {
          organisation,
          OR: [
            { state: { in: ['quarantined', 'unscanned'] } },
            {
              state: 'clean',
              addedAt: { gte: new Date(now - DAYS * DAY) },
              scannedAt: { lt: new Date(now - DAY / 2) },
            },
          ],
        },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
      for (const { id } of due) planScan(t, id)
    })
}

import { openDataKeys } from '../../custody/data-key.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { place } from '../sealed-parts.ts'

/**
 * What clients have said in their own words in a year, in an order that tells nothing of when. To be shown only where
 * there are enough answers that nobody can be picked out; see the page.
 */
export async function feedbackWords(t: OfficeTransaction, year: number): Promise<string[]> {
  const rows = await t.sql.feedbackAnswer.findMany({
    where: { year, wordsSealed: { not: null } },
    orderBy: { id: 'asc' },
    take: 500,
    select: { id: true, wordsSealed: true },
  })
  const keys = await openDataKeys(
    t,
    rows.map(({ id }) => id),
  )
  t.audit({ event: 'feedback.read', details: { year } })
  return rows.flatMap(({ id, wordsSealed }) => {
    const key = keys.get(id)
    return key && wordsSealed ? [unsealText(key, place.feedbackWords(id), wordsSealed)] : []
  })
}

import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Prisma } from '../../database/client.ts'
import { mayOn } from '../gate.ts'

/**
 * The one place that says what a search may find for the person at work: conditions on the alias `c`. `row` is for what
 * only a row tells (a number, a code), `content` for what a person or a word tells. Everything that is found, counted or
 * shown passes one of them.
 */
export async function seenBy(t: OfficeTransaction): Promise<{ row: Prisma.Sql; content: Prisma.Sql }> {
  const own = Prisma.sql`c.organisation = ${t.organisation}`
  return {
    row: Prisma.sql`${own} and ${await mayOn(t, 'case.row')}`,
    content: Prisma.sql`${own} and ${await mayOn(t, 'case.read')}`,
  }
}

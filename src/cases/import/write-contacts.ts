import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Prisma } from '../../database/client.ts'

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const plain = (value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value

/** Writes imported contacts in one statement; those that came in before are passed over. Gives how many were new. */
export async function writeContacts(
  t: OfficeTransaction,
  rows: readonly Prisma.ContactUncheckedCreateInput[],
): Promise<number> {
  if (rows.length === 0) return 0
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), plain(value)])),
    ),
  )
  return t.sql.$executeRaw`insert into contact
    select * from jsonb_populate_recordset(null::contact, ${json}::jsonb)
    on conflict (organisation, import_hash) do nothing`
}

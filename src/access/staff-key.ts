import { makeDataKey, openDataKey } from '../custody/data-key.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'

/**
 * The key under which a person's own secrets are sealed: the authenticator, names of passkeys, places of sign-in.
 * It is wrapped like the key of a case, so that a change of the master key re-wraps it with all the others. Made at
 * the first use; of two at once one wins.
 */
export async function staffKey(t: OfficeTransaction, staffId: string): Promise<Buffer> {
  const made = makeDataKey(t.keys, t.organisation, staffId)
  const { id, organisation, wrapped, masterKey } = made.row
  await t.sql.$executeRaw`insert into data_key (id, organisation, wrapped, master_key)
    values (${id}::uuid, ${organisation}, ${wrapped}, ${masterKey}) on conflict (id) do nothing`
  return openDataKey(t, staffId)
}

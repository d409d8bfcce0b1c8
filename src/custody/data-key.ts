import { randomBytes } from 'node:crypto'
import type { Keyring } from './keys.ts'
import { seal, unseal } from './seal.ts'
import type { OfficeTransaction } from './transaction.ts'

/** The key of a case is gone: what was sealed under it has been erased for good. */
export class ErasedError extends Error {}

export const dataKeyPlace = (id: string): string => `data-key:${id}`

/** A fresh key for one case or lone contact, and the row that keeps it wrapped. */
export function makeDataKey(keys: Keyring, organisation: string, id: string) {
  const key = randomBytes(32)
  return {
    key,
    row: { id, organisation, wrapped: seal(keys.wrapping, dataKeyPlace(id), key), masterKey: keys.id },
  }
}

/** The opened key of a case. Throws ErasedError when it has been erased. */
export async function openDataKey(t: OfficeTransaction, id: string): Promise<Buffer> {
  const row = await t.sql.dataKey.findUnique({ where: { id } })
  if (!row) throw new ErasedError(`data key ${id}`)
  return unwrapDataKey(t.keys, row)
}

/** Several at once, by id; erased ones are absent. */
export async function openDataKeys(t: OfficeTransaction, ids: string[]): Promise<Map<string, Buffer>> {
  const rows = await t.sql.dataKey.findMany({ where: { id: { in: ids } } })
  return new Map(rows.map((row) => [row.id, unwrapDataKey(t.keys, row)]))
}

export function unwrapDataKey(
  keys: Keyring,
  row: { id: string; wrapped: Uint8Array; masterKey: string },
): Buffer {
  return unseal(keys.wrappingOf(row.masterKey), dataKeyPlace(row.id), row.wrapped)
}

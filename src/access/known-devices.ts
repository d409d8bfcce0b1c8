import { createHash, randomBytes } from 'node:crypto'
import type { OfficeTransaction } from '../custody/transaction.ts'

/** So long a browser that is not used stays known. */
export const DEVICE_DAYS = 400
const hashOf = (token: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(`device ${token}`).digest())

/**
 * Whether a person has signed in from this browser before, by the token of a cookie that outlives sessions. One that
 * is new becomes known.
 * @returns the token for the cookie, the same for a browser that is known already; and whether it was new
 */
export async function recogniseDevice(
  t: OfficeTransaction,
  staffId: string,
  given: string | undefined,
): Promise<{ device: string; isNew: boolean }> {
  const oldest = new Date(t.now.getTime() - DEVICE_DAYS * 86_400_000)
  await t.sql.knownDevice.deleteMany({ where: { staffId, lastSeenAt: { lt: oldest } } })
  // Several people may share one browser: the token stays and is known for each of them.
  const device = given && /^[\w-]{43}$/.test(given) ? given : randomBytes(32).toString('base64url')
  const known = await t.sql.knownDevice.updateMany({
    where: { staffId, tokenHash: hashOf(device) },
    data: { lastSeenAt: t.now },
  })
  if (known.count > 0) return { device, isNew: false }
  await t.sql.knownDevice.create({
    data: {
      staffId,
      tokenHash: hashOf(device),
      organisation: t.organisation,
      createdAt: t.now,
      lastSeenAt: t.now,
    },
  })
  return { device, isNew: true }
}

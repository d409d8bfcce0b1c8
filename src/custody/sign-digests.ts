import { sign } from 'node:crypto'
import { dateInFinland } from '../language/formats.ts'
import { type DigestFile, signedText } from './digest.ts'
import { signingKey } from './signing-key.ts'
import { type House, inOffice, NO_OFFICE, type OfficeTransaction } from './transaction.ts'

/**
 * Signs where every office's audit chain stands, for the day in Finland that has ended. A day already signed stays as
 * it is; days on which nothing ran are covered by the next digest, for each holds all that came before it.
 */
export async function signDigests(house: House): Promise<void> {
  const day = dateInFinland(house.now()).subtract({ days: 1 }).toString()
  for (const organisation of [...house.organisations, NO_OFFICE])
    await inOffice(house, organisation, { kind: 'system' }, (t) => signDigest(t, day))
}

async function signDigest(t: OfficeTransaction, day: string): Promise<void> {
  const which = { organisation_day: { organisation: t.organisation, day: new Date(day) } }
  if (await t.sql.auditDigest.findUnique({ where: which, select: { seq: true } })) return
  const key = await signingKey(t)
  const last = await t.sql.auditEntry.findFirst({
    where: { organisation: t.organisation },
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  })
  const facts = {
    organisation: t.organisation,
    day,
    seq: Number(last?.seq ?? 0),
    hash: Buffer.from(last?.hash ?? []).toString('hex'),
    signedAt: t.now.toISOString(),
  }
  await t.sql.auditDigest.createMany({
    data: {
      organisation: t.organisation,
      day: new Date(day),
      seq: facts.seq,
      hash: Buffer.from(facts.hash, 'hex'),
      signedAt: t.now,
      keyId: key.id,
      signature: Buffer.from(sign(null, Buffer.from(signedText(facts)), key.privateKey)),
    },
    skipDuplicates: true,
  })
}

/** The digest of a day, or the latest one, as it is given to an outside party. Null when there is none. */
export async function readDigest(t: OfficeTransaction, day?: string): Promise<DigestFile | null> {
  const row = await t.sql.auditDigest.findFirst({
    where: { organisation: t.organisation, day: day ? new Date(day) : undefined },
    orderBy: { day: 'desc' },
    include: { key: true },
  })
  if (!row) return null
  return {
    format: 'asiavastaava-audit-digest',
    version: 1,
    organisation: row.organisation,
    day: row.day.toISOString().slice(0, 10),
    seq: Number(row.seq),
    hash: Buffer.from(row.hash).toString('hex'),
    signedAt: row.signedAt.toISOString(),
    publicKey: Buffer.from(row.key.publicKey).toString('base64'),
    signature: Buffer.from(row.signature).toString('base64'),
  }
}

import type pg from 'pg'
import { type DigestFile, isSignedBy } from './digest.ts'
import type { Fault } from './verify-audit.ts'

interface Kept {
  organisation: string
  day: string
  seq: number
  hash: string
  signedAt: string
  publicKey: Buffer
  signature: string
}

/** Holds the chains against signed digests: those of the database, and those that were kept outside. */
export async function digestFaults(
  owner: pg.Pool | pg.PoolClient,
  held: readonly DigestFile[],
  known: readonly Fault[],
): Promise<{ faults: Fault[]; digests: number }> {
  const { rows } = await owner.query<Omit<Kept, 'signedAt'> & { signedAt: Date }>(
    `select d.organisation, d.day::text, d.seq::float8 as seq, encode(d.hash, 'hex') as hash, d.signed_at as "signedAt",
            k.public_key as "publicKey", translate(encode(d.signature, 'base64'), E'\\n', '') as signature
     from audit_digest d join audit_signing_key k on k.key_id = d.key_id order by d.organisation, d.day`,
  )
  const all: Kept[] = [
    ...rows.map((row) => ({ ...row, signedAt: row.signedAt.toISOString() })),
    ...held.map((one) => ({ ...one, publicKey: Buffer.from(one.publicKey, 'base64') })),
  ]
  const faults: Fault[] = []
  const told = new Set(known.map(({ organisation, seq }) => `${organisation} ${seq}`))
  const tell = (fault: Fault) => {
    const key = `${fault.organisation} ${fault.seq}`
    if (fault.kind === 'digest' || !told.has(key)) faults.push(fault)
    told.add(key)
  }
  const hashes = await hashesAt(owner, all)
  for (const { organisation, day, seq, hash, ...more } of all) {
    if (!isSignedBy({ organisation, day, seq, hash, ...more }, more.publicKey)) {
      tell({ organisation, seq, kind: 'digest', day })
      continue
    }
    if (seq === 0) continue
    const now = hashes.get(`${organisation} ${seq}`)
    if (now === undefined) {
      if (!covered(known, organisation, seq)) tell({ organisation, seq, kind: 'removed', day })
    } else if (now !== hash) tell({ organisation, seq, kind: 'rewritten', day })
  }
  return { faults, digests: all.length }
}

/** Entries of an office after its last digest; days are ISO dates in Finland. */
export interface Unsigned {
  organisation: string
  entries: number
  from: string
  to: string
}

/** What lies after the last digest of each office, or all of it where there is no digest. */
export async function unsignedEntries(owner: pg.Pool | pg.PoolClient): Promise<Unsigned[]> {
  const { rows } = await owner.query<Unsigned>(
    `select e.organisation, count(*)::float8 as entries,
       min((e.at at time zone 'Europe/Helsinki')::date)::text as "from",
       max((e.at at time zone 'Europe/Helsinki')::date)::text as "to"
     from audit_entry e
       left join (select organisation, max(seq) as seq from audit_digest group by organisation) d
         on d.organisation = e.organisation
     where e.seq > coalesce(d.seq, 0) group by e.organisation order by 1`,
  )
  return rows
}

const covered = (known: readonly Fault[], organisation: string, seq: number): boolean =>
  known.some(
    (one) =>
      one.organisation === organisation &&
      one.kind === 'removed' &&
      one.seq <= seq &&
      seq <= (one.to ?? one.seq),
  )

async function hashesAt(owner: pg.Pool | pg.PoolClient, all: readonly Kept[]): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ organisation: string; seq: string; hash: string }>(
    `select e.organisation, e.seq::text, encode(e.hash, 'hex') as hash from audit_entry e
     join unnest($1::text[], $2::bigint[]) as asked(organisation, seq) using (organisation, seq)`,
    [all.map(({ organisation }) => organisation), all.map(({ seq }) => seq)],
  )
  return new Map(rows.map(({ organisation, seq, hash }) => [`${organisation} ${seq}`, hash]))
}

import type pg from 'pg'
import { type ChainEnd, faultsOfEnd, faultsOfEntries, type Suspect } from './audit-faults.ts'
import type { DigestFile } from './digest.ts'
import { digestFaults, type Unsigned, unsignedEntries } from './verify-digests.ts'

/**
 * changed: the entry is not as it was written. removed: it is missing. inserted: it was never written by us.
 * head: the chain's noted end does not fit its last entry. rewritten: a signed digest tells another hash for it.
 * digest: the digest itself is not as it was signed.
 */
export type FaultKind = 'changed' | 'removed' | 'inserted' | 'head' | 'rewritten' | 'digest'

export interface Fault {
  organisation: string
  /** number of the entry */
  seq: number
  kind: FaultKind
  /** the last entry of a row of missing or foreign ones */
  to?: number
  /** the day of the digest that tells */
  day?: string
}

export interface AuditVerdict {
  /** entries looked at, over all offices */
  entries: number
  ok: boolean
  /** the first of `bad` */
  firstBad: { organisation: string; seq: number } | null
  /** every fault found, by office and number; of very many the first thousand */
  bad: Fault[]
  /** signed digests the chains were held against */
  digests: number
  /** entries that no digest in the database covers: cut off or rewritten with the chain's end, they would not be missed */
  unsigned: Unsigned[]
}

/** Faults that are told at most; a log written over as a whole would give as many as it has entries. */
const MOST = 1000

/**
 * Recomputes every office's audit chain from its first entry to its head, and holds it against the signed digests:
 * those in the database and `held`, which somebody outside has kept.
 */
export async function verifyAudit(
  owner: pg.Pool | pg.PoolClient,
  held: readonly DigestFile[] = [],
): Promise<AuditVerdict> {
  const { rows: suspects } = await owner.query<Suspect>(SUSPECTS, [MOST])
  const { rows: ends } = await owner.query<ChainEnd>(ENDS)
  const bad: Fault[] = []
  for (const end of ends) {
    const own = suspects.filter(({ organisation }) => organisation === end.organisation)
    const found = faultsOfEntries(own, end)
    bad.push(...found, ...faultsOfEnd(end, found))
  }
  const signed = await digestFaults(owner, held, bad)
  bad.push(...signed.faults)
  bad.sort((a, b) => a.organisation.localeCompare(b.organisation, 'en') || a.seq - b.seq)
  const [first] = bad
  return {
    entries: ends.reduce((sum, end) => sum + Number(end.entries), 0),
    ok: !first,
    firstBad: first ? { organisation: first.organisation, seq: first.seq } : null,
    bad: bad.slice(0, MOST),
    digests: signed.digests,
    unsigned: await unsignedEntries(owner),
  }
}

/**
 * Entries that do not fit: whose hash is not that of their fields, which do not follow the one before, or which hold
 * what is never written. `earlier` and `later`: the hash fits if the entry had stood one number lower or higher.
 */
const SUSPECTS = `
  with linked as (
    select e.organisation, e.seq, e.hash, sha256(e.previous || app.audit_text(e)) as computed,
           e.previous = lag(e.hash, 1, '\\x'::bytea) over chain as follows,
           lag(e.seq, 1, 0::bigint) over chain as seq_before,
           coalesce(lead(e.previous) over chain, h.hash) = e.hash as followed,
           '-' in (e.subject_kind, e.subject_id)
             or concat(e.actor_kind, e.event, e.subject_kind, e.subject_id) like '%' || chr(31) || '%' as odd, e as entry
    from audit_entry e left join audit_head h on h.organisation = e.organisation
    window chain as (partition by e.organisation order by e.seq)
  )
  select organisation, seq::float8 as seq, seq_before::float8 as "seqBefore", coalesce(follows, false) as follows,
         coalesce(followed, false) as followed, hash = computed and not coalesce(odd, false) as whole,
         hash <> computed and hash = sha256((entry).previous || app.audit_text(
           jsonb_populate_record(entry, jsonb_build_object('seq', seq - 1)))) as earlier,
         hash <> computed and hash = sha256((entry).previous || app.audit_text(
           jsonb_populate_record(entry, jsonb_build_object('seq', seq + 1)))) as later
  from linked
  where hash <> computed or follows is not true or seq <> seq_before + 1 or odd
  order by organisation, seq limit $1`

/** Of every chain: its noted end and its real one. */
const ENDS = `
  select coalesce(e.organisation, h.organisation) as organisation, coalesce(e.entries, 0)::float8 as entries, coalesce(e.last, 0)::float8 as last, h.seq::float8 as head,
         l.hash = h.hash as "lastFits", a.hash = h.hash as "headFits"
  from (select organisation, count(*) as entries, max(seq) as last from audit_entry group by organisation) e
    full join audit_head h on h.organisation = e.organisation
    left join audit_entry l on l.organisation = e.organisation and l.seq = e.last
    left join audit_entry a on a.organisation = h.organisation and a.seq = h.seq
  order by 1`

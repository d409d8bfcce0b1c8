import type pg from 'pg'

export interface AuditVerdict {
  /** entries looked at, over all offices */
  entries: number
  ok: boolean
  /** the first entry that does not fit: changed, put in, or after one that was removed */
  firstBad: { organisation: string; seq: number } | null
}

/** Recomputes every office's audit chain from its first entry to its head. */
export async function verifyAudit(owner: pg.Pool | pg.PoolClient): Promise<AuditVerdict> {
  const { rows } = await owner.query<{ entries: string; bad: { organisation: string; seq: string }[] }>(`
    with linked as (
      select e.organisation, e.seq, e.hash, e.previous,
             sha256(e.previous || app.audit_text(e)) as computed,
             lag(e.hash, 1, '\\x'::bytea) over chain as before,
             lag(e.seq, 1, 0::bigint) over chain as seq_before
      from audit_entry e window chain as (partition by e.organisation order by e.seq)
    ), bad as (
      select organisation, seq from linked
      where hash <> computed or previous <> before or seq <> seq_before + 1
      union all
      -- the end of the chain was cut off or written over
      select h.organisation, h.seq from audit_head h
      where h.seq > 0 and not exists (select 1 from audit_entry e
        where e.organisation = h.organisation and e.seq = h.seq and e.hash = h.hash)
      union all
      select e.organisation, e.seq from audit_entry e
      where not exists (select 1 from audit_head h where h.organisation = e.organisation and h.seq >= e.seq)
    )
    select (select count(*) from audit_entry) as entries,
           (select coalesce(json_agg(first), '[]') from (select organisation, seq from bad order by organisation, seq limit 1) first) as bad`)
  const row = rows[0]!
  const first = row.bad[0]
  return {
    entries: Number(row.entries),
    ok: !first,
    firstBad: first ? { organisation: first.organisation, seq: Number(first.seq) } : null,
  }
}

import type pg from 'pg'

export interface Table {
  /** schema and name, as they are written in a statement */
  name: string
  columns: string[]
}

/** Stands in a database that is being restored, and nowhere else. */
export const UNFINISHED = 'public.restore_unfinished'

/**
 * Left out: the record of migrations, which the restore makes itself, and entries on their way into the audit chain,
 * which nobody ever sees, and the demonstration's note that it was filled. Columns the database computes are computed again.
 */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname in ('public', 'app') and c.relkind = 'r'
       and format('%I.%I', n.nspname, c.relname) <> all ($1)
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     group by 1 order by 1`,
    [['public._prisma_migrations', 'app.audit_pending', 'app.demo_filling', UNFINISHED]],
  )
  return rows
}

/** Sequences by name with the last number they gave; those that have given none are left out. */
export async function sequencesOf(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
     where schemaname in ('public', 'app') and last_value is not null
       and format('%I.%I', schemaname, sequencename) <> 'app.audit_pending_id_seq' order by 1`,
  )
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]))
}

export async function auditHeadsOf(
  client: pg.ClientBase,
): Promise<Record<string, { seq: number; hash: string }>> {
  const { rows } = await client.query<{ organisation: string; seq: string; hash: string }>(
    `select organisation, seq, encode(hash, 'hex') as hash from audit_head order by organisation`,
  )
  return Object.fromEntries(
    rows.map(({ organisation, seq, hash }) => [organisation, { seq: Number(seq), hash }]),
  )
}

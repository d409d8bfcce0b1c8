import type pg from 'pg'
import { DEMO_COUNTY } from './place.ts'

/** The database holds what is not the demonstration's: it is left alone. */
export class NotADemo extends Error {
  override name = 'NotADemo'
}

/** Made by the demonstration alone and outside the house's schema: whether a filling was begun and whether it ended. */
const TABLE = `create table if not exists app.demo_filling (
  one boolean primary key default true check (one),
  begun_at timestamptz not null,
  ended_at timestamptz
)`

/** Tables of an office, those that refer to others first. */
const TABLES = [
  'gap_sheet',
  'gap_consent',
  'benefit_gap',
  'clock',
  'note',
  'message',
  'case_event',
  'feedback_answer',
  'feedback_batch',
  'feedback_inbox',
  'feedback_invitation',
  'rating',
  'goal',
  'rights_issue',
  'notice',
  'contact',
  'case',
  'blind_index',
  'data_key',
  'import',
  'report_section',
  'release',
  'population',
  'session',
  'invitation',
  'staff',
]

/**
 * Finds out what there is to do. A filling that was broken off is cleared away, so that it is done anew.
 * @returns 'filled' when it was filled to the end before, else 'empty'
 * @throws NotADemo when the office has data but no filling was ever begun
 */
export async function beginFilling(owner: pg.Pool, now: Date): Promise<'filled' | 'empty'> {
  await owner.query(TABLE)
  const { rows } = await owner.query<{ ended_at: Date | null }>('select ended_at from app.demo_filling')
  if (rows[0]?.ended_at) return 'filled'
  if (rows[0]) await clear(owner)
  else if (await holdsData(owner))
    throw new NotADemo(
      'DATA_DIR or DATABASE_URL points to an office in use: the demonstration fills only a database of its own.',
    )
  else await owner.query('insert into app.demo_filling (begun_at) values ($1)', [now])
  return 'empty'
}

export async function endFilling(owner: pg.Pool, now: Date): Promise<void> {
  await owner.query('analyze')
  await owner.query('update app.demo_filling set ended_at = $1', [now])
}

async function holdsData(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query<{ any: boolean }>(
    `select exists (select 1 from contact) or exists (select 1 from "case") or exists (select 1 from staff) as any`,
  )
  return rows[0]!.any
}

/** Takes away everything of the demonstration's office, its audit chain included. */
async function clear(owner: pg.Pool): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    for (const table of TABLES)
      await client.query(`delete from "${table}" where organisation = $1`, [DEMO_COUNTY])
    await client.query('alter table audit_entry disable trigger audit_entry_fixed')
    await client.query('delete from audit_entry where organisation = $1', [DEMO_COUNTY])
    await client.query('alter table audit_entry enable trigger audit_entry_fixed')
    await client.query('delete from audit_head where organisation = $1', [DEMO_COUNTY])
    await client.query(`delete from graphile_worker._private_jobs where payload->>'organisation' = $1`, [
      DEMO_COUNTY,
    ])
    await client.query(`select setval('app.case_number', 1, false)`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

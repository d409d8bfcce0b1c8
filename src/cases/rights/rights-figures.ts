import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Finding } from './rights-issue.ts'

export interface RightsLine {
  code: string
  owedBy: string
  /** recorded rights by what was found */
  findings: Record<Finding, number>
  /** of those not realised at first: realised in the end (yes or partly), not, not known */
  realised: { yes: number; partly: number; no: number; unknown: number }
}

export interface RightsFigures {
  /** recorded rights */
  total: number
  /** cases that hold any */
  cases: number
  lines: RightsLine[]
}

/** Rights recorded in a year (Finland), by right and by who owed it. Counting unit: a recorded right. */
export async function rightsFigures(t: OfficeTransaction, year: number): Promise<RightsFigures> {
  // Those of destroyed cases included, of which nothing but codes is left.
  const recorded = `(select case_id, code, owed_by, finding, realised from rights_issue
    where organisation = app.organisation() and removed_at is null
      and recorded_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Helsinki')
      and recorded_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Helsinki')
    union all select unit, codes->>'code', codes->>'owedBy', codes->>'finding', codes->>'realised' from kept_result
    where organisation = app.organisation() and kind = 'right' and year = $1) as recorded`
  const [count] = await t.ask<{ total: number; cases: number }>(
    `select count(*)::int as total, count(distinct case_id)::int as cases from ${recorded}`,
    [year],
  )
  const rows = await t.ask<
    { code: string; owedBy: string } & Record<Finding | 'yes' | 'partly' | 'no' | 'unknown', number>
  >(
    `select code, owed_by as "owedBy", ${(['open', 'found', 'not-found', 'not-settled'] as const)
      .map((one) => `count(*) filter (where finding = '${one}')::int as "${one}"`)
      .join(', ')}, ${(['yes', 'partly', 'no', 'unknown'] as const)
      .map(
        (one) =>
          `count(*) filter (where finding = 'found' and coalesce(realised, 'unknown') = '${one}')::int as "${one}"`,
      )
      .join(', ')}
     from ${recorded} group by code, owed_by
     order by count(*) filter (where finding = 'found') desc, count(*) desc, code, owed_by`,
    [year],
  )
  return {
    ...count!,
    lines: rows.map((row) => ({
      code: row.code,
      owedBy: row.owedBy,
      findings: {
        open: row.open,
        found: row.found,
        'not-found': row['not-found'],
        'not-settled': row['not-settled'],
      },
      realised: { yes: row.yes, partly: row.partly, no: row.no, unknown: row.unknown },
    })),
  }
}

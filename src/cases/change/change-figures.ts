import type { OfficeTransaction } from '../../custody/transaction.ts'
import { type FeedbackFigures, feedbackFigures } from '../feedback/feedback-figures.ts'
import { goalAttainment } from './gas.ts'
import type { RatedBy } from './ratings.ts'

/** Of one thing judged at the start and at the end of the same cases: how many cases, and how the numbers lie. */
export interface ChangeLine {
  /** situation, a life area, or goal */
  subject: string
  by: RatedBy
  /** cases judged both at the start and at the end; of `goal`, goals */
  n: number
  startMedian: number
  endMedian: number
  better: number
  same: number
  worse: number
}

export interface ChangeFigures {
  /** cases closed in the year */
  closed: number
  lines: ChangeLine[]
  /** goal attainment (T) of cases closed in the year, by who judged it */
  attainment: { by: RatedBy; n: number; below: number; as: number; above: number }[]
  /** cases in which client and office judged the whole situation differently at the end (by two or more) */
  disagree: { n: number; apart: number }
  feedback: FeedbackFigures
}

/** The change in cases closed in a year (Finland), and the feedback of the year. Counting units: case, answer. */
export async function changeFigures(t: OfficeTransaction, year: number): Promise<ChangeFigures> {
  const rows = await t.ask<{
    subject: string
    by: RatedBy
    n: number
    s: number
    e: number
    better: number
    same: number
    worse: number
  }>(
    `select split_part(s.subject, ':', 1) as subject, s.by, count(*)::int as n,
       percentile_cont(0.5) within group (order by s.value)::float as s,
       percentile_cont(0.5) within group (order by e.value)::float as e,
       count(*) filter (where e.value > s.value)::int as better,
       count(*) filter (where e.value = s.value)::int as same,
       count(*) filter (where e.value < s.value)::int as worse
     from (${RATINGS}) s
       join (${RATINGS}) e on e.case_id = s.case_id and e.by = s.by and e.subject = s.subject and e.phase = 'end'
     where s.phase = 'start'
     group by 1, 2 order by 1, 2`,
    [year],
  )
  const gas = await t.ask<{ caseId: string; by: RatedBy; weight: number; level: number }>(
    `select r.case_id as "caseId", r.by, g.weight, r.value::int as level
     from (${RATINGS}) r join (
       select g.case_id, g.n, g.weight::int as weight from goal g
       union all select unit, (codes->>'n')::smallint, (codes->>'weight')::int from kept_result
         where organisation = app.organisation() and kind = 'goal' and year = $1
     ) g on g.case_id = r.case_id and r.subject = 'gas:' || g.n
     where r.phase = 'end'`,
    [year],
  )
  const [count] = await t.ask<{ closed: number; n: number; apart: number }>(
    `select count(*)::int as closed, count(*) filter (where k.value is not null and o.value is not null)::int as n,
       count(*) filter (where abs(k.value - o.value) >= 2)::int as apart
     from (select c.id from "case" c where ${CLOSED_IN}
         union all select unit from kept_result where organisation = app.organisation() and kind = 'closed' and year = $1) c
       left join (${RATINGS}) k on k.case_id = c.id and k.subject = 'situation' and k.phase = 'end' and k.by = 'client'
       left join (${RATINGS}) o on o.case_id = c.id and o.subject = 'situation' and o.phase = 'end' and o.by = 'office'`,
    [year],
  )
  return {
    closed: count!.closed,
    lines: rows.map(({ subject, by, n, s, e, better, same, worse }) => ({
      subject,
      by,
      n,
      startMedian: s,
      endMedian: e,
      better,
      same,
      worse,
    })),
    attainment: (['client', 'office'] as const).map((by) => attainmentOf(by, gas)),
    disagree: { n: count!.n, apart: count!.apart },
    feedback: await feedbackFigures(t, year),
  }
}

const CLOSED_IN = `c.organisation = app.organisation() and c.closed_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Helsinki')
  and c.closed_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Helsinki')`

/** Ratings of cases closed in the year, those included of which nothing but codes is left. */
const RATINGS = `select r.case_id, r.subject, r.by, r.phase, r.value from rating r join "case" c on c.id = r.case_id
    where ${CLOSED_IN}
  union all select unit, codes->>'subject', codes->>'by', codes->>'phase', (codes->>'value')::smallint from kept_result
    where organisation = app.organisation() and kind = 'rating' and year = $1`

function attainmentOf(
  by: RatedBy,
  rows: readonly { caseId: string; by: RatedBy; weight: number; level: number }[],
) {
  const cases = Map.groupBy(
    rows.filter((row) => row.by === by),
    ({ caseId }) => caseId,
  )
  const scores = [...cases.values()].flatMap((goals) => goalAttainment(goals) ?? [])
  return {
    by,
    n: scores.length,
    below: scores.filter((score) => score < 50).length,
    as: scores.filter((score) => score === 50).length,
    above: scores.filter((score) => score > 50).length,
  }
}

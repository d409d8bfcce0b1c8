import type { OfficeTransaction } from '../../custody/transaction.ts'

/** How far the answers to objections went, counted in points. The counting unit is one point of one objection. */
export interface PointFigures {
  /** objections whose answer was gone through */
  answers: number
  points: number
  answered: number
  partly: number
  unanswered: number
  /** points with reasons, points with measures */
  reasons: number
  measures: number
  /** of points both have looked at: how many, and on how many office and client differ */
  seenByBoth: number
  differing: number
  /** answered in full, of all points, 0 to 1; null without points */
  share: number | null
}

/**
 * Points of objections whose answers were gone through on a day between the two, both included (ISO dates, in Finland).
 * Small numbers are the reader's to suppress.
 */
export async function pointFigures(t: OfficeTransaction, from: string, to: string): Promise<PointFigures> {
  const [row] = await t.ask<Record<keyof PointFigures, number>>(
    `select count(distinct p.letter)::int as answers, count(*)::int as points,
       count(*) filter (where p.answered = 'yes')::int as answered,
       count(*) filter (where p.answered = 'partly')::int as partly,
       count(*) filter (where p.answered = 'no')::int as unanswered,
       count(*) filter (where p.reasons)::int as reasons,
       count(*) filter (where p.measures)::int as measures,
       count(*) filter (where p.client_answered is not null)::int as "seenByBoth",
       count(*) filter (where p.client_answered <> p.answered)::int as differing
     from (
       select l.id::text as letter, p.answered, p.reasons, p.measures, p.client_answered
       from letter l join letter_point p on p.letter_id = l.id
       where p.answered is not null and l.kind in ('objection', 'objection-early-education')
         and (l.checked_at at time zone 'Europe/Helsinki')::date between $1::date and $2::date
       union all
       -- Of destroyed cases nothing but codes is left, by month.
       select unit || ' ' || (codes->>'letter'), codes->>'answered', (codes->>'reasons')::boolean,
         (codes->>'measures')::boolean, codes->>'clientAnswered'
       from kept_result where organisation = app.organisation() and kind = 'point'
         and make_date(year, month, 1) between date_trunc('month', $1::date)::date and $2::date
     ) as p`,
    [from, to],
  )
  return { ...row!, share: row!.points > 0 ? row!.answered / row!.points : null }
}

import type { OfficeTransaction } from '../../custody/transaction.ts'
import { type Reply, STATEMENTS, type Statement } from './answers.ts'

export interface FeedbackFigures {
  /** when the year's last batch was closed; null: none yet, and all numbers are 0 */
  closedAt: Date | null
  /** clients asked from the last batch of the years before until then */
  asked: number
  /** answers of the year from clients who had been asked */
  used: number
  /** all answers in the year's batches */
  answers: number
  replies: Record<Statement, Record<Reply | 'none', number>>
}

const COLUMNS = {
  understood: 'understood',
  heard: 'heard',
  knewNextStep: 'knew_next_step',
  trust: 'trust',
  wouldContactAgain: 'would_contact_again',
} as const

/** The feedback in the batches closed in a year. What still waits for its batch is in none of the numbers. */
export async function feedbackFigures(t: OfficeTransaction, year: number): Promise<FeedbackFigures> {
  const counted = STATEMENTS.map(
    (one) => `json_build_object(
      'yes', count(*) filter (where ${COLUMNS[one]} = 'yes'), 'partly', count(*) filter (where ${COLUMNS[one]} = 'partly'),
      'no', count(*) filter (where ${COLUMNS[one]} = 'no'), 'none', count(*) filter (where ${COLUMNS[one]} is null)) as "${one}"`,
  )
  const [replies] = await t.ask<Record<Statement, Record<Reply | 'none', number>>>(
    `select ${counted.join(', ')} from feedback_answer where organisation = app.organisation() and year = $1`,
    [year],
  )
  const [batches] = await t.ask<{ closedAt: Date | null; used: number; answers: number; asked: number }>(
    `with closed as (
       select max(closed_at) filter (where year = $1) as until, max(closed_at) filter (where year < $1) as since,
         coalesce(sum(of_asked) filter (where year = $1), 0)::int as used,
         coalesce(sum(answers) filter (where year = $1), 0)::int as answers
       from feedback_batch where organisation = app.organisation())
     select until as "closedAt", used, answers,
       (select count(*)::int from feedback_invitation i where i.organisation = app.organisation()
         and i.asked_at <= until and (since is null or i.asked_at > since))
       + (select count(*)::int from kept_result k where k.organisation = app.organisation() and k.kind = 'invitation'
         and k.year = $1 and until is not null) as asked
     from closed`,
    [year],
  )
  return { ...batches!, replies: replies! }
}

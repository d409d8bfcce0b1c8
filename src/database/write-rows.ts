import type { Prisma } from './client.ts'
import { inTransaction, type OfficeScope } from './office-connection.ts'

/** Rows by model, as Prisma's unchecked create inputs name their fields. Every row of a model gives the same fields. */
export interface Rows {
  case: Prisma.CaseUncheckedCreateInput
  caseEvent: Prisma.CaseEventUncheckedCreateInput
  message: Prisma.MessageUncheckedCreateInput
  note: Prisma.NoteUncheckedCreateInput
  clock: Prisma.ClockUncheckedCreateInput
  contact: Prisma.ContactUncheckedCreateInput
  dataKey: Prisma.DataKeyUncheckedCreateInput
  blindIndex: Prisma.BlindIndexUncheckedCreateInput
  letter: Prisma.LetterUncheckedCreateInput
  letterPoint: Prisma.LetterPointUncheckedCreateInput
  consent: Prisma.ConsentUncheckedCreateInput
  agreementItem: Prisma.AgreementItemUncheckedCreateInput
  notice: Prisma.NoticeUncheckedCreateInput
  rightsIssue: Prisma.RightsIssueUncheckedCreateInput
  feedbackAnswer: Prisma.FeedbackAnswerUncheckedCreateInput
  feedbackInvitation: Prisma.FeedbackInvitationUncheckedCreateInput
  attachment: Prisma.AttachmentUncheckedCreateInput
  idempotentAnswer: Prisma.IdempotentAnswerUncheckedCreateInput
  textWord: TextWords
}

/** The words of one text, as src/custody/word-index.ts makes them; whole numbers of 64 bits, written out. */
export interface TextWords {
  kind: string
  textId: string
  organisation: string
  keyId: string
  caseId: string | null
  contactId: string | null
  words: string[]
}

export type RowModel = keyof Rows
export type RowBuffer = { [M in RowModel]?: Rows[M][] }

export interface PlannedJob {
  task: string
  payload: Record<string, unknown>
  runAt: Date
  key: string | null
  attempts: number
}

const snakes = new Map<string, string>()
function snake(name: string): string {
  const known = snakes.get(name)
  if (known) return known
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  snakes.set(name, made)
  return made
}

const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return value
}

/** What one transaction leaves behind besides what it changed. */
export interface Written {
  rows: RowBuffer
  jobs: PlannedJob[]
  /** keys of planned jobs to be removed */
  cancelled: string[]
  /** entries for the office's audit chain, linked at the commit */
  audit: readonly object[]
}

/**
 * Writes rows of several tables, plans jobs and hands in audit entries, all in one statement and so one round trip:
 * the way in of a complaint is the busiest way there is. Jobs are removed before, in a statement of its own.
 * Duplicates of the blind index are passed over; the words of a text take the place of its former ones. Of jobs with one key the last is planned.
 */
export async function writeRows(
  scope: OfficeScope,
  { rows, jobs, cancelled, audit }: Written,
): Promise<void> {
  const values: string[] = []
  const given = (value: unknown): string => `$${values.push(JSON.stringify(value))}::jsonb`
  const parts: string[] = []
  for (const [model, list] of Object.entries(rows) as [RowModel, Rows[RowModel][]][])
    if (list?.length) parts.push(insertion(model, list, given))
  if (audit.length)
    parts.push(
      `insert into app.audit_pending (organisation, entries) values (app.organisation(), ${given(audit)})`,
    )
  if (cancelled.length)
    await inTransaction(scope, 'select app.cancel_job(key) from unnest($1::text[]) as key', [cancelled])
  if (!parts.length && !jobs.length) return
  const lead = parts.length ? `with ${parts.map((part, at) => `w${at} as (${part})`).join(', ')} ` : ''
  const text = `${lead}select ${jobs.length ? `app.plan_jobs(${given(plannedJobs(jobs))})` : '1'}`
  await inTransaction(scope, text, values)
}

const CONFLICTS: { [M in RowModel]?: string } = {
  blindIndex: ' on conflict do nothing',
  textWord: ` on conflict (text_id, kind) do update set words = excluded.words, key_id = excluded.key_id,
    case_id = excluded.case_id, contact_id = excluded.contact_id`,
}

function insertion<M extends RowModel>(model: M, list: Rows[M][], given: (value: unknown) => string): string {
  const table = `"${snake(model)}"`
  const names = [...new Set(list.flatMap((row) => Object.keys(row)))]
  const columns = names.map((name) => `"${snake(name)}"`).join(', ')
  const json = list.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), plain(value)])),
  )
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ${given(json)})${CONFLICTS[model] ?? ''}`
}

function plannedJobs(jobs: PlannedJob[]): object[] {
  const last = new Map(jobs.map((job, at) => [job.key ?? at, job]))
  return [...last.values()].map(({ task, payload, runAt, key, attempts }) => ({
    task,
    payload,
    run_at: runAt,
    key,
    attempts,
  }))
}

import { Prisma, type Sql } from './client.ts'

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
  notice: Prisma.NoticeUncheckedCreateInput
  feedback: Prisma.FeedbackUncheckedCreateInput
  idempotentAnswer: Prisma.IdempotentAnswerUncheckedCreateInput
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

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

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
 * Duplicates of the blind index are passed over. Of jobs with one key the last is planned.
 */
export async function writeRows(
  sql: Sql,
  organisation: string,
  { rows, jobs, cancelled, audit }: Written,
): Promise<void> {
  const parts: Prisma.Sql[] = []
  for (const [model, list] of Object.entries(rows) as [RowModel, Rows[RowModel][]][])
    if (list?.length) parts.push(insertion(model, list))
  if (audit.length)
    parts.push(Prisma.sql`insert into app.audit_pending (organisation, entries)
      values (${organisation}, ${JSON.stringify(audit)}::jsonb)`)
  if (cancelled.length)
    await sql.$executeRaw`select app.cancel_job(key) from unnest(${cancelled}::text[]) as key`
  if (!parts.length && !jobs.length) return
  const lead = parts.length
    ? Prisma.sql`with ${Prisma.join(parts.map((part, at) => Prisma.sql`${Prisma.raw(`w${at}`)} as (${part})`))}`
    : Prisma.empty
  const plan = jobs.length
    ? Prisma.sql`select app.plan_jobs(${plannedJobs(jobs)}::jsonb)::text`
    : Prisma.sql`select 1`
  await sql.$executeRaw`${lead} ${plan}`
}

function insertion<M extends RowModel>(model: M, list: Rows[M][]): Prisma.Sql {
  const table = Prisma.raw(`"${snake(model)}"`)
  const names = [...new Set(list.flatMap((row) => Object.keys(row)))]
  const columns = Prisma.raw(names.map((name) => `"${snake(name)}"`).join(', '))
  const json = JSON.stringify(
    list.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), plain(value)])),
    ),
  )
  const conflict = model === 'blindIndex' ? Prisma.sql`on conflict do nothing` : Prisma.empty
  return Prisma.sql`insert into ${table} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${table}, ${json}::jsonb) ${conflict}`
}

function plannedJobs(jobs: PlannedJob[]): string {
  const last = new Map(jobs.map((job, at) => [job.key ?? at, job]))
  return JSON.stringify(
    [...last.values()].map(({ task, payload, runAt, key, attempts }) => ({
      task,
      payload,
      run_at: runAt,
      key,
      attempts,
    })),
  )
}

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

/**
 * Writes rows of several tables, removes and plans jobs, all in one statement and so one round trip:
 * the way in of a complaint is the busiest way there is. Duplicates of the blind index are passed over.
 */
export async function writeRows(
  sql: Sql,
  rows: RowBuffer,
  jobs: PlannedJob[],
  cancelled: string[],
): Promise<void> {
  const parts: Prisma.Sql[] = []
  for (const [model, list] of Object.entries(rows) as [RowModel, Rows[RowModel][]][]) {
    if (!list?.length) continue
    const table = Prisma.raw(`"${snake(model)}"`)
    const names = [...new Set(list.flatMap((row) => Object.keys(row)))]
    const columns = Prisma.raw(names.map((name) => `"${snake(name)}"`).join(', '))
    const json = JSON.stringify(
      list.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), plain(value)])),
      ),
    )
    const conflict = model === 'blindIndex' ? Prisma.sql`on conflict do nothing` : Prisma.empty
    parts.push(
      Prisma.sql`${Prisma.raw(`w${parts.length}`)} as (insert into ${table} (${columns})
        select ${columns} from jsonb_populate_recordset(null::${table}, ${json}::jsonb) ${conflict})`,
    )
  }
  if (cancelled.length)
    await sql.$executeRaw`select app.cancel_job(key) from unnest(${cancelled}::text[]) as key`
  const planned = JSON.stringify(
    jobs.map((job) => ({
      task: job.task,
      payload: job.payload,
      run_at: job.runAt,
      key: job.key,
      attempts: job.attempts,
    })),
  )
  const plan = Prisma.sql`select count(app.plan_job(j.task, j.payload, j.run_at, j.key, j.attempts))
    from jsonb_to_recordset(${planned}::jsonb) as j(task text, payload json, run_at timestamptz, key text, attempts int)`
  if (!parts.length && !jobs.length) return
  const lead = parts.length ? Prisma.sql`with ${Prisma.join(parts, ', ')}` : Prisma.empty
  await sql.$executeRaw`${lead} ${plan}`
}

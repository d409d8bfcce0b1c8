import { BackupDamaged } from './chunks.ts'

/** What a backup says, in its order: head, each table with its rows, planned jobs, the sum of it all. */
export interface Head {
  /** ISO time at which the snapshot was taken */
  at: string
  /** migrations of the schema the rows belong to, in their order */
  migrations: string[]
}

export interface TableStart {
  /** schema and name */
  table: string
  columns: string[]
}

export interface Sum {
  /** rows by table */
  tables: Record<string, number>
  jobs: number
  /** the last number taken from each sequence */
  sequences: Record<string, string>
  /** the end of each office's audit chain: number and hash in hexadecimal */
  auditHeads: Record<string, { seq: number; hash: string }>
  /** what the chains said of themselves; a chain that was tampered with is restored as it is */
  audit: { entries: number; ok: boolean; firstBad: { organisation: string; seq: number } | null }
  crontabs: { identifier: string; known_since: string; last_execution: string | null }[]
}

/** Told of each piece of rows as it goes by: its table and its bytes. */
export type Progress = (table: string, bytes: number) => void

/** A frame: its kind, the length of what it holds, what it holds. Rows are PostgreSQL's own binary COPY format. */
export type Frame =
  | { kind: 'head'; value: Head }
  | { kind: 'table'; value: TableStart }
  | { kind: 'jobs'; value: Record<string, never> }
  | { kind: 'rows'; value: Buffer }
  | { kind: 'sum'; value: Sum }

const KINDS = { head: 1, table: 2, jobs: 3, rows: 4, sum: 5 } as const
const nameOf = new Map<number, Frame['kind']>(
  Object.entries(KINDS).map(([name, kind]) => [kind, name as Frame['kind']]),
)

export function writeFrame(frame: Frame): Buffer {
  const body = Buffer.isBuffer(frame.value) ? frame.value : Buffer.from(JSON.stringify(frame.value))
  const start = Buffer.alloc(5)
  start[0] = KINDS[frame.kind]
  start.writeUInt32BE(body.length, 1)
  return Buffer.concat([start, body])
}

/** @throws BackupDamaged when the parts do not make whole frames */
export async function* readFrames(parts: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let left: Buffer = Buffer.alloc(0)
  for await (const part of parts) {
    left = left.length ? Buffer.concat([left, part]) : part
    let at = 0
    while (left.length - at >= 5) {
      const size = left.readUInt32BE(at + 1)
      if (left.length - at - 5 < size) break
      const kind = nameOf.get(left[at]!)
      if (!kind) throw new BackupDamaged('changed')
      const body = left.subarray(at + 5, at + 5 + size)
      yield { kind, value: kind === 'rows' ? body : JSON.parse(body.toString()) } as Frame
      at += 5 + size
    }
    left = left.subarray(at)
  }
  if (left.length) throw new BackupDamaged('broken-off')
}

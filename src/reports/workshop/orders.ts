import type { Document } from '../../documents/model.ts'
import type { CountTable, ReleasedPublication, ReleaseOptions } from '../../statistics/index.ts'

/** The work of a report that takes seconds of pure arithmetic. */
export interface Workshop {
  release(tables: readonly CountTable[], options?: ReleaseOptions): Promise<ReleasedPublication>
  pdf(document: Document): Promise<Uint8Array>
  xlsx(document: Document): Promise<Uint8Array>
}

export interface Order {
  id: number
  task: keyof Workshop
  given: unknown[]
}

export type Answer = { id: number; made: unknown } | { id: number; error: unknown }

import type { OfficeTransaction } from '../../custody/transaction.ts'

export interface ScanJob {
  organisation: string
  attachmentId: string
}

/** Plans the scan of a file, in place of one planned before. */
export function planScan(t: OfficeTransaction, id: string, at?: Date): void {
  const job: ScanJob = { organisation: t.organisation, attachmentId: id }
  t.planJob('scan-attachment', { ...job }, { key: `scan:${id}`, at })
}

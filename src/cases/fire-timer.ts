import { type House, inOffice } from '../custody/transaction.ts'
import { applyEvent } from './engine/apply-event.ts'
import { Refusal } from './refusal.ts'

export interface TimerJob {
  organisation: string
  caseId: string
  timer: string
  event: string
}

/** A statechart's delay has come. One that comes too late (its state was left, the case is gone) changes nothing. */
export async function fireTimer(house: House, job: TimerJob): Promise<void> {
  await inOffice(house, job.organisation, { kind: 'system' }, async (t) => {
    try {
      await applyEvent(t, job.caseId, { type: job.event }, 'system')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  })
}

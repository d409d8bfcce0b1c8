import type { Clock } from '../../database/generated/client.ts'
import { diesWithItsTime } from '../../law/index.ts'
import type { ClockComputation } from './case-clocks.ts'

/** A clock with which the client's own way closes for good. */
export const dies = (clock: Pick<Clock, 'rule' | 'computation'>): boolean =>
  diesWithItsTime(clock.rule) || (clock.computation as unknown as ClockComputation).dies === true

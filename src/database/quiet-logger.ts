import { Logger as WorkerLogger } from 'graphile-worker'
import type { Logger } from 'pino'

/** graphile-worker's messages in our log: its chatter at debug level, its payloads never. */
export function quietLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}

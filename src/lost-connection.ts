import type { Logger } from 'pino'

/** PostgreSQL went away: its own words for it, the system's, and the driver's, which come without a code. */
const CODES = /^(57P0\d|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/
const WORDS = /^(Connection terminated|Client has encountered a connection error)/

/** Whether an error says that the connection to PostgreSQL was lost. */
export function isLostConnection(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  if (error instanceof AggregateError && error.errors.length) return error.errors.every(isLostConnection)
  return CODES.test(code ?? '') || WORDS.test(message ?? '')
}

/**
 * The job queue lets go of a promise when PostgreSQL goes away while it notes how a job ended, and Node would end the
 * whole program for it. Its worker is started again and the job with it; so a lost connection is told in the log.
 * Anything else nobody waited for ends the program as before: what is broken must not go on.
 */
export function bearLostConnections(log: Logger): void {
  process.on('unhandledRejection', (reason) => {
    if (!isLostConnection(reason)) throw reason
    log.warn({ code: (reason as { code?: string }).code }, 'the job queue lost its connection')
  })
}

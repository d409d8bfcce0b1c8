const MINUTE = 60_000

/** Minutes from one attempt to the next; together three days. */
const WAITS = [1, 4, 10, 15, 30, 60, 120, 240, ...Array<number>(16).fill(240)]

/**
 * How long an attempt may be under way before it counts as broken off, in milliseconds: longer than the transport's
 * own patience (MAIL_TIMEOUTS.total), so that nobody repeats a mail that is still being handed over.
 */
export const ATTEMPT_LEASE = 5 * MINUTE

/**
 * When to try again after so many failed attempts.
 * @returns null when three days of trying are over
 */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const wait = WAITS[attempts - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait * MINUTE)
}

/** Attempts made before a notice counts as undelivered. */
export const MOST_ATTEMPTS = WAITS.length + 1

import type { RateLimit } from './rate.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

export interface LimitKind {
  /** what is counted for each: a network address, an account */
  per: 'address' | 'account'
  /** how many in one window; null: as the service is configured */
  most: number | null
  /** length of the window, in seconds */
  seconds: number
  /** what the limit is for; the pages tell it in their own words */
  why: string
}

/**
 * Every limit on how often something may be tried or sent, in one list. They are counted in PostgreSQL, so that they
 * hold over a restart and over several processes; whom a count is about is kept as a keyed hash alone.
 */
export const LIMITS = {
  'sign-in account': {
    per: 'account',
    most: 10,
    seconds: 15 * MINUTE,
    why: 'Passwords of one account are not guessed, wherever from.',
  },
  'sign-in address': {
    per: 'address',
    most: 50,
    seconds: 15 * MINUTE,
    why: 'One machine does not try one password on many accounts; an office behind one address still gets in.',
  },
  'passkey address': {
    per: 'address',
    most: 50,
    seconds: 15 * MINUTE,
    why: 'Checking a signature costs work; nobody makes us do it without end.',
  },
  'identity provider': {
    per: 'address',
    most: 60,
    seconds: 15 * MINUTE,
    why: 'Nobody makes us ask the identity provider without end.',
  },
  'factor code': {
    per: 'account',
    most: 10,
    seconds: 15 * MINUTE,
    why: 'A code has six digits: ten tries a quarter of an hour leave guessing hopeless.',
  },
  password: {
    per: 'account',
    most: 10,
    seconds: 15 * MINUTE,
    why: 'Whoever finds an open session does not guess the password to change it.',
  },
  'step-up': {
    per: 'account',
    most: 10,
    seconds: 15 * MINUTE,
    why: 'Whoever finds an open session does not guess what a fresh proof asks for.',
  },
  'set-up': {
    per: 'address',
    most: 60,
    seconds: 15 * MINUTE,
    why: 'Links to set up an account are too long to guess; trying is slowed down all the same.',
  },
  receipt: {
    per: 'address',
    most: 10,
    seconds: HOUR,
    why: "Wrong receipts only, portal and interface together: nobody guesses a way into a client's case.",
  },
  feedback: {
    per: 'address',
    most: 60,
    seconds: 15 * MINUTE,
    why: 'Links to the feedback questions are too long to guess; trying is slowed down all the same.',
  },
  upload: {
    per: 'address',
    most: 120,
    seconds: HOUR,
    why: 'Forms with files cost room and work; many files fit, a flood does not.',
  },
  intake: {
    per: 'address',
    most: null,
    seconds: HOUR,
    why: 'Nobody floods an office with matters; as many an hour as the service is configured for.',
  },
} as const satisfies Record<string, LimitKind>

export type LimitName = keyof typeof LIMITS
export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[]

/**
 * One limit for one address or account.
 * @param most only where the list leaves the number to the configuration
 */
export function limitOf(name: LimitName, key: string, most?: number): RateLimit {
  const { seconds, most: listed } = LIMITS[name]
  return { name, key, most: listed ?? most ?? Number.POSITIVE_INFINITY, seconds }
}

import { isCode } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { RetentionRule } from '../../database/generated/client.ts'
import { newId } from '../../database/new-id.ts'
import { Refusal } from '../refusal.ts'
import {
  RETENTION_ACTIONS,
  RETENTION_KINDS,
  RETENTION_STARTS,
  type RetentionAction,
  type RetentionKind,
  type RetentionStart,
} from './codes.ts'

export interface RetentionInput {
  kind: RetentionKind
  /** empty: every outcome without a rule of its own */
  outcome: string
  action: RetentionAction
  startsFrom: RetentionStart
  years: number
  quietDays: number
  warnDays: readonly number[]
  source: string
}

export const SOURCE_LONG = 500

/** The rules in force, kinds and outcomes in order. */
export const retentionRules = (t: OfficeTransaction): Promise<RetentionRule[]> =>
  t.sql.retentionRule.findMany({
    where: { organisation: t.organisation, endedAt: null },
    orderBy: [{ kind: 'asc' }, { outcome: 'asc' }],
  })

/** Rules that were replaced or ended, the latest first. */
export const endedRules = (t: OfficeTransaction): Promise<RetentionRule[]> =>
  t.sql.retentionRule.findMany({
    where: { organisation: t.organisation, endedAt: { not: null } },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })

/**
 * Sets the rule of a kind and outcome in the place of the one there was, which stays as history.
 * Throws Refusal "field-invalid", "changed-meanwhile" when somebody else has set it since `seen` (an id, or empty).
 */
export async function setRetentionRule(
  t: OfficeTransaction,
  given: RetentionInput,
  seen: string,
): Promise<string> {
  check(given)
  await standing(t, given, seen)
  const id = newId(t.now)
  await t.sql.retentionRule.create({
    data: {
      ...given,
      id,
      organisation: t.organisation,
      warnDays: warnings(given.warnDays),
      source: given.source.trim(),
      setBy: t.actor.kind === 'staff' ? t.actor.id : null,
      setAt: t.now,
    },
  })
  const { kind, outcome, action, startsFrom, years, quietDays } = given
  t.audit({
    event: 'retention.rule-set',
    subjectKind: 'rule',
    subjectId: id,
    details: { kind, outcome, action, startsFrom, years, quietDays },
  })
  return id
}

/** Ends a rule without a new one: from then on nothing of its kind is destroyed. */
export async function endRetentionRule(
  t: OfficeTransaction,
  which: { kind: string; outcome: string },
  seen: string,
): Promise<void> {
  const ended = await standing(t, which, seen)
  if (!ended) throw new Refusal('not-found')
  t.audit({ event: 'retention.rule-ended', subjectKind: 'rule', subjectId: ended, details: { ...which } })
}

/** Locks the kind, checks what was seen, and ends the rule that stands. Its id, or null. */
async function standing(
  t: OfficeTransaction,
  { kind, outcome }: { kind: string; outcome: string },
  seen: string,
): Promise<string | null> {
  await t.ask(`select pg_advisory_xact_lock(hashtextextended('retention ' || $1, 7270))`, [t.organisation])
  const now = await t.sql.retentionRule.findFirst({
    where: { organisation: t.organisation, kind, outcome, endedAt: null },
    select: { id: true },
  })
  if ((now?.id ?? '') !== seen) throw new Refusal('changed-meanwhile')
  if (now)
    await t.sql.retentionRule.update({
      where: { id: now.id },
      data: { endedAt: t.now, endedBy: t.actor.kind === 'staff' ? t.actor.id : null },
    })
  return now?.id ?? null
}

const whole = (n: number, most: number) => Number.isInteger(n) && n >= 0 && n <= most

/** Distances of warning, each once, the longest first. */
const warnings = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => b - a)

function check(given: RetentionInput): void {
  const wrong = (field: string) => new Refusal('field-invalid', { field })
  if (!RETENTION_KINDS.includes(given.kind)) throw wrong('kind')
  if (given.outcome !== '' && !isCode('outcome', given.outcome)) throw wrong('outcome')
  if (!RETENTION_ACTIONS.includes(given.action)) throw wrong('action')
  if (!RETENTION_STARTS.includes(given.startsFrom)) throw wrong('startsFrom')
  if (!whole(given.years, 200)) throw wrong('years')
  if (!whole(given.quietDays, 3650)) throw wrong('quietDays')
  const days = warnings(given.warnDays)
  if (days.length === 0 || days.length > 5 || !days.every((n) => whole(n, 3650) && n > 0))
    throw wrong('warnDays')
  if (!given.source.trim() || given.source.length > SOURCE_LONG) throw wrong('source')
}

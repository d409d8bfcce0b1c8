import { type OfficeTransaction, wholeOffice } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { RULES, type Rule, rulesOf } from '../../law/index.ts'
import { planNotice } from '../../notices/plan.ts'
import { tellNear } from '../clocks/tell-near.ts'
import { type CaseAtWork, lockCase } from '../engine/case-row.ts'
import { writeStep } from '../engine/case-step.ts'
import { noticeLanguage, remindedStaff } from '../engine/plan-notices.ts'
import { forgetRules, officeRules } from './office-rules.ts'
import { type Recomputed, recompute, recomputed } from './recompute.ts'
import { sameRule } from './same-rule.ts'

/** The rules of a code as they stand in the office, and what an edit begun now is checked against. */
export interface StandingRule {
  code: string
  versions: readonly Rule[]
  /** The office has put the code into its own words or numbers. */
  own: boolean
  seen: string
}

export async function standingRule(t: OfficeTransaction, code: string): Promise<StandingRule> {
  const rows = await currentRows(t, code)
  return {
    code,
    versions: rulesOf(code, await officeRules(t)),
    own: rows.length > 0,
    seen: seenOf(rows),
  }
}

const currentRows = (t: OfficeTransaction, code: string) =>
  t.sql.lawRule.findMany({
    where: { organisation: t.organisation, code, replacedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

const seenOf = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).join(' ') || 'built-in'

/** The office's whole list with the versions of one code in the place of those that stand. */
export async function rulesWith(
  t: OfficeTransaction,
  code: string,
  versions: readonly Rule[],
): Promise<readonly Rule[]> {
  const others = (await officeRules(t)).filter((rule) => rule.code !== code)
  return [...others, ...(versions.length > 0 ? versions : rulesOf(code))]
}

/** The clocks as they would stand if a code had these versions (none: the built-in ones). Nothing is changed. */
export const previewRule = async (
  t: OfficeTransaction,
  code: string,
  versions: readonly Rule[],
): Promise<Recomputed[]> => recomputed(t, code, await rulesWith(t, code, versions))

export type SavedRule = { changed: number } | 'changed-meanwhile'

/**
 * Stores the versions of a code (none: the built-in ones count again) and recomputes every clock that runs or waits
 * by it: clock, due columns, a step on the timeline, an audit entry and a notice to the handler, all or nothing.
 * Closed cases and clocks that ended stay as they were. `seen` is what the writer saw; when another stood there
 * meanwhile, nothing is changed.
 */
export async function saveRule(
  t: OfficeTransaction,
  { code, versions, seen }: { code: string; versions: readonly Rule[]; seen: string },
): Promise<SavedRule> {
  if (t.actor.kind !== 'staff') throw new Error('a rule is changed by a person')
  await t.sql.$executeRaw`select pg_advisory_xact_lock(hashtext(${`law rules ${t.organisation}`}))`
  const rows = await currentRows(t, code)
  if (seenOf(rows) !== seen) return 'changed-meanwhile'
  const stored = rows.map((row) => ({ id: row.id, rule: row.data as unknown as Rule }))
  const gone = stored.filter(({ rule }) => !versions.some((version) => sameRule(version, rule)))
  const fresh = versions.filter((version) => !stored.some(({ rule }) => sameRule(version, rule)))
  await t.sql.lawRule.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { replacedAt: t.now, replacedBy: t.actor.id },
  })
  await t.sql.lawRule.createMany({
    data: fresh.map((rule) => ({
      id: newId(t.now),
      organisation: t.organisation,
      code,
      data: rule as object,
      createdAt: t.now,
      createdBy: t.actor.kind === 'staff' ? t.actor.id : '',
    })),
  })
  forgetRules(t)
  // A rule holds for every case, those included that are locked for the one who changes it.
  const changed = await wholeOffice(t, () => moveClocks(t, code))
  t.audit({
    event: 'rule.changed',
    subjectKind: 'rule',
    subjectId: code,
    details: { versions: versions.length, clocks: changed },
  })
  return { changed }
}

/** Whether the software itself knows the code. */
export const isBuiltIn = (code: string): boolean => RULES.some((rule) => rule.code === code)

async function moveClocks(t: OfficeTransaction, code: string): Promise<number> {
  const rules = await officeRules(t)
  const found = (await recomputed(t, code, rules)).filter(({ data }) => data !== undefined)
  const cases = [...new Set(found.map(({ caseId }) => caseId))].sort()
  let changed = 0
  // Cases are locked in one order, so that two changes of rules never wait for each other.
  for (const caseId of cases) changed += await moveOnCase(t, await lockCase(t, caseId), code, rules)
  return changed
}

async function moveOnCase(
  t: OfficeTransaction,
  work: CaseAtWork,
  code: string,
  rules: readonly Rule[],
): Promise<number> {
  let changed = 0
  if (work.row.closedAt) return changed
  for (const clock of work.clocks) {
    if (clock.rule !== code || clock.state === 'stopped') continue
    const { data, changes, was, due } = recompute(clock, rules)
    if (!data) continue
    Object.assign(clock, data)
    await t.sql.clock.update({
      where: { id: clock.id },
      data: { ...data, computation: data.computation as object },
    })
    if (!changes) continue
    changed += 1
    await writeStep(t, work, 'CLOCK_RULE_CHANGED', { rule: code, from: was, due, clock: clock.id })
    await tellHandler(t, work, was, due)
    await tellNear(t, work, clock)
  }
  return changed
}

/** The handler; the leads where nobody has the case or its handler has left. */
async function tellHandler(t: OfficeTransaction, work: CaseAtWork, was: string, due: string): Promise<void> {
  const handler = await remindedStaff(t, work.row.handlerId, false, work.row.id)
  const told = handler.length > 0 ? handler : await remindedStaff(t, null, false, work.row.id)
  for (const person of told)
    planNotice(t, {
      template: 'staff-clock-changed',
      language: noticeLanguage(person.language),
      caseId: work.row.id,
      staffId: person.id,
      facts: { caseNumber: work.row.number, wasDue: was, dueOn: due },
      reminder: 'clock-rule-changed',
    })
}

import { estimateOf } from '../../classification/index.ts'
import { openDataKey } from '../../custody/data-key.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { BenefitGap, Clock, GapConsent, GapSheet } from '../../database/generated/client.ts'
import { dateInFinland } from '../../language/formats.ts'
import { factsOf, type GapFigures, type GapOptions, type Rule } from '../../law/index.ts'
import { amountOnOf } from '../../statistics/index.ts'
import { passGate } from '../gate.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { closedOn } from './closed-on.ts'
import { inGivenOrder } from './consent.ts'
import { type GapInput, gapInput } from './gap-input.ts'
import { loneGate } from './lone-gate.ts'
import { standingFigures } from './standing-figures.ts'

export interface GapFile {
  gap: Omit<BenefitGap, 'noteSealed'>
  note: string
  /** as it could be recorded anew */
  input: GapInput
  figures: GapFigures
  /** the office's own, which the figures were computed by */
  rules: readonly Rule[]
  /** the case it is on, where there is one */
  caseNumber: string | null
  /** the case has been closed: no sheet is made from it */
  caseEnded: boolean
  consents: GapConsent[]
  sheets: (GapSheet & { clock: Pick<Clock, 'due' | 'state'> | null })[]
}

/** The stored columns as they were given; the note apart. */
export function inputOf(row: BenefitGap): GapInput {
  const day = (value: Date | null) => value?.toISOString().slice(0, 10)
  return gapInput.parse({
    benefit: row.benefit,
    authority: row.authority,
    cause: row.cause,
    municipality: row.municipality ?? undefined,
    appliedAt: day(row.appliedAt),
    supplements: row.supplements,
    decidedAt: day(row.decidedAt),
    paidAt: day(row.paidAt),
    rule: row.rule ?? undefined,
    ruleFrom: day(row.ruleFrom),
    lastIncomeAt: day(row.lastIncomeAt),
    household: row.household ?? undefined,
    bridging: row.bridging,
    handOffs: row.handOffs,
    effects: row.effects,
    followUpOn: day(row.followUpOn),
  })
}

/** What follows from a stored gap today. */
export const figuresOf = (
  row: BenefitGap,
  now: Date,
  options: Pick<GapOptions, 'rules' | 'amountOn'>,
): GapFigures =>
  standingFigures(factsOf(row, estimateOf(row.benefit), closedOn(row)), {
    today: dateInFinland(now).toString(),
    ...options,
  })

/** One gap, opened and computed. Recorded as a read. Throws Refusal "not-found", "not-yours"; ErasedError when erased. */
export async function readGap(t: OfficeTransaction, gapId: string): Promise<GapFile> {
  const row = await t.sql.benefitGap.findUnique({
    where: { id: gapId },
    include: { case: { select: { number: true, tags: true } } },
  })
  if (!row) throw new Refusal('not-found')
  if (row.caseId) await passGate(t, 'case.read', row.caseId)
  const readable =
    row.caseId !== null || (await loneGate(t, { municipality: row.municipality, by: row.recordedBy }))
  // One after the other: a transaction has one connection.
  const consents = await t.sql.gapConsent.findMany({ where: { gapId } })
  const sheets = await t.sql.gapSheet.findMany({ where: { gapId }, orderBy: { madeAt: 'asc' } })
  const clocks = await t.sql.clock.findMany({
    where: { id: { in: sheets.flatMap(({ clockId }) => clockId ?? []) } },
    select: { id: true, due: true, state: true },
  })
  const { noteSealed, case: onCase, ...gap } = row
  const rules = await officeRules(t)
  const note =
    readable && noteSealed && gap.keyId
      ? unsealText(await openDataKey(t, gap.keyId), place.gapNote(gap.id), noteSealed)
      : ''
  t.audit({ event: 'gap.read', subjectKind: 'gap', subjectId: gapId, details: { case: gap.caseId } })
  return {
    gap,
    note,
    input: { ...inputOf(row), ...(note && { note }) },
    figures: figuresOf(row, t.now, { rules, amountOn: await amountOnOf(t) }),
    rules,
    caseNumber: onCase?.number ?? null,
    caseEnded: onCase?.tags.includes('ended') ?? false,
    consents: inGivenOrder(consents),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      clock: clocks.find(({ id }) => id === sheet.clockId) ?? null,
    })),
  }
}

/** The gaps of a case, open ones first, the longest first; coded columns and what follows from them. */
export async function gapsOfCase(
  t: OfficeTransaction,
  caseId: string,
): Promise<{ gap: Omit<BenefitGap, 'noteSealed'>; figures: GapFigures }[]> {
  const rows = await t.sql.benefitGap.findMany({
    where: { caseId },
    orderBy: [{ state: 'desc' }, { sinceOn: 'asc' }, { id: 'asc' }],
  })
  const options = { rules: await officeRules(t), amountOn: await amountOnOf(t) }
  return rows.map((row) => {
    const { noteSealed: _, ...gap } = row
    return { gap, figures: figuresOf(row, t.now, options) }
  })
}

import { z } from 'zod'
import { isGapCode } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { GapSheet } from '../../database/generated/client.ts'
import { newId } from '../../database/new-id.ts'
import { renderPdf } from '../../documents/pdf.ts'
import { gaps } from '../../language/catalogues/gaps.ts'
import { dateInFinland } from '../../language/formats.ts'
import { amountOnOf } from '../../statistics/index.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import { coveringConsent, SHEET_PARTS } from './consent.ts'
import { startFollowUp } from './follow-up.ts'
import { tellCase } from './gap-on-timeline.ts'
import { lockGap } from './lock-gap.ts'
import { figuresOf, inputOf } from './read-gap.ts'
import { sheetDocument } from './sheet-document.ts'

export const sheetOrder = z.object({
  authority: z.string().refine((value) => isGapCode('authority', value)),
  parts: z.array(z.enum(SHEET_PARTS)).min(1),
  /** Sheets are written in the languages of the authorities. */
  language: z.enum(['fi', 'sv']),
})
export type SheetOrder = z.infer<typeof sheetOrder>

/**
 * Makes the fact sheet of a gap for one authority, a tagged PDF: only with the client's consent in force, only what it
 * covers. Recorded in the timeline, the list of sheets and the audit; starts the office's own clock for asking what came
 * of it. The sheet itself is not kept. The same order again within a minute gives the same sheet and counts as one.
 * Throws Refusal "not-now" with what is missing in words.
 */
export async function makeGapSheet(
  t: OfficeTransaction,
  gapId: string,
  order: SheetOrder,
): Promise<{ pdf: Uint8Array; name: string }> {
  const { row, work } = await lockGap(t, gapId)
  if (!work) throw refused('no-case')
  if (row.state === 'closed') throw refused('gap-closed')
  if (work.row.tags.includes('ended')) throw refused('case-closed')
  const consents = await t.sql.gapConsent.findMany({ where: { gapId } })
  const consent = coveringConsent(consents, order.authority, order.parts)
  const office = await t.sql.organisation.findUniqueOrThrow({ where: { code: t.organisation } })
  const staffId = work.row.handlerId ?? (t.actor.kind === 'staff' ? t.actor.id : null)
  const handler = staffId ? await t.sql.staff.findUnique({ where: { id: staffId } }) : null
  const rules = await officeRules(t)
  const made = await madeJustNow(t, gapId, order)
  const clock = made ? work.clocks.find(({ id }) => id === made.clockId) : await startFollowUp(t, work)
  const name = { fi: office.nameFi, sv: office.nameSv }[order.language]
  const pdf = await renderPdf(
    sheetDocument({
      lang: order.language,
      authority: order.authority,
      parts: SHEET_PARTS.filter((part) => order.parts.includes(part)),
      consent,
      caseNumber: work.row.number,
      gap: inputOf(row),
      figures: figuresOf(row, t.now, { rules, amountOn: await amountOnOf(t) }),
      person: await work.person(),
      today: dateInFinland(t.now).toString(),
      followUp: clock?.due.toISOString().slice(0, 10),
      office: { name, phone: office.phone },
      handler: handler?.name ?? name,
    }),
  )
  if (!made)
    await t.sql.gapSheet.create({
      data: {
        id: newId(t.now),
        organisation: t.organisation,
        gapId,
        consentId: consent.id,
        authority: order.authority,
        parts: order.parts,
        language: order.language,
        madeAt: t.now,
        madeBy: t.actor.kind === 'staff' ? t.actor.id : null,
        clockId: clock?.id ?? null,
      },
    })
  if (!made) tellCase(t, work, 'GAP_SHEET', { gap: gapId, authority: order.authority })
  t.audit({
    event: 'gap.sheet-made',
    subjectKind: 'gap',
    subjectId: gapId,
    details: {
      case: row.caseId,
      authority: order.authority,
      parts: order.parts,
      consent: consent.id,
      ...(made && { again: true }),
    },
  })
  return {
    pdf,
    name: `${order.language === 'sv' ? 'sammanstallning' : 'tietokooste'}-${work.row.number}.pdf`,
  }
}

const refused = (why: 'no-case' | 'gap-closed' | 'case-closed'): Refusal =>
  new Refusal(
    'not-now',
    { reason: why },
    { fi: gaps('fi')(`refused-${why}`), sv: gaps('sv')(`refused-${why}`), en: gaps('en')(`refused-${why}`) },
  )

/** The sheet of a button that was pressed twice: the same order by the same person within a minute. */
async function madeJustNow(
  t: OfficeTransaction,
  gapId: string,
  { authority, parts, language }: SheetOrder,
): Promise<GapSheet | undefined> {
  const last = await t.sql.gapSheet.findFirst({
    where: {
      gapId,
      authority,
      language,
      madeBy: t.actor.kind === 'staff' ? t.actor.id : null,
      madeAt: { gt: new Date(t.now.getTime() - 60_000) },
    },
    orderBy: { madeAt: 'desc' },
  })
  const same = last?.parts.toSorted().join() === parts.toSorted().join()
  return last && same ? last : undefined
}

import { z } from 'zod'
import { isGapCode } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { renderPdf } from '../../documents/pdf.ts'
import { gaps } from '../../language/catalogues/gaps.ts'
import { dateInFinland } from '../../language/formats.ts'
import { amountOnOf } from '../../statistics/index.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import { coveringConsent, SHEET_PARTS } from './consent.ts'
import { startFollowUp } from './follow-up.ts'
import { lockGap } from './lock-gap.ts'
import { figuresOf, inputOf } from './read-gap.ts'
import { sheetDocument } from './sheet-document.ts'
import { tellCase } from './tell-case.ts'

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
 * of it. The sheet itself is not kept. Throws Refusal "not-now" with what is missing in words.
 */
export async function makeGapSheet(
  t: OfficeTransaction,
  gapId: string,
  order: SheetOrder,
): Promise<{ pdf: Uint8Array; name: string }> {
  const { row, work } = await lockGap(t, gapId)
  if (!work)
    throw new Refusal(
      'not-now',
      { reason: 'no-case' },
      {
        fi: gaps('fi')('refused-no-case'),
        sv: gaps('sv')('refused-no-case'),
        en: gaps('en')('refused-no-case'),
      },
    )
  const consents = await t.sql.gapConsent.findMany({
    where: { gapId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  const consent = coveringConsent(consents, order.authority, order.parts)
  const office = await t.sql.organisation.findUniqueOrThrow({ where: { code: t.organisation } })
  const staffId = work.row.handlerId ?? (t.actor.kind === 'staff' ? t.actor.id : null)
  const handler = staffId ? await t.sql.staff.findUnique({ where: { id: staffId } }) : null
  const rules = await officeRules(t)
  const clock = await startFollowUp(t, work)
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
  tellCase(t, work, 'GAP_SHEET', { gap: gapId, authority: order.authority })
  t.audit({
    event: 'gap.sheet-made',
    subjectKind: 'gap',
    subjectId: gapId,
    details: { case: row.caseId, authority: order.authority, parts: order.parts, consent: consent.id },
  })
  return {
    pdf,
    name: `${order.language === 'sv' ? 'sammanstallning' : 'tietokooste'}-${work.row.number}.pdf`,
  }
}

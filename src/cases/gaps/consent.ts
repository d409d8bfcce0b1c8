import { z } from 'zod'
import { gapCodeName, isGapCode } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { GapConsent } from '../../database/generated/client.ts'
import { newId } from '../../database/new-id.ts'
import { gaps } from '../../language/catalogues/gaps.ts'
import { dateInFinland, formatDate } from '../../language/formats.ts'
import { LANGS, type Lang } from '../../language/lang.ts'
import { FIRST_DAY } from '../../law/index.ts'
import { Refusal } from '../refusal.ts'
import { asDay } from './gap-columns.ts'
import { tellCase } from './gap-on-timeline.ts'
import { lockGap } from './lock-gap.ts'

/** What a fact sheet can tell, and a consent cover. */
export const SHEET_PARTS = ['identity', 'dates', 'way', 'sums', 'effects'] as const
export type SheetPart = (typeof SHEET_PARTS)[number]

export const gapConsent = z.object({
  authority: z.string().refine((value) => isGapCode('authority', value)),
  parts: z.array(z.enum(SHEET_PARTS)).min(1),
  how: z.string().refine((value) => isGapCode('consentHow', value)),
  givenOn: z.iso.date(),
})
export type GapConsentInput = z.infer<typeof gapConsent>

/** Texts of a refusal in every language. */
const said = (text: (lang: Lang) => string): Record<Lang, string> =>
  Object.fromEntries(LANGS.map((lang) => [lang, text(lang)])) as Record<Lang, string>

/** Records the client's consent to tell one authority of a gap. Throws Refusal "field-invalid" for a day to come. */
export async function giveGapConsent(
  t: OfficeTransaction,
  gapId: string,
  given: GapConsentInput,
): Promise<{ consentId: string }> {
  const { row, work } = await lockGap(t, gapId)
  const ahead = given.givenOn > dateInFinland(t.now).toString()
  if (ahead || given.givenOn < FIRST_DAY)
    throw new Refusal(
      'field-invalid',
      { field: 'givenOn' },
      said((lang) =>
        gaps(lang)(ahead ? 'error-future' : 'error-early', { field: gaps(lang)('consent-given-on') }),
      ),
    )
  const id = newId(t.now)
  await t.sql.gapConsent.create({
    data: {
      id,
      organisation: t.organisation,
      gapId,
      authority: given.authority,
      parts: given.parts,
      how: given.how,
      givenOn: asDay(given.givenOn),
      recordedAt: t.now,
      recordedBy: t.actor.kind === 'staff' ? t.actor.id : null,
    },
  })
  if (work) tellCase(t, work, 'GAP_CONSENT', { gap: gapId, authority: given.authority, how: given.how })
  t.audit({
    event: 'gap.consent-given',
    subjectKind: 'gap',
    subjectId: gapId,
    details: { case: row.caseId, authority: given.authority, parts: given.parts, how: given.how },
  })
  return { consentId: id }
}

/** The client takes a consent back: no sheet is made by it any more. Throws Refusal "not-found", "not-now". */
export async function withdrawGapConsent(
  t: OfficeTransaction,
  gapId: string,
  consentId: string,
): Promise<void> {
  const { row, work } = await lockGap(t, gapId)
  const consent = await t.sql.gapConsent.findFirst({ where: { id: consentId, gapId } })
  if (!consent) throw new Refusal('not-found')
  if (consent.withdrawnAt) throw new Refusal('not-now')
  await t.sql.gapConsent.update({
    where: { id: consentId },
    data: { withdrawnAt: t.now, withdrawnBy: t.actor.kind === 'staff' ? t.actor.id : null },
  })
  if (work) tellCase(t, work, 'GAP_CONSENT_WITHDRAWN', { gap: gapId, authority: consent.authority })
  t.audit({
    event: 'gap.consent-withdrawn',
    subjectKind: 'gap',
    subjectId: gapId,
    details: { case: row.caseId, authority: consent.authority },
  })
}

/** A client takes back a consent of a gap on the own case. Throws Refusal "not-found" for one of another case, "not-now". */
export async function withdrawOwnGapConsent(
  t: OfficeTransaction,
  caseId: string,
  consentId: string,
): Promise<void> {
  const own = await t.sql.gapConsent.findMany({
    where: { gap: { caseId } },
    select: { id: true, gapId: true },
  })
  const consent = own.find(({ id }) => id === consentId)
  if (!consent) throw new Refusal('not-found')
  await withdrawGapConsent(t, consent.gapId, consentId)
}

/** In the order in which they were given; each takes the place of the one before it to the same authority. */
export const inGivenOrder = <C extends Pick<GapConsent, 'givenOn' | 'recordedAt' | 'id'>>(
  consents: readonly C[],
): C[] =>
  consents.toSorted(
    (a, b) =>
      a.givenOn.getTime() - b.givenOn.getTime() ||
      a.recordedAt.getTime() - b.recordedAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  )

/** Of each authority the consent that counts: the one given last. Withdrawn ones among them. */
export const lastConsents = (consents: readonly GapConsent[]): GapConsent[] => [
  ...new Map(inGivenOrder(consents).map((consent) => [consent.authority, consent])).values(),
]

/**
 * The consent that covers a sheet: the last one given to its recipient, and no earlier one, however wide it was. Throws
 * Refusal "not-now" in words: there is none for this recipient, it was withdrawn, or it does not cover a part (each named).
 */
export function coveringConsent(
  consents: readonly GapConsent[],
  authority: string,
  parts: readonly SheetPart[],
): GapConsent {
  const name = (lang: Lang) => gapCodeName('authority', authority, lang)
  const last = lastConsents(consents).find((consent) => consent.authority === authority)
  if (!last)
    throw new Refusal(
      'not-now',
      { field: 'authority', reason: 'consent-missing' },
      said((lang) => gaps(lang)('refused-missing', { authority: name(lang) })),
    )
  const { withdrawnAt } = last
  if (withdrawnAt)
    throw new Refusal(
      'not-now',
      { field: 'authority', reason: 'consent-withdrawn' },
      said((lang) =>
        gaps(lang)('refused-withdrawn', { authority: name(lang), date: formatDate(lang, withdrawnAt) }),
      ),
    )
  const missing = parts.filter((part) => !last.parts.includes(part))
  if (missing.length === 0) return last
  throw new Refusal(
    'not-now',
    { field: 'parts', reason: 'consent-too-narrow' },
    said((lang) =>
      gaps(lang)('refused-narrow', {
        authority: name(lang),
        parts: missing.map((part) => gapCodeName('sheetPart', part, lang).toLowerCase()).join(', '),
      }),
    ),
  )
}

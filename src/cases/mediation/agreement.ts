import { openDataKey } from '../../custody/data-key.ts'
import { seal, unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { caseLetters } from '../../language/catalogues/case-letters.ts'
import { formatDate } from '../../language/formats.ts'
import { isLang, type Lang } from '../../language/lang.ts'
import { applyToLocked } from '../engine/apply-event.ts'
import { lockCase } from '../engine/case-row.ts'
import { passGate } from '../gate.ts'
import { takes, tellTimeline } from '../letters/at-work.ts'
import type { Answered, Who } from '../letters/codes.ts'
import { letterRefusal } from '../letters/refusals.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'

/** One thing agreed on: who does what by when (ISO date), and whether it was done. */
export interface AgreedItem {
  id: string
  n: number
  what: string
  who: Who
  due: string | null
  kept: Answered | null
}

export async function readAgreement(t: OfficeTransaction, caseId: string): Promise<AgreedItem[]> {
  const rows = await t.sql.agreementItem.findMany({ where: { caseId }, orderBy: { n: 'asc' } })
  if (rows.length === 0) return []
  await passGate(t, 'case.read', caseId)
  const row = await t.sql.case.findUniqueOrThrow({ where: { id: caseId }, select: { keyId: true } })
  const key = await openDataKey(t, row.keyId)
  return rows.map(({ id, n, whatSealed, who, due, kept }) => ({
    id,
    n,
    what: unsealText(key, place.agreement(id), whatSealed),
    who: who as Who,
    due: due?.toISOString().slice(0, 10) ?? null,
    kept: kept as Answered | null,
  }))
}

/** Records what was agreed; the client reads the same list in the message. A new agreement takes the place of an old one. */
export async function recordAgreement(
  t: OfficeTransaction,
  caseId: string,
  given: { items: readonly { what: string; who: Who; due?: string }[]; note?: string },
): Promise<void> {
  const work = await lockCase(t, caseId)
  const items = given.items.map((item) => ({ ...item, what: item.what.trim() })).filter(({ what }) => what)
  if (items.length === 0) throw letterRefusal('agreement-empty')
  const key = await work.key()
  await t.sql.agreementItem.deleteMany({ where: { caseId } })
  items.forEach(({ what, who, due }, i) => {
    const id = newId(t.now)
    indexWords(t, ofCase(work.row), 'agreement', id, what)
    t.insert('agreementItem', {
      id,
      organisation: t.organisation,
      caseId,
      n: i + 1,
      whatSealed: seal(key, place.agreement(id), what),
      who,
      due: due ? new Date(`${due}T00:00:00Z`) : null,
      agreedAt: t.now,
    })
  })
  t.audit({
    event: 'agreement.recorded',
    subjectKind: 'case',
    subjectId: caseId,
    details: { items: items.length },
  })
  const note = agreementText(isLang(work.row.language) ? work.row.language : 'fi', items, given.note)
  await applyToLocked(t, work, { type: 'AGREED', note }, 'office')
}

function agreementText(
  lang: Lang,
  items: readonly { what: string; who: Who; due?: string }[],
  note: string | undefined,
): string {
  const t = caseLetters(lang)
  const lines = items.map(({ what, who, due }, i) => {
    const by = due ? ` ${t('agreement.by', { date: formatDate(lang, due) })}` : ''
    return `${i + 1}. ${t(`who.${who}`)}: ${what}${by}`
  })
  return [note?.trim(), t('agreement.message'), ...lines].filter(Boolean).join('\n')
}

/**
 * Whether each thing was done. When all are told, the mediation ends as kept (all of them done) or broken (one not done,
 * or done in part only).
 */
export async function recordKept(
  t: OfficeTransaction,
  caseId: string,
  given: readonly { n: number; kept?: Answered }[],
): Promise<void> {
  const work = await lockCase(t, caseId)
  const rows = await t.sql.agreementItem.findMany({ where: { caseId } })
  if (rows.length === 0) throw letterRefusal('agreement-empty')
  const told = rows.map((row) => ({ id: row.id, kept: given.find(({ n }) => n === row.n)?.kept ?? null }))
  for (const { id, kept } of told) await t.sql.agreementItem.update({ where: { id }, data: { kept } })
  t.audit({
    event: 'agreement.recorded',
    subjectKind: 'case',
    subjectId: caseId,
    details: { followedUp: told.length },
  })
  const type = told.every(({ kept }) => kept === 'yes') ? 'KEPT' : 'BROKEN'
  if (told.every(({ kept }) => kept !== null) && takes(work, type, 'office'))
    return applyToLocked(t, work, { type }, 'office')
  tellTimeline(t, work, 'AGREEMENT_FOLLOWED')
}

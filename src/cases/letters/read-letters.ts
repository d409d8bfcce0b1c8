import { openDataKey } from '../../custody/data-key.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Letter, LetterPoint } from '../../database/generated/client.ts'
import type { LetterKind, LetterLang } from '../../documents/letters.ts'
import type { Document } from '../../documents/model.ts'
import { auditRead } from '../audit-read.ts'
import { passGate } from '../gate.ts'
import { place } from '../sealed-parts.ts'
import type { Answered, LetterState, Recipient, SentHow } from './codes.ts'
import { type LetterParts, openLetterParts, openOptional, openText } from './letter-parts.ts'

/** A letter of a case, opened. */
export interface CaseLetter {
  id: string
  caseId: string
  kind: LetterKind
  language: LetterLang
  state: LetterState
  version: number
  aboutId: string | null
  clientWrites: boolean
  parts: LetterParts
  points: OpenPoint[]
  /** the text as offered or approved; undefined while it is written */
  text: Document | undefined
  hash: Uint8Array | null
  createdAt: Date
  changedAt: Date
  offeredAt: Date | null
  approvedAt: Date | null
  approvedHow: string | null
  approvedBy: string | null
  /** ISO date */
  sentOn: string | null
  sentTo: Recipient | null
  sentHow: SentHow | null
  sentBy: 'client' | 'office' | null
  proof: string | undefined
  checkedAt: Date | null
}

export interface OpenPoint {
  id: string
  n: number
  words: string
  answered: Answered | null
  reasons: boolean | null
  measures: boolean | null
  note: string | undefined
  clientAnswered: Answered | null
  clientWords: string | undefined
}

export function openLetter(key: Buffer, row: Letter & { points: LetterPoint[] }): CaseLetter {
  const { id, caseId, version, aboutId, clientWrites, createdAt, changedAt, offeredAt } = row
  const { approvedAt, approvedHow, approvedBy, checkedAt } = row
  return {
    ...{ id, caseId, version, aboutId, clientWrites, createdAt, changedAt, offeredAt },
    ...{ approvedAt, approvedHow, approvedBy, checkedAt },
    kind: row.kind as LetterKind,
    language: row.language as LetterLang,
    state: row.state as LetterState,
    parts: openLetterParts(key, id, row.factsSealed),
    points: row.points.map((point) => openPoint(key, point)),
    text: openText(key, id, row.documentSealed),
    hash: row.textHash,
    sentOn: row.sentOn?.toISOString().slice(0, 10) ?? null,
    sentTo: row.sentTo as Recipient | null,
    sentHow: row.sentHow as SentHow | null,
    sentBy: row.sentBy as CaseLetter['sentBy'],
    proof: openOptional(key, place.letterProof(id), row.proofSealed),
  }
}

const openPoint = (key: Buffer, row: LetterPoint): OpenPoint => ({
  id: row.id,
  n: row.n,
  words: unsealText(key, place.pointWords(row.id), row.wordsSealed),
  answered: row.answered as Answered | null,
  reasons: row.reasons,
  measures: row.measures,
  note: openOptional(key, place.pointNote(row.id), row.noteSealed),
  clientAnswered: row.clientAnswered as Answered | null,
  clientWords: openOptional(key, place.pointClient(row.id), row.clientWordsSealed),
})

export const WITH_POINTS = { points: { orderBy: { n: 'asc' } } } as const

/** The letters of a case, the latest first. Recorded as a read where there are any. */
export async function readLetters(t: OfficeTransaction, caseId: string): Promise<CaseLetter[]> {
  const rows = await t.sql.letter.findMany({
    where: { caseId },
    include: WITH_POINTS,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  if (rows.length === 0) return []
  await passGate(t, 'case.read', caseId)
  const row = await t.sql.case.findUniqueOrThrow({ where: { id: caseId }, select: { keyId: true } })
  const key = await openDataKey(t, row.keyId)
  await auditRead(t, 'letters.read', caseId)
  return rows.map((letter) => openLetter(key, letter))
}

/** The objection being made or awaited: the latest one that was not given up. */
export const currentObjection = (letters: readonly CaseLetter[]): CaseLetter | undefined =>
  letters.find(({ kind, state }) => isObjection(kind) && state !== 'cancelled')

export const isObjection = (kind: string): boolean =>
  kind === 'objection' || kind === 'objection-early-education'

/** A letter of the client's own that went out before the office knew of it: its points are known, no text of ours exists. */
export const isOwnCopy = ({ state, text }: Pick<CaseLetter, 'state' | 'text'>): boolean =>
  state === 'sent' && text === undefined

/** What the client is shown: a draft only when the client was asked to write it, nothing given up, nothing of the office's own. */
export const shownToClient = ({ kind, state, clientWrites }: CaseLetter): boolean =>
  state !== 'cancelled' && (state !== 'draft' || clientWrites) && (kind !== 'mediation' || state === 'sent')

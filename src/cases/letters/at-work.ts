import { allowedEvents } from '../../../workflows/index.ts'
import type { Party } from '../../../workflows/workflow.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { type LetterFacts, writeLetter } from '../../documents/letters.ts'
import type { Document } from '../../documents/model.ts'
import { dateInFinland } from '../../language/formats.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { lockCase } from '../engine/case-row.ts'
import { Refusal } from '../refusal.ts'
import { snapshotOf, workflowOf } from '../workflow-of.ts'
import type { LetterParts } from './letter-parts.ts'
import { type CaseLetter, isObjection, openLetter, WITH_POINTS } from './read-letters.ts'

/** A letter while something is done with it: its case is locked. */
export interface LetterAtWork {
  work: CaseAtWork
  letter: CaseLetter
  key: Buffer
}

/**
 * Locks the letter's case and opens the letter. `seenVersion`: the version of the text that the person read.
 * Throws Refusal "not-found", and "changed-meanwhile" when the text is another by now.
 */
export async function lockLetter(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  seenVersion?: number,
): Promise<LetterAtWork> {
  const work = await lockCase(t, caseId)
  const row = await t.sql.letter.findFirst({ where: { id: letterId, caseId }, include: WITH_POINTS })
  if (!row) throw new Refusal('not-found')
  if (seenVersion !== undefined && seenVersion !== row.version) throw new Refusal('changed-meanwhile')
  const key = await work.key()
  return { work, key, letter: openLetter(key, row) }
}

/** Whether the case's chart takes the event from this party now. */
export function takes(work: Pick<CaseAtWork, 'row'>, type: string, party: Party): boolean {
  return allowedEvents(workflowOf(work.row), snapshotOf(work.row), party).some(
    (event) => event.type === type && !event.refusal,
  )
}

/** An objection moves the case's chart; where the chart knows of no objection, the letter lives by itself. */
export const movesChart = (work: CaseAtWork, kind: string): boolean =>
  isObjection(kind) && 'OFFER_DRAFT' in workflowOf(work.row).events

/** The letter's text as of today in Finland. */
export function textOf(
  t: Pick<OfficeTransaction, 'now'>,
  {
    kind,
    language,
    parts,
    points,
  }: Pick<CaseLetter, 'kind' | 'language'> & {
    parts: LetterParts
    points: readonly { words: string }[]
  },
): Document {
  const facts: LetterFacts = {
    ...parts,
    date: dateInFinland(t.now).toString(),
    points: points.map(({ words }) => words),
  }
  return writeLetter(kind, language, facts).document
}

/** A step of a letter in the case's timeline. */
export function tellTimeline(
  t: OfficeTransaction,
  work: CaseAtWork,
  type: string,
  fields: Record<string, string | boolean> = {},
): void {
  t.insert('caseEvent', {
    id: newId(t.now),
    organisation: t.organisation,
    caseId: work.row.id,
    at: t.now,
    actorKind: t.actor.kind === 'anonymous' ? 'client' : t.actor.kind,
    actorId: t.actor.kind === 'staff' ? t.actor.id : null,
    type,
    fields,
    stateBefore: work.row.state,
    stateAfter: work.row.state,
    noteSealed: null,
  })
}

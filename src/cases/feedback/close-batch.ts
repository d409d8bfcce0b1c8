import { randomInt, randomUUID } from 'node:crypto'
import { makeDataKey } from '../../custody/data-key.ts'
import { seal } from '../../custody/seal.ts'
import { type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { place } from '../sealed-parts.ts'
import type { FeedbackAnswers } from './answers.ts'
import { openAnswer } from './sealed-answer.ts'

/** Answers a batch holds at least: whoever knows who could have answered knows of none who said what. */
export const BATCH_LEAST = 5

/** Opens the waiting answers of every office that has enough of them, all at once and in an order drawn by lot. */
export async function closeFeedbackBatches(house: House): Promise<void> {
  for (const organisation of house.organisations)
    await inOffice(house, organisation, { kind: 'system' }, closeBatch)
}

async function closeBatch(t: OfficeTransaction): Promise<void> {
  const waiting = await t.ask<{ slot: Buffer; sealed: Buffer }>(
    `select slot, sealed from feedback_inbox where organisation = app.organisation() and sealed is not null for update`,
  )
  if (waiting.length < BATCH_LEAST) return
  const { year } = dateInFinland(t.now)
  const opened = waiting.map(({ slot, sealed }) => openAnswer(t, slot, sealed))
  for (const { answers } of drawnByLot(opened)) store(t, answers, year)
  await t.sql.feedbackBatch.create({
    data: {
      id: randomUUID(),
      organisation: t.organisation,
      year,
      closedAt: t.now,
      answers: opened.length,
      ofAsked: opened.filter(({ asked }) => asked).length,
    },
  })
  await t.sql.feedbackInbox.updateMany({
    where: { slot: { in: waiting.map(({ slot }) => new Uint8Array(slot)) } },
    data: { sealed: null },
  })
}

function store(t: OfficeTransaction, { words, ...replies }: FeedbackAnswers, year: number): void {
  // Ids made elsewhere here tell the order; this one must not.
  const id = randomUUID()
  const own = words ? makeDataKey(t.keys, t.organisation, id) : undefined
  if (own) t.insert('dataKey', { ...own.row, createdAt: new Date(Date.UTC(year, 0, 1)) })
  t.insert('feedbackAnswer', {
    id,
    organisation: t.organisation,
    year,
    understood: replies.understood ?? null,
    heard: replies.heard ?? null,
    knewNextStep: replies.knewNextStep ?? null,
    trust: replies.trust ?? null,
    wouldContactAgain: replies.wouldContactAgain ?? null,
    wordsSealed: own && words ? seal(own.key, place.feedbackWords(id), words) : null,
  })
}

function drawnByLot<T>(given: readonly T[]): T[] {
  const drawn = [...given]
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const one = drawn[last]!
    drawn[last] = drawn[other]!
    drawn[other] = one
  }
  return drawn
}

import { seal, unseal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { place } from '../sealed-parts.ts'
import { type FeedbackAnswers, feedbackAnswers, WORDS_MOST } from './answers.ts'

/** An answer that waits, and whether its client had been asked. */
export interface WaitingAnswer {
  answers: FeedbackAnswers
  asked: boolean
}

/** Bytes of every waiting answer before it is sealed; three of UTF-8 hold any character of its words. */
const SIZE = 512 + 3 * WORDS_MOST

const keyOf = (t: OfficeTransaction) => t.keys.derive('feedback-inbox')

/** Seals an answer under a key of the house, as long as every other: its length tells nothing of it. */
export function sealAnswer(
  t: OfficeTransaction,
  slot: Uint8Array,
  { answers: { words, ...replies }, asked }: WaitingAnswer,
): Uint8Array<ArrayBuffer> {
  const plain = Buffer.alloc(SIZE)
  const text = `${JSON.stringify({ replies, asked })}\n${words?.trim() ?? ''}`
  plain.writeUInt16BE(plain.write(text, 2))
  return seal(keyOf(t), place.feedbackInbox(slot), plain)
}

export function openAnswer(t: OfficeTransaction, slot: Uint8Array, sealed: Uint8Array): WaitingAnswer {
  const plain = unseal(keyOf(t), place.feedbackInbox(slot), sealed)
  const text = plain.toString('utf8', 2, 2 + plain.readUInt16BE())
  const end = text.indexOf('\n')
  const { replies, asked } = JSON.parse(text.slice(0, end))
  const words = text.slice(end + 1)
  return { answers: feedbackAnswers.parse({ ...replies, ...(words && { words }) }), asked }
}

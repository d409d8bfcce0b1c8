import { z } from 'zod'

/** The five statements, the office's own; in the order they are asked. */
export const STATEMENTS = ['understood', 'heard', 'knewNextStep', 'trust', 'wouldContactAgain'] as const
export type Statement = (typeof STATEMENTS)[number]
export const REPLIES = ['yes', 'partly', 'no'] as const
export type Reply = (typeof REPLIES)[number]

/** Characters of the client's own words. */
export const WORDS_MOST = 2000

const reply = z.enum(REPLIES).optional()

/** What a client says of the help. Nothing need be answered, but not everything may be empty. */
export const feedbackAnswers = z.object({
  understood: reply,
  heard: reply,
  knewNextStep: reply,
  trust: reply,
  wouldContactAgain: reply,
  words: z.string().max(WORDS_MOST).optional(),
})
export type FeedbackAnswers = z.infer<typeof feedbackAnswers>

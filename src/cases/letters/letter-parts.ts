import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { seal, unsealText } from '../../custody/seal.ts'
import type { Document } from '../../documents/model.ts'
import { place } from '../sealed-parts.ts'

/** Everything a letter says besides its points; its day is set when the text is made. Sealed as one. */
export const letterParts = z.object({
  sender: z.object({
    name: z.string(),
    address: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
  }),
  addressee: z.string(),
  client: z.string().optional(),
  unit: z.string().optional(),
  decision: z.object({ number: z.string().optional(), date: z.string().optional() }).optional(),
  receivedOn: z.string().optional(),
  objectionSentOn: z.string().optional(),
  answeredOn: z.string().optional(),
  caseNumber: z.string().optional(),
  replyBy: z.string().optional(),
  asked: z.string().optional(),
  enclosures: z.array(z.string()).optional(),
})
export type LetterParts = z.infer<typeof letterParts>

export const sealLetter = (key: Buffer, id: string, parts: LetterParts) =>
  seal(key, place.letter(id), JSON.stringify(parts))
export const openLetterParts = (key: Buffer, id: string, sealed: Uint8Array): LetterParts =>
  letterParts.parse(JSON.parse(unsealText(key, place.letter(id), sealed)))

/** The text as it was offered, kept whole: a template changed later changes no letter that was read. */
export const sealText = (key: Buffer, id: string, document: Document) =>
  seal(key, place.letterText(id), JSON.stringify(document))
export const openText = (key: Buffer, id: string, sealed: Uint8Array | null): Document | undefined =>
  sealed ? (JSON.parse(unsealText(key, place.letterText(id), sealed)) as Document) : undefined

/**
 * The text's fingerprint, keyed by the case: shows that what was sent is what was approved, and tells nothing to whoever
 * has no key, nor to anybody once the case is erased.
 */
export const textHash = (key: Buffer, document: Document): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', key).update(JSON.stringify(document)).digest())

export const openOptional = (key: Buffer, at: string, sealed: Uint8Array | null): string | undefined =>
  sealed ? unsealText(key, at, sealed) : undefined

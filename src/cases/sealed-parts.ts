import { z } from 'zod'
import { seal, unsealText } from '../custody/seal.ts'

/** Who the client is and how to reach them. Sealed as one. */
export const personParts = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  /** none | email | phone | letter | portal */
  reachBy: z.array(z.string()).optional(),
  reachWhen: z.string().optional(),
  /** the one whose matter it is, when another writes */
  clientName: z.string().optional(),
})
export type PersonParts = z.infer<typeof personParts>

/** What was told. Sealed as one. */
export const accountParts = z.object({
  text: z.string(),
  desiredOutcome: z.string().optional(),
  where: z.string().optional(),
  topic: z.string().optional(),
  decision: z
    .object({
      received: z.enum(['yes', 'no', 'unknown']),
      date: z.string().optional(),
      served: z.enum(['letter', 'e-notice', 'handed', 'unknown']).optional(),
      about: z.string().optional(),
    })
    .optional(),
  urgentNeeds: z.array(z.string()).optional(),
  /** Answers of the guided way and the finder that came along: codes and days, told in words where they are read. */
  told: z
    .object({
      way: z.record(z.string(), z.string()).optional(),
      finder: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
})
export type AccountParts = z.infer<typeof accountParts>
export type ToldAtDoor = NonNullable<AccountParts['told']>

/** Places, so that what is sealed for one column cannot be opened in another. */
export const place = {
  person: (keyId: string) => `person:${keyId}`,
  account: (keyId: string) => `account:${keyId}`,
  message: (id: string) => `message:${id}`,
  note: (id: string) => `note:${id}`,
  eventNote: (id: string) => `event-note:${id}`,
  contactNote: (id: string) => `contact-note:${id}`,
  gapNote: (id: string) => `gap-note:${id}`,
  attachment: (id: string) => `attachment:${id}`,
  address: (noticeId: string) => `notice-address:${noticeId}`,
  letter: (id: string) => `letter:${id}`,
  letterText: (id: string) => `letter-text:${id}`,
  letterProof: (id: string) => `letter-proof:${id}`,
  pointWords: (id: string) => `point-words:${id}`,
  pointNote: (id: string) => `point-note:${id}`,
  pointClient: (id: string) => `point-client:${id}`,
  consent: (id: string) => `consent:${id}`,
  agreement: (id: string) => `agreement:${id}`,
  feedbackInbox: (slot: Uint8Array) => `feedback-inbox:${Buffer.from(slot).toString('hex')}`,
  feedbackWords: (answerId: string) => `feedback-words:${answerId}`,
  goal: (id: string) => `goal:${id}`,
  glassReason: (id: string) => `glass-reason:${id}`,
  rightsIssue: (id: string) => `rights-issue:${id}`,
  mark: (id: string) => `case-mark:${id}`,
  rectification: (id: string) => `rectification:${id}`,
  rectificationAnswer: (id: string) => `rectification-answer:${id}`,
}

export const sealPerson = (key: Buffer, keyId: string, person: PersonParts) =>
  seal(key, place.person(keyId), JSON.stringify(person))
export const openPerson = (key: Buffer, keyId: string, sealed: Uint8Array | null): PersonParts =>
  sealed ? personParts.parse(JSON.parse(unsealText(key, place.person(keyId), sealed))) : {}

export const sealAccount = (key: Buffer, keyId: string, account: AccountParts) =>
  seal(key, place.account(keyId), JSON.stringify(account))
export const openAccount = (key: Buffer, keyId: string, sealed: Uint8Array | null): AccountParts =>
  sealed ? accountParts.parse(JSON.parse(unsealText(key, place.account(keyId), sealed))) : { text: '' }

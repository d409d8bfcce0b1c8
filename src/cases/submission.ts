import { z } from 'zod'
import { codeList, isCode } from '../classification/index.ts'
import { LANGS } from '../language/lang.ts'
import { accountParts, personParts } from './sealed-parts.ts'

/** Longest free text a client may send at once, in characters. */
export const TEXT_MOST = 20_000

const code = (list: Parameters<typeof isCode>[0]) =>
  z.string().refine((value) => isCode(list, value), {
    error: () =>
      list === 'municipality' || list === 'county'
        ? `a code of ${list}`
        : `one of ${codeList(list)
            .map((entry) => entry.code)
            .join(', ')}`,
  })

/** A matter as it comes in, from any door. Codes are those of the classification. */
export const submission = z.object({
  kind: z.enum(['advice', 'complaint']),
  /** language of the client's texts and notices */
  language: z.enum(LANGS),
  municipality: code('municipality'),
  contactPerson: code('contactPerson'),
  channel: code('channel'),
  ageBand: code('ageBand').optional(),
  serviceTask: code('serviceTask').optional(),
  service: code('service').optional(),
  providerMode: code('providerMode').optional(),
  nature: code('nature').optional(),
  reasons: z.array(code('reason')).default([]),
  actions: z.array(code('action')).default([]),
  urgent: z.boolean().default(false),
  consentGiven: z.boolean().default(false),
  person: personParts.default({}),
  account: accountParts,
  /** when the contact was made; absent: now */
  contactAt: z.date().optional(),
})
export type Submission = z.infer<typeof submission>

import { z } from '@hono/zod-openapi'
import { type CodeListName, codeList, isCode } from '../../classification/index.ts'
import { LANGS } from '../../language/lang.ts'

/** Most characters of a free text. */
const TEXT = 20_000

const code = (list: CodeListName) =>
  z.enum(codeList(list).map((entry) => entry.code) as [string, ...string[]])

/** A case as another system sends it in. */
export const newCase = z
  .strictObject({
    organisation: z.string().openapi({ example: '08', description: 'Code of the wellbeing services county' }),
    kind: z.enum(['advice', 'complaint']),
    language: z.enum(LANGS).openapi({ description: 'Language of the answers and notices' }),
    municipality: z
      .string()
      .refine((value) => isCode('municipality', value), { params: { code: 'unknown-municipality' } })
      .openapi({ example: '837', description: 'Three-digit municipality code' }),
    contactPerson: code('contactPerson'),
    serviceTask: code('serviceTask').optional(),
    service: code('service').optional(),
    reasons: z.array(code('reason')).max(20).optional(),
    text: z.string().trim().min(1).max(TEXT).openapi({ description: 'What happened, in the client’s words' }),
    desiredOutcome: z.string().trim().max(TEXT).optional(),
    contact: z
      .strictObject({
        name: z.string().trim().max(200).optional(),
        email: z.email().max(254).optional(),
        phone: z.string().trim().max(50).optional(),
      })
      .optional(),
  })
  .openapi('NewCase')

export const submittedCase = z
  .object({
    caseNumber: z.string().openapi({ example: 'AV-2026-000123-7' }),
    receipt: z.string().openapi({ description: 'The secret with which the case is followed; shown once' }),
    expectedAnswerBy: z.iso.date(),
    statusUrl: z.url(),
  })
  .openapi('SubmittedCase')

export const caseStatus = z
  .object({
    caseNumber: z.string(),
    kind: z.enum(['advice', 'complaint']),
    status: z.enum(['received', 'in-progress', 'waiting-client', 'waiting-authority', 'closed']),
    statusText: z
      .string()
      .openapi({ description: 'The status in plain words, in the language of the request' }),
    openedAt: z.iso.datetime(),
    messages: z.array(
      z.object({ at: z.iso.datetime(), from: z.enum(['client', 'office', 'system']), text: z.string() }),
    ),
    clocks: z.array(
      z.object({ rule: z.string(), due: z.iso.date(), statutory: z.boolean(), explanation: z.string() }),
    ),
  })
  .openapi('CaseStatus')

export const newMessage = z.strictObject({ text: z.string().trim().min(1).max(TEXT) }).openapi('NewMessage')
export const storedMessage = z.object({ id: z.string(), at: z.iso.datetime() }).openapi('StoredMessage')

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
  })
  .openapi('Problem', { description: 'RFC 9457' })

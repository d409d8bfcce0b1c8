import { z } from 'zod'
import { isCode } from '../../classification/index.ts'
import { rightOf } from '../../law/index.ts'

/** Who owed the right. */
export const OWED_BY = ['county', 'provider', 'kela', 'municipality', 'employment', 'other'] as const
export type OwedBy = (typeof OWED_BY)[number]

/** What was found. `open`: not looked into to the end yet. */
export const FINDINGS = ['open', 'found', 'not-found', 'not-settled'] as const
export type Finding = (typeof FINDINGS)[number]

const WORDS = z.string().trim().max(5000)

/** A rights issue as the office records it. */
export const rightsIssue = z.object({
  code: z.string().refine((code) => rightOf(code) !== undefined),
  owedBy: z.enum(OWED_BY),
  finding: z.enum(FINDINGS),
  /** of the code list `rightRealised`; absent: not said yet */
  realised: z
    .string()
    .refine((code) => isCode('rightRealised', code))
    .optional(),
  /** the unit or person by name, and what shows it; sealed */
  who: WORDS.optional(),
  evidence: WORDS.optional(),
})
export type RightsIssueInput = z.infer<typeof rightsIssue>

export const sealedDetail = z.object({ who: z.string().optional(), evidence: z.string().optional() })
export type SealedDetail = z.infer<typeof sealedDetail>

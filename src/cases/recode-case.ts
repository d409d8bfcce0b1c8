import { z } from 'zod'
import { isCode } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { lockCase } from './engine/case-row.ts'
import { changedMeanwhile } from './engine/changed-meanwhile.ts'
import { lockFound } from './who/lock-found.ts'

const code = (list: Parameters<typeof isCode>[0]) =>
  z
    .string()
    .refine((value) => isCode(list, value))
    .nullable()

export const caseCodes = z.object({
  municipality: z.string().refine((value) => isCode('municipality', value)),
  contactPerson: z.string().refine((value) => isCode('contactPerson', value)),
  ageBand: code('ageBand'),
  serviceTask: code('serviceTask'),
  service: code('service'),
  providerMode: code('providerMode'),
  nature: code('nature'),
  reasons: z.array(z.string().refine((value) => isCode('reason', value))),
})
export type CaseCodes = z.infer<typeof caseCodes>

/** Corrects what a case is about. Its contacts and benefit gaps that carried the old codes follow, so that the statistics agree. */
export async function recodeCase(
  t: OfficeTransaction,
  caseId: string,
  codes: CaseCodes,
  seenVersion?: number,
): Promise<void> {
  const { row } = await lockCase(t, caseId)
  if (seenVersion !== undefined && seenVersion !== row.version) throw await changedMeanwhile(t, caseId)
  await t.sql.case.update({
    where: { id: caseId },
    data: { ...codes, version: { increment: 1 }, changedAt: t.now },
  })
  for (const field of [
    'municipality',
    'ageBand',
    'serviceTask',
    'service',
    'providerMode',
    'nature',
  ] as const)
    if (row[field] !== codes[field])
      await t.sql.contact.updateMany({
        where: { caseId, [field]: row[field] },
        data: { [field]: codes[field] },
      })
  if (row.municipality !== codes.municipality)
    await t.sql.benefitGap.updateMany({
      where: { caseId, municipality: row.municipality },
      data: { municipality: codes.municipality },
    })
  if (row.reasons.join() !== codes.reasons.join())
    await t.sql.contact.updateMany({
      where: { caseId, reasons: { equals: row.reasons } },
      data: { reasons: codes.reasons },
    })
  t.audit({ event: 'case.recoded', subjectKind: 'case', subjectId: caseId })
  if (row.serviceTask !== codes.serviceTask || row.municipality !== codes.municipality)
    await lockFound(t, caseId)
}

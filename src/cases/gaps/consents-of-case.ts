import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { GapConsent } from '../../database/generated/client.ts'
import { passGate } from '../gate.ts'
import { lastConsents } from './consent.ts'

export interface GapConsentOfCase
  extends Pick<GapConsent, 'id' | 'authority' | 'parts' | 'how' | 'givenOn' | 'withdrawnAt'> {
  /** of the gap it is about */
  benefit: string
}

/** The consents to tell an authority of a case's gaps, of each gap and authority the last one given; withdrawn ones too. */
export async function gapConsentsOfCase(t: OfficeTransaction, caseId: string): Promise<GapConsentOfCase[]> {
  const rows = await t.sql.benefitGap.findMany({
    where: { caseId, consents: { some: {} } },
    orderBy: { id: 'asc' },
    select: { benefit: true, consents: true },
  })
  if (rows.length === 0) return []
  await passGate(t, 'case.read', caseId)
  return rows.flatMap(({ benefit, consents }) =>
    lastConsents(consents).map(({ id, authority, parts, how, givenOn, withdrawnAt }) => ({
      id,
      authority,
      parts,
      how,
      givenOn,
      withdrawnAt,
      benefit,
    })),
  )
}

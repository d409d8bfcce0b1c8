import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { RetentionRule } from '../../database/generated/client.ts'
import { retentionRules } from '../retention/rules.ts'

/** What the record of processing is printed from: the office's own settings and what is really there. */
export interface ProcessingFacts {
  office: { fi: string; sv: string; en: string; phone: string; email: string; address: string }
  rules: RetentionRule[]
  /** people at work by role */
  roles: Record<string, number>
  /** recipients named in consents that are in force */
  recipients: string[]
  /** authorities the office has told of benefit gaps */
  authorities: string[]
  /** name of the master key the keys of cases are wrapped with; it does not reveal it */
  keyId: string
  /** the key that signs the log, base64; null before the first night */
  logKey: string | null
  destroyed: number
  scanner: boolean
}

/** The facts of the record of processing activities (GDPR, Article 30). */
export async function processingFacts(t: OfficeTransaction): Promise<ProcessingFacts> {
  const office = await t.sql.organisation.findUniqueOrThrow({ where: { code: t.organisation } })
  const people = await t.sql.staff.groupBy({
    by: ['role'],
    where: { organisation: t.organisation, active: true },
    _count: true,
  })
  const recipients = await t.ask<{ code: string }>(
    `select distinct unnest(recipients) as code from consent
     where organisation = $1 and given_at is not null and withdrawn_at is null order by 1`,
    [t.organisation],
  )
  const authorities = await t.ask<{ code: string }>(
    `select distinct authority as code from gap_sheet where organisation = $1 order by 1`,
    [t.organisation],
  )
  const signing = await t.sql.auditSigningKey.findFirst({
    where: { organisation: t.organisation },
    orderBy: { createdAt: 'desc' },
    select: { publicKey: true },
  })
  return {
    office: {
      fi: office.nameFi,
      sv: office.nameSv,
      en: office.nameEn,
      phone: office.phone,
      email: office.email,
      address: office.address,
    },
    rules: await retentionRules(t),
    roles: Object.fromEntries(people.map(({ role, _count }) => [role, _count])),
    recipients: recipients.map(({ code }) => code),
    authorities: authorities.map(({ code }) => code),
    keyId: t.keys.id,
    logKey: signing ? Buffer.from(signing.publicKey).toString('base64') : null,
    destroyed: await t.sql.destruction.count({ where: { organisation: t.organisation } }),
    scanner: Boolean(t.house.scanner),
  }
}

import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { type LetterRefusal, letterRefusal } from '../letters/refusals.ts'
import { snapshotOf } from '../workflow-of.ts'

/** What of a consent decides whether something may be told. Dates are ISO dates. */
export interface ConsentScope {
  recipients: readonly string[]
  topics: readonly string[]
  expiresOn: string | null
  given: boolean
  withdrawn: boolean
}

type Gap = Extract<LetterRefusal, `consent-${string}`>

/**
 * Why a consent does not let this be told to this recipient on that day; undefined when it does. Its last day still counts.
 * Pure.
 */
export function notCovered(
  consent: ConsentScope,
  asked: { recipient: string; topics: readonly string[]; on: string },
): Gap | undefined {
  if (consent.withdrawn) return 'consent-withdrawn'
  if (!consent.given) return 'consent-none'
  if (consent.expiresOn !== null && consent.expiresOn < asked.on) return 'consent-expired'
  if (!consent.recipients.includes(asked.recipient)) return 'consent-other-recipient'
  if (asked.topics.some((topic) => !consent.topics.includes(topic))) return 'consent-other-topic'
  return undefined
}

/** From the reason nearest to a yes to the farthest, so that the refusal tells what is really missing. */
const NEAREST: readonly Gap[] = [
  'consent-other-topic',
  'consent-other-recipient',
  'consent-expired',
  'consent-withdrawn',
  'consent-none',
]

/** Throws the refusal that tells why, unless one consent in force covers it all. The case's chart has the last word. */
export async function mustCover(
  t: OfficeTransaction,
  work: CaseAtWork,
  asked: { recipient: string; topics: readonly string[] },
): Promise<void> {
  await t.flush()
  const rows = await t.sql.consent.findMany({ where: { caseId: work.row.id } })
  const on = dateInFinland(t.now).toString()
  const gaps = rows.map((row) =>
    notCovered(
      {
        recipients: row.recipients,
        topics: row.topics,
        expiresOn: row.expiresOn?.toISOString().slice(0, 10) ?? null,
        given: row.givenAt !== null,
        withdrawn: row.withdrawnAt !== null,
      },
      { ...asked, on },
    ),
  )
  const standing = snapshotOf(work.row).context.consent
  if (standing === 'given' && gaps.includes(undefined)) return
  if (standing === 'withdrawn') throw letterRefusal('consent-withdrawn')
  throw letterRefusal(NEAREST.find((gap) => gaps.includes(gap)) ?? 'consent-none')
}

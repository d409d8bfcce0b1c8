import { makeDataKey } from '../custody/data-key.ts'
import { seal } from '../custody/seal.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { newId } from '../database/new-id.ts'
import type { Lang } from '../language/lang.ts'
import { isMailAddress } from './message.ts'
import { houseNoticeTexts } from './render.ts'
import { checkFacts, type NoticeFacts, type NoticeName } from './template.ts'

export interface PlannedNotice<N extends NoticeName = NoticeName> {
  template: N
  language: Lang
  /** Codes, numbers and ISO dates; see template.ts. */
  facts: NoticeFacts<N>
  caseId?: string
  /** A member of staff or an authority's reader: the address is looked up when the mail goes out. */
  staffId?: string
  /** A mail address: sealed under the case's key, or under a key of the notice's own when none is given. */
  address?: { email: string; key?: Buffer; keyId?: string }
  /** Page the mail leads to, from the root: "/authority/…". Left out: the page of the kind of notice. */
  path?: string
  /** The same for a path that holds a secret; kept sealed with the address and gone once sent. */
  secretPath?: string
  /** Code of the statechart's reminder, shown on the desk and never in the mail. */
  reminder?: string
}

/** What a notice's row says beside its columns. */
export interface NoticeVariables {
  facts: Record<string, string>
  path?: string
  reminder?: string
}

/** What is sealed with a notice. */
export interface SealedRecipient {
  email: string
  path?: string
}

export const recipientPlace = (noticeId: string): string => `notice-address:${noticeId}`
export const deliveryKey = (noticeId: string): string => `notice:${noticeId}`

/**
 * Promises a mail: writes the notice and its job in the transaction of what it tells of. Nothing leaves
 * before the commit. Without an address or with one that cannot be one, nothing is planned.
 * @returns the notice's id, or null when there is nobody to send it to
 * @throws Error when a fact is missing or not one of the notice's own: better here than at night in a job
 */
export function planNotice<N extends NoticeName>(
  t: OfficeTransaction,
  notice: PlannedNotice<N>,
): string | null {
  const { address, staffId } = notice
  if (!staffId && !(address && isMailAddress(address.email.trim()))) return null
  checkFacts(notice.template, notice.facts)
  const id = newId(t.now)
  t.insert('notice', {
    id,
    organisation: t.organisation,
    caseId: notice.caseId ?? null,
    staffId: staffId ?? null,
    template: notice.template,
    templateVersion: houseNoticeTexts().version(notice.template, notice.language),
    language: notice.language,
    ...(staffId ? { addressSealed: null, keyId: null } : sealRecipient(t, id, address!, notice.secretPath)),
    variables: {
      facts: definedFacts(notice.facts),
      ...(notice.path ? { path: notice.path } : {}),
      ...(notice.reminder ? { reminder: notice.reminder } : {}),
    } satisfies NoticeVariables,
    state: 'planned',
    plannedAt: t.now,
    nextAttemptAt: t.now,
    messageId: `<${id}@${new URL(t.house.publicUrl).hostname}>`,
    attempts: 0,
  })
  t.planJob('deliver-notice', { organisation: t.organisation, noticeId: id }, { key: deliveryKey(id) })
  return id
}

function sealRecipient(
  t: OfficeTransaction,
  id: string,
  address: NonNullable<PlannedNotice['address']>,
  secretPath: string | undefined,
) {
  const recipient: SealedRecipient = { email: address.email.trim() }
  if (secretPath) recipient.path = secretPath
  let { key, keyId } = address
  if (!key || !keyId) {
    const own = makeDataKey(t.keys, t.organisation, id)
    t.insert('dataKey', own.row)
    key = own.key
    keyId = id
  }
  return { addressSealed: seal(key, recipientPlace(id), JSON.stringify(recipient)), keyId }
}

function definedFacts(facts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== undefined),
  )
}

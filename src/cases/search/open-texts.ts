import { openDataKeys } from '../../custody/data-key.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { openLetterParts } from '../letters/letter-parts.ts'
import { sealedDetail } from '../rights/rights-issue.ts'
import { openAccount, place } from '../sealed-parts.ts'
import type { TextOwner } from './index-words.ts'
import { TEXT_KINDS, type TextKind } from './places.ts'
import { accountText, consentText, letterPartsText, rightsText } from './text-parts.ts'

/** A sealed text with its place. */
export interface SealedText extends TextOwner {
  kind: TextKind
  id: string
  at: Date | null
  /** of a message: client | office | system */
  sender?: string
  sealed: Uint8Array
}

/** Which texts: some by their own ids, or all of some cases, or all of some contacts without a case. */
export type Which = { ids: string[] } | { cases: string[] } | { contacts: string[] }

interface Source {
  /** the statement's tail: columns id, at, case_id, contact_id, key_id, sealed, sender */
  from: string
  /** the column of the text's own id, its case and its contact */
  id: string
  caseId: string
  contactId: string | null
  open(key: Buffer, text: SealedText): string
}

const OF_CASE = 'join "case" c on c.id = x.case_id'
const plain =
  (kind: TextKind): Source['open'] =>
  (key, { id, sealed }) =>
    unsealText(key, place[kind](id), sealed)
/** A text of a table that belongs to a case, sealed under the case's key. */
const ofTable = (
  table: string,
  column: string,
  kind: TextKind,
  more: Partial<Source> & { at?: string } = {},
): Source => ({
  from: `select x.id, ${more.at ?? 'null::timestamptz'} as at, x.case_id, null::uuid as contact_id, c.key_id,
    x.${column} as sealed, null as sender from ${table} x ${OF_CASE}`,
  id: 'x.id',
  caseId: 'x.case_id',
  contactId: null,
  open: plain(kind),
  ...more,
})

/** Where each kind of text is kept and how it is opened. A kind without a source does not compile. */
const SOURCES: Record<TextKind, Source> = {
  account: {
    from: `select x.id, x.opened_at as at, x.id as case_id, null::uuid as contact_id, x.key_id,
      x.account_sealed as sealed, null as sender from "case" x`,
    id: 'x.id',
    caseId: 'x.id',
    contactId: null,
    open: (key, { keyId, sealed }) => accountText(openAccount(key, keyId, sealed)),
  },
  message: {
    ...ofTable('message', 'body_sealed', 'message'),
    from: `select x.id, x.at, x.case_id, null::uuid as contact_id, c.key_id, x.body_sealed as sealed, x.sender
      from message x ${OF_CASE}`,
  },
  note: ofTable('note', 'body_sealed', 'note', { at: 'x.at' }),
  eventNote: ofTable('case_event', 'note_sealed', 'eventNote', { at: 'x.at' }),
  contactNote: {
    from: `select x.id, x.at, x.case_id, x.id as contact_id, x.key_id, x.note_sealed as sealed, null as sender from contact x`,
    id: 'x.id',
    caseId: 'x.case_id',
    contactId: 'x.id',
    open: plain('contactNote'),
  },
  gapNote: {
    from: `select x.id, x.found_at as at, x.case_id, x.contact_id, x.key_id, x.note_sealed as sealed, null as sender
      from benefit_gap x`,
    id: 'x.id',
    caseId: 'x.case_id',
    contactId: 'x.contact_id',
    open: plain('gapNote'),
  },
  letter: ofTable('letter', 'facts_sealed', 'letter', {
    at: 'x.changed_at',
    open: (key, { id, sealed }) => letterPartsText(openLetterParts(key, id, sealed)),
  }),
  letterProof: ofTable('letter', 'proof_sealed', 'letterProof', { at: 'x.changed_at' }),
  pointWords: ofTable('letter_point', 'words_sealed', 'pointWords'),
  pointNote: ofTable('letter_point', 'note_sealed', 'pointNote'),
  pointClient: ofTable('letter_point', 'client_words_sealed', 'pointClient'),
  consent: ofTable('consent', 'scope_sealed', 'consent', {
    open: (key, { id, sealed }) => consentText(JSON.parse(unsealText(key, place.consent(id), sealed))),
  }),
  agreement: ofTable('agreement_item', 'what_sealed', 'agreement', { at: 'x.agreed_at' }),
  goal: ofTable('goal', 'text_sealed', 'goal', { at: 'x.set_at' }),
  rightsIssue: {
    ...ofTable('rights_issue', 'detail_sealed', 'rightsIssue', {
      open: (key, { id, sealed }) =>
        rightsText(sealedDetail.parse(JSON.parse(unsealText(key, place.rightsIssue(id), sealed)))),
    }),
    from: `select x.id, x.changed_at as at, x.case_id, null::uuid as contact_id, c.key_id, x.detail_sealed as sealed,
      null as sender from rights_issue x join "case" c on c.id = x.case_id and x.removed_at is null`,
  },
}

/** The sealed texts of one kind. */
export async function sealedTexts(t: OfficeTransaction, kind: TextKind, which: Which): Promise<SealedText[]> {
  const { from, id, caseId, contactId } = SOURCES[kind]
  const [column, ids] =
    'ids' in which ? [id, which.ids] : 'cases' in which ? [caseId, which.cases] : [contactId, which.contacts]
  if (!column || !ids.length) return []
  const lone = 'contacts' in which ? ` and ${caseId} is null` : ''
  const rows = await t.ask<Omit<SealedText, 'kind'>>(
    `select id, at, case_id as "caseId", contact_id as "contactId", key_id as "keyId", sealed, sender
     from (${from} where ${column} = any($1::uuid[])${lone}) as texts where sealed is not null and key_id is not null`,
    [ids],
  )
  return rows.map((row) => ({ ...row, kind }))
}

/** All texts of some cases or contacts that are searched for, kind by kind. */
export async function allTexts(t: OfficeTransaction, which: Which): Promise<SealedText[]> {
  const found: SealedText[] = []
  for (const kind of TEXT_KINDS) found.push(...(await sealedTexts(t, kind, which)))
  return found
}

/** Opens texts; those whose key is erased are left out. */
export async function openTexts(
  t: OfficeTransaction,
  texts: readonly SealedText[],
): Promise<(SealedText & { text: string })[]> {
  const keys = await openDataKeys(t, [...new Set(texts.map(({ keyId }) => keyId))])
  return texts.flatMap((one) => {
    const key = keys.get(one.keyId)
    return key ? [{ ...one, text: SOURCES[one.kind].open(key, one) }] : []
  })
}

import { type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { WORD_SCHEME, wordHashes } from '../../custody/word-index.ts'
import { allTexts, openTexts, type Which } from './open-texts.ts'

/** Cases or contacts of one transaction: short, so that nobody waits for their rows, and a kill loses little. */
const PORTION = 40

/**
 * Indexes the words of texts that were sealed before there was a search, or under an earlier way of making words. Goes on
 * where it was left, a portion a transaction, and may be done twice over: the words of a text take the place of former
 * ones. Texts sealed meanwhile index themselves.
 */
export async function fillWords(house: House): Promise<void> {
  for (const organisation of house.organisations)
    while (await inOffice(house, organisation, { kind: 'system' }, fillPortion, { timeout: 120_000 }));
}

/** Plans the filling where it has not come to its end; one job for all offices. */
export async function planFill(house: House): Promise<void> {
  for (const organisation of house.organisations) {
    const planned = await inOffice(house, organisation, { kind: 'system' }, async (t) => {
      const state = await t.sql.wordFill.findUnique({ where: { organisation } })
      if (state?.doneAt && state.scheme === WORD_SCHEME) return false
      t.planJob('index-words', {}, { key: 'index-words' })
      return true
    })
    if (planned) return
  }
}

/** One portion of one office. False when there is no more. */
async function fillPortion(t: OfficeTransaction): Promise<boolean> {
  const { organisation } = t
  await t.ask(
    `insert into word_fill (organisation, scheme) values ($1, $2)
     on conflict (organisation) do update set scheme = excluded.scheme, last_case = null, last_contact = null, done_at = null
     where word_fill.scheme <> excluded.scheme`,
    [organisation, WORD_SCHEME],
  )
  // Two workers at once take turns and do not do the same twice.
  const [state] = await t.ask<{ lastCase: string | null; lastContact: string | null; doneAt: Date | null }>(
    `select last_case as "lastCase", last_contact as "lastContact", done_at as "doneAt" from word_fill
     where organisation = $1 for update`,
    [organisation],
  )
  if (!state || state.doneAt) return false
  const cases = await nextIds(
    t,
    `select id from "case" where organisation = $1 and ($2::uuid is null or id > $2::uuid) order by id limit ${PORTION} for share`,
    state.lastCase,
  )
  if (cases.length) {
    await indexAll(t, { cases })
    await t.sql.wordFill.update({ where: { organisation }, data: { lastCase: cases.at(-1)! } })
    return true
  }
  const contacts = await nextIds(
    t,
    `select id from contact where organisation = $1 and ($2::uuid is null or id > $2::uuid) and case_id is null
       and key_id is not null order by id limit ${PORTION * 5} for share`,
    state.lastContact,
  )
  if (contacts.length) await indexAll(t, { contacts })
  await t.sql.wordFill.update({
    where: { organisation },
    data: contacts.length ? { lastContact: contacts.at(-1)! } : { doneAt: t.now },
  })
  return contacts.length > 0
}

const nextIds = async (t: OfficeTransaction, text: string, after: string | null): Promise<string[]> =>
  (await t.ask<{ id: string }>(text, [t.organisation, after])).map(({ id }) => id)

/** The rows are held still while their texts are read: nothing is changed, moved or taken away in between. */
async function indexAll(t: OfficeTransaction, which: Which): Promise<void> {
  for (const { kind, id, keyId, caseId, contactId, text } of await openTexts(t, await allTexts(t, which)))
    t.insert('textWord', {
      kind,
      textId: id,
      organisation: t.organisation,
      keyId,
      caseId,
      contactId: contactId ?? null,
      words: wordHashes(t.keys, t.organisation, text),
    })
  await t.flush()
}

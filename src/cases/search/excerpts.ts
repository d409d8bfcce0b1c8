import type { OfficeTransaction } from '../../custody/transaction.ts'
import { hashesOfWord } from '../../custody/word-index.ts'
import { composed, joinedCompounds, type Token, tokens } from '../../language/words/tokens.ts'
import { openTexts, type SealedText, sealedTexts } from './open-texts.ts'
import type { SearchWord } from './parse-query.ts'
import type { TextKind } from './places.ts'

/** A passage of an opened text, with what was searched for marked. */
export interface Excerpt {
  kind: TextKind
  at: Date | null
  sender?: string
  parts: { text: string; hit: boolean }[]
}

export type OpenedText = SealedText & { text: string }

const PASSAGE = 90
const TEXTS_A_CASE = 2

/** The texts of these cases (or contacts without one) in which any of the words stands, those with the most words first. */
export async function textsWith(
  t: OfficeTransaction,
  owners: { cases: string[] } | { contacts: string[] },
  words: readonly SearchWord[],
): Promise<{ kind: TextKind; id: string; owner: string; met: number }[]> {
  const [column, ids] = 'cases' in owners ? ['case_id', owners.cases] : ['contact_id', owners.contacts]
  const sets = words.map(({ hashes }) => `{${hashes.join(',')}}`)
  if (!ids.length || !sets.length) return []
  return t.ask(
    `select kind, text_id as id, ${column} as owner, met from (
       select w.*, (select count(*)::int from unnest($2::text[]) as one where w.words && one::bigint[]) as met
       from text_word w where w.${column} = any($1::uuid[])) as texts
     where met > 0 order by owner, met desc, kind = 'account' desc, text_id desc`,
    [ids, sets],
  )
}

/**
 * Passages that show why each was found: the texts with the words are opened, two of each at most. A case whose message
 * says the same as the account it came with is not told of twice.
 */
export async function excerptsOf(
  t: OfficeTransaction,
  owners: { cases: string[] } | { contacts: string[] },
  words: readonly SearchWord[],
): Promise<Map<string, Excerpt[]>> {
  const matches = await textsWith(t, owners, words)
  const perOwner = Map.groupBy(matches, ({ owner }) => owner)
  const chosen = [...perOwner.values()].flatMap((list) => list.slice(0, TEXTS_A_CASE + 1))
  const opened = await openThem(t, chosen)
  const wanted = new Set(words.flatMap(({ hashes }) => hashes))
  const hits = (word: string) => hashesOfWord(t.keys, t.organisation, word).some((hash) => wanted.has(hash))
  const result = new Map<string, Excerpt[]>()
  for (const [owner, list] of perOwner) {
    const said = new Set<string>()
    const excerpts: Excerpt[] = []
    for (const { kind, id } of list) {
      const one = opened.get(`${kind}:${id}`)
      const parts = one ? passage(one.text, hits) : null
      if (!one || !parts) continue
      const same = parts.map(({ text }) => text).join('')
      if (said.has(same) || excerpts.length >= TEXTS_A_CASE) continue
      said.add(same)
      excerpts.push({ kind, at: one.at, sender: one.sender, parts })
    }
    result.set(owner, excerpts)
  }
  return result
}

/** Opened texts by kind and id. */
export async function openThem(
  t: OfficeTransaction,
  chosen: readonly { kind: TextKind; id: string }[],
): Promise<Map<string, OpenedText>> {
  const sealed: SealedText[] = []
  for (const [kind, list] of Map.groupBy(chosen, (one) => one.kind))
    sealed.push(...(await sealedTexts(t, kind, { ids: list.map(({ id }) => id) })))
  return new Map((await openTexts(t, sealed)).map((one) => [`${one.kind}:${one.id}`, one]))
}

/** The passage around the first word that `hits`; null when none of the text does. Pure. */
export function passage(given: string, hits: (word: string) => boolean): Excerpt['parts'] | null {
  const text = composed(given)
  const all = tokens(text).filter(({ word }) => hits(word))
  const first = all[0] ?? joinedHit(text, hits)
  if (!first) return null
  const from = wordStart(text, first.from - PASSAGE)
  const to = wordEnd(text, first.to + PASSAGE)
  const parts: Excerpt['parts'] = []
  let at = from
  for (const hit of all.length ? all : [first]) {
    if (hit.to > to) break
    if (hit.from > at) parts.push({ text: text.slice(at, hit.from), hit: false })
    parts.push({ text: text.slice(hit.from, hit.to), hit: true })
    at = hit.to
  }
  if (at < to) parts.push({ text: text.slice(at, to), hit: false })
  if (from > 0) parts.unshift({ text: '… ', hit: false })
  if (to < text.length) parts.push({ text: ' …', hit: false })
  return parts
}

/** A hyphenated word of the text that was searched for as one. */
function joinedHit(text: string, hits: (word: string) => boolean): Pick<Token, 'from' | 'to'> | null {
  for (const { word, from, to } of joinedCompounds(text)) if (hits(word)) return { from, to }
  return null
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + 30 ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space < at - 30 ? at : space
}

import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Prisma } from '../../database/client.ts'
import { type CaseRow, listCases } from '../list-cases.ts'
import { keysOf } from '../same-person.ts'
import { type Excerpt, excerptsOf } from './excerpts.ts'
import { FOUND, type FoundCase, findByWords } from './find-by-words.ts'
import { type FoundContact, findContacts } from './find-contacts.ts'
import { type Narrow, narrowed } from './narrow.ts'
import { parseQuery, type SearchQuery } from './parse-query.ts'
import { withPhrases } from './phrases.ts'
import { seenBy } from './seen.ts'

/** So many are counted and can be paged through; beyond, the search asks to be narrowed. */
export const FOUND_MOST = 200
export const FOUND_PAGE = 25

export interface Search {
  /** as the person typed it */
  text: string
  only: Narrow
  /** the id of the last case on the page before */
  after?: string
}

export interface SearchHit {
  row: CaseRow
  /** number | person | words | code: by what it was found */
  by: 'number' | 'person' | 'words' | 'code'
  /** passages of opened texts, when found by words */
  excerpts: Excerpt[]
}

export interface SearchResult {
  query: SearchQuery
  hits: SearchHit[]
  /** what the person may see of what fits; `FOUND_MOST` at the most */
  total: number
  /** there are more than were counted */
  more: boolean
  /** a phrase was looked for in the newest cases with its words only */
  partly: boolean
  next: string | null
  /** everything counted, for counts by code */
  all: FoundCase[]
  /** contacts without a case whose notes hold the words */
  contacts: FoundContact[]
  /** nothing was found: words of which each alone is in no text the person may see */
  unknown: string[]
}

/**
 * Cases by number or its beginning, by a person's name, telephone or e-mail, by words of their texts, narrowed by codes;
 * of all only what the person at work may see, also in the counts. Recorded as a search with the number of hits and the
 * codes, never the words; a case of which a passage is shown is recorded as opened for that.
 */
export async function searchCases(t: OfficeTransaction, search: Search): Promise<SearchResult> {
  const { only } = search
  const query = parseQuery(t, search.text)
  const seen = await seenBy(t)
  const found = new Map<string, { case: FoundCase; by: SearchHit['by'] }>()
  const add = (by: SearchHit['by'], rows: readonly FoundCase[]) => {
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, { case: row, by })
  }
  const limit = FOUND_MOST + 1
  if (query.numbers.length)
    add(
      'number',
      await t.sql.$queryRaw<FoundCase[]>`select ${FOUND} from "case" c
        where ${begins(query.numbers)} and ${seen.row} and ${narrowed(only)} order by c.id desc limit ${limit}`,
    )
  add('person', await byPerson(t, query, only, seen.content))
  const worded = query.words.length ? await byWords(t, query, only, seen.content) : undefined
  if (worded) add('words', worded.rows)
  const narrow = Object.values(only).some(Boolean)
  const contacts =
    worded && !narrow && !query.phrases.length && !search.after
      ? await findContacts(t, query.words, seen.content)
      : []
  if (!search.text.trim() && narrow)
    add(
      'code',
      await t.sql.$queryRaw<FoundCase[]>`select ${FOUND} from "case" c where ${seen.row} and ${narrowed(only)}
        order by c.id desc limit ${limit}`,
    )
  const list = [...found.values()].slice(0, FOUND_MOST)
  const begin = search.after ? list.findIndex((one) => one.case.id === search.after) + 1 : 0
  const page = list.slice(begin, begin + FOUND_PAGE)
  const hits = await shown(t, page, query)
  t.audit({ event: 'search', details: { found: list.length, ...auditedCodes(only) } })
  return {
    query,
    hits,
    total: list.length,
    more: found.size > FOUND_MOST,
    partly: worded?.partly ?? false,
    contacts,
    next: list.length > begin + FOUND_PAGE ? page.at(-1)!.case.id : null,
    all: list.map((one) => one.case),
    unknown: list.length || contacts.length ? [] : await unknownWords(t, query, seen.content),
  }
}

const begins = (numbers: readonly string[]): Prisma.Sql =>
  Prisma.join(
    numbers.map((start) => Prisma.sql`c.number ^@ ${start}`),
    ' or ',
    '(',
    ')',
  )

async function byPerson(
  t: OfficeTransaction,
  query: SearchQuery,
  only: Narrow,
  seen: Prisma.Sql,
): Promise<FoundCase[]> {
  const keyIds = await keysOf(t, query.person)
  if (!keyIds.length) return []
  return t.sql.$queryRaw<FoundCase[]>`
    select ${FOUND} from "case" c where c.id in (
      select id from "case" where key_id = any(${keyIds}::uuid[])
      union select case_id from contact where key_id = any(${keyIds}::uuid[]) and case_id is not null)
    and ${seen} and ${narrowed(only)} order by c.id desc limit ${FOUND_MOST + 1}`
}

async function byWords(
  t: OfficeTransaction,
  { words, phrases }: SearchQuery,
  only: Narrow,
  seen: Prisma.Sql,
): Promise<{ rows: FoundCase[]; partly: boolean }> {
  const rows = await findByWords(t, words, only, seen, FOUND_MOST)
  if (!phrases.length) return { rows, partly: false }
  const held = await withPhrases(
    t,
    rows.map(({ id }) => id),
    phrases,
    words,
  )
  return { rows: rows.filter(({ id }) => held.has(id)), partly: rows.length > FOUND_MOST }
}

/** The rows of a page with passages of those found by words; each of these counts as opened for it. */
async function shown(
  t: OfficeTransaction,
  page: readonly { case: FoundCase; by: SearchHit['by'] }[],
  { words }: SearchQuery,
): Promise<SearchHit[]> {
  if (!page.length) return []
  const ids = page.map((one) => one.case.id)
  const { rows } = await listCases(t, { view: 'all', ids }, { size: ids.length })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const worded = page.filter(({ by }) => by === 'words').map((one) => one.case.id)
  const excerpts = await excerptsOf(t, { cases: worded }, words)
  for (const [id, list] of excerpts)
    if (list.length) t.audit({ event: 'excerpt.read', subjectKind: 'case', subjectId: id })
  return page.flatMap(({ case: { id }, by }) => {
    const row = byId.get(id)
    return row ? [{ row, by, excerpts: excerpts.get(id) ?? [] }] : []
  })
}

async function unknownWords(
  t: OfficeTransaction,
  { words }: SearchQuery,
  seen: Prisma.Sql,
): Promise<string[]> {
  const unknown: string[] = []
  for (const word of words.slice(0, 6))
    if (!(await findByWords(t, [word], {}, seen, 0)).length) unknown.push(word.word)
  return unknown
}

/** Codes only, and nothing that was typed. */
const auditedCodes = ({ handler, ...only }: Narrow): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries({ ...only, ...(handler && { handler }) }).filter(([, value]) => value),
  ) as Record<string, string | boolean>

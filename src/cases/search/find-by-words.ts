import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Prisma } from '../../database/client.ts'
import { type Narrow, narrowed, narrowJson } from './narrow.ts'
import type { SearchWord } from './parse-query.ts'

/** What of a case the list, the counts by code and the filters are made of. */
export interface FoundCase {
  id: string
  kind: string
  serviceTask: string | null
  municipality: string
  handlerId: string | null
  urgent: boolean
  closed: boolean
  waiting: boolean
}

export const FOUND = Prisma.sql`c.id, c.kind, c.service_task as "serviceTask", c.municipality, c.handler_id as "handlerId",
  c.urgent, c.closed_at is not null as closed,
  c.closed_at is null and c.tags && array['waiting-client', 'waiting-authority'] as waiting`

const FIRST_LEAST = 20
/** A person who sees no more cases than this has them looked through by themselves. */
const FEW = 4000
/** After so many that hold the words it is asked whether the person sees few cases. */
const MANY = 8000

/**
 * Cases whose texts hold all of the words, of those the person may see: the newest first, `most` and one more at the
 * most. The index is asked in portions and each portion shown to the access rules; when very many have given too few, and
 * the person sees few cases at all, the index is asked about those alone.
 */
export async function findByWords(
  t: OfficeTransaction,
  words: readonly SearchWord[],
  only: Narrow,
  seen: Prisma.Sql,
  most: number,
): Promise<FoundCase[]> {
  const wanted = words.map(({ hashes }) => `{${hashes.join(',')}}`)
  const found: FoundCase[] = []
  let after: string | null = null
  let own: string[] | null = null
  // Where everything may be seen, one portion is enough.
  const first = Math.max(most + 1, FIRST_LEAST)
  let looked = 0
  for (let size = first; ; size = Math.min(size * 4, FEW)) {
    const ids: string[] = await portion(t, wanted, only, { after, size, own })
    if (ids.length)
      found.push(
        ...(await t.sql.$queryRaw<FoundCase[]>`
          select ${FOUND} from "case" c where c.id = any(${ids}::uuid[]) and ${seen} order by c.id desc`),
      )
    if (found.length > most || ids.length < size) return found.slice(0, most + 1)
    after = ids.at(-1)!
    const before = looked
    looked += ids.length
    if (before < MANY && looked >= MANY) own = await fewSeen(t, only, seen)
  }
}

async function portion(
  t: OfficeTransaction,
  wanted: string[],
  only: Narrow,
  { after, size, own }: { after: string | null; size: number; own: string[] | null },
): Promise<string[]> {
  const rows = await t.ask<{ id: string }>(
    'select app.find_words($1::text[], $2::jsonb, false, $3::uuid, $4::int, $5::uuid[]) as id',
    [wanted, narrowJson(only), after, size, own],
  )
  return rows.map(({ id }) => id)
}

/** The cases a person sees, when they are few; null when they are many. */
async function fewSeen(t: OfficeTransaction, only: Narrow, seen: Prisma.Sql): Promise<string[] | null> {
  const rows = await t.sql.$queryRaw<{ id: string }[]>`
    select c.id from "case" c where ${seen} and ${narrowed(only)} limit ${FEW + 1}`
  return rows.length > FEW ? null : rows.map(({ id }) => id)
}

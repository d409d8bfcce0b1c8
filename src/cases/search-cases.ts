import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import { readCaseNumber } from './case-number.ts'
import { mayOn } from './gate.ts'
import { keysOf } from './same-person.ts'

/**
 * Ids of cases found by case number (whole, or its running digits), phone number, e-mail or name. The words searched
 * for are not recorded, only that and how many were found. By a name, number or address only cases are found that the
 * person may open: that a name belongs to a case is content already.
 */
export async function searchCases(t: OfficeTransaction, words: string): Promise<string[]> {
  const query = words.trim()
  const ids = new Set<string>()
  const number = readCaseNumber(query)
  const digits = query.replace(/\D/g, '')
  if (number) for (const id of await numbered(t, [number])) ids.add(id)
  else if (/^(?:av)?[\s\d-]+$/iu.test(query) && digits.length >= 3 && digits.length <= 6) {
    const padded = digits.padStart(6, '0')
    const years = [0, 1, 2, 3].map((back) => t.now.getUTCFullYear() - back)
    const begun = years.map((year) => `AV-${year}-${padded}-%`)
    for (const id of await numbered(t, begun)) ids.add(id)
  }
  if (query.length >= 2 && !number) {
    const keyIds = await keysOf(t, kinds(query))
    if (keyIds.length) {
      const rows = await t.sql.$queryRaw<{ id: string }[]>`
        select c.id from "case" c where c.id in (
          select id from "case" where key_id = any(${keyIds}::uuid[])
          union select case_id from contact where key_id = any(${keyIds}::uuid[]) and case_id is not null)
          and ${await mayOn(t, 'case.read')} limit 200`
      for (const row of rows) ids.add(row.id)
    }
  }
  t.audit({ event: 'search', details: { found: ids.size } })
  return [...ids]
}

async function numbered(t: OfficeTransaction, like: string[]): Promise<string[]> {
  const rows = await t.sql.$queryRaw<{ id: string }[]>(Prisma.sql`
    select c.id from "case" c where c.number like any(${like}::text[]) and ${await mayOn(t, 'case.row')}`)
  return rows.map(({ id }) => id)
}

function kinds(query: string): { name?: string; phone?: string; email?: string } {
  if (query.includes('@')) return { email: query }
  if (/^[+\d][\d\s-]{4,}$/.test(query)) return { phone: query }
  return { name: query }
}

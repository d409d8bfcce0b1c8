import type { OfficeTransaction } from '../custody/transaction.ts'
import { readCaseNumber } from './case-number.ts'
import { keysOf } from './same-person.ts'

/**
 * Ids of cases found by case number (whole, or its running digits), phone number, e-mail or name. The words searched
 * for are not recorded, only that and how many were found.
 */
export async function searchCases(t: OfficeTransaction, words: string): Promise<string[]> {
  const query = words.trim()
  const ids = new Set<string>()
  const number = readCaseNumber(query)
  const digits = query.replace(/\D/g, '')
  if (number)
    for (const row of await t.sql.case.findMany({ where: { number }, select: { id: true } })) ids.add(row.id)
  else if (/^(?:av)?[\s\d-]+$/iu.test(query) && digits.length >= 3 && digits.length <= 6) {
    const padded = digits.padStart(6, '0')
    const years = [0, 1, 2, 3].map((back) => t.now.getUTCFullYear() - back)
    const rows = await t.sql.case.findMany({
      where: { OR: years.map((year) => ({ number: { startsWith: `AV-${year}-${padded}-` } })) },
      select: { id: true },
    })
    for (const row of rows) ids.add(row.id)
  }
  if (query.length >= 2 && !number) {
    const keyIds = await keysOf(t, kinds(query))
    if (keyIds.length) {
      const rows = await t.sql.$queryRaw<{ id: string }[]>`
        select id from "case" where key_id = any(${keyIds}::uuid[])
        union select case_id from contact where key_id = any(${keyIds}::uuid[]) and case_id is not null limit 200`
      for (const row of rows) ids.add(row.id)
    }
  }
  t.audit({ event: 'search', details: { found: ids.size } })
  return [...ids]
}

function kinds(query: string): { name?: string; phone?: string; email?: string } {
  if (query.includes('@')) return { email: query }
  if (/^[+\d][\d\s-]{4,}$/.test(query)) return { phone: query }
  return { name: query }
}

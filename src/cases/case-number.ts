import type { OfficeTransaction } from '../custody/transaction.ts'

/**
 * A new case number: AV-2026-000123-7. The year, a running number over all offices, and a check digit
 * (Luhn, ISO/IEC 7812-1) that catches a mistyped digit. Gaps are normal: a number taken by a
 * submission that did not commit is not used again.
 */
export async function newCaseNumber(t: OfficeTransaction): Promise<string> {
  const rows = await t.ask<{ n: string }>(`select nextval('app.case_number') as n`)
  return caseNumber(t.now.getUTCFullYear(), Number(rows[0]!.n))
}

export function caseNumber(year: number, n: number): string {
  const digits = `${year}${String(n).padStart(6, '0')}`
  return `AV-${year}-${String(n).padStart(6, '0')}-${checkDigit(digits)}`
}

/** What a person typed as a case number, in its one form; null when it cannot be one. */
export function readCaseNumber(typed: string): string | null {
  const match = /^\s*(?:av)?[\s–—-]*(20\d{2})[\s–—-]*(\d{6,})[\s–—-]*(\d)\s*$/iu.exec(typed)
  if (!match || checkDigit(`${match[1]}${match[2]}`) !== Number(match[3])) return null
  return `AV-${match[1]}-${match[2]}-${match[3]}`
}

function checkDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}

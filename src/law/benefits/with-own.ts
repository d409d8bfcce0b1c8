/** What an office has set for a code from a day on: an amount of a new year, or one it read for itself. */
export interface OwnAmount {
  readonly code: string
  /** euros, percent or months, as the code's unit says */
  readonly amount: number
  /** ISO date; it holds until the next amount of the code begins */
  readonly validFrom: string
  readonly verified: boolean
  readonly source: string
}

interface Dated {
  readonly code: string
  readonly amount: number
  readonly validFrom: string
  readonly validTo?: string
  readonly verified: boolean
  readonly source: string
}

const dayBefore = (iso: string): string => new Date(Date.parse(iso) - 86_400_000).toISOString().slice(0, 10)

/**
 * The built-in rows with an office's own among them: each own amount holds from its day until the next row of its code
 * begins, and takes the place of a built-in row that begins on the same day. Own amounts of unknown codes are left out.
 */
export function withOwnAmounts<T extends Dated>(
  builtIn: readonly T[],
  own: readonly OwnAmount[],
): readonly T[] {
  if (own.length === 0) return builtIn
  const codes = new Set(own.map(({ code }) => code))
  const known = new Set<string>()
  return builtIn.flatMap((row) => {
    if (!codes.has(row.code)) return [row]
    if (known.has(row.code)) return []
    known.add(row.code)
    return merged(
      builtIn.filter(({ code }) => code === row.code),
      own.filter(({ code }) => code === row.code),
    )
  })
}

function merged<T extends Dated>(builtIn: readonly T[], own: readonly OwnAmount[]): T[] {
  const starts = new Set(own.map(({ validFrom }) => validFrom))
  const shape = builtIn.at(-1)!
  const rows: T[] = [
    ...builtIn.filter(({ validFrom }) => !starts.has(validFrom)),
    ...own.map((row) => ({ ...shape, ...row, validTo: undefined })),
  ].sort((a, b) => a.validFrom.localeCompare(b.validFrom))
  return rows.map((row, i) => {
    const next = rows[i + 1]
    if (!next) return row
    const last = dayBefore(next.validFrom)
    return { ...row, validTo: row.validTo && row.validTo < last ? row.validTo : last }
  })
}

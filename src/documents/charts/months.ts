import type { Lang } from '../../language/lang.ts'

const LOCALE: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

/** The twelve months as short labels under a chart: "tammi", "jan.", "Jan". */
export function shortMonths(lang: Lang): string[] {
  const format = new Intl.DateTimeFormat(LOCALE[lang], { month: 'short', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) =>
    format.format(new Date(Date.UTC(2026, month, 15))).replace(/kuuta$|kuu$/, ''),
  )
}

import type { Dimension } from '../classification/index.ts'
import { formatMonth, formatNumber } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'

/**
 * A name of a list as it stands within a sentence: "puhelin", but "Kelan palvelut", "FPA:s tjänster", "Salo" and,
 * in English, "Finnish" and "October".
 */
export function inSentence(lang: Lang, dimension: Dimension, name: string): string {
  const proper =
    dimension === 'municipality' ||
    (lang === 'en' && (dimension === 'month' || /^(Finnish|Swedish|Sámi|Northern|Inari|Skolt)/.test(name))) ||
    /^(Kela|FPA)/.test(name) ||
    /^.[A-ZÅÄÖ]/.test(name)
  return proper ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** "lokakuussa", "oktober", "October": the month after "came in". */
export function inMonth(lang: Lang, month: number): string {
  const name = formatMonth(lang, month)
  if (lang === 'en') return name
  return name.toLowerCase() + (lang === 'fi' ? 'ssa' : '')
}

/** A share in per cent with one decimal; null when either figure is not known. */
export function share(part: number | null, whole: number | null): number | null {
  return part === null || !whole ? null : (part / whole) * 100
}

/** A share as words print it: whole per cents, "alle 1" being rare enough to round. */
export function percentText(lang: Lang, value: number): string {
  return formatNumber(lang, value, value < 10 ? 1 : 0)
}

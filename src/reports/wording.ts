import { formatMonth, formatNumber } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'

/** A name of a list as it stands within a sentence: "puhelin", but "Kelan palvelut" and "FPA:s tjänster". */
export function inSentence(name: string): string {
  const proper = /^(Kela|FPA)/.test(name) || /^.[A-ZÅÄÖ]/.test(name)
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

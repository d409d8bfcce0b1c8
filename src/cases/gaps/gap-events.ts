import { gapCodeName } from '../../classification/index.ts'
import { gaps } from '../../language/catalogues/gaps.ts'
import type { Lang } from '../../language/lang.ts'

/** What happens to a gap, as the timeline of its case tells it. */
export const GAP_EVENTS = [
  'GAP_RECORDED',
  'GAP_CHANGED',
  'GAP_CLOSED',
  'GAP_REOPENED',
  'GAP_CONSENT',
  'GAP_CONSENT_WITHDRAWN',
  'GAP_SHEET',
] as const
export type GapEvent = (typeof GAP_EVENTS)[number]

export const isGapEvent = (type: string): type is GapEvent => (GAP_EVENTS as readonly string[]).includes(type)

/** The coded fields of such an event with their labels. */
export function gapFields(
  fields: Record<string, string | boolean>,
  lang: Lang,
): { name: string; label: string; value: string }[] {
  const t = gaps(lang)
  const shown = [
    ['benefit', 'benefit', t('benefit')],
    ['authority', 'authority', t('sheet-to')],
    ['corrected', 'corrected', t('corrected')],
    ['how', 'consentHow', t('consent-how')],
  ] as const
  return shown.flatMap(([name, list, label]) => {
    const value = fields[name]
    if (typeof value !== 'string') return []
    // Of a gap itself the authority is the one that holds it; of a consent or a sheet the one that is told.
    const named = name === 'authority' && 'benefit' in fields ? t('authority') : label
    return [{ name, label: named, value: gapCodeName(list, value, lang) }]
  })
}

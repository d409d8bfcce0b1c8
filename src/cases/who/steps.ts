import { whoMay } from '../../language/catalogues/who-may.ts'
import type { Lang } from '../../language/lang.ts'

/** What happens to who may see a case, as its timeline tells it. */
export const WHO_STEPS = [
  'HANDLER_BARRED',
  'COLLEAGUE_NAMED',
  'COLLEAGUE_UNNAMED',
  'RESTRICTED',
  'UNRESTRICTED',
  'GLASS_BROKEN',
  'HANDED_OVER',
] as const
export type WhoStep = (typeof WHO_STEPS)[number]

const REMINDERS = ['barred', 'glass', 'handed', 'named'] as const

export function whoStepLabel(type: string, lang: Lang): string | undefined {
  const step = WHO_STEPS.find((one) => one === type)
  return step && whoMay(lang)(`event-${step}`)
}

/** The people of such a step, by their ids; the page has their names. */
export function whoStepFields(
  type: string,
  fields: Record<string, string | boolean>,
  lang: Lang,
): { name: string; label: string; value: string }[] | undefined {
  if (!WHO_STEPS.some((one) => one === type)) return undefined
  return (['staff', 'from', 'to'] as const).flatMap((name) => {
    const value = fields[name]
    return typeof value === 'string' ? [{ name, label: whoMay(lang)(`field-${name}`), value }] : []
  })
}

/** What a reminder of such a change says; undefined for other reminders. */
export function whoReminder(code: string, lang: Lang): string | undefined {
  const known = REMINDERS.find((one) => code === `who-${one}`)
  return known && whoMay(lang)(`reminder-${known}`)
}

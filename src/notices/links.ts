import type { Lang } from '../language/lang.ts'
import { NOTICES, type NoticeName } from './template.ts'

/**
 * Where a notice leads when its planner names no page of its own. The follow page asks for the receipt;
 * the number only saves typing, and is no secret.
 */
export function noticePath(name: NoticeName, lang: Lang, facts: Readonly<Record<string, unknown>>): string {
  const number = encodeURIComponent(String(facts.caseNumber ?? ''))
  switch (NOTICES[name].link) {
    case 'statusUrl':
      return `/${lang}/follow?case=${number}`
    case 'deskUrl':
      return `/desk/cases/${number}`
    case 'summaryUrl':
      return '/authority'
    case 'reportUrl':
      return '/publications'
    case 'accountUrl':
      return '/desk/account'
    case 'invitationUrl':
      throw new Error('an invitation needs its own link')
  }
}

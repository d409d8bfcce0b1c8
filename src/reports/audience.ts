import { codeList } from '../classification/index.ts'

/**
 * Whom a report is for: the office itself, or one of the groups of the code list `audience`. Only the office's own
 * version holds small figures; the staff and management of services are outside the office like everybody else.
 */
export type Audience = 'office' | 'national' | 'regional' | 'management' | 'staff' | 'public'

/** The audiences a report can be released to, in the order of the list. */
export const AUDIENCES = codeList('audience').map(({ code }) => code as Exclude<Audience, 'office'>)

export function isAudience(value: string): value is Audience {
  return value === 'office' || (AUDIENCES as string[]).includes(value)
}

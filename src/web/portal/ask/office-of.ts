import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import type { Draft } from '../draft.ts'
import { type Office, readOffice } from '../office.ts'
import { countyTyped } from './where.tsx'

/** The office that the matter goes to, once the municipality is known and the office is served here. */
export async function officeOf(web: Web, lang: Lang, draft: Draft): Promise<Office | undefined> {
  const county = countyTyped(draft.answers.where ?? {})
  return county && web.house.organisations.includes(county) ? readOffice(web.house, county, lang) : undefined
}

import type { Hono } from 'hono'
import type { Role, SignedIn } from '../../../src/access/signed-in.ts'
import type { Lang } from '../../../src/language/lang.ts'
import type { WebEnv } from '../../../src/web/context.ts'
import { casePages } from '../../../src/web/desk/index.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import type { TestHouse } from '../../house.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'

export const signedInAs = (id: string, role: Role = 'ombudsman', language: Lang = 'fi'): SignedIn => ({
  staffId: id,
  organisation: '08',
  name: 'Maija Meikäläinen',
  email: 'maija@example.fi',
  role,
  municipality: null,
  language,
  sessionId: '0198a000-0000-7000-8000-000000000001',
  // Has just proved who they are, whatever time the test makes it.
  provedAt: new Date('2100-01-01T00:00:00Z'),
})

/** The desk as one member of staff sees it, with all that stands before it. */
export const deskOf = (house: TestHouse, staff: SignedIn): Hono<WebEnv> =>
  siteWith(webOn(house), casePages(webOn(house)), '/desk', staff)

/** Sends the header by which a browser tells that a form is the site's own. */
export const ownSite = (app: Hono<WebEnv>) =>
  ({
    request: (path: string, init: RequestInit) => {
      const headers = new Headers(init.headers)
      headers.set('Sec-Fetch-Site', 'same-origin')
      return app.request(path, { ...init, headers })
    },
  }) as unknown as Hono<WebEnv>

export interface Desk extends Office {
  maijaAt: Visitor
  pekkaAt: Visitor
}

export async function openDesk(house: TestHouse): Promise<Desk> {
  const office = await openOffice(house)
  const at = (id: string) => new Visitor(ownSite(deskOf(house, signedInAs(id))))
  return { ...office, maijaAt: at(office.maija.id), pekkaAt: at(office.pekka.id) }
}

/** The value of a hidden or other field on a page. */
export const fieldOn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

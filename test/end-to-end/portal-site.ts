import { portal } from '../../src/web/portal/index.tsx'
import { testHouse } from '../house.ts'
import { serveSite, siteWith, webOn } from '../web/serve-site.ts'
import { launchBrowser, type OpenPage, openPage } from './browser.ts'

export interface PortalSite {
  /** A window of a client nobody knows. */
  visit(options?: { width?: number; javaScript?: boolean }): Promise<OpenPage>
  close(): Promise<void>
}

/** The portal of an office that has told how it is reached, and a browser to walk it with. */
export async function portalSite(): Promise<PortalSite> {
  const house = await testHouse()
  await house.database.owner.query(
    `update organisation set phone = '03 123 4567', email = 'sosiaaliasiavastaava@example.org',
       address = E'PL 100\\n33101 Tampere',
       hours = '{"fi": "ma–to klo 9–11", "sv": "må–to kl. 9–11", "en": "Mon–Thu 9–11"}',
       visits = '{"fi": "Tapaamisesta sovitaan puhelimessa.", "sv": "Möten avtalas per telefon.", "en": "Please book a meeting by phone."}'
     where code = '08'`,
  )
  const web = webOn(house)
  const site = await serveSite(siteWith(web, portal(web)))
  const browser = await launchBrowser()
  return {
    visit: (options = {}) => openPage(browser, { baseURL: site.url, ...options }),
    async close() {
      await browser.close()
      await site.close()
      await house.close()
    },
  }
}

import { inOffice } from '../custody/transaction.ts'
import { dateInFinland } from '../language/formats.ts'
import { LANGS } from '../language/lang.ts'
import { releaseSummary, saveSection } from '../reports/index.ts'
import { SECTION_KEYS } from '../reports/section-keys.ts'
import type { PastHouse } from './clock.ts'
import { DELAYED_MUNICIPALITY, DEMO_COUNTY } from './place.ts'
import type { DemoStaff } from './staff.ts'
import { REPORT_SECTIONS } from './words/report.ts'

/** Last year's report as the lead has written it, and one municipality's summary, in Finnish and Swedish, released to its reader. */
export async function writeReports(house: PastHouse, staff: DemoStaff): Promise<void> {
  const year = dateInFinland(house.now()).year - 1
  await inOffice(house, DEMO_COUNTY, staff.helena, async (t) => {
    for (const lang of LANGS)
      for (const [position, key] of SECTION_KEYS.entries())
        await saveSection(t, { year, lang, key, markdown: REPORT_SECTIONS[lang][key], position })
  })
  for (const lang of ['fi', 'sv'] as const)
    await inOffice(
      house,
      DEMO_COUNTY,
      staff.helena,
      (t) => releaseSummary(t, { municipality: DELAYED_MUNICIPALITY, year, lang }),
      { timeout: 120_000 },
    )
}

/**
 * The door of the room.
 *
 * A year's report: `previewAnnualReport(t, …)` gives the document (show it with `toHtmlFragment`, download it with
 * `workshop.pdf` and `.xlsx`, in a thread beside), `annualReport(house, …)` writes all files. The ombudsman's texts: `listSections`,
 * `saveSection`. A municipality's summary: `makeSummary` to look at, `releaseSummary` to give it to its readers;
 * they `listReleases` and `openRelease`. `publishAnnualReport` gives the public version to everybody.
 */
export {
  type AnnualReportAsked,
  annualReport,
  type MadeReport,
  previewAnnualReport,
} from './annual-report.ts'
export { AUDIENCES, type Audience, isAudience } from './audience.ts'
export { publishAnnualReport } from './publish-annual-report.ts'
export type { Quarter } from './read-figures.ts'
export { type ReleasedSummary, releaseSummary } from './release-summary.ts'
export {
  listReleases,
  openRelease,
  type ReleaseListed,
  type ReleaseOpened,
  type ReleaseReader,
  withdrawRelease,
} from './releases.ts'
export type { ReportFacts, ReportJson } from './report-json.ts'
export { LONGEST_SECTION, listSections, type Section, SectionRefused, saveSection } from './sections.ts'
export { makeSummary, type SummaryAsked } from './summary.ts'
export { beside as workshop } from './workshop/beside.ts'

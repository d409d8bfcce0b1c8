import type { House } from '../custody/transaction.ts'
import { reports } from '../language/catalogues/reports.ts'
import { annualReport } from './annual-report.ts'
import { AUDIENCES, isAudience } from './audience.ts'
import { checkOrganisation, type ExitCode, Refusal, runReportCommand, type Write } from './command.ts'

/**
 * `annual-report --organisation CODE --year YYYY --lang LANG [--audience …] --out DIR [--json]`: writes a year's
 * report in every form. Without an audience it is the office's own version, in which nothing is hidden.
 */
export function annualReportCommand(args: string[], write: Write, house: House): Promise<ExitCode> {
  return runReportCommand(args, write, {
    name: 'annual-report',
    options: ['organisation', 'year', 'audience'],
    async make(values, { lang, out, year }) {
      const organisation = checkOrganisation(values.organisation, house.organisations, lang)
      const audience = values.audience ?? 'office'
      if (!isAudience(audience)) {
        const args = { value: audience, audiences: AUDIENCES.join(', ') }
        throw new Refusal(2, 'wrong-audience', reports(lang)('command.audience-bad', args))
      }
      const made = await annualReport(house, { organisation, year, lang, audience, out })
      return { organisation, year, lang, audience, suppressed: made.suppressed, out, files: made.files }
    },
  })
}

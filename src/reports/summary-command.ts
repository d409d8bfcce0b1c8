import { countyOf, isCode } from '../classification/index.ts'
import type { House } from '../custody/transaction.ts'
import { reports } from '../language/catalogues/reports.ts'
import { checkOrganisation, type ExitCode, Refusal, runReportCommand, type Write } from './command.ts'
import type { Quarter } from './read-figures.ts'
import { summary } from './summary.ts'

/**
 * `summary --municipality CODE --year YYYY [--quarter 1..4] --lang LANG --out DIR [--json]`: writes a
 * municipality's summary in every form, small figures hidden.
 */
export function summaryCommand(args: string[], write: Write, house: House): Promise<ExitCode> {
  return runReportCommand(args, write, {
    name: 'summary',
    options: ['municipality', 'year', 'quarter'],
    async make(values, { lang, out, year }) {
      const t = reports(lang)
      const { municipality } = values
      if (!municipality) throw new Refusal(2, 'missing-municipality', t('command.municipality-missing'))
      if (!isCode('municipality', municipality))
        throw new Refusal(
          2,
          'unknown-municipality',
          t('command.municipality-unknown', { value: municipality }),
        )
      if (values.quarter !== undefined && !/^[1-4]$/.test(values.quarter))
        throw new Refusal(2, 'wrong-quarter', t('command.quarter-bad', { value: values.quarter }))
      const quarter = values.quarter === undefined ? undefined : (Number(values.quarter) as Quarter)
      const organisation = checkOrganisation(countyOf(municipality), house.organisations, lang)
      const made = await summary(house, { municipality, year, quarter, lang, out })
      return { organisation, municipality, year, quarter: quarter ?? null, lang, out, files: made.files }
    },
  })
}

import { counties } from '../../classification/index.ts'
import { readOptions, type Write } from '../../custody/command-words.ts'
import type { House } from '../../custody/transaction.ts'
import { retentionTexts } from '../../language/catalogues/retention.ts'
import { type RetentionRun, runRetention } from './run.ts'

/**
 * `retention [--dry-run] [--organisation CODE] [--lang] [--json]`: what the nightly job does, now; with `--dry-run` it
 * only tells what it would do.
 * @returns 0 done, 1 when something could not be destroyed, 2 for wrong use
 */
export async function retentionCommand(args: string[], write: Write, house: House): Promise<0 | 1 | 2> {
  const asked = readOptions(args, {
    'dry-run': { type: 'boolean' },
    organisation: { type: 'string' },
  } as const)
  const t = retentionTexts(asked.lang)
  const refuse = (message: string): 2 => {
    write.err(`${message}\n${t('command-usage')}\n`)
    return 2
  }
  if (!asked.values) return refuse(asked.wrong)
  const { organisation, json, 'dry-run': dryRun = false } = asked.values
  if (organisation !== undefined && !house.organisations.includes(organisation))
    return refuse(t('command-organisation', { value: organisation }))
  const runs: RetentionRun[] = []
  for (const one of organisation ? [organisation] : house.organisations)
    runs.push(await runRetention(house, one, { dryRun }))
  const sum = (of: (run: RetentionRun) => number) => runs.reduce((all, run) => all + of(run), 0)
  if (json) {
    const total = {
      dryRun,
      rules: sum((run) => run.rules),
      warned: sum((run) => run.warned),
      told: sum((run) => run.told),
      held: sum((run) => run.held),
      review: sum((run) => run.review),
      keep: sum((run) => run.keep),
      due: sum((run) => run.due),
      destroyed: sum((run) => run.destroyed),
      failed: sum((run) => run.failed.length),
    }
    write.out(`${JSON.stringify({ ...total, organisations: runs })}\n`)
  } else for (const run of runs) write.out(`${lines(run, dryRun, asked.lang)}\n`)
  return runs.some(({ failed }) => failed.length > 0) ? 1 : 0
}

function lines(run: RetentionRun, dryRun: boolean, lang: 'fi' | 'sv' | 'en'): string {
  const t = retentionTexts(lang)
  const name = counties.find(({ code }) => code === run.organisation)?.[lang] ?? run.organisation
  if (run.rules === 0) return t('command-no-rules', { name })
  const { warned, told, held, review, due, destroyed } = run
  return [
    t(dryRun ? 'command-would' : 'command-did', {
      name,
      warned,
      told,
      held,
      review,
      n: dryRun ? due : destroyed,
    }),
    ...run.failed.map(({ number, id }) => t('command-failed', { what: number ?? id })),
  ].join('\n')
}

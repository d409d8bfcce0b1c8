import { parseArgs } from 'node:util'
import type pg from 'pg'
import { verifyAudit } from './verify-audit.ts'

interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/**
 * `audit-verify [--json]`: recomputes every office's audit chain.
 * @returns 0 when every entry fits, 1 when one does not, 2 for wrong use
 */
export async function auditVerifyCommand(
  args: string[],
  write: Write,
  owner: pg.Pool | pg.PoolClient,
): Promise<0 | 1 | 2> {
  try {
    parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: false, strict: true })
  } catch (error) {
    write.err(`${(error as Error).message}\nUsage: audit-verify [--json]\n`)
    return 2
  }
  const verdict = await verifyAudit(owner)
  const { entries, ok, firstBad } = verdict
  if (args.includes('--json')) write.out(`${JSON.stringify({ entries, ok, firstBad })}\n`)
  else if (ok) write.out(`${entries} entries, all in order.\n`)
  else
    write.out(
      `${entries} entries. Entry ${firstBad!.seq} of office ${firstBad!.organisation} does not fit the chain: it was changed, put in, or follows one that was removed.\n`,
    )
  return ok ? 0 : 1
}

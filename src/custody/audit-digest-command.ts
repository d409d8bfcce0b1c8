import { audit } from '../language/catalogues/audit.ts'
import { formatDate } from '../language/formats.ts'
import { readOptions, type Write } from './command-words.ts'
import { readDigest } from './sign-digests.ts'
import { type House, inOffice } from './transaction.ts'

/**
 * `audit-digest --organisation CODE [--day DATE] [--lang] [--json]`: gives out the signed digest of a day, or the
 * latest. Recorded. @returns 0 given, 1 when there is none, 2 for wrong use
 */
export async function auditDigestCommand(args: string[], write: Write, house: House): Promise<0 | 1 | 2> {
  const asked = readOptions(args, { organisation: { type: 'string' }, day: { type: 'string' } } as const)
  const t = audit(asked.lang)
  const refuse = (exit: 1 | 2, message: string): 1 | 2 => {
    write.err(`${message}\n${exit === 2 ? `${t('digest-usage')}\n` : ''}`)
    return exit
  }
  if (!asked.values) return refuse(2, asked.wrong)
  const { organisation, day, json } = asked.values
  if (!organisation) return refuse(2, t('organisation-missing'))
  if (!house.organisations.includes(organisation))
    return refuse(2, t('organisation-unknown', { value: organisation }))
  if (day !== undefined && !isDay(day)) return refuse(2, t('day-bad'))
  const digest = await inOffice(house, organisation, { kind: 'system' }, async (o) => {
    const found = await readDigest(o, day)
    if (found)
      o.audit({
        event: 'audit.digest-exported',
        subjectKind: 'organisation',
        subjectId: organisation,
        details: { day: found.day },
      })
    return found
  })
  if (!digest) {
    const message = t('digest-none')
    if (json) write.out(`${JSON.stringify({ error: { code: 'no-digest', message } })}\n`)
    return refuse(1, message)
  }
  const { seq, hash, publicKey: key, signature } = digest
  write.out(
    json
      ? `${JSON.stringify(digest)}\n`
      : `${t('digest-text', { organisation, day: formatDate(asked.lang, digest.day), seq: String(seq), hash: hash || '–', key, signature })}\n`,
  )
  return 0
}

const isDay = (text: string): boolean => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

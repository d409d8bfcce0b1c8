import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { audit } from '../language/catalogues/audit.ts'
import { formatDate } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import { readOptions, type Write } from './command-words.ts'
import { type DigestFile, digestFile } from './digest.ts'
import { verifyAudit } from './verify-audit.ts'

/**
 * `audit-verify [--digest FILE …] [--lang] [--json]`: recomputes every office's audit chain and holds it against the
 * signed digests, also against files of digests that were kept outside.
 * @returns 0 when every entry fits, 1 when one does not, 2 for wrong use
 */
export async function auditVerifyCommand(
  args: string[],
  write: Write,
  owner: pg.Pool | pg.PoolClient,
): Promise<0 | 1 | 2> {
  const asked = readOptions(args, { digest: { type: 'string', multiple: true } } as const)
  const { lang } = asked
  const t = audit(lang)
  const refuse = (message: string): 2 => {
    write.err(`${message}\n${t('verify-usage')}\n`)
    return 2
  }
  if (!asked.values) return refuse(asked.wrong)
  const held: DigestFile[] = []
  for (const file of asked.values.digest ?? []) {
    const read = readDigestFile(file, lang)
    if (typeof read === 'string') return refuse(read)
    held.push(...read)
  }
  const verdict = await verifyAudit(owner, held)
  const { entries, ok, firstBad, bad, digests, unsigned } = verdict
  if (asked.values.json) write.out(`${JSON.stringify({ entries, ok, firstBad, bad, digests, unsigned })}\n`)
  else if (ok) write.out(`${t('verify-good', { entries, digests })}\n`)
  else {
    const lines = bad.map(({ organisation, seq, to, kind, day = '' }) =>
      t(kind, { organisation, seq: to ? `${seq}–${to}` : String(seq), day: day && formatDate(lang, day) }),
    )
    write.out(`${t('verify-bad', { entries, faults: bad.length })}\n${lines.join('\n')}\n`)
  }
  if (!asked.values.json) {
    for (const { organisation, entries, from, to } of unsigned)
      write.out(
        `${t('unsigned', { organisation, entries, from: formatDate(lang, from), to: formatDate(lang, to) })}\n`,
      )
    if (held.length === 0) write.out(`${t('not-held')}\n`)
  }
  return ok ? 0 : 1
}

/** One digest, or a list of them. A text: what is wrong with the file. */
function readDigestFile(file: string, lang: Lang): DigestFile[] | string {
  const t = audit(lang)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return t('file-unread', { file })
  }
  try {
    const read: unknown = JSON.parse(text)
    return [read].flat().map((one) => digestFile.parse(one))
  } catch {
    return t('file-bad', { file })
  }
}

import { ErasedError, openDataKey } from '../../custody/data-key.ts'
import { ScannerAway } from '../../custody/files/clamd.ts'
import { seal } from '../../custody/seal.ts'
import { type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { attachmentTexts } from '../../language/catalogues/attachments.ts'
import { type CaseAtWork, lockCase } from '../engine/case-row.ts'
import { noticeLanguage, planClientNotice } from '../engine/plan-notices.ts'
import { storeNote } from '../engine/store-note.ts'
import { place } from '../sealed-parts.ts'
import { contentOf } from './content.ts'
import { destroyContent } from './destroy-content.ts'
import { planScan, type ScanJob } from './plan-scan.ts'
import { openParts } from './read-attachments.ts'

const SYSTEM = { kind: 'system' } as const
/** Minutes until the next try while the scanner is away; the last one goes on. */
const WAITS = [1, 5, 15, 60]

type Verdict = { found: string | null; with: string } | 'away'

/**
 * Has a file looked at. Clean: given out from now on. Infected at its first scan: its content is destroyed. Infected
 * later, by new signatures: locked, and opened by nobody. Client and handler are told in the thread. Scanner away: stays in
 * quarantine and is tried again. Without a scanner the file stays where it is.
 */
export async function scanAttachment(house: House, job: ScanJob): Promise<void> {
  const { scanner } = house
  if (!scanner) return
  const file = await inOffice(house, job.organisation, SYSTEM, (t) => open(t, job.attachmentId))
  if (!file) return
  let verdict: Verdict
  try {
    const content = contentOf(house, { organisation: job.organisation, actor: SYSTEM }, file)
    verdict = { with: await scanner.version(), found: await scanner.scan(content) }
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error
    house.log.warn({ attachment: file.id }, 'the malware scanner is away')
    verdict = 'away'
  }
  await inOffice(house, job.organisation, SYSTEM, (t) => settle(t, file.caseId, file.id, verdict))
}

const SCANNED = ['quarantined', 'unscanned', 'clean']

async function open(t: OfficeTransaction, id: string) {
  const row = await t.sql.attachment.findFirst({
    where: { id, state: { in: SCANNED } },
    include: { case: { select: { keyId: true } } },
  })
  if (!row) return null
  try {
    const { key } = openParts(await openDataKey(t, row.case.keyId), row)
    return { id, caseId: row.caseId, size: row.size, key: Buffer.from(key!, 'base64') }
  } catch (error) {
    // The case has been destroyed meanwhile: there is nothing left to look at.
    if (error instanceof ErasedError) return null
    throw error
  }
}

async function settle(t: OfficeTransaction, caseId: string, id: string, verdict: Verdict): Promise<void> {
  const work = await lockCase(t, caseId)
  const row = await t.sql.attachment.findUnique({ where: { id } })
  if (!row || !SCANNED.includes(row.state)) return
  if (verdict === 'away') {
    const wait = WAITS[Math.min(row.tries, WAITS.length - 1)]!
    await t.sql.attachment.update({
      where: { id },
      data: { tries: row.tries + 1, ...(row.state === 'quarantined' && { state: 'unscanned' }) },
    })
    planScan(t, id, new Date(t.now.getTime() + wait * 60_000))
    return
  }
  const scanned = { scannedAt: t.now, scannedWith: verdict.with, tries: 0 }
  await t.sql.attachment.update({
    where: { id },
    data: { ...scanned, ...(!verdict.found && { state: 'clean' }) },
  })
  if (!verdict.found) return
  const key = await work.key()
  const later = row.state === 'clean'
  if (later) await t.sql.attachment.update({ where: { id }, data: { state: 'locked' } })
  else await destroyContent(t, row, key, 'infected')
  t.audit({
    event: 'attachment.infected',
    subjectKind: 'case',
    subjectId: caseId,
    details: { attachment: id, kind: row.kind, found: verdict.found.slice(0, 100), later },
  })
  await tell(t, work, { shared: row.shared, name: openParts(key, row).name, later })
}

/** In the thread where the client sees the file, else in a note to colleagues; the case shows as unread. */
async function tell(
  t: OfficeTransaction,
  work: CaseAtWork,
  file: { shared: boolean; name: string; later: boolean },
): Promise<void> {
  const say = attachmentTexts(noticeLanguage(work.row.language))
  const text = say(file.later ? 'told-later' : 'told-infected', { name: file.name })
  if (file.shared) {
    await storeNote(t, work, text, 'system')
    await planClientNotice(t, work, 'message-waiting')
  } else {
    const id = newId(t.now)
    t.insert('note', {
      id,
      organisation: t.organisation,
      caseId: work.row.id,
      at: t.now,
      staffId: null,
      bodySealed: seal(await work.key(), place.note(id), text),
    })
  }
  await t.sql.case.update({ where: { id: work.row.id }, data: { unread: true } })
}

import { forgetDraft, newDraftCode, openDraft, saveDraft } from '../../../cases/index.ts'
import type { Web } from '../../context.ts'

interface KeptFile {
  kind: 'import'
  organisation: string
  staffId: string
  file: string
}

/**
 * Keeps a checked file until it is confirmed: sealed under a key that only the code on the page gives, so that
 * pseudonyms of an office lie nowhere in the clear, and forgotten when it is imported or left.
 */
export async function keepFile(web: Web, owner: Owner, file: Buffer): Promise<string> {
  const code = newDraftCode()
  const kept: KeptFile = { kind: 'import', ...owner, file: file.toString('base64') }
  await saveDraft(web.house, code, kept)
  return code
}

interface Owner {
  organisation: string
  staffId: string
}

/** The file again, for whoever had it checked; null when it is gone. */
export async function openFile(web: Web, owner: Owner, code: string): Promise<Buffer | null> {
  const kept = (await openDraft(web.house, code)) as KeptFile | null
  const theirs =
    kept?.kind === 'import' && kept.organisation === owner.organisation && kept.staffId === owner.staffId
  return theirs ? Buffer.from(kept.file, 'base64') : null
}

export const forgetFile = (web: Web, code: string): Promise<void> => forgetDraft(web.house, code)

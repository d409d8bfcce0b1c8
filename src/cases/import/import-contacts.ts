import { createHash } from 'node:crypto'
import { type Actor, type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import type { Lang } from '../../language/lang.ts'
import { contactRow } from '../contact-row.ts'
import { type CheckedRow, rowChecker } from './check-row.ts'
import { readRows } from './read-file.ts'
import { readHeader } from './read-header.ts'
import { FileRefused, type Rejected, rejection } from './rejection.ts'
import { contentOf, type ImportKeys, importKeys } from './units.ts'
import { writeContacts } from './write-contacts.ts'

const AT_ONCE = 2000
const TEN_MINUTES = 600_000

export interface ImportOptions {
  lang: Lang
  /** go through it all and write nothing */
  dryRun?: boolean
  /** import the good rows of a file that has bad ones */
  partial?: boolean
}

export interface Imported {
  /** contacts that came in; with `dryRun`, that would */
  accepted: number
  /** rows that had come in before */
  duplicates: number
  rejected: Rejected[]
}

/**
 * Brings in a file of contacts, in one transaction: all of it or nothing, save with `partial`. Rows are checked and
 * written as they are read, and what was written is taken back when a bad row turns up, when the file breaks off or
 * when nothing was to be written.
 * Imported contacts count like logged ones.
 */
export async function importContacts(
  house: House,
  organisation: string,
  actor: Actor,
  file: Buffer,
  options: ImportOptions,
): Promise<Imported> {
  try {
    return await inOffice(
      house,
      organisation,
      actor,
      async (t) => {
        const done = await bringIn(t, file, options)
        if (options.dryRun || (done.rejected.length > 0 && !options.partial)) throw new TakenBack(done)
        return done
      },
      { timeout: TEN_MINUTES },
    )
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
    const { accepted, duplicates, rejected } = error.done
    const refused = rejected.length > 0 && !options.partial
    return refused ? { accepted: 0, duplicates: 0, rejected } : { accepted, duplicates, rejected }
  }
}

/** Ends the transaction without a trace. */
class TakenBack extends Error {
  readonly done: Imported
  constructor(done: Imported) {
    super('taken back')
    this.done = done
  }
}

async function bringIn(
  t: OfficeTransaction,
  file: Buffer,
  { lang, partial = false }: ImportOptions,
): Promise<Imported> {
  const importId = newId(t.now)
  const done: Imported = { accepted: 0, duplicates: 0, rejected: [] }
  const keys = importKeys(t.keys, t.organisation)
  const times = new Map<string, number>()
  let batch: CheckedRow[] = []
  // While the database writes one batch the next is read and checked.
  let writing = Promise.resolve()
  const write = async () => {
    const rows = batch.map((checked) => contactOf(t, keys, checked, importId, times))
    batch = []
    await writing
    writing = writeContacts(t, rows).then((accepted) => {
      done.accepted += accepted
      done.duplicates += rows.length - accepted
    })
    // Whoever waits for it next is told of an error; until then it is nobody's.
    writing.catch(() => {})
  }
  try {
    let check: ReturnType<typeof rowChecker> | undefined
    let rows = 0
    for await (const row of readRows(file)) {
      if (!check) {
        const header = readHeader(row.row, row.cells, lang)
        if (header.wrong.length > 0) return { ...done, rejected: header.wrong }
        check = rowChecker(header.columns, lang, t.now)
        continue
      }
      rows++
      const checked = check(row)
      if (Array.isArray(checked)) done.rejected.push(...checked)
      // After a bad row the rest is still read, to tell all that is wrong at once.
      else if (partial || done.rejected.length === 0) batch.push(checked)
      if (batch.length >= AT_ONCE) await write()
    }
    if (!check) throw new FileRefused('file-empty')
    if (rows === 0) throw new FileRefused('file-no-rows')
    if (partial || done.rejected.length === 0) await write()
    await writing
  } catch (error) {
    await writing.catch(() => {})
    if (!(error instanceof FileRefused)) throw error
    // Nobody knows what the rest of such a file holds, so nothing of it stays, whatever was asked for.
    throw new TakenBack({
      accepted: 0,
      duplicates: 0,
      rejected: [rejection(lang, error.code, { row: 0, detail: error.detail })],
    })
  }
  await keepRecord(t, importId, file, done)
  return done
}

/** A row as a contact; its units come from its pseudonyms, or are its own. */
function contactOf(
  t: OfficeTransaction,
  keys: ImportKeys,
  checked: CheckedRow,
  importId: string,
  times: Map<string, number>,
) {
  const { codes, caseRef, personRef } = checked
  const content = contentOf(checked)
  const time = (times.get(content) ?? 0) + 1
  times.set(content, time)
  const unit = (kind: 'case' | 'person', reference: string) =>
    reference === '' ? newId(codes.contactAt) : keys.unitOf(kind, reference)
  const row = contactRow(t, codes, {
    caseId: null,
    caseUnit: unit('case', caseRef),
    personUnit: unit('person', personRef),
    source: 'import',
    keyId: null,
  })
  return { ...row, ...codes, at: codes.contactAt, importId, importHash: keys.rowHash(content, time) }
}

async function keepRecord(t: OfficeTransaction, id: string, file: Buffer, done: Imported): Promise<void> {
  const { accepted, duplicates, rejected } = done
  await t.sql.import.create({
    data: {
      id,
      organisation: t.organisation,
      at: t.now,
      staffId: t.actor.kind === 'staff' ? t.actor.id : null,
      fileHash: createHash('sha256').update(file).digest(),
      accepted,
      duplicates,
      rejected: rejected.length,
    },
  })
  t.audit({
    event: 'contacts.imported',
    subjectKind: 'import',
    subjectId: id,
    details: { accepted, duplicates, rejected: rejected.length },
  })
}

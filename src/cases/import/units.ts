import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Keyring } from '../../custody/keys.ts'
import type { CheckedRow } from './check-row.ts'

/** What an office's file is known by: its pseudonyms as counting units, its rows by their content. */
export interface ImportKeys {
  /**
   * The counting unit of an office's own pseudonym: the same for the same pseudonym in every file of that office,
   * and only there. The pseudonym itself is not kept, and without the master key it cannot be tried out.
   * A UUID of version 8 (RFC 9562: bytes of one's own making).
   */
  unitOf(kind: 'case' | 'person', reference: string): string
  /**
   * A keyed hash of a row's content, by which it is known again. `time` tells equal rows of one file apart: two
   * equal rows are two contacts, and both are known again when the file comes again, as CSV or as a spreadsheet.
   */
  rowHash(content: string, time: number): Buffer<ArrayBuffer>
}

export function importKeys(keys: Keyring, organisation: string): ImportKeys {
  const keyOf = (purpose: string) => createSecretKey(keys.derive(`import-${purpose}:${organisation}`))
  const mac = (key: KeyObject, text: string) => Buffer.from(createHmac('sha256', key).update(text).digest())
  const key = { case: keyOf('case'), person: keyOf('person'), row: keyOf('row') }
  const known = { case: new Map<string, string>(), person: new Map<string, string>() }
  return {
    unitOf(kind, reference) {
      let unit = known[kind].get(reference)
      if (unit === undefined) {
        unit = uuid(mac(key[kind], reference.normalize('NFC')))
        if (known[kind].size < 50_000) known[kind].set(reference, unit)
      }
      return unit
    },
    rowHash: (content, time) => mac(key.row, `${time} ${content}`),
  }
}

function uuid(bytes: Buffer): string {
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A row's content in one form, whatever the file, the order of its columns and of its codes. */
export function contentOf({ codes, caseRef, personRef }: CheckedRow): string {
  return JSON.stringify([
    codes.contactAt.getTime(),
    codes.channel ?? '',
    codes.contactPerson ?? '',
    codes.language ?? '',
    codes.municipality ?? '',
    codes.ageBand ?? '',
    codes.serviceTask ?? '',
    codes.service ?? '',
    codes.providerMode ?? '',
    codes.nature ?? '',
    [...codes.reasons].sort(),
    [...codes.actions].sort(),
    codes.outcome ?? '',
    caseRef,
    personRef,
  ])
}

import type { Keyring } from '../../custody/keys.ts'
import type { CheckedRow } from './check-row.ts'

/**
 * The counting unit of an office's own pseudonym: the same for the same pseudonym in every file of that office, and
 * only there. The pseudonym itself is not kept, and without the master key it cannot be tried out.
 * A UUID of version 8 (RFC 9562: bytes of one's own making).
 */
export function unitOf(
  keys: Keyring,
  organisation: string,
  kind: 'case' | 'person',
  reference: string,
): string {
  const bytes = keys.mac(`import-${kind}:${organisation}`, reference.normalize('NFC')).subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * A keyed hash of a row's content, by which it is known again. `time` tells equal rows of one file apart: two equal
 * rows are two contacts, and both are known again when the file comes again, as CSV or as a spreadsheet.
 */
export function rowHash(keys: Keyring, organisation: string, content: string, time: number): Buffer {
  return keys.mac(`import-row:${organisation}`, `${time} ${content}`)
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

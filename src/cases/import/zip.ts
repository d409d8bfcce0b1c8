const DIRECTORY = Buffer.from('PK\u0001\u0002', 'latin1')

/**
 * The names in a zip file and how large it unpacks to, read from its central directory (APPNOTE 4.3.12), so that a
 * packed file is known before it is unpacked. No names: not a whole zip file.
 */
export function inspectZip(file: Buffer): { names: string[]; unpacked: number } {
  const names: string[] = []
  let unpacked = 0
  let at = file.indexOf(DIRECTORY)
  while (at >= 0 && at + 46 <= file.length) {
    const nameLength = file.readUInt16LE(at + 28)
    const size = file.readUInt32LE(at + 24)
    names.push(file.toString('utf8', at + 46, at + 46 + nameLength))
    unpacked += size
    const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    at = file.subarray(next, next + 4).equals(DIRECTORY) ? next : -1
  }
  return { names, unpacked }
}

import { randomFillSync } from 'node:crypto'

const pool = Buffer.allocUnsafe(4096)
let taken = pool.length

/**
 * A few bytes from the system's generator, as from `randomBytes`, drawn 4096 at a time: asking it for each nonce and
 * each id by itself took longer than sealing. No byte is ever given twice. `size` in bytes, 1 to 64.
 */
export function fewRandomBytes(size: number): Buffer {
  if (taken + size > pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  const bytes = Buffer.from(pool.subarray(taken, taken + size))
  pool.fill(0, taken, taken + size)
  taken += size
  return bytes
}

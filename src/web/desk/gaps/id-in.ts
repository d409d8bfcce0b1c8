import { Refusal } from '../../../cases/index.ts'
import type { DeskContext } from '../frame.tsx'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** An id in the address. Throws Refusal "not-found" for anything that cannot be one. */
export function idIn(c: DeskContext, name = 'id'): string {
  const id = c.req.param(name) ?? ''
  if (!UUID.test(id)) throw new Refusal('not-found')
  return id
}

import { hkdfSync } from 'node:crypto'
import { seal, unsealText } from '../custody/seal.ts'
import type { House } from '../custody/transaction.ts'
import { newToken, tokenHash } from './sessions.ts'

/** What was typed into a page whose session had ended. */
export interface LostForm {
  path: string
  fields: [name: string, value: string][]
}

/** Longest form kept, in characters. */
const MOST = 400_000
const keyOf = (token: string) => Buffer.from(hkdfSync('sha256', token, 'asiavastaava', 'lost form', 32))

/**
 * Keeps a form of a session that has ended, sealed under its token, for the one whose session it was.
 * @returns the token, or null when nobody knows whose form it is or it is too long
 */
export async function keepLostForm(house: House, session: string, form: LostForm): Promise<string | null> {
  const [row] = await house.prisma.$queryRaw<{ owner: string | null }[]>`
    select app.session_owner(${tokenHash(session)}) as owner`
  const content = JSON.stringify({ owner: row?.owner, fields: form.fields })
  if (!row?.owner || content.length > MOST) return null
  const token = newToken()
  await house.prisma.lostForm.create({
    data: {
      tokenHash: tokenHash(token),
      path: form.path,
      sealed: seal(keyOf(token), 'lost-form', content),
      createdAt: house.now(),
    },
  })
  return token
}

/** What was kept, for the person it belongs to; null for everybody else. */
export async function readLostForm(house: House, token: string, staffId: string): Promise<LostForm | null> {
  const row = await house.prisma.lostForm.findUnique({ where: { tokenHash: tokenHash(token) } })
  if (!row) return null
  const kept = JSON.parse(unsealText(keyOf(token), 'lost-form', row.sealed)) as {
    owner: string
    fields: LostForm['fields']
  }
  return kept.owner === staffId ? { path: row.path, fields: kept.fields } : null
}

/** Erased once it has been given back. */
export async function forgetLostForm(house: House, token: string): Promise<void> {
  await house.prisma.lostForm.deleteMany({ where: { tokenHash: tokenHash(token) } })
}

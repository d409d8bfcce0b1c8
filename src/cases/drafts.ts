import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { seal, unsealText } from '../custody/seal.ts'
import type { House } from '../custody/transaction.ts'

const DAYS = 30
const DAY = 86_400_000
// Letters and digits that cannot be mistaken for each other when read aloud or copied by hand.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A new code for coming back to a form: XXXX-XXXX-XXXX-XXXX (79 bits). */
export function newDraftCode(): string {
  const bytes = randomBytes(64)
  const letters = [...bytes]
    .filter((byte) => byte < ALPHABET.length * 8)
    .map((byte) => ALPHABET[byte % ALPHABET.length]!)
  return letters
    .slice(0, 16)
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}

const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')
export const draftHash = (code: string) =>
  Buffer.from(
    createHash('sha256')
      .update(`draft ${plain(code)}`)
      .digest(),
  )
export const draftKey = (code: string) =>
  Buffer.from(hkdfSync('sha256', plain(code), 'asiavastaava', 'draft', 32))

/** Keeps a form's answers, sealed under a key that only the code gives: without it nobody can read them, the office included. */
export async function saveDraft(house: House, code: string, answers: unknown): Promise<{ until: Date }> {
  const now = house.now()
  const expiresAt = new Date(now.getTime() + DAYS * DAY)
  const codeHash = draftHash(code)
  const data = { sealed: seal(draftKey(code), 'draft', JSON.stringify(answers)), savedAt: now, expiresAt }
  await house.prisma.draft.upsert({ where: { codeHash }, create: { codeHash, ...data }, update: data })
  return { until: expiresAt }
}

/** The answers kept under a code, or null when there is none or it has expired. */
export async function openDraft(house: House, code: string): Promise<unknown> {
  const row = await house.prisma.draft.findUnique({ where: { codeHash: draftHash(code) } })
  if (!row || row.expiresAt <= house.now()) return null
  return JSON.parse(unsealText(draftKey(code), 'draft', row.sealed))
}

export async function forgetDraft(house: House, code: string): Promise<void> {
  await house.prisma.draft.deleteMany({ where: { codeHash: draftHash(code) } })
}

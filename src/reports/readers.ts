import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Prisma } from '../database/client.ts'
import { isLang, type Lang } from '../language/lang.ts'

/** A person of an authority who reads what is released to it. */
export interface Reader {
  staffId: string
  language: Lang
}

/** The active readers of a municipality, and those of the whole area. */
export function readersOf(t: OfficeTransaction, municipality: string): Promise<Reader[]> {
  return find(t, { OR: [{ municipality }, { municipality: null }] })
}

/** Every active reader of the area. */
export function allReaders(t: OfficeTransaction): Promise<Reader[]> {
  return find(t, {})
}

/** The one place where readers are looked up. */
async function find(t: OfficeTransaction, more: Prisma.StaffWhereInput): Promise<Reader[]> {
  const staff = await t.sql.staff.findMany({
    where: { organisation: t.organisation, role: 'authority', active: true, ...more },
    select: { id: true, language: true },
    orderBy: { id: 'asc' },
  })
  return staff.map(({ id, language }) => ({ staffId: id, language: isLang(language) ? language : 'fi' }))
}

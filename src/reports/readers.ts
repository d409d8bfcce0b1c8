import type { OfficeTransaction } from '../custody/transaction.ts'
import { isLang, type Lang } from '../language/lang.ts'

/** A person of an authority who reads what is released to it. */
export interface Reader {
  staffId: string
  language: Lang
}

/** The active readers of a municipality, and those of the whole area. The one place where they are looked up. */
export async function readersOf(t: OfficeTransaction, municipality: string): Promise<Reader[]> {
  const staff = await t.sql.staff.findMany({
    where: {
      organisation: t.organisation,
      role: 'authority',
      active: true,
      OR: [{ municipality }, { municipality: null }],
    },
    select: { id: true, language: true },
    orderBy: { id: 'asc' },
  })
  return staff.map(({ id, language }) => ({ staffId: id, language: isLang(language) ? language : 'fi' }))
}

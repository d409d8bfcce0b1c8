import { chunksOf, unsealChunk } from '../../custody/files/chunks.ts'
import { type Actor, type House, inOffice } from '../../custody/transaction.ts'

/** Pieces fetched at once. */
const AT_ONCE = 4

/** The content of a file of a case, piece by piece. Throws when a piece is missing, moved or changed, or the end is. */
export async function* contentOf(
  house: House,
  office: { organisation: string; actor: Actor },
  file: { id: string; key: Buffer; size: number },
): AsyncGenerator<Buffer> {
  const all = chunksOf(file.size)
  for (let n = 0; n < all; n += AT_ONCE) {
    const rows = await inOffice(house, office.organisation, office.actor, (t) =>
      t.sql.attachmentChunk.findMany({
        where: { attachmentId: file.id, n: { gte: n, lt: n + AT_ONCE } },
        orderBy: { n: 'asc' },
      }),
    )
    if (rows.length !== Math.min(AT_ONCE, all - n)) throw new Error('a piece of the file is missing')
    for (const row of rows) yield unsealChunk(file.key, file.id, row.n, row.n === all - 1, row.sealed)
  }
}

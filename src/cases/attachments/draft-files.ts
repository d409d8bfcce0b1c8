import { dropHeld, type FileParts, type HeldFile } from '../../custody/files/hold-file.ts'
import { seal, unsealText } from '../../custody/seal.ts'
import type { House } from '../../custody/transaction.ts'
import { AT_ONCE, FILES_MOST, type FileKind, FileRefused } from '../../documents/received/kinds.ts'
import { draftHash, draftKey } from '../drafts.ts'

/** A file of a form that is being written. */
export interface DraftFile extends HeldFile {
  /** false: the form has been taken up again, and the person has not yet said that the file goes along */
  confirmed: boolean
}

const place = (id: string) => `held-file:${id}`

/** The files of a form, in the order they came. */
export async function draftFiles(house: House, code: string): Promise<DraftFile[]> {
  const rows = await house.prisma.heldFile.findMany({
    where: { draftHash: draftHash(code), sealed: { not: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const key = draftKey(code)
  return rows.map(({ id, size, confirmed, sealed }) => ({
    id,
    size,
    confirmed,
    ...(JSON.parse(unsealText(key, place(id), sealed!)) as FileParts & { kind: FileKind }),
  }))
}

/**
 * Puts a file that has come in with a form; its key is sealed under the form's code, so that nobody else opens it.
 * The same file under the same name is taken once. @throws FileRefused when the form has all it can carry
 */
export async function keepWithDraft(house: House, code: string, file: HeldFile): Promise<void> {
  const { id, size, ...parts } = file
  const known = await draftFiles(house, code)
  if (known.some(({ name, digest }) => name === file.name && digest === file.digest))
    return dropHeld(house, [id])
  const fault =
    known.length >= AT_ONCE
      ? 'too-many'
      : known.reduce((sum, one) => sum + one.size, size) > FILES_MOST
        ? 'full'
        : undefined
  if (fault) {
    await dropHeld(house, [id])
    throw new FileRefused(fault)
  }
  const sealed = seal(draftKey(code), place(id), JSON.stringify(parts))
  await house.prisma.heldFile.update({ where: { id }, data: { draftHash: draftHash(code), sealed } })
}

export async function removeDraftFile(house: House, code: string, id: string): Promise<void> {
  await house.prisma.heldFile.deleteMany({ where: { id, draftHash: draftHash(code) } })
}

/** The form has been taken up by its code: no file goes along until the person says so. */
export async function unconfirmFiles(house: House, code: string): Promise<void> {
  await house.prisma.heldFile.updateMany({
    where: { draftHash: draftHash(code) },
    data: { confirmed: false },
  })
}

/** What of the files not yet confirmed goes along; the others are erased. */
export async function confirmFiles(house: House, code: string, chosen: readonly string[]): Promise<void> {
  const where = { draftHash: draftHash(code), confirmed: false }
  await house.prisma.heldFile.deleteMany({ where: { ...where, id: { notIn: [...chosen] } } })
  await house.prisma.heldFile.updateMany({ where, data: { confirmed: true } })
}

import type { NotTakenFile } from '../../cases/index.ts'
import { attachmentTexts } from '../../language/catalogues/attachments.ts'
import { formatNumber } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import type { FieldError } from '../ui/parts.ts'

/** Which files were not taken and why, at the box they were chosen in. */
export const fileErrors = (lang: Lang, refused: readonly NotTakenFile[], field = 'files'): FieldError[] =>
  refused.map(({ name, fault }) => ({ field, message: attachmentTexts(lang)(`fault-${fault}`, { name }) }))

const KIB = 1024

/** A size in words: "1,2 Mt", "34 kt". */
export function sizeText(lang: Lang, bytes: number): string {
  const t = attachmentTexts(lang)
  const mebi = bytes / (KIB * KIB)
  return mebi >= 1
    ? t('size-mb', { n: formatNumber(lang, mebi, 1) })
    : t('size-kb', { n: formatNumber(lang, Math.max(1, Math.round(bytes / KIB))) })
}

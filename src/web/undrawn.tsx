import type { Document } from '../documents/model.ts'
import { undrawnInPdf } from '../documents/pdf.ts'
import { doorTexts } from '../language/catalogues/portal-door.ts'
import type { Lang } from '../language/lang.ts'
import { Alert } from './ui/parts.ts'

/** Says that the PDF of a letter cannot show some of its characters, and that the Word file is the one to send. */
export function Undrawn({ lang, document }: { lang: Lang; document: Document }) {
  const chars = undrawnInPdf(document)
  if (chars.length === 0) return null
  const t = doorTexts(lang)
  return (
    <Alert tone="warning" title={t('undrawn.title')}>
      <p>{t('undrawn.text', { chars: chars.slice(0, 12).join(' ') })}</p>
    </Alert>
  )
}

import type { Context } from 'hono'
import { attachmentTexts } from '../../../language/catalogues/attachments.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import { Alert } from '../../ui/parts.ts'
import { asStaff } from '../frame.tsx'

/** Whether files are scanned: `off` without a scanner, `away` when it does not answer, else what it says of itself. */
export interface ScannerStanding {
  scanner: 'off' | 'away' | { version: string }
  /** files of this office that wait for their scan */
  waiting: number
}

export async function scannerState(c: Context<WebEnv>, web: Web): Promise<ScannerStanding> {
  const { scanner } = web.house
  const waiting = await asStaff(c, web, (t) =>
    t.sql.attachment.count({
      where: { organisation: t.organisation, state: { in: ['quarantined', 'unscanned'] } },
    }),
  )
  if (!scanner) return { scanner: 'off', waiting }
  const version = await scanner.version().catch(() => null)
  return { scanner: version === null ? 'away' : { version }, waiting }
}

/** Tells the administrator what becomes of files. */
export function ScannerState({ lang, state }: { lang: Lang; state: ScannerStanding }) {
  const t = attachmentTexts(lang)
  const { scanner, waiting } = state
  const count = waiting > 0 && <p>{t('admin-waiting', { n: waiting })}</p>
  if (scanner === 'off' || scanner === 'away')
    return (
      <Alert tone={scanner === 'off' ? 'warning' : 'danger'} title={t('admin-title')}>
        <p>{t(`admin-${scanner}`)}</p>
        {count}
      </Alert>
    )
  return (
    <div>
      <h2>{t('admin-title')}</h2>
      <p>{t('admin-on', { version: scanner.version })}</p>
      {count}
    </div>
  )
}

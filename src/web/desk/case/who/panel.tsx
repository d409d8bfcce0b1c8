import { whoMay } from '../../../../language/catalogues/who-may.ts'
import { formatDateTime } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import { Alert } from '../../../ui/parts.ts'
import type { OpenCase } from '../open-case.ts'

/** Who else sees the case: a protected address, openings by exception with their reasons, and the page that tells why. */
export function WhoPanel({ lang, opened }: { lang: Lang; opened: OpenCase }) {
  const t = whoMay(lang)
  const { id, restricted } = opened.file.case
  return (
    <section class="av-panel av-flow" aria-labelledby="who-may">
      <h2 id="who-may">{t('panel-title')}</h2>
      {restricted && (
        <Alert tone="warning">
          <p>{t('restrict-on')}</p>
        </Alert>
      )}
      {opened.glass.map(({ staffId, openedAt, reason }) => (
        <div>
          <p>
            {t('glass-told', {
              name: opened.names.get(staffId) ?? '–',
              date: formatDateTime(lang, openedAt),
            })}
          </p>
          <p class="av-typed av-small">{reason}</p>
        </div>
      ))}
      <p class="av-no-print">
        <a href={`/desk/cases/${id}/who`}>{t('panel-link')}</a>
      </p>
    </section>
  )
}

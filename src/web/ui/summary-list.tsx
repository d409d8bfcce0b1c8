import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'

export interface SummaryRow {
  label: string
  /** Undefined or empty shows "No answer". */
  value?: Child
  /** Keeps the line breaks of what a person typed. */
  typed?: boolean
  /** Where the answer can be changed. */
  changeHref?: string
}

/** Answers to check before sending, or the facts of a case. */
export function SummaryList({ lang, rows }: { lang: Lang; rows: readonly SummaryRow[] }) {
  const t = ui(lang)
  return (
    <dl class="av-summary">
      {rows.map(({ label, value, typed, changeHref }) => (
        <div>
          <dt>{label}</dt>
          <dd class={typed ? 'av-typed' : undefined}>
            {value === undefined || value === '' || value === null ? (
              <span class="av-hush">{t('not-answered')}</span>
            ) : (
              value
            )}
          </dd>
          {changeHref && (
            <dd>
              <a href={changeHref}>
                {t('change')}
                <span class="ds-sr-only">: {label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

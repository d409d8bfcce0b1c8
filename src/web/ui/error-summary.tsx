import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'
import type { FieldError } from './field.tsx'

/**
 * All that is to be corrected, first on the page and focused, each line leading to its field.
 * Renders nothing without errors, so it can always be there. Give the layout `hasErrors` too.
 */
export function ErrorSummary({ lang, errors }: { lang: Lang; errors?: readonly FieldError[] }) {
  if (!errors || errors.length === 0) return null
  return (
    <div class="ds-error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="error-summary">
      <h2 id="error-summary">{ui(lang)('error-summary', { n: errors.length })}</h2>
      <ul class="ds-list">
        {errors.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

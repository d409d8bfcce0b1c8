import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'

export interface KeyFigure {
  label: string
  /** Already written in the language's way. */
  value: string
  /** Comparison or unit under the figure. */
  note?: Child
}

/** A few figures at a glance. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl class="av-figures">
      {figures.map(({ label, value, note }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            {note && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/**
 * A chart with the table behind it.
 * @param svg drawn by `documents/charts`: with title and description inside, without inline styles
 */
export function ChartFigure({
  lang,
  caption,
  svg,
  children,
}: {
  lang: Lang
  caption: string
  svg: string
  /** The table of the same figures. */
  children: Child
}) {
  return (
    <figure class="av-chart">
      <figcaption>{caption}</figcaption>
      {/* It scrolls on a phone, so the keyboard must reach it. */}
      <section class="av-scroll" tabindex={0} aria-label={caption}>
        {raw(svg)}
      </section>
      <details class="ds-details">
        <summary>{ui(lang)('chart-table')}</summary>
        <div>{children}</div>
      </details>
    </figure>
  )
}

import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import { formatDateTime } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'

export type TimelineKind = 'client' | 'office' | 'system' | 'note' | 'read' | 'notice'

export interface TimelineEntry {
  at: Date
  kind: TimelineKind
  /** What happened or who wrote; the kind in words when left out. */
  title?: Child
  /** What a person wrote: kept with its line breaks. */
  text?: string
  /** Anything else, such as links. */
  children?: Child
}

/** What has happened, in the order given. */
export function Timeline({ lang, entries }: { lang: Lang; entries: readonly TimelineEntry[] }) {
  const t = ui(lang)
  return (
    <ol class="av-timeline">
      {entries.map(({ at, kind, title, text, children }) => (
        <li data-kind={kind}>
          <div class="av-timeline__head">
            <strong>{title ?? t(`message-${kind}`)}</strong>
            <time datetime={at.toISOString()}>{formatDateTime(lang, at)}</time>
          </div>
          {text && <div class="av-timeline__body av-typed">{text}</div>}
          {children}
        </li>
      ))}
    </ol>
  )
}

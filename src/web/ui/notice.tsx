import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'
import { Icon } from './icon.tsx'

type Tone = 'info' | 'success' | 'warning' | 'danger'

/** Something to know before going on. */
export function Alert({
  tone = 'info',
  title,
  level = 2,
  children,
}: {
  tone?: Tone
  title?: string
  level?: 2 | 3
  children: Child
}) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div class="ds-alert" data-color={tone}>
      {title && <Title>{title}</Title>}
      {children}
    </div>
  )
}

/** What has just been done, at the top of the next page and read aloud. */
export function Flash({ tone = 'success', children }: { tone?: Tone; children: Child }) {
  return (
    <div class="ds-alert av-flash" data-color={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <p>{children}</p>
    </div>
  )
}

export interface Call {
  number: string
  /** Who answers and when. */
  who: string
}

/** Whom to call now: food, medicine, home or a child in danger. */
export function UrgentPanel({
  lang,
  title,
  calls,
  children,
}: {
  lang: Lang
  title?: string
  calls: readonly Call[]
  children?: Child
}) {
  return (
    <section class="av-urgent av-flow" aria-labelledby="urgent-title">
      <h2 id="urgent-title">{title ?? ui(lang)('urgent-title')}</h2>
      {children}
      <ul class="av-calls">
        {calls.map(({ number, who }) => (
          <li>
            <a class="av-call" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
              <Icon name="phone" />
              {number}
            </a>
            <span>{who}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({
  title,
  level = 2,
  children,
}: {
  title: string
  level?: 2 | 3
  children?: Child
}) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div class="av-empty av-flow">
      <Title>{title}</Title>
      {children}
    </div>
  )
}

/** More for those who want it. */
export function Details({ summary, open, children }: { summary: Child; open?: boolean; children: Child }) {
  return (
    <details class="ds-details" open={open}>
      <summary>{summary}</summary>
      <div class="av-flow">{children}</div>
    </details>
  )
}

/** A short word with a colour; the word says it all, the colour only helps. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone | 'neutral' | 'accent'; children: Child }) {
  return (
    <span class="ds-tag" data-color={tone}>
      {children}
    </span>
  )
}

import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'

/** How far along the questions one is: question `n` of `total`. */
export function QuestionProgress({ lang, n, total }: { lang: Lang; n: number; total: number }) {
  return (
    <div class="av-progress">
      <p>{ui(lang)('question-of', { n, total })}</p>
      <progress value={n} max={total} aria-hidden="true" />
    </div>
  )
}

/** How far a job is; `value` of `max`, both counts. */
export function ProgressBar({ label, value, max }: { label: string; value: number; max: number }) {
  return (
    <div class="av-progress">
      <p>{label}</p>
      <progress value={value} max={max} aria-label={label} />
    </div>
  )
}

export interface Step {
  label: string
  state: 'done' | 'current' | 'coming'
  /** What happens in it, or by when. */
  detail?: Child
}

/** The way of a case from beginning to end, and where it is now. */
export function Steps({ lang, steps }: { lang: Lang; steps: readonly Step[] }) {
  const t = ui(lang)
  return (
    <ol class="av-steps">
      {steps.map(({ label, state, detail }) => (
        <li data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <strong>{label}</strong>
          <span class="ds-sr-only"> ({t(`step-${state}`)})</span>
          {detail && <div class="av-hush">{detail}</div>}
        </li>
      ))}
    </ol>
  )
}

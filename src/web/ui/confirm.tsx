import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'
import { Button, ButtonRow } from './button.tsx'

export interface ConfirmProps {
  lang: Lang
  title: string
  /** What will happen, and whether it can be undone. */
  children: Child
  action: string
  confirm: string
  danger?: boolean
  /** Where cancelling leads. */
  cancelHref?: string
  /** Cancelling sends the form to its own address with `cancelled=yes`, so that what was typed comes back. */
  cancelTo?: string
  /** Sent along, such as the state that the person saw. */
  hidden?: Record<string, string>
}

/** Asks before something that cannot be taken back; the content of a whole page. */
export function Confirm(props: ConfirmProps) {
  return (
    <div class="av-flow av-narrow">
      <h1>{props.title}</h1>
      {props.children}
      <form method="post" action={props.action}>
        <HiddenFields values={props.hidden ?? {}} />
        <ButtonRow>
          <Button danger={props.danger}>{props.confirm}</Button>
          {props.cancelTo ? (
            <Button look="secondary" name="cancelled" value="yes" formaction={props.cancelTo}>
              {ui(props.lang)('cancel')}
            </Button>
          ) : (
            <a class="ds-link" href={props.cancelHref}>
              {ui(props.lang)('cancel')}
            </a>
          )}
        </ButtonRow>
      </form>
    </div>
  )
}

/** Values that travel with a form unseen. */
export function HiddenFields({ values }: { values: Record<string, string> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'
import { Icon, type IconName } from './icon.tsx'

type Look = 'primary' | 'secondary' | 'tertiary'

interface ButtonLook {
  look?: Look
  /** Red: for what cannot be undone. */
  danger?: boolean
  icon?: IconName
  /** Keyboard shortcut, such as `Ctrl+Enter`. */
  shortcut?: string
  children: Child
}

export interface ButtonProps extends ButtonLook {
  /** Submits the form unless told otherwise. */
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Address to send the form to instead of its own. */
  formaction?: string
  /** Sends the form without the browser's own checks, for "save and leave". */
  formnovalidate?: boolean
  /** Id of the form when the button stands outside it. */
  form?: string
}

export function Button({ look = 'primary', danger, icon, shortcut, children, ...rest }: ButtonProps) {
  return (
    <button
      class="ds-button"
      type={rest.type ?? 'submit'}
      name={rest.name}
      value={rest.value}
      formaction={rest.formaction}
      formnovalidate={rest.formnovalidate}
      form={rest.form}
      data-variant={look}
      data-color={danger ? 'danger' : undefined}
      data-key={shortcut}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: for the next step that changes nothing yet. */
export function LinkButton({
  href,
  look = 'primary',
  danger,
  icon,
  shortcut,
  children,
}: ButtonLook & { href: string }) {
  return (
    <a
      class="ds-button"
      href={href}
      data-variant={look}
      data-color={danger ? 'danger' : undefined}
      data-key={shortcut}
    >
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Buttons side by side, one under the other on a phone; the main one first. */
export function ButtonRow({ children }: { children: Child }) {
  return <div class="av-buttons">{children}</div>
}

/** Opens the browser's print dialog; shown only where scripts run. */
export function PrintButton({ lang }: { lang: Lang }) {
  return (
    <button class="ds-button" type="button" data-variant="secondary" data-print hidden>
      <Icon name="print" />
      {ui(lang)('print')}
    </button>
  )
}

/** Copies the text of the element with the id `from`; shown only where scripts run. */
export function CopyButton({ lang, from, label }: { lang: Lang; from: string; label?: string }) {
  const t = ui(lang)
  return (
    <button
      class="ds-button"
      type="button"
      data-variant="secondary"
      data-copy={from}
      data-done={t('copied')}
      hidden
    >
      <Icon name="copy" />
      <span aria-live="polite">{label ?? t('copy')}</span>
    </button>
  )
}

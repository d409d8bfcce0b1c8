import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'

/** What is wrong with one field; `field` is the name it was sent under. */
export interface FieldError {
  field: string
  message: string
}

/** The message for one field, if any. */
export function errorOf(errors: readonly FieldError[] | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message
}

export interface FieldProps {
  lang: Lang
  /** Name it is sent under and id of the element, so that the error summary can lead to it. */
  name: string
  label: Child
  hint?: Child
  error?: string
  /** Says "(optional)" after the label. */
  optional?: boolean
  /** The question is the page's only one: its label is the heading. */
  asHeading?: boolean
  /** Read aloud but not shown; for a field that its surroundings explain. */
  labelHidden?: boolean
}

/** The ids of hint and error for `aria-describedby`; undefined when there is neither. */
export function describedBy(props: Pick<FieldProps, 'name' | 'hint' | 'error'>, ...more: string[]) {
  const ids = [
    props.hint ? `${props.name}-hint` : '',
    props.error ? `${props.name}-error` : '',
    ...more,
  ].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function Optional({ lang }: { lang: Lang }) {
  return (
    <>
      {' '}
      <span class="av-optional">{ui(lang)('optional')}</span>
    </>
  )
}

export function Hint({ name, children }: { name: string; children: Child }) {
  return (
    <div class="av-hint" id={`${name}-hint`}>
      {children}
    </div>
  )
}

export function ErrorMessage({ lang, name, children }: { lang: Lang; name: string; children: Child }) {
  return (
    <p class="ds-validation-message" id={`${name}-error`}>
      <span class="ds-sr-only">{ui(lang)('error-prefix')} </span>
      {children}
    </p>
  )
}

/** Label, hint and error around one control; `children` is the control with `id={name}`. */
export function Field(props: FieldProps & { children: Child; after?: Child }) {
  const { lang, name, label, hint, error, asHeading } = props
  const text = (
    <>
      {label}
      {props.optional && <Optional lang={lang} />}
    </>
  )
  return (
    <div class="ds-field" data-invalid={error ? true : undefined}>
      <label class={props.labelHidden ? 'ds-sr-only' : 'ds-label'} for={name}>
        {asHeading ? <h1>{text}</h1> : text}
      </label>
      {hint && <Hint name={name}>{hint}</Hint>}
      {error && (
        <ErrorMessage lang={lang} name={name}>
          {error}
        </ErrorMessage>
      )}
      {props.children}
      {props.after}
    </div>
  )
}

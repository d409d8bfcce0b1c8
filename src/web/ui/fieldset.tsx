import type { Child } from 'hono/jsx'
import { describedBy, ErrorMessage, type FieldProps, Hint, Optional } from './field.tsx'

/** Several controls under one question; the legend is the page's heading with `asHeading`. */
export function Fieldset(props: FieldProps & { children: Child }) {
  const { lang, name, label, hint, error } = props
  const text = (
    <>
      {label}
      {props.optional && <Optional lang={lang} />}
    </>
  )
  return (
    <fieldset
      class="ds-fieldset"
      data-invalid={error ? true : undefined}
      aria-describedby={describedBy(props)}
    >
      <legend class={props.labelHidden ? 'ds-sr-only' : 'ds-label'}>
        {props.asHeading ? <h1>{text}</h1> : text}
      </legend>
      {hint && <Hint name={name}>{hint}</Hint>}
      {error && (
        <ErrorMessage lang={lang} name={name}>
          {error}
        </ErrorMessage>
      )}
      {props.children}
    </fieldset>
  )
}

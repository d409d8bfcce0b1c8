import { ui } from '../../language/catalogues/ui.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  value?: string
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'url' | 'file'
  /** What the browser may fill in, such as `email`; `off` for another person's data and for secrets. */
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  /** Characters the box shows, as a hint at what is expected; full width when left out. */
  width?: 2 | 4 | 10 | 20
  /** False for names, codes and secrets: some browsers send what they check to a server. */
  spellcheck?: boolean
  autofocus?: boolean
  /** For files: the kinds taken. */
  accept?: string
  /** Choices the browser suggests; anything else may be typed. */
  suggestions?: readonly string[]
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, suggestions } = props
  return (
    <Field
      {...props}
      after={
        suggestions && (
          <datalist id={`${name}-list`}>
            {suggestions.map((value) => (
              <option value={value} />
            ))}
          </datalist>
        )
      }
    >
      <input
        class="ds-input"
        id={name}
        name={name}
        type={props.type ?? 'text'}
        value={props.value}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        autofocus={props.autofocus}
        accept={props.accept}
        list={suggestions && `${name}-list`}
        data-width={props.width}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
        {...unchecked(props)}
      />
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  value?: string
  rows?: number
  /** Told under the box and counted down; the server is what checks it, so that nothing typed is cut off. */
  maxLength?: number
  spellcheck?: boolean
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { lang, name, maxLength } = props
  const t = ui(lang)
  return (
    <Field
      {...props}
      after={
        maxLength && (
          <p
            class="av-hint av-small"
            id={`${name}-count`}
            data-count={name}
            data-limit={maxLength}
            data-left={t('chars-left', { n: 9999 }).replace(/9\D?999/, '#')}
            data-over={t('chars-over', { n: 9999 }).replace(/9\D?999/, '#')}
          >
            {t('char-limit', { n: maxLength })}
          </p>
        )
      }
    >
      <textarea
        class="ds-input"
        id={name}
        name={name}
        rows={props.rows ?? 6}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props, maxLength ? `${name}-count` : '')}
        {...unchecked(props)}
      >
        {props.value}
      </textarea>
    </Field>
  )
}

/** The attribute has three states, which a JSX boolean cannot write. */
const unchecked = ({ spellcheck }: { spellcheck?: boolean }) =>
  spellcheck === false ? { spellcheck: 'false' as unknown as boolean } : {}

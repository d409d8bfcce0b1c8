import { ui } from '../../language/catalogues/ui.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

export interface SelectOption {
  value: string
  label: string
  /** Shown under the label in the type-ahead list. */
  hint?: string
  /** Further words that find it: everyday words, the code itself. */
  words?: string
}
export interface SelectGroup {
  group: string
  options: readonly SelectOption[]
}

export interface SelectProps extends FieldProps {
  options: readonly (SelectOption | SelectGroup)[]
  value?: string
  /** Several answers; sent as the name repeated. */
  values?: readonly string[]
  multiple?: boolean
  /** Where scripts run: type letters, choose from what matches. Keyboard only works throughout. */
  typeahead?: boolean
  /** First line that chooses nothing; false when a choice is always made. Single choice only. */
  empty?: string | false
  /** Sends the form at once when changed (filters); a button is needed all the same. */
  autofocus?: boolean
}

/** One or several codes from a list. */
export function Select(props: SelectProps) {
  const { lang, name, multiple } = props
  const t = ui(lang)
  const chosen = new Set(props.values ?? (props.value === undefined ? [] : [props.value]))
  const option = ({ value, label, hint, words }: SelectOption) => (
    <option value={value} selected={chosen.has(value)} data-hint={hint} data-words={words}>
      {label}
    </option>
  )
  const typeahead = props.typeahead
    ? {
        'data-typeahead': true,
        'data-placeholder': t('type-to-search'),
        'data-none': t('no-matches'),
        'data-unknown': t('no-such-choice'),
        'data-remove': t('remove-choice'),
      }
    : {}
  return (
    <Field {...props}>
      <select
        class="ds-input"
        id={name}
        name={name}
        multiple={multiple}
        size={multiple ? 5 : undefined}
        autofocus={props.autofocus}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
        {...typeahead}
      >
        {!multiple && props.empty !== false && <option value="">{props.empty ?? t('choose')}</option>}
        {props.options.map((item) =>
          'group' in item ? <optgroup label={item.group}>{item.options.map(option)}</optgroup> : option(item),
        )}
      </select>
    </Field>
  )
}

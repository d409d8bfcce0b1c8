import { ACCEPTED } from '../../documents/received/kinds.ts'
import { attachmentTexts } from '../../language/catalogues/attachments.ts'
import type { Lang } from '../../language/lang.ts'
import { describedBy, ErrorMessage, type FieldError, Hint } from '../ui/parts.ts'

/** The box in which files are chosen, several at once, with every one that was not taken told at it. */
export function FileField(props: {
  lang: Lang
  label: string
  name?: string
  errors?: readonly FieldError[]
  optional?: boolean
}) {
  const { lang, label, name = 'files' } = props
  const hint = attachmentTexts(lang)('choose-hint')
  const own = (props.errors ?? []).filter(({ field }) => field === name)
  return (
    <div class="ds-field" data-invalid={own.length > 0 ? true : undefined}>
      <label class="ds-label" for={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      {own.length > 0 && (
        <div id={`${name}-error`}>
          {own.map(({ message }, index) => (
            <ErrorMessage lang={lang} name={`${name}-${index}`}>
              {message}
            </ErrorMessage>
          ))}
        </div>
      )}
      <input
        class="ds-input"
        id={name}
        name={name}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-invalid={own.length > 0 ? 'true' : undefined}
        aria-describedby={describedBy({ name, hint, error: own[0]?.message })}
      />
    </div>
  )
}

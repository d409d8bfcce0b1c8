import type { GapFile } from '../../../cases/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import type { Lang } from '../../../language/lang.ts'
import {
  Button,
  DateField,
  dateParts,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  partsOf,
  Radios,
  Select,
} from '../../ui/parts.ts'
import { type Sent, text } from '../log-contact-values.ts'
import { gapOptions } from './form-options.ts'

interface Props {
  lang: Lang
  file: GapFile
  /** What was sent and not taken. */
  sent?: Sent
  errors?: readonly FieldError[]
}

/** Closes a gap: how it was put right, and when. */
export function CloseForm({ lang, file, sent = {}, errors }: Props) {
  const t = gaps(lang)
  const { gap, input, figures } = file
  const date = (name: 'decidedAt' | 'paidAt') => {
    const stored = input[name]
    return (
      <DateField
        lang={lang}
        name={`close-${name}`}
        label={t(`day-${name}`)}
        value={sent.close ? dateParts(sent, `close-${name}`) : stored ? partsOf(stored) : undefined}
        error={errorOf(errors, `close-${name}`)}
      />
    )
  }
  return (
    <Form lang={lang} action={`/desk/gaps/${gap.id}/close`} id="close">
      <HiddenFields values={{ version: String(gap.version), close: 'yes' }} />
      <div class="av-flow">
        <Select
          lang={lang}
          name="corrected"
          label={t('corrected')}
          value={text(sent, 'corrected')}
          options={gapOptions('corrected', lang)}
          error={errorOf(errors, 'corrected')}
        />
        {date('decidedAt')}
        {date('paidAt')}
        {(!figures.time || figures.time.ofClient) && (
          <Radios
            lang={lang}
            name="tooLate"
            label={t('too-late')}
            hint={t('close-late-hint')}
            value={text(sent, 'tooLate') || undefined}
            choices={[
              { value: 'yes', label: t('too-late-yes') },
              { value: 'no', label: t('too-late-no') },
            ]}
            optional
          />
        )}
        <Button look="secondary">{t('close')}</Button>
      </div>
    </Form>
  )
}

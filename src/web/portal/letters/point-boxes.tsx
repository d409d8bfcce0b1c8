import { letterTexts } from '../../../language/catalogues/letters.ts'
import type { Lang } from '../../../language/lang.ts'
import { Button, ButtonRow, errorOf, type FieldError, TextArea } from '../../ui/parts.ts'
import { pointsOf, type Sent } from './fields.ts'

/** A box for each point of a letter, the first one needed, and the button that gives one more. */
export function PointBoxes(props: {
  lang: Lang
  sent: Sent
  errors?: FieldError[]
  rows?: number
  maxLength?: number
}) {
  const { lang, sent, errors, rows = 3, maxLength } = props
  const t = letterTexts(lang)
  return (
    <>
      {pointsOf(sent).map((point, i) => (
        <TextArea
          lang={lang}
          name={`point-${i + 1}`}
          label={t('form.point', { n: i + 1 })}
          value={point}
          rows={rows}
          maxLength={maxLength}
          // The words are kept as they are written.
          spellcheck={false}
          optional={i > 0}
          error={errorOf(errors, `point-${i + 1}`)}
        />
      ))}
      <ButtonRow>
        <Button look="secondary" name="do" value="more">
          {t('form.point-more')}
        </Button>
      </ButtonRow>
    </>
  )
}

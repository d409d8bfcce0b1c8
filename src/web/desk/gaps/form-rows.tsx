import { gaps } from '../../../language/catalogues/gaps.ts'
import type { Lang } from '../../../language/lang.ts'
import { DateField, Details, dateParts, errorOf, type FieldError, Select, TextField } from '../../ui/parts.ts'
import { type Sent, text } from '../log-contact-values.ts'
import { gapOptions, rowsShown } from './form-options.ts'

interface RowsProps {
  lang: Lang
  values: Sent
  errors?: readonly FieldError[]
}

const anyOf = (values: Sent, prefix: string): boolean =>
  Object.keys(values).some((name) => name.startsWith(prefix) && text(values, name) !== '')

/** Rounds of "your application is incomplete". */
export function SupplementRows({ lang, values, errors }: RowsProps) {
  const t = gaps(lang)
  const rows = rowsShown((n) => anyOf(values, `supplement-${n}-`), 1)
  return (
    <Details
      summary={t('supplements')}
      open={anyOf(values, 'supplement-') || errors?.some(({ field }) => field.startsWith('supplement-'))}
    >
      {rows.map((n) => (
        <fieldset class="av-row-set">
          <legend>{t('supplement-n', { n: n + 1 })}</legend>
          <div class="av-grid">
            {(['askedAt', 'dueAt', 'at'] as const).map((part) => (
              <DateField
                lang={lang}
                hint=""
                name={`supplement-${n}-${part}`}
                label={t(`day-supplement-${part}`)}
                value={dateParts(values, `supplement-${n}-${part}`)}
                error={errorOf(errors, `supplement-${n}-${part}`)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Details>
  )
}

/** Who sent the client to whom; the next row begins where the one before ended. */
export function HandOffRows({ lang, values, errors }: RowsProps) {
  const t = gaps(lang)
  const rows = rowsShown((n) => anyOf(values, `handOff-${n}-`), 3)
  return (
    <section class="av-panel av-flow" aria-labelledby="way">
      <h2 id="way">{t('group-way')}</h2>
      <p class="av-hush">{t('group-way-hint')}</p>
      {rows.map((n) => (
        <fieldset class="av-row-set">
          <legend>{t('way-n', { n: n + 1 })}</legend>
          <div class="av-grid">
            {(['from', 'to'] as const).map((part) => (
              <Select
                lang={lang}
                name={`handOff-${n}-${part}`}
                label={t(`way-${part}`)}
                value={text(values, `handOff-${n}-${part}`)}
                options={gapOptions('authority', lang)}
                error={errorOf(errors, `handOff-${n}-${part}`)}
              />
            ))}
            <DateField
              lang={lang}
              hint=""
              name={`handOff-${n}-on`}
              label={t('day-handOff-on')}
              value={dateParts(values, `handOff-${n}-on`)}
              error={errorOf(errors, `handOff-${n}-on`)}
            />
          </div>
        </fieldset>
      ))}
      <p class="av-hush av-small">{t('way-more')}</p>
    </section>
  )
}

/** Help that was asked for while waiting, and what came of it. */
export function BridgingRows({ lang, values, errors }: RowsProps) {
  const t = gaps(lang)
  const rows = rowsShown((n) => anyOf(values, `bridging-${n}-`), 1)
  return (
    <>
      {rows.map((n) => (
        <fieldset class="av-row-set">
          <legend>{t('bridging-n', { n: n + 1 })}</legend>
          <div class="av-grid">
            <Select
              lang={lang}
              name={`bridging-${n}-kind`}
              label={t('bridging-kind')}
              value={text(values, `bridging-${n}-kind`)}
              options={gapOptions('bridging', lang)}
              error={errorOf(errors, `bridging-${n}-kind`)}
            />
            <TextField
              lang={lang}
              name={`bridging-${n}-euros`}
              label={t('bridging-euros')}
              hint={t('bridging-euros-hint')}
              value={text(values, `bridging-${n}-euros`)}
              inputmode="decimal"
              width={10}
              autocomplete="off"
              error={errorOf(errors, `bridging-${n}-euros`)}
            />
            <DateField
              lang={lang}
              hint=""
              name={`bridging-${n}-on`}
              label={t('bridging-on')}
              value={dateParts(values, `bridging-${n}-on`)}
              error={errorOf(errors, `bridging-${n}-on`)}
            />
          </div>
        </fieldset>
      ))}
    </>
  )
}

import type { SamePerson } from '../../cases/index.ts'
import { codeName } from '../../classification/index.ts'
import { desk } from '../../language/catalogues/desk.ts'
import { log } from '../../language/catalogues/desk-log.ts'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import {
  Button,
  ButtonRow,
  DateField,
  dateParts,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../ui/parts.ts'
import { municipalityOptions, serviceOptions } from './code-options.ts'
import { codeOptions, fieldName, type Sent, type SingleField, text, texts } from './log-contact-values.ts'

export interface LogFormProps {
  lang: Lang
  organisation: string
  /** What was sent, or the defaults. */
  values: Sent
  errors?: readonly FieldError[]
  /** Persons met before; undefined when nobody has looked. */
  same?: readonly SamePerson[]
  /** The number of the case the contact is on, where there is one. */
  onCase?: string
}

/** One screen, from top to bottom in the order of a telephone call; the keyboard alone is enough. */
export function LogForm(props: LogFormProps) {
  const { lang, values, errors, organisation } = props
  const t = log(lang)
  const single = (name: SingleField) => ({
    lang,
    name,
    label: fieldName(name, lang),
    value: text(values, name),
    error: errorOf(errors, name),
    typeahead: true,
  })
  const plain = (name: SingleField) => (
    <Select {...single(name)} options={codeOptions(name as 'nature', lang)} />
  )
  const several = (name: 'reasons' | 'actions') => (
    <Select
      lang={lang}
      name={name}
      label={t(name)}
      options={codeOptions(name === 'reasons' ? 'reason' : 'action', lang)}
      values={texts(values, name)}
      error={errorOf(errors, name)}
      typeahead
      multiple
    />
  )
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Form lang={lang} action="/desk/contacts/new" guarded>
        <HiddenFields values={{ form: text(values, 'form'), caseId: text(values, 'caseId') }} />
        {/* Enter in a field presses the first button of a form: this one, which saves. */}
        <button type="submit" class="ds-sr-only" tabindex={-1}>
          {t('save')}
        </button>
        <section class="av-panel av-flow" aria-labelledby="about">
          <h2 id="about">{t('group-about')}</h2>
          <div class="av-grid">
            <Select
              {...single('municipality')}
              options={municipalityOptions(organisation, lang)}
              autofocus={!errors}
            />
            <Select {...single('serviceTask')} options={serviceOptions('serviceTask', lang)} />
            <Select {...single('service')} options={serviceOptions('service', lang)} />
            {several('reasons')}
            {several('actions')}
            {plain('nature')}
          </div>
        </section>
        <section class="av-panel av-flow" aria-labelledby="how">
          <h2 id="how">{t('group-how')}</h2>
          <div class="av-grid">
            {plain('channel')}
            {plain('contactPerson')}
            {plain('language')}
            {plain('outcome')}
            {plain('ageBand')}
            {plain('providerMode')}
            <DateField
              lang={lang}
              name="date"
              label={t('date')}
              value={dateParts(values, 'date')}
              error={errorOf(errors, 'date')}
            />
          </div>
        </section>
        {!props.onCase && (
          <section class="av-panel av-flow" aria-labelledby="person">
            <h2 id="person">{t('group-person')}</h2>
            <p class="av-hush">{t('group-person-hint')}</p>
            <div class="av-grid">
              {(['name', 'phone', 'email'] as const).map((name) => (
                <TextField
                  lang={lang}
                  name={name}
                  label={t(name)}
                  type={name === 'phone' ? 'tel' : name === 'email' ? 'email' : 'text'}
                  value={text(values, name)}
                  autocomplete="off"
                  spellcheck={false}
                  error={errorOf(errors, name)}
                />
              ))}
            </div>
            <div id="same" aria-live="polite">
              {props.same && (
                <SamePersons lang={lang} same={props.same} chosen={text(values, 'personUnit')} />
              )}
            </div>
            <div data-same-check>
              <Button look="tertiary" formaction="/desk/contacts/same">
                {t('same-check')}
              </Button>
            </div>
          </section>
        )}
        <section class="av-panel av-flow" aria-labelledby="free">
          <h2 id="free">{t('group-note')}</h2>
          <TextArea
            lang={lang}
            name="note"
            label={t('note')}
            hint={t('note-hint')}
            rows={4}
            value={text(values, 'note')}
            spellcheck={false}
            error={errorOf(errors, 'note')}
          />
          {!props.onCase && (
            <Radios
              lang={lang}
              name="kind"
              label={t('case-kind')}
              hint={t('case-kind-hint')}
              optional
              look="inline"
              value={text(values, 'kind') || undefined}
              choices={(['advice', 'complaint'] as const).map((value) => ({
                value,
                label: desk(lang)(`kind-${value}`),
              }))}
            />
          )}
        </section>
        <ButtonRow>
          <Button shortcut="Ctrl+Enter">{t('save')}</Button>
          {!props.onCase && (
            <Button look="secondary" name="then" value="case" shortcut="Ctrl+Shift+Enter">
              {t('save-case')}
            </Button>
          )}
          <span class="av-hush av-small av-keys-hint">{t('keys')}</span>
        </ButtonRow>
      </Form>
    </>
  )
}

/** The choice between a new person and those met before. Also sent alone, for the script that asks while one types. */
export function SamePersons(props: { lang: Lang; same: readonly SamePerson[]; chosen?: string }) {
  const { lang, same } = props
  const t = log(lang)
  if (same.length === 0) return <p class="av-hush">{t('same-none')}</p>
  return (
    <Radios
      lang={lang}
      name="personUnit"
      label={t('same-title')}
      hint={t('same-hint')}
      value={props.chosen ?? ''}
      choices={[
        { value: '', label: t('same-new') },
        ...same.map((person) => ({
          value: person.personUnit,
          label: person.at
            ? t('same-person', { n: person.contacts, date: formatDate(lang, person.at) })
            : t('same-met'),
          hint: [
            person.serviceTask && codeName('serviceTask', person.serviceTask, lang),
            person.caseNumber && <a href={`/desk/cases/${person.caseId}`}>{person.caseNumber}</a>,
          ]
            .filter(Boolean)
            .flatMap((part, index) => (index > 0 ? [', ', part] : [part])),
        })),
      ]}
    />
  )
}

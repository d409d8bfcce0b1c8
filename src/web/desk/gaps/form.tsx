import { GAP_RULES } from '../../../cases/index.ts'
import { codeList, type GapList, gapCodes } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import type { Lang } from '../../../language/lang.ts'
import { type Rule, URGENT_EFFECTS } from '../../../law/index.ts'
import {
  Button,
  ButtonRow,
  Checkboxes,
  DateField,
  Details,
  dateParts,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  Select,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { municipalityOptions } from '../code-options.ts'
import { type Sent, text, texts } from '../log-contact-values.ts'
import { gapOptions } from './form-options.ts'
import { BridgingRows, HandOffRows, SupplementRows } from './form-rows.tsx'

export interface GapFormProps {
  lang: Lang
  organisation: string
  /** The office's own. */
  rules: readonly Rule[]
  action: string
  /** What was sent, what is stored, or the defaults. */
  values: Sent
  errors?: readonly FieldError[]
  /** Alone from a telephone call: the contact is logged in one go. */
  call?: boolean
  /** Corrects one that is there. */
  edit?: boolean
  cancelTo: string
}

/** One screen, from top to bottom in the order of a talk; the keyboard alone is enough. */
export function GapForm(props: GapFormProps) {
  const { lang, values, errors, call, edit } = props
  const t = gaps(lang)
  const field = (name: string) => ({ lang, name, error: errorOf(errors, name) })
  const code = (name: 'benefit' | 'authority' | 'cause', list: GapList) => (
    <Select
      {...field(name)}
      label={t(name)}
      value={text(values, name)}
      options={gapOptions(list, lang)}
      autofocus={name === 'benefit' && !errors}
      typeahead
    />
  )
  const date = (name: 'lastIncomeAt' | 'appliedAt' | 'decidedAt' | 'paidAt' | 'ruleFrom', hint = '') => (
    <DateField {...field(name)} label={t(`day-${name}`)} hint={hint} value={dateParts(values, name)} />
  )
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Form lang={lang} action={props.action} guarded>
        <HiddenFields values={{ form: text(values, 'form'), version: text(values, 'version') }} />
        {/* Enter in a field presses the first button of a form: this one, which saves. */}
        <button type="submit" class="ds-sr-only" tabindex={-1}>
          {t(edit ? 'save-changes' : 'save')}
        </button>
        <section class="av-panel av-flow" aria-labelledby="what">
          <h2 id="what">{t('group-what')}</h2>
          <div class="av-grid">
            {code('benefit', 'benefit')}
            {code('authority', 'authority')}
            {code('cause', 'cause')}
            <Select
              {...field('municipality')}
              label={t('municipality')}
              value={text(values, 'municipality')}
              options={municipalityOptions(props.organisation, lang)}
              typeahead
            />
          </div>
        </section>
        <section class="av-panel av-flow" aria-labelledby="days">
          <h2 id="days">{t('group-days')}</h2>
          <p class="av-hush">{t('group-days-hint')}</p>
          <div class="av-grid">
            {date('lastIncomeAt', t('last-income-hint'))}
            {date('appliedAt')}
            {date('decidedAt')}
            {date('paidAt')}
            <Select
              {...field('rule')}
              label={t('rule')}
              value={text(values, 'rule')}
              empty={t('rule-none')}
              options={GAP_RULES.map((value) => ({
                value,
                label: props.rules.find((rule) => rule.code === value)?.name[lang] ?? value,
                words: value,
              }))}
            />
          </div>
          <Details
            summary={t('rule-from')}
            open={Boolean(text(values, 'ruleFrom-day') || errorOf(errors, 'ruleFrom'))}
          >
            {date('ruleFrom', t('rule-from-hint'))}
          </Details>
          <SupplementRows lang={lang} values={values} errors={errors} />
        </section>
        <section class="av-panel av-flow" aria-labelledby="effects-title">
          <h2 id="effects-title">{t('group-effects')}</h2>
          <Checkboxes
            {...field('effects')}
            label={t('effects')}
            labelHidden
            hint={t('group-effects-hint')}
            look="columns"
            values={texts(values, 'effects')}
            choices={[...gapCodes('effect')]
              .sort((a, b) => Number(isUrgent(b.code)) - Number(isUrgent(a.code)))
              .map((effect) => ({ value: effect.code, label: effect[lang] }))}
          />
        </section>
        <HandOffRows lang={lang} values={values} errors={errors} />
        <section class="av-panel av-flow" aria-labelledby="money">
          <h2 id="money">{t('group-money')}</h2>
          <p class="av-hush">{t('group-money-hint')}</p>
          <div class="av-grid">
            <Select
              {...field('household')}
              label={t('household')}
              value={text(values, 'household')}
              options={gapOptions('household', lang)}
            />
            {(['children10to17', 'childrenUnder10'] as const).map((name) => (
              <TextField
                {...field(name)}
                label={t(name === 'children10to17' ? 'children-10-17' : 'children-under-10')}
                value={text(values, name)}
                inputmode="numeric"
                width={2}
                autocomplete="off"
              />
            ))}
          </div>
          <BridgingRows lang={lang} values={values} errors={errors} />
        </section>
        {call && <Call lang={lang} values={values} errors={errors} />}
        <section class="av-panel av-flow" aria-labelledby="free">
          <h2 id="free">{t('group-note')}</h2>
          <DateField
            {...field('followUpOn')}
            label={t('follow-up')}
            hint={t('follow-up-hint')}
            value={dateParts(values, 'followUpOn')}
          />
          <TextArea
            {...field('note')}
            label={t('note')}
            hint={t('note-hint')}
            rows={4}
            value={text(values, 'note')}
            spellcheck={false}
          />
        </section>
        <ButtonRow>
          <Button shortcut="Ctrl+Enter">{t(edit ? 'save-changes' : 'save')}</Button>
          {call && (
            <Button look="secondary" name="then" value="case" shortcut="Ctrl+Shift+Enter">
              {t('save-case')}
            </Button>
          )}
          <a class="ds-link" href={props.cancelTo}>
            {ui(lang)('cancel')}
          </a>
        </ButtonRow>
      </Form>
    </>
  )
}

const isUrgent = (effect: string): boolean => (URGENT_EFFECTS as readonly string[]).includes(effect)

function Call({ lang, values, errors }: Pick<GapFormProps, 'lang' | 'values' | 'errors'>) {
  const t = gaps(lang)
  const list = (name: 'channel' | 'contactPerson' | 'language', label: string) => (
    <Select
      lang={lang}
      name={name}
      label={label}
      value={text(values, name)}
      options={codeList(name).map((entry) => ({ value: entry.code, label: entry[lang] }))}
      error={errorOf(errors, name)}
      empty={name === 'channel' ? false : undefined}
    />
  )
  return (
    <section class="av-panel av-flow" aria-labelledby="call">
      <h2 id="call">{t('group-call')}</h2>
      <p class="av-hush">{t('group-call-hint')}</p>
      <div class="av-grid">
        {(['name', 'phone'] as const).map((name) => (
          <TextField
            lang={lang}
            name={name}
            label={t(name)}
            type={name === 'phone' ? 'tel' : 'text'}
            value={text(values, name)}
            autocomplete="off"
            spellcheck={false}
            error={errorOf(errors, name)}
          />
        ))}
        {list('channel', t('channel'))}
        {list('contactPerson', t('contact-person'))}
        {list('language', t('language'))}
      </div>
    </section>
  )
}

import type { Child } from 'hono/jsx'
import { KINDS, OWNERS, PAUSES, type RuleHistory, STARTS_FROM, UNITS } from '../../../../cases/index.ts'
import { lawRules } from '../../../../language/catalogues/law-rules.ts'
import { LANGS, type Lang } from '../../../../language/lang.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  ErrorSummary,
  errorOf,
  type FieldError,
  Fieldset,
  Form,
  HiddenFields,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../../ui/parts.ts'
import { HistoryStep } from './rule-page.tsx'
import type { Values } from './values.ts'
import { TEXT_NAMES } from './words.ts'

export interface FormGiven {
  lang: Lang
  how: 'edit' | 'add' | 'new'
  /** The form's own address. */
  action: string
  cancelHref: string
  title: string
  values: Values
  /** What the writer saw; sent along and checked when saving. */
  seen: string
  at: string
  errors?: FieldError[]
  /** What somebody else did meanwhile. */
  others?: readonly RuleHistory[]
  names: ReadonlyMap<string, string>
}

/** The form of one version of a rule. Sending it shows what would change; nothing is saved yet. */
export function RuleForm(given: FormGiven) {
  const { lang, values, errors, how } = given
  const t = lawRules(lang)
  const field = (name: string) => ({ lang, name, error: errorOf(errors, name) })
  const date = (name: 'validFrom' | 'validTo', hint: Child) => (
    <DateField
      {...field(name)}
      label={t(name)}
      hint={hint}
      optional={!(name === 'validFrom' && how === 'add')}
      value={{
        day: values[`${name}-day`] ?? '',
        month: values[`${name}-month`] ?? '',
        year: values[`${name}-year`] ?? '',
      }}
    />
  )
  return (
    <div class="av-flow av-narrow">
      <ErrorSummary lang={lang} errors={errors} />
      {given.others && <Others {...given} others={given.others} />}
      <h1>{given.title}</h1>
      {how === 'add' && <p>{t('add-lead')}</p>}
      <Form lang={lang} action={given.action} guarded>
        <HiddenFields values={{ seen: given.seen, at: given.at }} />
        <div class="av-flow">
          {how === 'new' && (
            <TextField
              {...field('code')}
              label={t('code')}
              hint={t('code-hint')}
              value={values.code}
              width={20}
              spellcheck={false}
              autocomplete="off"
            />
          )}
          <Radios
            {...field('kind')}
            label={t('kind')}
            choices={KINDS.map((value) => ({ value, label: t(`kind-${value}`) }))}
            value={values.kind}
          />
          <Radios
            {...field('owner')}
            label={t('owner')}
            choices={OWNERS.map((value) => ({ value, label: t(`owner-${value}`) }))}
            value={values.owner}
          />
          <h2>{t('time')}</h2>
          <TextField
            {...field('length')}
            label={t('length')}
            value={values.length}
            inputmode="numeric"
            width={4}
          />
          <Select
            {...field('unit')}
            label={t('unit')}
            options={UNITS.map((value) => ({ value, label: t(`unit-${value}`) }))}
            value={values.unit}
          />
          <Select
            {...field('startsFrom')}
            label={t('startsFrom')}
            options={STARTS_FROM.map((value) => ({ value, label: t(`starts-${value}`) }))}
            value={values.startsFrom}
          />
          <Radios
            {...field('pause')}
            label={t('pause')}
            choices={PAUSES.map((value) => ({ value, label: t(`pause-${value}`) }))}
            value={values.pause}
          />
          <h3>{t('working')}</h3>
          <p class="av-hush">{t('working-hint')}</p>
          <Checkbox
            name="saturdayCounts"
            label={t('saturdayCounts')}
            checked={values.saturdayCounts === 'yes'}
          />
          <Checkbox name="eveCounts" label={t('eveCounts')} checked={values.eveCounts === 'yes'} />
          <h2>{t('validity')}</h2>
          {date('validFrom', t('validFrom-hint'))}
          {date('validTo', t('validTo-hint'))}
          <h2>{t('texts')}</h2>
          {TEXT_NAMES.map((name) => (
            <Texts {...given} name={name} />
          ))}
          <h2>{t('basis')}</h2>
          <TextField
            {...field('statute')}
            label={t('statute')}
            hint={t('statute-hint')}
            value={values.statute}
            spellcheck={false}
            optional
          />
          <TextArea
            {...field('source')}
            label={t('source')}
            hint={t('source-hint')}
            value={values.source}
            rows={2}
          />
          <TextField {...field('page')} label={t('page')} value={values.page} spellcheck={false} optional />
          <Checkbox
            name="verified"
            label={t('verified-label')}
            hint={t('verified-hint')}
            checked={values.verified === 'yes'}
          />
          <ButtonRow>
            <Button name="step" value="preview">
              {t('preview')}
            </Button>
            <a class="ds-link" href={given.cancelHref}>
              {t('cancel')}
            </a>
          </ButtonRow>
        </div>
      </Form>
    </div>
  )
}

function Texts({ lang, values, errors, name }: FormGiven & { name: (typeof TEXT_NAMES)[number] }) {
  const t = lawRules(lang)
  const hint =
    name === 'duty'
      ? t('text-duty-hint', { period: '{period}' })
      : name === 'start'
        ? t('text-start-hint')
        : name === 'range'
          ? t('text-range-hint')
          : undefined
  const long = name === 'duty' || name === 'broken' || name === 'range'
  return (
    <Fieldset lang={lang} name={name} label={t(`text-${name}`)} hint={hint} optional={name === 'range'}>
      {LANGS.map((one) => {
        const at = `${name}-${one}`
        const label = t(`in-${one}`)
        const field = {
          lang,
          name: at,
          label: label.charAt(0).toUpperCase() + label.slice(1),
          value: values[at],
          error: errorOf(errors, at),
        }
        return long ? <TextArea {...field} rows={3} /> : <TextField {...field} />
      })}
    </Fieldset>
  )
}

/** What others saved meanwhile stands here, what was typed in the form below: the writer decides what holds. */
function Others({ lang, others, names }: FormGiven & { others: readonly RuleHistory[] }) {
  const t = lawRules(lang)
  const who = [...new Set(others.map(({ by }) => names.get(by) ?? t('colleague')))].join(', ')
  return (
    <div class="av-flash av-flow" role="alert">
      <Alert tone="danger" title={t('others', { who: who || t('colleague') })}>
        <p>{t('others-text')}</p>
      </Alert>
      {others.map((step) => (
        <HistoryStep lang={lang} step={step} names={names} />
      ))}
    </div>
  )
}

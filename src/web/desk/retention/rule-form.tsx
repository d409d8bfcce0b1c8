import { RETENTION_ACTIONS, RETENTION_KINDS, RETENTION_STARTS } from '../../../cases/index.ts'
import { codeList } from '../../../classification/index.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import type { Lang } from '../../../language/lang.ts'
import {
  Button,
  ButtonRow,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { RETENTION } from './frame.tsx'
import type { RuleValues } from './rule-values.ts'

/** The form of one rule. No number is filled in: the controller decides them. */
export function RuleForm(props: {
  lang: Lang
  values: RuleValues
  /** id of the rule that stood when the form was drawn */
  seen: string
  errors?: FieldError[]
}) {
  const { lang, values, errors } = props
  const t = retentionTexts(lang)
  const field = (name: keyof RuleValues) => ({
    lang,
    name,
    value: values[name],
    error: errorOf(errors, name),
  })
  return (
    <Form lang={lang} action={`${RETENTION}/rules/new`} guarded>
      <HiddenFields values={{ seen: props.seen }} />
      <div class="av-flow av-narrow">
        <Radios
          {...field('kind')}
          label={t('rule-kind')}
          choices={RETENTION_KINDS.map((value) => ({ value, label: t(`kind-${value}`) }))}
        />
        <Select
          {...field('outcome')}
          label={t('outcome')}
          options={codeList('outcome').map((entry) => ({ value: entry.code, label: entry[lang] }))}
          empty={t('outcome-any')}
        />
        <Radios
          {...field('action')}
          label={t('action')}
          choices={RETENTION_ACTIONS.map((value) => ({ value, label: t(`action-${value}`) }))}
        />
        <Radios
          {...field('startsFrom')}
          label={t('starts-from')}
          hint={t('from-hint')}
          choices={RETENTION_STARTS.map((value) => ({ value, label: capital(t(`from-${value}`)) }))}
        />
        <TextField
          {...field('years')}
          label={t('years')}
          hint={t('years-hint')}
          inputmode="numeric"
          width={4}
        />
        <TextField
          {...field('quietDays')}
          label={t('quiet-days')}
          hint={t('quiet-days-hint')}
          inputmode="numeric"
          width={4}
        />
        <TextField {...field('warnDays')} label={t('warn-days')} hint={t('warn-days-hint')} width={20} />
        <TextArea {...field('source')} label={t('source')} hint={t('source-hint')} rows={2} />
        <ButtonRow>
          <Button name="step" value="preview">
            {t('preview')}
          </Button>
          <a class="ds-link" href={`${RETENTION}/rules`}>
            {ui(lang)('cancel')}
          </a>
        </ButtonRow>
      </div>
    </Form>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

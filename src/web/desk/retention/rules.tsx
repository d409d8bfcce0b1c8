import {
  comingUp,
  endedRules,
  endRetentionRule,
  loneContacts,
  Refusal,
  type RetentionInput,
  retentionRules,
  setRetentionRule,
} from '../../../cases/index.ts'
import type { OfficeTransaction } from '../../../custody/transaction.ts'
import type { RetentionRule } from '../../../database/generated/client.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { formatDate, formatDateTime } from '../../../language/formats.ts'
import type { Web } from '../../context.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Details,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  LinkButton,
  Table,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext, staffNames } from '../frame.tsx'
import { ComingTable } from './coming.tsx'
import { RETENTION, showRetention } from './frame.tsx'
import { RuleForm } from './rule-form.tsx'
import { RULE_FIELDS, type RuleValues, readRule, valuesOf } from './rule-values.ts'
import { outcomeWords, ruleWords } from './words.ts'

const HERE = `${RETENTION}/rules`

/** The rules the office has set, each with what it rests on and who set it. None is built in. */
export async function rulesPage(c: DeskContext, web: Web, told?: string): Promise<Response> {
  const { lang } = c.var
  const t = retentionTexts(lang)
  const { rules, ended, names } = await asStaff(c, web, async (o) => ({
    rules: await retentionRules(o),
    ended: await endedRules(o),
    names: await staffNames(o),
  }))
  const done = c.req.query('done')
  const setBy = (rule: RetentionRule) =>
    t('set-by', { who: (rule.setBy && names.get(rule.setBy)) ?? '–', when: formatDate(lang, rule.setAt) })
  return showRetention(c, web, {
    at: 'rules',
    status: told ? 409 : 200,
    children: (
      <>
        {done === 'saved' && <Flash>{t('rule-saved')}</Flash>}
        {done === 'ended' && <Flash>{t('rule-ended')}</Flash>}
        {told && (
          <Alert tone="danger">
            <p>{told}</p>
          </Alert>
        )}
        <p>{t('rules-lead')}</p>
        {rules.length > 0 && (
          <Table
            caption={t('tab-rules')}
            captionHidden
            stack
            rows={rules}
            columns={[
              {
                label: t('rule-kind'),
                rowHeader: true,
                cell: ({ kind, outcome }) => (
                  <>
                    {t(`kind-${kind as 'advice'}`)}
                    <span class="av-second">{outcomeWords(outcome, lang)}</span>
                  </>
                ),
              },
              { label: t('col-state'), cell: (rule) => ruleWords(rule, lang) },
              { label: t('warn-short'), cell: ({ warnDays }) => warnDays.join(', ') },
              { label: t('quiet-short'), cell: ({ quietDays }) => quietDays },
              { label: t('set-label'), cell: setBy },
              {
                label: t('edit'),
                labelHidden: true,
                cell: ({ kind, outcome }) => (
                  <a href={`${HERE}/new?${new URLSearchParams({ kind, outcome })}`}>{t('edit')}</a>
                ),
              },
            ]}
          />
        )}
        <p>
          <LinkButton href={`${HERE}/new`}>{t('add-rule')}</LinkButton>
        </p>
        {ended.length > 0 && (
          <Details summary={t('ended-rules')}>
            <ul>
              {ended.map((rule) => (
                <li>
                  {t(`kind-${rule.kind as 'advice'}`)}: {ruleWords(rule, lang)}
                  <span class="av-second">
                    {t('ended-by', {
                      from: formatDate(lang, rule.setAt),
                      to: formatDate(lang, rule.endedAt!),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </Details>
        )}
      </>
    ),
  })
}

const standing = (o: OfficeTransaction, { kind = '', outcome = '' }: RuleValues) =>
  o.sql.retentionRule.findFirst({ where: { organisation: o.organisation, kind, outcome, endedAt: null } })

/** The form: empty, or with the rule that stands for a kind and outcome. */
export async function newRulePage(c: DeskContext, web: Web): Promise<Response> {
  const asked = { kind: c.req.query('kind'), outcome: c.req.query('outcome') ?? '' }
  const rule = asked.kind ? await asStaff(c, web, (o) => standing(o, asked)) : null
  return formPage(c, web, rule ? valuesOf(rule) : {}, rule?.id ?? '')
}

function formPage(c: DeskContext, web: Web, values: RuleValues, seen: string, errors?: FieldError[]) {
  const { lang } = c.var
  const t = retentionTexts(lang)
  return showRetention(c, web, {
    at: 'rules',
    title: t(seen ? 'change-rule' : 'add-rule'),
    errors,
    children: (
      <>
        <RuleForm lang={lang} values={values} seen={seen} errors={errors} />
        {seen && (
          <Details summary={t('end-rule')}>
            <p>{t('end-rule-text')}</p>
            <Form lang={lang} action={`${HERE}/end`}>
              <HiddenFields values={{ seen, kind: values.kind ?? '', outcome: values.outcome ?? '' }} />
              <Button danger look="secondary">
                {t('end-rule')}
              </Button>
            </Form>
          </Details>
        )}
      </>
    ),
  })
}

/** Takes the form: back with what is wrong, on to what would follow, or, from there, saved. */
export async function takeRule(c: DeskContext, web: Web): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const values: RuleValues = Object.fromEntries(RULE_FIELDS.map((name) => [name, text(name)]))
  const read = readRule(values, c.var.lang)
  const seen = text('seen')
  if (read.errors) return formPage(c, web, values, seen, read.errors)
  if (text('step') === 'form') return formPage(c, web, values, seen)
  if (text('step') !== 'save') return previewPage(c, web, read.input, values)
  try {
    await asStaff(c, web, (o) => setRetentionRule(o, read.input, seen))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') throw error
    return rulesPage(c, web, retentionTexts(c.var.lang)('changed-meanwhile'))
  }
  return c.redirect(`${HERE}?done=saved`, 303)
}

/** What would follow if the rule were set: which matters would be over or near, and what keeps them. Nothing is saved. */
async function previewPage(
  c: DeskContext,
  web: Web,
  input: RetentionInput,
  values: RuleValues,
): Promise<Response> {
  const { lang } = c.var
  const t = retentionTexts(lang)
  const { rows, lone, seen, now } = await asStaff(c, web, async (o) => {
    const others = (await retentionRules(o)).filter(
      ({ kind, outcome }) => kind !== input.kind || outcome !== input.outcome,
    )
    const rule = { ...input, id: '', setAt: o.now, warnDays: [...input.warnDays] }
    const all = await comingUp(o, [...others, rule])
    return {
      rows: all.filter(({ standing }) => standing.rule?.id === ''),
      lone: input.kind === 'contact' ? await loneContacts(o) : null,
      seen: await standing(o, values),
      now: o.now,
    }
  })
  // What is near is what its first warning has reached.
  const days = Math.max(...input.warnDays)
  return showRetention(c, web, {
    at: 'rules',
    title: t('preview-title'),
    children: (
      <>
        <p class="av-lead">
          {t(`kind-${input.kind}`)}, {outcomeWords(input.outcome, lang)}: {ruleWords(input, lang)}
        </p>
        {seen && (
          <p class="av-hush">
            {t('replaces', { rule: ruleWords(seen, lang), when: formatDateTime(lang, seen.setAt ?? now) })}
          </p>
        )}
        <ul>
          <li>{t('preview-warn', { days: input.warnDays.join(', ') })}</li>
          {!lone && <li>{t('preview-quiet', { n: input.quietDays })}</li>}
        </ul>
        <p>
          {rows.length === 0
            ? t(lone ? 'preview-none-contact' : 'preview-none', { days })
            : t(lone ? 'preview-count-contact' : 'preview-count', { n: rows.length, days })}
        </p>
        {lone && <p>{t('preview-contacts', lone)}</p>}
        {rows.length > 0 && (
          <ComingTable lang={lang} rows={rows.slice(0, 100)} caption={t('preview-title')} linked={false} />
        )}
        <Form lang={lang} action={`${HERE}/new`}>
          <HiddenFields values={{ ...(values as Record<string, string>), seen: seen?.id ?? '' }} />
          <ButtonRow>
            <Button name="step" value="save">
              {t('save')}
            </Button>
            <Button look="secondary" name="step" value="form">
              {t('edit')}
            </Button>
          </ButtonRow>
        </Form>
      </>
    ),
  })
}

export async function endRule(c: DeskContext, web: Web): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  try {
    await asStaff(c, web, (o) =>
      endRetentionRule(o, { kind: text('kind'), outcome: text('outcome') }, text('seen')),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return rulesPage(c, web, retentionTexts(c.var.lang)('changed-meanwhile'))
  }
  return c.redirect(`${HERE}?done=ended`, 303)
}

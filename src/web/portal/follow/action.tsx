import {
  type ActionField,
  allowedActions,
  applyEvent,
  type CaseAction,
  followCase,
  Refusal,
  refusalText,
  TEXT_MOST,
} from '../../../cases/index.ts'
import { inOffice } from '../../../custody/transaction.ts'
import { follow } from '../../../language/catalogues/portal-follow.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  dateParts,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  Radios,
  readDate,
  TextArea,
} from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { readOffice } from '../office.ts'
import { casePage } from './case.tsx'
import { clientLetters } from './letters/as-client.ts'
import { ledElsewhere } from './letters/on-case.tsx'
import type { OpenedCase } from './session.ts'

type Sent = Record<string, unknown>

/** What has a page of its own. */
const ELSEWHERE = new Set(['MESSAGE_FROM_CLIENT'])

/** One thing the client can do with the case, with what it will do said before; also the confirmation of a withdrawal. */
export async function actionPage(
  c: PortalContext,
  web: Web,
  opened: OpenedCase,
  sent: Sent = {},
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = follow(lang)
  const { case: row } = await followCase(web.house, opened)
  const action = actionOf(row, c.req.param('event') ?? '', lang)
  if (!action) return notNow(c, web, opened)
  const title = action.type === 'WITHDRAW' ? t('withdraw.title') : action.label
  return show(c, web, {
    title,
    path: `/follow/do/${action.type}`,
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{title}</h1>
        <p>{action.effect}</p>
        <Form lang={lang}>
          <div class="av-flow">
            {action.fields.map((field) => (
              <Answer lang={lang} field={field} sent={sent} error={errorOf(errors, field.name)} />
            ))}
            {action.note && (
              <TextArea
                lang={lang}
                name="note"
                label={action.note.label}
                optional={!action.note.required}
                value={String(sent.note ?? '')}
                rows={5}
                maxLength={TEXT_MOST}
                spellcheck={false}
                error={errorOf(errors, 'note')}
              />
            )}
            <ButtonRow>
              <Button danger={action.danger}>{action.label}</Button>
              <a class="ds-link" href={`/${lang}/follow/case`}>
                {t('act.cancel')}
              </a>
            </ButtonRow>
          </div>
        </Form>
      </div>
    ),
  })
}

export async function takeAction(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const { lang } = c.var
  const sent: Sent = await c.req.parseBody()
  const { case: row } = await followCase(web.house, opened)
  const action = actionOf(row, c.req.param('event') ?? '', lang)
  if (!action || ledElsewhere(action.type, await clientLetters(web, opened))) return notNow(c, web, opened)
  const note = String(sent.note ?? '').trim()
  const errors = [...fieldErrors(action, sent, lang), ...noteErrors(action, note, lang)]
  if (errors.length > 0) return actionPage(c, web, opened, sent, errors)
  try {
    await inOffice(web.house, opened.organisation, { kind: 'client' }, (t) =>
      applyEvent(
        t,
        opened.id,
        { type: action.type, fields: fieldsOf(action, sent), note: note || undefined },
        'client',
      ),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    const field = error.details.field ?? action.fields[0]?.name ?? 'note'
    return actionPage(c, web, opened, sent, [{ field, message: refusalText(error, lang, row) }])
  }
  return c.redirect(`/${lang}/follow/case?done=action`, 303)
}

const actionOf = (row: Parameters<typeof allowedActions>[0], type: string, lang: Lang) =>
  allowedActions(row, 'client', lang).find(
    (action) => action.type === type && !ELSEWHERE.has(type) && action.refusal === null,
  )

/** The case has moved on since the page was drawn; the case itself says how. */
const notNow = (c: PortalContext, web: Web, opened: OpenedCase) =>
  casePage(c, web, opened, [{ field: 'main', message: follow(c.var.lang)('act.not-now') }])

function Answer({
  lang,
  field,
  sent,
  error,
}: {
  lang: Lang
  field: ActionField
  sent: Sent
  error?: string
}) {
  const shown = { lang, name: field.name, label: field.label, error, optional: !field.required }
  if (field.kind === 'date') return <DateField {...shown} value={dateParts(sent, field.name)} />
  if (field.kind === 'boolean')
    return <Checkbox name={field.name} label={field.label} checked={sent[field.name] === 'yes'} />
  const options = field.options ?? []
  return (
    <Radios
      {...shown}
      look={options.length <= 3 ? 'inline' : 'plain'}
      choices={options}
      value={typeof sent[field.name] === 'string' ? String(sent[field.name]) : undefined}
    />
  )
}

function fieldErrors(action: CaseAction, sent: Sent, lang: Lang): FieldError[] {
  const t = follow(lang)
  return action.fields.flatMap(({ name, label, kind, required }) => {
    const empty = { field: name, message: t('act.field-missing', { field: label }) }
    if (kind === 'date') {
      const date = readDate(dateParts(sent, name))
      if (date === 'invalid') return [{ field: name, message: t('act.date-invalid', { field: label }) }]
      return date === null && required ? [empty] : []
    }
    return kind !== 'boolean' && required && !sent[name] ? [empty] : []
  })
}

function noteErrors(action: CaseAction, note: string, lang: Lang): FieldError[] {
  const t = follow(lang)
  if (!note && action.note?.required) return [{ field: 'note', message: t('act.note-missing') }]
  const over = note.length - TEXT_MOST
  return over > 0 ? [{ field: 'note', message: t('case.message-long', { n: over }) }] : []
}

function fieldsOf(action: CaseAction, sent: Sent): Record<string, string> {
  return Object.fromEntries(
    action.fields.flatMap(({ name, kind }) => {
      if (kind !== 'date') return typeof sent[name] === 'string' ? [[name, String(sent[name])]] : []
      const date = readDate(dateParts(sent, name))
      return date && date !== 'invalid' ? [[name, date.toString()]] : []
    }),
  )
}

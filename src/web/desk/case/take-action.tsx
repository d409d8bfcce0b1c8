import {
  type ActionField,
  applyEvent,
  type CaseAction,
  type CaseLetter,
  Refusal,
  refusalText,
} from '../../../cases/index.ts'
import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Web } from '../../context.ts'
import { Confirm, dateParts, type FieldError, readDate, SummaryList } from '../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../frame.tsx'
import { type Sent, text } from '../log-contact-values.ts'
import { sentAs } from './actions.tsx'
import { ledTo } from './letters/led.ts'
import { lettersOf } from './letters/open-letters.ts'
import { caseId, type OpenCase, openCase } from './open-case.ts'
import { casePage } from './page.tsx'
import { seenVersion } from './seen-version.ts'
import { ENDS_CASE, StillOpen, stillOpen } from './still-open.tsx'
import { awayPage, isAway } from './who/away.tsx'

/** Sends an event to the case. What cannot be undone is asked for once more, with all that was filled in kept. */
export async function takeAction(c: DeskContext, web: Web): Promise<Response> {
  const id = caseId(c)
  const type = c.req.param('event') ?? ''
  const sent: Sent = await c.req.parseBody()
  const opened = await openCase(c, web)
  const action = opened.actions.find((one) => one.type === type)
  if (!action)
    return casePage(c, web, { opened, notTaken: { at: type, sent, errors: [] }, refusal: notNow(c) })
  const led = ledTo(type, id, await lettersOf(c, web))
  if (led) return c.redirect(led, 303)
  if (text(sent, 'cancelled') === 'yes')
    return casePage(c, web, {
      opened,
      notTaken: { at: type, sent, errors: [] },
      refusal: action.refusal ?? undefined,
    })
  const errors = missing(c, action, sent)
  if (errors.length > 0) return casePage(c, web, { opened, notTaken: { at: type, sent, errors } })
  const stale = seenVersion(sent) !== undefined && seenVersion(sent) !== opened.file.case.version
  if (action.danger && !stale && text(sent, 'confirmed') !== 'yes')
    return confirmPage(c, web, opened, action, sent, (await lettersOf(c, web)).letters)
  const given = text(sent, sentAs(action, 'staff'))
  if (type === 'ASSIGN' && text(sent, 'away') !== 'yes' && (await isAway(c, web, given)))
    return awayPage(c, web, {
      id,
      staffId: given,
      action: `/desk/cases/${id}/do/ASSIGN`,
      field: sentAs(action, 'staff'),
      hidden: Object.fromEntries(
        Object.entries(sent).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      ),
    })
  try {
    await asStaff(c, web, (t) =>
      applyEvent(
        t,
        id,
        {
          type,
          fields: fieldsOf(action, sent),
          note: text(sent, sentAs(action, 'note')) || undefined,
          seenVersion: seenVersion(sent),
        },
        'office',
      ),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found' || error.code === 'erased') throw error
    return casePage(c, web, refused(c, error, type, sent, opened.file.case))
  }
  const page = ['mediation', 'remedy'].find((one) => one === text(sent, 'page'))
  return c.redirect(page ? `/desk/cases/${id}/${page}` : `/desk/cases/${id}?done=${type}`, 303)
}

/** What the page shows of a refusal: at the field it names, or above everything. */
export function refused(
  c: DeskContext,
  error: Refusal,
  at: string,
  sent: Sent,
  row: Parameters<typeof refusalText>[2],
) {
  const message = refusalText(error, c.var.lang, row)
  const field = error.details.field
  const name = field === 'text' ? `${at}-note` : field ? `${at}-${field}` : undefined
  return name
    ? { notTaken: { at, sent, errors: [{ field: name, message }] } }
    : { notTaken: { at, sent, errors: [] }, refusal: message }
}

const notNow = (c: DeskContext) => refusalText(new Refusal('not-now'), c.var.lang)

function confirmPage(
  c: DeskContext,
  web: Web,
  opened: OpenCase,
  action: CaseAction,
  sent: Sent,
  letters: readonly CaseLetter[],
): Promise<Response> {
  const { lang } = c.var
  const t = caseTexts(lang)
  const id = caseId(c)
  const title = t('confirm-title', { what: action.label })
  const note = text(sent, sentAs(action, 'note'))
  const kept = Object.entries(sent).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return showDesk(c, web, {
    title,
    section: 'queue',
    children: (
      <Confirm
        lang={lang}
        title={title}
        action={`/desk/cases/${id}/do/${action.type}`}
        confirm={action.label}
        danger
        cancelTo={`/desk/cases/${id}/do/${action.type}#do-${action.type}`}
        hidden={{ ...Object.fromEntries(kept), confirmed: 'yes' }}
      >
        <p>{action.effect}</p>
        {ENDS_CASE.has(action.type) && <StillOpen lang={lang} lines={stillOpen(lang, opened, letters)} />}
        <SummaryList
          lang={lang}
          rows={[
            { label: t('case-number'), value: opened.file.case.number },
            ...action.fields.map((field) => ({
              label: field.label,
              value: chosen(c, opened, sent, field, sentAs(action, field.name)),
              typed: true,
            })),
          ]}
        />
        {note && (
          <div class="av-panel">
            <h2>{action.note?.label ?? t('your-text')}</h2>
            <p class="av-typed">{note}</p>
          </div>
        )}
      </Confirm>
    ),
  })
}

/** What was given in a field, in words. */
function chosen(c: DeskContext, opened: OpenCase, sent: Sent, field: ActionField, name: string): string {
  const value = text(sent, name)
  if (field.kind === 'boolean') return caseTexts(c.var.lang)(value === 'yes' ? 'yes' : 'no')
  if (field.kind === 'person') return opened.names.get(value) ?? value
  if (field.kind !== 'date') return field.options?.find((option) => option.value === value)?.label ?? value
  const date = readDate(dateParts(sent, name))
  return date && date !== 'invalid' ? formatDate(c.var.lang, date.toString()) : ''
}

function missing(c: DeskContext, action: CaseAction, sent: Sent): FieldError[] {
  const { lang } = c.var
  const t = caseTexts(lang)
  const errors = action.fields.flatMap(({ name, label, kind, required }): FieldError[] => {
    const field = sentAs(action, name)
    const absent = () => refusalText(new Refusal('field-missing', { field: label }), lang)
    if (kind === 'date') {
      const date = readDate(dateParts(sent, field))
      if (date === 'invalid') return [{ field, message: t('error-date', { field: label }) }]
      return date === null && required ? [{ field, message: absent() }] : []
    }
    return kind !== 'boolean' && required && !text(sent, field) ? [{ field, message: absent() }] : []
  })
  const note = sentAs(action, 'note')
  if (action.note?.required && !text(sent, note)) {
    const toClient = action.type.startsWith('ANSWER') ? 'error-text-answer' : 'error-text-client'
    errors.push({ field: note, message: t(action.note.to === 'client' ? toClient : 'error-text') })
  }
  return errors
}

function fieldsOf(action: CaseAction, sent: Sent): Record<string, string | boolean> {
  return Object.fromEntries(
    action.fields.flatMap(({ name, kind }): [string, string | boolean][] => {
      const field = sentAs(action, name)
      if (kind === 'boolean') return [[name, text(sent, field) === 'yes']]
      if (kind !== 'date') return text(sent, field) ? [[name, text(sent, field)]] : []
      const date = readDate(dateParts(sent, field))
      return date && date !== 'invalid' ? [[name, date.toString()]] : []
    }),
  )
}

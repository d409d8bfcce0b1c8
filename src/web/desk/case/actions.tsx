import type { ActionField, CaseAction } from '../../../cases/index.ts'
import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { deskLetters } from '../../../language/catalogues/desk-letters.ts'
import type { Lang } from '../../../language/lang.ts'
import {
  Button,
  Checkbox,
  DateField,
  Details,
  dateParts,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  LinkButton,
  partsOf,
  Radios,
  Select,
  TextArea,
} from '../../ui/parts.ts'
import { type Sent, text } from '../log-contact-values.ts'

/** Events with a form of their own on the page. */
const ELSEWHERE = new Set(['MESSAGE_TO_CLIENT', 'LOG_CONTACT'])

/** What was sent and not taken: the form it belongs to, what was typed, and why. */
export interface NotTaken {
  /** An event's type, `note` or `message`. */
  at: string
  sent: Sent
  errors: FieldError[]
}

export interface ActionsProps {
  lang: Lang
  caseId: string
  version: number
  actions: readonly CaseAction[]
  handlers: { value: string; label: string }[]
  /** Tracks beside the office's own that the case has entered. */
  begun: readonly string[]
  /** ISO date, offered where a date must be given. */
  today: string
  /** What the client told of a decision: offered where the office records it. */
  told?: { date?: string; served?: string }
  notTaken?: NotTaken
  /** Where an event is done instead, when a letter or an agreement of the case holds what it is about. */
  led?: (type: string) => string | undefined
  /** The page to come back to; the case's own when left out. */
  page?: 'mediation' | 'remedy'
}

const asksMore = (action: CaseAction): boolean => action.fields.length > 0 || action.note !== null

/** Fields of one action are sent under its type, so that one page can hold many forms. */
export const sentAs = (action: Pick<CaseAction, 'type'>, field: string): string => `${action.type}-${field}`

/** What the statechart allows now, track by track, each with what it will do. */
export function Actions(props: ActionsProps) {
  const t = caseTexts(props.lang)
  const shown = props.actions.filter(({ type }) => !ELSEWHERE.has(type))
  const possible = shown.filter(({ refusal }) => refusal === null)
  const notYet = shown.filter(({ refusal }) => refusal !== null)
  const tracks = [...new Set(possible.map(({ track }) => track))]
  return (
    <section class="av-panel av-flow" aria-labelledby="actions">
      <h2 id="actions">{t('actions-title')}</h2>
      {tracks.map((track) => {
        // What one press does comes first, what asks for more after it.
        const own = possible
          .filter((action) => action.track === track)
          .sort((one, other) => Number(asksMore(one)) - Number(asksMore(other)))
        const list = (
          <div class="av-track">
            {own.map((action) => (
              <Action {...props} action={action} />
            ))}
          </div>
        )
        if (track === 'office' || track === 'ended') return list
        const open = props.begun.includes(track) || own.some(({ type }) => type === props.notTaken?.at)
        return (
          <div class="av-tracks">
            <Details summary={own[0]!.trackLabel} open={open}>
              {list}
            </Details>
          </div>
        )
      })}
      {notYet.length > 0 && (
        <Details summary={t('actions-not-now')}>
          <ul>
            {notYet.map(({ label, refusal }) => (
              <li>
                <strong>{label}.</strong> {refusal}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

export function Action(props: ActionsProps & { action: CaseAction }) {
  const { lang, action, notTaken } = props
  const address = `/desk/cases/${props.caseId}/do/${action.type}`
  const led = props.led?.(action.type)
  if (led)
    return (
      <div class="av-action">
        <LinkButton look="secondary" href={led}>
          {action.label}
        </LinkButton>
        <span class="av-second">
          {deskLetters(lang)(led.endsWith('/mediation') ? 'panel.lead-mediation' : 'panel.lead')}
        </span>
      </div>
    )
  const seen = (
    <HiddenFields values={{ version: String(props.version), ...(props.page ? { page: props.page } : {}) }} />
  )
  if (!asksMore(action))
    return (
      <Form lang={lang} action={address}>
        {seen}
        <div class="av-action">
          <Button look="secondary" danger={action.danger}>
            {action.label}
          </Button>
          <span class="av-second">{action.effect}</span>
        </div>
      </Form>
    )
  const tried = notTaken?.at === action.type ? notTaken : undefined
  return (
    <details id={`do-${action.type}`} class="ds-details av-action-form" open={Boolean(tried)}>
      <summary>
        <span>
          {action.label}
          <span class="av-second">{action.effect}</span>
        </span>
      </summary>
      <div>
        <Form lang={lang} action={address} guarded>
          {seen}
          <div class="av-flow">
            {action.fields.map((field) => (
              <Answer {...props} field={field} tried={tried} />
            ))}
            {action.note && (
              <TextArea
                lang={lang}
                name={sentAs(action, 'note')}
                label={action.note.label}
                optional={!action.note.required}
                rows={5}
                spellcheck={false}
                value={text(tried?.sent ?? {}, sentAs(action, 'note'))}
                error={errorOf(tried?.errors, sentAs(action, 'note'))}
              />
            )}
            <Button danger={action.danger}>{action.label}</Button>
          </div>
        </Form>
      </div>
    </details>
  )
}

function Answer(props: ActionsProps & { action: CaseAction; field: ActionField; tried?: NotTaken }) {
  const { lang, action, field, tried } = props
  const t = caseTexts(lang)
  const name = sentAs(action, field.name)
  const sent = tried?.sent ?? {}
  const shown = {
    lang,
    name,
    label: field.label,
    optional: !field.required,
    error: errorOf(tried?.errors, name),
  }
  const told = field.name === 'served' && !tried ? props.told?.served : undefined
  const value = text(sent, name) || (told ?? '')
  if (field.kind === 'date') {
    const typed = dateParts(sent, name)
    // The day of a decision is never guessed: a day too late would cost the client the right to appeal.
    const guess = field.name === 'decisionFrom' ? props.told?.date : props.today
    const asked = tried || !field.required || !guess ? typed : partsOf(guess)
    return <DateField {...shown} value={asked} />
  }
  if (field.kind === 'boolean')
    return <Checkbox name={name} label={field.label} checked={sent[name] === 'yes'} />
  if (field.kind === 'person')
    return <Select {...shown} value={value} options={props.handlers} empty={t('choose-person')} typeahead />
  const options = field.options ?? []
  if (field.kind === 'code' || options.length > 6)
    return <Select {...shown} value={value} options={options} typeahead={options.length > 8} />
  return (
    <Radios
      {...shown}
      choices={options}
      value={value || undefined}
      look={options.length <= 3 ? 'inline' : 'plain'}
    />
  )
}

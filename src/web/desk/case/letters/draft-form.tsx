import type { Child } from 'hono/jsx'
import type { LetterKind } from '../../../../documents/letters.ts'
import { caseTexts } from '../../../../language/catalogues/desk-case.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { ui } from '../../../../language/catalogues/ui.ts'
import type { Lang } from '../../../../language/lang.ts'
import { boxesOf, type Sent, said } from '../../../portal/letters/fields.ts'
import { PointBoxes } from '../../../portal/letters/point-boxes.tsx'
import {
  Alert,
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  dateParts,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  TextArea,
  TextField,
} from '../../../ui/parts.ts'
import { type DraftDate, draftDateLabel } from './draft.ts'

interface Props {
  lang: Lang
  kind: LetterKind
  title: string
  back: string
  hidden: Record<string, string>
  sent: Sent
  anew?: boolean
  /** Asks the client to write the points, in these words; none: that is not offered. */
  ask?: string
  /** What is read while writing. */
  beside?: Child
  /** Another writes for the client, whose name is then needed. */
  forOther?: boolean
  errors?: FieldError[]
  refusal?: string
}

const DECISION: readonly LetterKind[] = [
  'objection',
  'review',
  'review-kela',
  'appeal',
  'damages',
  'complaint',
]
const RECEIVED: readonly LetterKind[] = ['review', 'review-kela', 'appeal']
const AFTER_OBJECTION: readonly LetterKind[] = ['complaint', 'supplement']

/** A letter being written on the desk: what is said first, then to whom and by whom. */
export function DraftForm({
  lang,
  kind,
  title,
  back,
  hidden,
  sent,
  anew,
  ask,
  beside,
  forOther,
  errors,
  refusal,
}: Props) {
  const t = deskLetters(lang)
  const words = letterTexts(lang)
  const own = kind === 'mediation'
  const field = (name: string) => ({ lang, name, value: said(sent, name), error: errorOf(errors, name) })
  const date = (name: DraftDate, hint?: string) => (
    <DateField
      lang={lang}
      name={name}
      label={draftDateLabel(lang, name)}
      hint={hint}
      value={dateParts(sent, name)}
      error={errorOf(errors, name)}
      optional
    />
  )
  return (
    <div class="av-flow av-narrow">
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && (
        <Alert tone="danger" title={caseTexts(lang)('not-saved-title')}>
          <p>{refusal}</p>
        </Alert>
      )}
      <h1>{title}</h1>
      <p>{own ? words('mediation.points-hint') : t('edit.lead')}</p>
      {beside}
      {anew && <Alert tone="warning">{t('edit.anew')}</Alert>}
      <Form lang={lang} guarded>
        <HiddenFields values={{ ...hidden, boxes: String(boxesOf(sent)) }} />
        <div class="av-flow">
          <section class="av-panel av-flow">
            <h2>{words(`${kind}.points`)}</h2>
            {!own && <p class="av-hush">{words(`${kind}.points-hint`)}</p>}
            <PointBoxes {...{ lang, sent, errors }} />
            <TextArea
              {...field('asked')}
              label={words(`${kind}.asked`)}
              hint={words(`${kind}.asked-hint`)}
              rows={3}
              spellcheck={false}
              optional
            />
          </section>
          <section class="av-panel av-flow">
            <h2>{words('form.what')}</h2>
            <TextArea
              {...field('addressee')}
              label={words('form.addressee')}
              hint={words(`${kind}.to`)}
              rows={3}
            />
            <TextField {...field('unit')} label={words(`${kind}.unit`)} optional />
            {DECISION.includes(kind) && (
              <TextField
                {...field('decision-number')}
                label={words('form.decision-number')}
                width={20}
                optional
              />
            )}
            {DECISION.includes(kind) && date('decision-date')}
            {RECEIVED.includes(kind) && date('received')}
            {AFTER_OBJECTION.includes(kind) && date('objection-sent')}
            {AFTER_OBJECTION.includes(kind) && date('answered', words('form.answered-hint'))}
            {own && date('reply-by', t('edit.reply-by-hint'))}
            <TextArea
              {...field('enclosures')}
              label={words('form.enclosures')}
              hint={words('form.enclosures-hint')}
              rows={2}
              optional
            />
          </section>
          <section class="av-panel av-flow">
            <h2>{t('edit.sender')}</h2>
            {own ? (
              <TextArea {...field('name')} label={t('edit.name')} rows={2} />
            ) : (
              <TextField {...field('name')} label={t('edit.name')} />
            )}
            <TextArea {...field('address')} label={t('edit.address')} rows={2} optional />
            <TextField {...field('phone')} label={t('edit.phone')} width={20} optional />
            <TextField {...field('email')} label={t('edit.email')} optional />
            <TextField
              {...field('client')}
              label={t(own ? 'edit.client-mediation' : 'edit.client')}
              optional={!own && !forOther}
            />
          </section>
          {ask && (
            <section class="av-panel av-flow">
              <Checkbox
                name="ask"
                label={t('edit.ask')}
                hint={t('edit.ask-hint')}
                checked={sent.ask === 'yes'}
              />
              <TextArea
                {...field('ask-note')}
                value={said(sent, 'ask-note') || ask}
                label={t('offer.note')}
                rows={4}
              />
            </section>
          )}
          <ButtonRow>
            <Button shortcut="Ctrl+Enter">{t('edit.save')}</Button>
            <a class="ds-link" href={back}>
              {ui(lang)('cancel')}
            </a>
          </ButtonRow>
        </div>
      </Form>
    </div>
  )
}

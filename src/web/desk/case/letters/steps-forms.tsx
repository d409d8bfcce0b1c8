import {
  answerCame,
  type CaseLetter,
  isObjection,
  RECIPIENTS,
  SENT_HOW,
  TOLD_HOW,
  TOPICS,
} from '../../../../cases/index.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { dateInFinland, formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import { type Sent, said } from '../../../portal/letters/fields.ts'
import {
  Alert,
  Button,
  Checkboxes,
  DateField,
  Details,
  dateParts,
  errorOf,
  Form,
  HiddenFields,
  LinkButton,
  partsOf,
  Radios,
  Select,
  SummaryList,
  TextArea,
  TextField,
} from '../../../ui/parts.ts'
import { texts } from '../../log-contact-values.ts'
import { consentInForce } from './beside.tsx'
import type { LetterNotTaken } from './letter.tsx'
import { clientLang, type OpenLetters } from './open-letters.ts'

interface Props {
  lang: Lang
  opened: OpenLetters
  letter: CaseLetter
  notTaken?: LetterNotTaken
  now: Date
}

/** What can be done with the letter now, and what has been done. */
export function Steps(props: Props) {
  const { lang, letter } = props
  const t = deskLetters(lang)
  const { sender, addressee } = letter.parts
  const lacks = [
    !sender.name.trim() && t('lacks.sender'),
    !addressee.trim() && t('lacks.addressee'),
    letter.points.length === 0 && t('lacks.points'),
  ].filter((one): one is string => Boolean(one))
  const complete = lacks.length === 0
  const base = `/desk/cases/${letter.caseId}/letters/${letter.id}`
  const open = letter.state === 'draft' || letter.state === 'offered'
  const own = letter.kind === 'mediation'
  const silenced =
    own && letter.state !== 'sent' && letter.state !== 'cancelled' ? whySilent(props) : undefined
  return (
    <div class="av-flow">
      <Standing {...props} />
      {letter.state === 'draft' && letter.clientWrites && letter.points.length === 0 && (
        <Alert tone="info">{t('letter.waits-points')}</Alert>
      )}
      {open && !complete && (
        <Alert tone="warning">{t('letter.incomplete', { what: lacks.join(', ') })}</Alert>
      )}
      {open && complete && !own && letter.state === 'draft' && <OfferForm {...props} base={base} />}
      {open && complete && !own && <ApprovalForm {...props} base={base} />}
      {silenced && <Alert tone="warning">{silenced}</Alert>}
      {!silenced && (letter.state === 'approved' || (own && open && complete)) && (
        <SentForm {...props} base={base} />
      )}
      {letter.state === 'sent' && <Next {...props} base={base} />}
      {letter.state !== 'sent' && letter.state !== 'cancelled' && (
        <Form lang={lang} action={`${base}/cancel`}>
          <Button look="tertiary" danger>
            {t('cancel.do')}
          </Button>
        </Form>
      )}
    </div>
  )
}

/** Why the office's own letter cannot go out: the client has allowed nothing, or no longer does. */
function whySilent({ lang, opened, now }: Props): string | undefined {
  const { consents } = opened
  if (consentInForce(consents, dateInFinland(now).toString())) return undefined
  const words = caseLetters(lang)
  if (consents.some(({ withdrawnAt }) => withdrawnAt !== null)) return words('refusal.consent-withdrawn')
  if (consents.some(({ givenAt }) => givenAt !== null)) return words('refusal.consent-expired')
  return words('refusal.consent-none')
}

/** What has happened with the letter, in a few lines. */
function Standing({ lang, letter }: Props) {
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const how = letter.approvedHow as 'portal' | 'signed' | 'written' | 'spoken' | 'office' | null
  const rows = [
    letter.state === 'offered' && letter.offeredAt
      ? t('offer.waiting', { date: formatDate(lang, letter.offeredAt) })
      : '',
    letter.approvedAt && how
      ? t('approval.done', { date: formatDate(lang, letter.approvedAt), how: words(`told.${how}`) })
      : '',
  ].filter(Boolean)
  if (letter.state !== 'sent')
    return (
      <>
        {rows.map((row) => (
          <p>{row}</p>
        ))}
      </>
    )
  return (
    <section class="av-panel av-flow">
      {rows.map((row) => (
        <p>{row}</p>
      ))}
      <SummaryList
        lang={lang}
        rows={[
          { label: words('field.sent-on'), value: formatDate(lang, letter.sentOn!) },
          { label: words('field.sent-to'), value: letter.sentTo ? words(`to.${letter.sentTo}`) : '' },
          { label: words('field.sent-how'), value: letter.sentHow ? words(`sent.${letter.sentHow}`) : '' },
          { label: t('sent.by'), value: t(letter.sentBy === 'office' ? 'sent.by-office' : 'sent.by-client') },
          ...(letter.proof ? [{ label: t('sent.proof'), value: letter.proof, typed: true }] : []),
        ]}
      />
    </section>
  )
}

const tried = ({ notTaken }: Props, at: LetterNotTaken['at']): Sent =>
  notTaken?.at === at ? notTaken.sent : {}

function OfferForm(props: Props & { base: string }) {
  const { lang, letter, notTaken } = props
  const t = deskLetters(lang)
  return (
    <section class="av-panel av-flow" aria-labelledby="offer">
      <h2 id="offer">{t('offer.title')}</h2>
      <Form lang={lang} action={`${props.base}/offer`} guarded>
        <HiddenFields values={{ version: String(letter.version) }} />
        <div class="av-flow">
          <TextArea
            lang={lang}
            name="offer-note"
            label={t('offer.note')}
            rows={4}
            value={
              said(tried(props, 'offer'), 'offer-note') || deskLetters(clientLang(props.opened))('offer.text')
            }
            error={errorOf(notTaken?.errors, 'offer-note')}
          />
          <Button>{t('offer.do')}</Button>
        </div>
      </Form>
    </section>
  )
}

function ApprovalForm(props: Props & { base: string }) {
  const { lang, letter, notTaken } = props
  const t = deskLetters(lang)
  const sent = tried(props, 'approval')
  return (
    <Details summary={t('approval.title')} open={notTaken?.at === 'approval'}>
      <p>{t('approval.lead')}</p>
      <Form lang={lang} action={`${props.base}/approval`}>
        <HiddenFields values={{ version: String(letter.version) }} />
        <div class="av-flow">
          <Radios
            lang={lang}
            name="approvalHow"
            label={t('approval.how')}
            choices={TOLD_HOW.map((value) => ({ value, label: caseLetters(lang)(`told.${value}`) }))}
            value={said(sent, 'approvalHow') || undefined}
            error={errorOf(notTaken?.errors, 'approvalHow')}
          />
          <Button look="secondary">{t('approval.do')}</Button>
        </div>
      </Form>
    </Details>
  )
}

function SentForm(props: Props & { base: string }) {
  const { lang, letter, notTaken, now } = props
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const own = letter.kind === 'mediation'
  const sent = tried(props, 'sent')
  const field = (name: string) => ({ lang, name, error: errorOf(notTaken?.errors, name) })
  // The objection goes to the unit, its leading officer or the registry, and nowhere else.
  const to = isObjection(letter.kind) ? RECIPIENTS.slice(0, 3) : RECIPIENTS
  return (
    <section class="av-panel av-flow" aria-labelledby="sent">
      <h2 id="sent">{t('sent.title')}</h2>
      <Form lang={lang} action={`${props.base}/sent`}>
        <HiddenFields values={{ version: String(letter.version) }} />
        <div class="av-flow">
          <DateField
            {...field('sentOn')}
            label={t('sent.on')}
            value={notTaken?.at === 'sent' ? dateParts(sent, 'sentOn') : partsOf(dateInFinland(now))}
          />
          <Select
            {...field('sentTo')}
            label={t('sent.to')}
            value={said(sent, 'sentTo')}
            options={to.map((value) => ({ value, label: words(`to.${value}`) }))}
          />
          <Radios
            {...field('sentHow')}
            label={t('sent.how')}
            value={said(sent, 'sentHow') || undefined}
            choices={SENT_HOW.map((value) => ({ value, label: words(`sent.${value}`) }))}
          />
          {!own && (
            <Radios
              {...field('sentBy')}
              label={t('sent.by')}
              hint={t('sent.by-hint')}
              value={said(sent, 'sentBy') || 'client'}
              choices={[
                { value: 'client', label: t('sent.by-client') },
                { value: 'office', label: t('sent.by-office') },
              ]}
            />
          )}
          {own && (
            <Checkboxes
              {...field('topics')}
              label={t('sent.topics')}
              hint={t('sent.topics-hint')}
              values={texts(sent, 'topics')}
              choices={TOPICS.map((value) => ({ value, label: words(`topic.${value}`) }))}
            />
          )}
          <TextField
            {...field('proof')}
            label={t('sent.proof')}
            hint={t('sent.proof-hint')}
            value={said(sent, 'proof')}
            optional
          />
          <Button>{t('sent.do')}</Button>
        </div>
      </Form>
    </section>
  )
}

function Next({ lang, opened, letter, base }: Props & { base: string }) {
  const t = deskLetters(lang)
  if (!isObjection(letter.kind)) return null
  const came = answerCame(opened.file.case.state, letter.checkedAt)
  const about = `/desk/cases/${letter.caseId}/letters/new?language=${letter.language}&about=${letter.id}`
  return (
    <section class="av-panel av-flow" aria-labelledby="next">
      <h2 id="next">{t('letter.next')}</h2>
      {!came && <p>{t('next.waiting')}</p>}
      {came && <LinkButton href={`${base}/answer`}>{t('next.answer')}</LinkButton>}
      <LinkButton href={`${about}&kind=complaint`} look="secondary">
        {t('next.complaint')}
      </LinkButton>
    </section>
  )
}

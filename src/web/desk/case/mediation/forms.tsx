import { type AgreedItem, ANSWERED, RECIPIENTS, TOLD_HOW, TOPICS, WHO } from '../../../../cases/index.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import type { Lang } from '../../../../language/lang.ts'
import { type Sent, said } from '../../../portal/letters/fields.ts'
import {
  Button,
  Checkboxes,
  DateField,
  Details,
  dateParts,
  errorOf,
  Fieldset,
  Form,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../../ui/parts.ts'
import { texts } from '../../log-contact-values.ts'
import type { MediationNotTaken } from './page.tsx'

interface Props {
  lang: Lang
  caseId: string
  notTaken?: MediationNotTaken
}

const tried = (notTaken: MediationNotTaken | undefined, at: MediationNotTaken['at']): Sent =>
  notTaken?.at === at ? notTaken.sent : {}

/** A consent with its scope: asked of the client on the portal, or given already and recorded. */
export function ConsentForm({ lang, caseId, notTaken, clientLang }: Props & { clientLang: Lang }) {
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const sent = tried(notTaken, 'consent')
  const field = (name: string) => ({ lang, name, error: errorOf(notTaken?.errors, name) })
  return (
    <Details summary={t('consent.new')} open={notTaken?.at === 'consent'}>
      <Form lang={lang} action={`/desk/cases/${caseId}/mediation/consent`} guarded>
        <div class="av-flow">
          <TextField
            {...field('units')}
            label={t('consent.units')}
            hint={t('consent.units-hint')}
            value={said(sent, 'units')}
          />
          <Checkboxes
            {...field('recipients')}
            label={t('consent.recipients')}
            look="columns"
            values={texts(sent, 'recipients')}
            choices={RECIPIENTS.map((value) => ({ value, label: words(`to.${value}`) }))}
          />
          <Checkboxes
            {...field('topics')}
            label={t('consent.topics')}
            look="columns"
            values={texts(sent, 'topics')}
            choices={TOPICS.map((value) => ({ value, label: words(`topic.${value}`) }))}
          />
          <TextArea
            {...field('scope')}
            label={t('consent.text')}
            value={said(sent, 'scope')}
            rows={3}
            optional
          />
          <DateField
            {...field('until')}
            label={t('consent.until')}
            hint={t('consent.until-hint')}
            value={dateParts(sent, 'until')}
            optional
          />
          <Radios
            {...field('how')}
            label={t('consent.how')}
            value={said(sent, 'how') || 'ask'}
            choices={[
              { value: 'ask', label: t('consent.how-ask') },
              ...TOLD_HOW.map((value) => ({ value, label: words(`told.${value}`) })),
            ]}
          />
          <TextArea
            {...field('consent-note')}
            label={t('consent.note')}
            value={said(sent, 'consent-note') || deskLetters(clientLang)('consent.note-text')}
            rows={4}
          />
          <Button>{t('consent.save')}</Button>
        </div>
      </Form>
    </Details>
  )
}

/** Rows for things agreed on; more than are filled are left out. */
export const AGREEMENT_ROWS = 5

export function AgreementForm({ lang, caseId, notTaken }: Props) {
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const sent = tried(notTaken, 'agreement')
  return (
    <Form lang={lang} action={`/desk/cases/${caseId}/mediation/agreement`} guarded>
      <div class="av-flow">
        <p>{t('agreement.lead')}</p>
        {Array.from({ length: AGREEMENT_ROWS }, (_, i) => i + 1).map((n) => {
          const row = (
            <div class="av-flow">
              <TextField
                lang={lang}
                name={`what-${n}`}
                label={t('agreement.what', { n })}
                value={said(sent, `what-${n}`)}
                error={errorOf(notTaken?.errors, `what-${n}`)}
              />
              <Select
                lang={lang}
                name={`who-${n}`}
                label={t('agreement.who')}
                empty={false}
                value={said(sent, `who-${n}`) || 'unit'}
                options={WHO.map((value) => ({ value, label: words(`who.${value}`) }))}
              />
              <DateField
                lang={lang}
                name={`due-${n}`}
                label={t('agreement.due')}
                value={dateParts(sent, `due-${n}`)}
                error={errorOf(notTaken?.errors, `due-${n}`)}
                optional
              />
            </div>
          )
          return n <= 2 ? (
            row
          ) : (
            <Details summary={t('agreement.what', { n })} open={Boolean(said(sent, `what-${n}`))}>
              {row}
            </Details>
          )
        })}
        <TextArea
          lang={lang}
          name="agreement-note"
          label={t('agreement.note')}
          value={said(sent, 'agreement-note')}
          rows={3}
          optional
        />
        <Button>{t('agreement.save')}</Button>
      </div>
    </Form>
  )
}

/** Each thing agreed on: done, done in part, not done. */
export function KeptForm({
  lang,
  caseId,
  agreement,
  notTaken,
}: Props & { agreement: readonly AgreedItem[] }) {
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const sent = tried(notTaken, 'kept')
  return (
    <Form lang={lang} action={`/desk/cases/${caseId}/mediation/kept`}>
      <Fieldset lang={lang} name="kept" label={t('kept.title')} hint={t('kept.lead')}>
        <div class="av-flow">
          {agreement.map(({ n, what, kept }) => (
            <Radios
              lang={lang}
              name={`kept-${n}`}
              label={`${n}. ${what}`}
              look="inline"
              value={said(sent, `kept-${n}`) || kept || 'unknown'}
              choices={[
                ...ANSWERED.map((value) => ({ value, label: words(`kept.${value}`) })),
                { value: 'unknown', label: t('kept.unknown') },
              ]}
            />
          ))}
          <Button>{t('kept.save')}</Button>
        </div>
      </Fieldset>
    </Form>
  )
}

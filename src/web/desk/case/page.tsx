import { may } from '../../../access/index.ts'
import { eventLabel } from '../../../cases/index.ts'
import { codeName } from '../../../classification/index.ts'
import type { HeldFile } from '../../../custody/files/hold-file.ts'
import { attachmentTexts } from '../../../language/catalogues/attachments.ts'
import { clockTexts } from '../../../language/catalogues/clocks.ts'
import { desk } from '../../../language/catalogues/desk.ts'
import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { dateInFinland, formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { FileField } from '../../files/file-field.tsx'
import { KeptFiles } from '../../files/kept-files.tsx'
import {
  Alert,
  Button,
  Details,
  ErrorSummary,
  errorOf,
  Flash,
  Form,
  HiddenFields,
  LinkButton,
  Tag,
  TextArea,
} from '../../ui/parts.ts'
import { type DeskContext, showDesk, signedIn } from '../frame.tsx'
import { text } from '../log-contact-values.ts'
import { Actions, type NotTaken } from './actions.tsx'
import { CaseTimeline, Reads } from './case-timeline.tsx'
import { About, Clocks, Told, Who } from './facts.tsx'
import { FilesPanel } from './files/panel.tsx'
import { GapsPanel } from './gaps.tsx'
import { ledTo } from './letters/led.ts'
import { lettersOf } from './letters/open-letters.ts'
import { LettersPanel } from './letters/panel.tsx'
import { type OpenCase, openCase } from './open-case.ts'
import { ChangePanel, KeepingPanel, RightsPanel } from './panels.tsx'
import { receiptToShow } from './receipt-once.ts'
import { WhoPanel } from './who/panel.tsx'

export interface CasePageState {
  /** The case as read already for this request. */
  opened?: OpenCase
  /** What was sent and not taken; it stays in its form. */
  notTaken?: NotTaken
  /** Why nothing was saved. */
  refusal?: string
  /** The files that came with what was not taken. */
  held?: readonly HeldFile[]
}

/** The whole case: who and what, where it stands, what can be done, what has happened. */
export async function casePage(c: DeskContext, web: Web, state: CasePageState = {}): Promise<Response> {
  const { lang } = c.var
  const t = caseTexts(lang)
  const opened = state.opened && !state.refusal ? state.opened : await openCase(c, web)
  const { case: row, contacts } = opened.file
  const { notTaken, refusal } = state
  const written = await lettersOf(c, web)
  const now = web.house.now()
  const receipt = receiptToShow(c, web, row.id)
  return showDesk(c, web, {
    title: row.number,
    section: 'queue',
    back: '/desk',
    hasErrors: Boolean(refusal || notTaken?.errors.length),
    status: refusal ? 409 : notTaken?.errors.length ? 422 : 200,
    children: (
      <>
        <ErrorSummary lang={lang} errors={notTaken?.errors} />
        {refusal && <NotSaved lang={lang} refusal={refusal} notTaken={notTaken} opened={opened} />}
        {!notTaken && <Done c={c} opened={opened} />}
        {receipt && (
          <div class="av-receipt">
            <Alert tone="warning" title={t('receipt-title')}>
              <p class="av-secret">{receipt}</p>
              <p>{t('receipt-text', { number: row.number })}</p>
            </Alert>
          </div>
        )}
        <CaseHead lang={lang} opened={opened}>
          <LinkButton href={`/desk/cases/${row.id}/print`} look="secondary" icon="print" shortcut="p">
            {t('print')}
          </LinkButton>
        </CaseHead>
        <div class="av-columns av-case" data-side>
          {/* Right after the state, also where there is one column: what can run out comes before what has been. */}
          <section class="av-panel av-flow" aria-labelledby="clocks">
            <h2 id="clocks">{t('clocks-title')}</h2>
            <Clocks lang={lang} opened={opened} now={now} />
            <p class="av-no-print">
              <a href={`/desk/cases/${row.id}/clocks`}>{clockTexts(lang)('link')}</a>
            </p>
          </section>
          <div>
            <Told lang={lang} opened={opened} />
            <FilesPanel lang={lang} opened={opened} scans={Boolean(web.house.scanner)} />
            <LettersPanel lang={lang} opened={opened} written={written} />
            <div class="av-no-print av-work">
              <Actions
                lang={lang}
                caseId={row.id}
                version={row.version}
                actions={opened.actions}
                handlers={opened.handlers}
                begun={telling(opened).map(({ track }) => track)}
                today={dateInFinland(now).toString()}
                told={opened.file.account.decision}
                notTaken={notTaken}
                led={(type) => ledTo(type, row.id, written)}
              />
              <Write lang={lang} web={web} opened={opened} notTaken={notTaken} held={state.held} />
            </div>
            <section class="av-panel av-flow" aria-labelledby="timeline">
              <h2 id="timeline">{t('timeline-title')}</h2>
              <CaseTimeline
                lang={lang}
                opened={opened}
                scans={Boolean(web.house.scanner)}
                mayResend={may(signedIn(c), 'notice.resend', {
                  organisation: row.organisation,
                  handlerId: row.handlerId,
                })}
              />
              <Reads lang={lang} opened={opened} />
            </section>
          </div>
          <aside aria-label={t('about-title')}>
            <section class="av-panel av-flow" aria-labelledby="who">
              <h2 id="who">{t('who-title')}</h2>
              <Who lang={lang} opened={opened} />
            </section>
            <section class="av-panel av-flow" aria-labelledby="about">
              <h2 id="about">{t('about-title')}</h2>
              <About lang={lang} opened={opened} />
              <p>
                <a href={`/desk/cases/${row.id}/codes`}>{t('correct')}</a>
              </p>
            </section>
            <KeepingPanel lang={lang} opened={opened} />
            <RightsPanel lang={lang} opened={opened} />
            <WhoPanel lang={lang} opened={opened} />
            <ChangePanel lang={lang} opened={opened} />
            <GapsPanel lang={lang} opened={opened} />
            <section class="av-panel av-flow" aria-labelledby="contacts">
              <h2 id="contacts">{t('contacts-title')}</h2>
              {contacts.length === 0 && <p class="av-hush">{t('contacts-none')}</p>}
              <ul class="av-contacts">
                {contacts.map((contact) => (
                  <li>
                    {t('contact-line', {
                      date: formatDate(lang, contact.at),
                      channel: contact.channel ? codeName('channel', contact.channel, lang) : '–',
                    })}
                    {contact.note && <p class="av-typed av-small">{contact.note}</p>}
                  </li>
                ))}
              </ul>
              <p>
                <a href={`/desk/contacts/new?case=${row.id}`} data-key="c">
                  {t('contact-add')}
                </a>
              </p>
            </section>
          </aside>
        </div>
      </>
    ),
  })
}

/** Tracks that have begun; one that has not says nothing. */
const telling = ({ states }: OpenCase) =>
  states.filter(({ path }) => !path.endsWith('.none') && !path.endsWith('.normal'))

/** The case's number, kind and where it stands, in words. */
export function CaseHead(props: { lang: Lang; opened: OpenCase; children?: unknown }) {
  const { lang, opened } = props
  const { case: row } = opened.file
  const t = desk(lang)
  const kind = t(row.kind === 'complaint' ? 'kind-complaint' : 'kind-advice')
  const states = telling(opened)
  const urgency = states.find(({ track }) => track === 'priority')
  const { phone, email, address } = opened.file.person
  const unreachable = urgency?.path.endsWith('.callNow') && !phone && !email && !address
  const toCall = unreachable ? caseTexts(lang)('urgent-unreachable') : (urgency?.label ?? t('urgent'))
  return (
    <div class="av-bar">
      <div class="av-flow">
        <h1>
          {kind} <span class="av-number">{row.number}</span>
        </h1>
        <p class="av-tags">
          {row.restricted && <Tag tone="danger">{whoMay(lang)('tag-restricted')}</Tag>}
          {row.urgent && !row.closedAt && <Tag tone="danger">{toCall}</Tag>}
          {states
            .filter((state) => state !== urgency || !row.urgent)
            .map((state) => (
              <Tag tone={state.track === 'ended' ? 'neutral' : 'info'}>
                {state.track === 'office' || state.track === 'ended'
                  ? state.label
                  : `${state.trackLabel}: ${state.label}`}
              </Tag>
            ))}
        </p>
      </div>
      {props.children}
    </div>
  )
}

function NotSaved(props: { lang: Lang; refusal: string; notTaken?: NotTaken; opened: OpenCase }) {
  const { lang, notTaken, opened } = props
  const t = caseTexts(lang)
  const words = notTaken ? text(notTaken.sent, `${notTaken.at}-note`) : ''
  const stillThere =
    notTaken?.at === 'note' ||
    opened.actions.some(
      ({ type, refusal }) =>
        (type === notTaken?.at || (type === 'MESSAGE_TO_CLIENT' && notTaken?.at === 'message')) && !refusal,
    )
  return (
    <div class="av-flash" role="alert">
      <Alert tone="danger" title={t('not-saved-title')}>
        <p>{props.refusal}</p>
        {words && stillThere && <p>{t('kept-text')}</p>}
      </Alert>
      {words && !stillThere && (
        <TextArea
          lang={lang}
          name="kept"
          label={t('kept-elsewhere')}
          hint={t('kept-elsewhere-hint')}
          value={words}
          rows={4}
        />
      )}
    </div>
  )
}

const DONE = {
  note: 'done-note',
  message: 'done-message',
  logged: 'done-logged',
  turned: 'done-turned',
  recoded: 'done-recoded',
} as const

function Done({ c, opened }: { c: DeskContext; opened: OpenCase }) {
  const done = c.req.query('done')
  if (!done) return null
  const { lang } = c.var
  const t = caseTexts(lang)
  const known = DONE[done as keyof typeof DONE]
  if (known) return <Flash>{t(known)}</Flash>
  // Only what really happened last is told as done, whatever the address says.
  const happened = opened.file.events.some(({ type }) => type === done)
  return happened ? <Flash>{t('done', { what: eventLabel(opened.file.case, done, lang) })}</Flash> : null
}

function Write(props: {
  lang: Lang
  web: Web
  opened: OpenCase
  notTaken?: NotTaken
  held?: readonly HeldFile[]
}) {
  const { lang, web, opened, notTaken, held = [] } = props
  const files = attachmentTexts(lang)
  const t = caseTexts(lang)
  const { case: row, person } = opened.file
  const mayWrite = opened.actions.some(({ type, refusal }) => type === 'MESSAGE_TO_CLIENT' && !refusal)
  const box = (at: 'message' | 'note', hint: string) => (
    <section class="av-panel av-flow" aria-labelledby={`${at}-title`}>
      <h2 id={`${at}-title`}>{t(`${at}-title`)}</h2>
      <Form lang={lang} action={`/desk/cases/${row.id}/${at}`} guarded upload>
        <HiddenFields values={{ version: String(row.version) }} />
        <div class="av-flow">
          <TextArea
            lang={lang}
            name={`${at}-note`}
            label={t('text')}
            hint={hint}
            rows={4}
            spellcheck={false}
            value={notTaken?.at === at ? text(notTaken.sent, `${at}-note`) : undefined}
            error={notTaken?.at === at ? errorOf(notTaken.errors, `${at}-note`) : undefined}
          />
          {notTaken?.at === at && <KeptFiles lang={lang} web={web} caseId={row.id} held={held} />}
          <Details
            summary={files(`${at}-files`)}
            open={Boolean(notTaken?.at === at && errorOf(notTaken.errors, `${at}-files`))}
          >
            <FileField lang={lang} name={`${at}-files`} label={files('choose')} errors={notTaken?.errors} />
          </Details>
          <Button look={at === 'note' ? 'secondary' : 'primary'}>
            {t(at === 'note' ? 'note-save' : 'message-send')}
          </Button>
        </div>
      </Form>
    </section>
  )
  return (
    <div class="av-write">
      {mayWrite && box('message', person.email ? t('message-hint') : t('message-hint-no-mail'))}
      {box('note', t('note-hint'))}
    </div>
  )
}

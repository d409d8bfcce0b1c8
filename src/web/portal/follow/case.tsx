import { randomUUID } from 'node:crypto'
import { limitOf, limitRate } from '../../../access/index.ts'
import {
  allowedActions,
  answerOnce,
  attachFiles,
  type CaseAction,
  type ClockComputation,
  describeStates,
  FilesRefused,
  type FollowedCase,
  followCase,
  sendToOffice,
  TEXT_MOST,
  workflowOf,
} from '../../../cases/index.ts'
import type { HeldFile } from '../../../custody/files/hold-file.ts'
import { inOffice } from '../../../custody/transaction.ts'
import { attachmentTexts } from '../../../language/catalogues/attachments.ts'
import { auditLog } from '../../../language/catalogues/audit-log.ts'
import { changeTexts } from '../../../language/catalogues/change.ts'
import { identityTexts } from '../../../language/catalogues/client-identity.ts'
import { personTexts } from '../../../language/catalogues/person-data.ts'
import { ask as askTexts } from '../../../language/catalogues/portal-ask.ts'
import { feedbackTexts } from '../../../language/catalogues/portal-feedback.ts'
import { follow } from '../../../language/catalogues/portal-follow.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { dateInFinland, formatDateTime, formatLongDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { explain, ruleOn } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import { fileErrors } from '../../files/fault-text.ts'
import { FileField } from '../../files/file-field.tsx'
import { filesOf, KeptFiles } from '../../files/kept-files.tsx'
import { takeForm } from '../../files/take-form.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Details,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  LinkButton,
  SummaryList,
  TextArea,
  Timeline,
  type TimelineEntry,
} from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { readOffice } from '../office.ts'
import { ClientFiles, FileList } from './files.tsx'
import { clientLetters } from './letters/as-client.ts'
import { LettersOnCase, ledElsewhere } from './letters/on-case.tsx'
import type { OpenedCase } from './session.ts'

const DONE = { message: 'case.sent', action: 'case.done' } as const

/** The case as its client sees it: where it is, what to do, what has been said, what is counted. */
export async function casePage(
  c: PortalContext,
  web: Web,
  opened: OpenedCase,
  errors?: FieldError[],
  text?: string,
  held?: readonly HeldFile[],
): Promise<Response> {
  const { lang } = c.var
  const t = follow(lang)
  const followed = await followCase(web.house, opened)
  const { case: row } = followed
  const office = await readOffice(web.house, opened.organisation, lang)
  const ended = row.tags.includes('ended')
  const own = await clientLetters(web, opened)
  const actions = allowedActions(row, 'client', lang).filter(
    ({ type, refusal }) => type !== 'MESSAGE_FROM_CLIENT' && refusal === null && !ledElsewhere(type, own),
  )
  const done = DONE[c.req.query('done') as keyof typeof DONE]
  const goalsKept = c.req.query('done') === 'goals'
  return show(c, web, {
    title: t('case.title', { number: row.number }),
    path: '/follow/case',
    section: 'follow',
    office,
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        {done && !errors && <Flash>{t(done)}</Flash>}
        {goalsKept && !errors && <Flash>{changeTexts(lang)('client-saved')}</Flash>}
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('case.title', { number: row.number })}</h1>
        <h2>{t('case.now')}</h2>
        <Standing lang={lang} followed={followed} phone={office?.phone} />
        {followed.away && (
          <p>
            {whoMay(lang)(followed.away.answered ? 'client-away' : 'client-away-nobody', {
              date: formatLongDate(lang, followed.away.until),
            })}
          </p>
        )}
        <LettersOnCase lang={lang} {...own} />
        <Actions lang={lang} actions={actions} ended={ended} mayJudge={ended && !followed.feedbackGiven} />
        <SummaryList
          lang={lang}
          rows={[
            { label: t('case.opened'), value: formatDateTime(lang, row.openedAt) },
            ...(followed.wish ? [{ label: t('case.wish'), value: followed.wish, typed: true }] : []),
            { label: t('case.office'), value: office && t('case.office-value', { office: office.name }) },
          ]}
        />
        <p class="av-hush">
          {t(
            !followed.hasEmail
              ? 'case.no-notices'
              : web.mailLeaves
                ? 'case.notices'
                : web.demo
                  ? 'case.notices-demo'
                  : 'case.notices-wait',
          )}
        </p>
        <ClientFiles lang={lang} files={followed.attachments} scans={Boolean(web.house.scanner)} />
        <h2>{t('case.thread')}</h2>
        <Timeline lang={lang} entries={timeline(followed, lang, Boolean(web.house.scanner), office?.phone)} />
        <h2>{t('case.write')}</h2>
        <Form lang={lang} action={`/${lang}/follow/case`} upload>
          <HiddenFields values={{ once: randomUUID() }} />
          <TextArea
            lang={lang}
            name="text"
            label={t('case.message')}
            hint={t(ended ? 'case.write.ended' : 'case.write.hint')}
            value={text}
            rows={6}
            maxLength={TEXT_MOST}
            spellcheck={false}
            error={errorOf(errors, 'text')}
          />
          <KeptFiles lang={lang} web={web} caseId={row.id} held={held} />
          <Details summary={attachmentTexts(lang)('message-files')} open={Boolean(errorOf(errors, 'files'))}>
            <FileField lang={lang} label={attachmentTexts(lang)('choose')} errors={errors} />
          </Details>
          <ButtonRow>
            <Button>{t('case.send')}</Button>
          </ButtonRow>
        </Form>
        <h2>{t('case.clocks')}</h2>
        <Clocks lang={lang} followed={followed} today={dateInFinland(web.house.now()).toString()} />
        <p>
          <a href={`/${lang}/follow/opened`}>{auditLog(lang)('opened-title')}</a>
        </p>
        <p>
          <a href={`/${lang}/follow/data`}>{personTexts(lang)('data-more')}</a>
        </p>
        {web.oidc?.client && (
          <p>
            <a href={`/${lang}/follow/identity`}>{identityTexts(lang)('case-link')}</a>
          </p>
        )}
        <More lang={lang} actions={actions.filter(({ danger }) => danger)} />
        <form method="post" action={`/${lang}/follow/leave`} class="av-no-print">
          <Button look="tertiary">{t('case.leave')}</Button>
        </form>
      </div>
    ),
  })
}

/** What awaits the client beside the office's own track. */
const AWAITED = new Set(['open.objection.clientReview', 'open.mediation.consentAsked'])

interface StandingProps {
  lang: Lang
  followed: FollowedCase
  /** The office's, where it has told one. */
  phone?: string
}

/** To an urgent client whom nobody can reach: who must call. Undefined for every other state. */
function callUs({ lang, followed, phone }: StandingProps, path: string): string | undefined {
  if (followed.reachable || path !== 'open.priority.urgent.callNow') return undefined
  return phone ? follow(lang)('case.urgent-call', { phone }) : follow(lang)('case.urgent-no-number')
}

function Standing(props: StandingProps) {
  const { lang, followed } = props
  const { case: row } = followed
  const states = describeStates(row, lang, 'client')
  const texts = states.map(({ path, text }) => callUs(props, path) ?? text)
  // An answer given awaits no reply, though the next word is the client's; a draft or a consent asked for does.
  const paths = states.map(({ path }) => path)
  const answered = paths.includes('open.office.answered') && !paths.some((path) => AWAITED.has(path))
  // A plan the client was given waits for the client too, but nobody here has asked anything.
  const asked = paths.some((path) => path.startsWith('open.office.waitingClient') || AWAITED.has(path))
  const waits = (asked || answered) && !row.tags.includes('ended')
  const told = texts.map((text, index) => <p class={index === 0 ? 'av-lead' : undefined}>{text}</p>)
  return waits ? (
    <Alert
      tone={answered ? 'info' : 'warning'}
      title={follow(lang)(answered ? 'case.answered' : 'case.asks')}
      level={3}
    >
      {told}
    </Alert>
  ) : (
    <div class="av-flow">{told}</div>
  )
}

/** What the client can do beside writing; what cannot be undone stands apart. */
function Actions(props: { lang: Lang; actions: readonly CaseAction[]; ended: boolean; mayJudge: boolean }) {
  const { lang, actions, ended, mayJudge } = props
  const judging = feedbackTexts(lang)
  const change = changeTexts(lang)
  const t = follow(lang)
  const plain = actions.filter(({ danger }) => !danger)
  return (
    <>
      <h2>{t('case.can-do')}</h2>
      <ul class="av-cards">
        {plain.map((action) => (
          <li class="av-card">
            <h3>
              <a href={`/${lang}/follow/do/${action.type}`}>{action.label}</a>
            </h3>
            <p>{action.effect}</p>
          </li>
        ))}
        {mayJudge && (
          <li class="av-card">
            <h3>
              <a href={`/${lang}/follow/feedback`}>{judging('card-title')}</a>
            </h3>
            <p>{judging('card')}</p>
          </li>
        )}
        <li class="av-card">
          <h3>
            <a href={`/${lang}/follow/goals`}>{change('client-title')}</a>
          </h3>
          <p>{change(ended ? 'client-card-end' : 'client-card')}</p>
        </li>
      </ul>
    </>
  )
}

function More({ lang, actions }: { lang: Lang; actions: readonly CaseAction[] }) {
  if (actions.length === 0) return null
  return (
    <Details summary={follow(lang)('case.other')}>
      {actions.map((action) => (
        <div>
          <LinkButton look="secondary" href={`/${lang}/follow/do/${action.type}`}>
            {action.label}
          </LinkButton>
          <p class="av-hush av-small">{action.effect}</p>
        </div>
      ))}
    </Details>
  )
}

function Clocks({ lang, followed, today }: { lang: Lang; followed: FollowedCase; today: string }) {
  const t = follow(lang)
  // That the matter arrived was told at once; a clock for it would only puzzle.
  // Nor is a first contact promised to somebody who cannot be, or will not be, reached.
  const hidden = followed.reachable ? ['OFFICE_ACK'] : ['OFFICE_ACK', 'OFFICE_CONTACT']
  const clocks = followed.clocks.filter(({ state, rule }) => state !== 'stopped' && !hidden.includes(rule))
  const ask = askTexts(lang)
  // The office's own clock for the decision says the same, and from the decision itself.
  const review = clocks.some(({ rule }) => rule === 'OIK') ? undefined : followed.reviewTime
  const toldOnly = followed.decision?.received === 'yes' && !review
  if (clocks.length === 0 && !review)
    return <p class="av-hush">{toldOnly ? ask('time.instructions') : t('case.no-clocks')}</p>
  return (
    <ul class="av-clocks">
      {review && (
        <li>
          <strong>{ask('time.row-value', { date: formatLongDate(lang, review.due) })}</strong>
          <p>{ask('time.lead')}</p>
          <p>{ask('time.instructions')}</p>
          <Details summary={t('case.clock-how')}>
            {explain(review, lang, { audience: 'client', today, rules: followed.rules }).map((sentence) => (
              <p>{sentence}</p>
            ))}
          </Details>
        </li>
      )}
      {clocks.map((clock) => {
        const { deadline } = clock.computation as unknown as ClockComputation
        const rule = ruleOn(clock.rule, deadline.served, followed.rules)
        const name =
          clock.rule === 'OFFICE_ANSWER' ? t('case.clock-answer') : (rule?.name[lang] ?? clock.rule)
        const due = clock.due.toISOString().slice(0, 10)
        return (
          <li>
            <strong>
              {clock.state === 'paused'
                ? t('case.clock-paused', { name })
                : t('case.clock-due', { name, date: formatLongDate(lang, due) })}
            </strong>
            <Details summary={t('case.clock-how')}>
              {explain(deadline, lang, { audience: 'client', today, rules: followed.rules }).map(
                (sentence) => (
                  <p>{sentence}</p>
                ),
              )}
            </Details>
          </li>
        )
      })}
    </ul>
  )
}

/** Messages and the steps of the case in one line of time, latest first. */
function timeline(followed: FollowedCase, lang: Lang, scans: boolean, phone?: string): TimelineEntry[] {
  const t = follow(lang)
  const who = { client: 'case.you', office: 'case.office-wrote', system: 'case.automatic' } as const
  const states = workflowOf(followed.case).texts[lang].states
  let before: readonly string[] = []
  const steps = followed.events.flatMap(({ at, stateAfter }): TimelineEntry[] => {
    const entered = stateAfter.filter((path) => !before.includes(path))
    before = stateAfter
    return entered.flatMap((path) => {
      const text = callUs({ lang, followed, phone }, path) ?? states[path]?.client
      return text ? [{ at, kind: 'system' as const, title: t('case.step'), children: <p>{text}</p> }] : []
    })
  })
  const messages = followed.messages.map(({ id, at, from, text }): TimelineEntry => {
    const files = followed.attachments.filter(({ messageId }) => messageId === id)
    const children = files.length > 0 && <FileList lang={lang} files={files} scans={scans} />
    return { at, kind: from, title: t(who[from]), text, children }
  })
  return [...steps, ...messages].sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** Takes a message in once, with its files, however often the button was pressed. */
export async function sendMessage(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const { lang } = c.var
  const t = follow(lang)
  const rate = await limitRate(web.house, limitOf('upload', web.addressOf(c)))
  if (!rate.allowed) {
    const minutes = Math.max(1, Math.ceil(rate.retryAfter / 60))
    const message = attachmentTexts(lang)('too-often', { minutes })
    return casePage(c, web, opened, [{ field: 'files', message }])
  }
  const form = await takeForm(c, web.house)
  const held = filesOf(web, opened.id, form)
  const typed = String(form.fields.text ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
  const text = typed || (held.length > 0 ? attachmentTexts(lang)('only-files') : '')
  const over = text.length - TEXT_MOST
  const errors = fileErrors(lang, form.refused)
  if (over > 0) errors.unshift({ field: 'text', message: t('case.message-long', { n: over }) })
  if (!text && errors.length === 0) errors.push({ field: 'text', message: t('case.message-missing') })
  if (errors.length > 0) return casePage(c, web, opened, errors, typed, held)
  const once = `message ${opened.id} ${String(form.fields.once ?? randomUUID()).slice(0, 80)}`
  try {
    await inOffice(web.house, opened.organisation, { kind: 'client' }, (office) =>
      answerOnce(office, once, 'message', async () => {
        const messageId = await sendToOffice(office, opened.id, text, 'portal')
        await attachFiles(office, opened.id, held, { sender: 'client', shared: true, messageId })
        return messageId
      }),
    )
  } catch (error) {
    if (!(error instanceof FilesRefused)) throw error
    return casePage(c, web, opened, fileErrors(lang, error.refused), typed, held)
  }
  return c.redirect(`/${lang}/follow/case?done=message`, 303)
}

import { limitOf, limitRate } from '../../access/index.ts'
import {
  answerInvitation,
  type FeedbackAnswers,
  feedbackAnswers,
  feedbackInvitation,
  giveFeedback,
  type InvitationState,
  REPLIES,
  STATEMENTS,
  WORDS_MOST,
} from '../../cases/index.ts'
import { feedbackTexts } from '../../language/catalogues/portal-feedback.ts'
import type { Web } from '../context.ts'
import { problem } from '../problem.tsx'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  LinkButton,
  Radios,
  TextArea,
} from '../ui/parts.ts'
import type { OpenedCase } from './follow/session.ts'
import { type PortalContext, show } from './frame.tsx'

type Sent = Record<string, unknown>

/** Where the questions stand: behind the link of a mail, or beside the followed case. */
interface Door {
  path: string
  back?: string
  give: (answers: FeedbackAnswers) => Promise<InvitationState>
}

/** From the mail in one click: no number, no code, and the answers belong to no case. */
export async function feedbackPage(c: PortalContext, web: Web): Promise<Response> {
  const rate = await limitRate(web.house, limitOf('feedback', web.addressOf(c)))
  if (!rate.allowed) return problem(c, 429, { retryAfter: rate.retryAfter })
  const state = await feedbackInvitation(web.house, c.req.param('token') ?? '')
  return state === 'open' ? questions(c, web, mailDoor(c, web)) : ending(c, web, state)
}

export async function takeFeedback(c: PortalContext, web: Web): Promise<Response> {
  const rate = await limitRate(web.house, limitOf('feedback', web.addressOf(c)))
  if (!rate.allowed) return problem(c, 429, { retryAfter: rate.retryAfter })
  return take(c, web, mailDoor(c, web))
}

/** The same questions on the page of a followed case. */
export const followFeedback = (c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> =>
  questions(c, web, followDoor(c, web, opened))
export const takeFollowFeedback = (c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> =>
  take(c, web, followDoor(c, web, opened))

const mailDoor = (c: PortalContext, web: Web): Door => {
  const token = c.req.param('token') ?? ''
  return {
    path: `/feedback/${token}`,
    give: (answers) => answerInvitation(web.house, token, answers),
  }
}
const followDoor = (c: PortalContext, web: Web, opened: OpenedCase): Door => ({
  path: '/follow/feedback',
  back: `/${c.var.lang}/follow/case`,
  give: (answers) => giveFeedback(web.house, opened, answers),
})

async function take(c: PortalContext, web: Web, door: Door): Promise<Response> {
  const t = feedbackTexts(c.var.lang)
  const sent: Sent = await c.req.parseBody()
  const words = String(sent.words ?? '')
    .replaceAll('\u0000', '')
    .replaceAll('\r\n', '\n')
    .trim()
  const replies = Object.fromEntries(STATEMENTS.flatMap((one) => (sent[one] ? [[one, sent[one]]] : [])))
  const over = words.length - WORDS_MOST
  if (over > 0)
    return questions(c, web, door, sent, [{ field: 'words', message: t('words-long', { n: over }) }])
  const answers = feedbackAnswers.safeParse({ ...replies, ...(words && { words }) })
  if (!answers.success || Object.keys(answers.data).length === 0)
    return questions(c, web, door, sent, [{ field: STATEMENTS[0], message: t('empty') }])
  const state = await door.give(answers.data)
  return ending(c, web, state === 'open' ? 'thanks' : state, door.back)
}

function questions(c: PortalContext, web: Web, door: Door, sent: Sent = {}, errors?: FieldError[]) {
  const { lang } = c.var
  const t = feedbackTexts(lang)
  return show(c, web, {
    title: t('title'),
    path: door.path,
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <Form lang={lang}>
          <div class="av-flow">
            {STATEMENTS.map((one) => (
              <Radios
                lang={lang}
                name={one}
                label={t(one)}
                look="inline"
                choices={REPLIES.map((value) => ({ value, label: t(value) }))}
                value={typeof sent[one] === 'string' ? String(sent[one]) : undefined}
                error={errorOf(errors, one)}
              />
            ))}
            <TextArea
              lang={lang}
              name="words"
              label={t('words')}
              hint={t('words-hint')}
              value={String(sent.words ?? '')}
              rows={5}
              maxLength={WORDS_MOST}
              spellcheck={false}
              optional
              error={errorOf(errors, 'words')}
            />
            <ButtonRow>
              <Button>{t('send')}</Button>
              {door.back && (
                <a class="ds-link" href={door.back}>
                  {t('back')}
                </a>
              )}
            </ButtonRow>
          </div>
        </Form>
      </div>
    ),
  })
}

const STATUS = { thanks: 200, used: 200, gone: 404 } as const

function ending(c: PortalContext, web: Web, how: keyof typeof STATUS | 'open', back?: string) {
  const { lang } = c.var
  const t = feedbackTexts(lang)
  const which = how === 'open' ? 'thanks' : how
  return show(c, web, {
    title: t(`${which}-title`),
    path: '/contact',
    keep: 'secret',
    status: STATUS[which],
    children: (
      <div class="av-flow av-narrow">
        <h1>{t(`${which}-title`)}</h1>
        <p>{t(`${which}-text`)}</p>
        {back ? (
          <LinkButton href={back}>{t('back')}</LinkButton>
        ) : (
          <LinkButton look="secondary" href={`/${lang}/contact`}>
            {t('contact')}
          </LinkButton>
        )}
      </div>
    ),
  })
}

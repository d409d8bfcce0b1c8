import { ways } from '../../../language/catalogues/portal-ways.ts'
import { type Answers, readAnswers } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import { Button, ButtonRow, HiddenFields, LinkButton, partsOf } from '../../ui/parts.ts'
import type { QuestionId, Typed } from '../ask/question.ts'
import { asked, QUESTIONS } from '../ask/questions.ts'
import { beginDraft, type Draft, draftOf, dropDraft, keep } from '../draft.ts'
import { type PortalContext, show } from '../frame.tsx'

/** Begins a matter with what the guided way already knows; asks first where an unfinished one would be lost. */
export async function beginFrom(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const form = await c.req.parseBody()
  const texts = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const answers = readAnswers(texts)
  const kind = KINDS.find((one) => one === texts.kind) ?? kindOf(answers)
  const found = await draftOf(c, web)
  if (found !== 'none' && found !== 'gone' && !found.draft.sent) {
    const begun = Object.keys(found.draft.answers).length > 0
    if (begun && texts.anew !== 'yes') return unfinishedPage(c, web, answers, kind)
    await dropDraft(c, web, found.code)
  }
  const open = await beginDraft(c, web, kind)
  open.draft.answers = prefilled(answers)
  open.draft.done = QUESTIONS.filter(
    (question) =>
      open.draft.answers[question.id] && question.check(asked(web, lang, open.draft, question)).length === 0,
  ).map(({ id }) => id)
  await keep(web, open)
  return c.redirect(`/${lang}/ask/resume`, 303)
}

const KINDS = ['complaint', 'advice'] as const

/** What these answers look like; the person may choose the other. */
export const kindOf = ({ role, what }: Answers): Draft['kind'] =>
  role === 'staff' || what === 'data' || what === 'not-sure' || what === undefined ? 'advice' : 'complaint'

/** The answers as the form of the portal takes them; what was not asked stays open. */
export function prefilled(answers: Answers): Partial<Record<QuestionId, Typed>> {
  const topic = topicOf(answers)
  const decision = decisionOf(answers)
  return {
    ...(answers.role && { whose: { contactPerson: answers.role } }),
    ...(topic && { topic: { topic } }),
    ...(decision && { decision }),
  }
}

/** An everyday topic, only where the answers leave no doubt. */
function topicOf({ who, what }: Answers): string | undefined {
  if (what === 'money' || who === 'kela-assistance') return 'money'
  if (who === 'kela-benefit') return 'kela-benefit'
  if (who === 'early-education') return 'day-care'
  if (who === 'health-care') return 'health-care'
  return what === 'data' ? 'records' : undefined
}

function decisionOf({ decision, day, served }: Answers): Typed | undefined {
  if (decision === undefined) return undefined
  if (decision === 'none') return { received: 'no' }
  if (decision === 'not-known') return { received: 'unknown' }
  if (!day || day === 'unknown') return { received: 'yes' }
  const parts = partsOf(day)
  return {
    received: 'yes',
    'date-day': parts.day,
    'date-month': parts.month,
    'date-year': parts.year,
    served: served ?? 'unknown',
  }
}

function unfinishedPage(
  c: PortalContext,
  web: Web,
  answers: Answers,
  kind: Draft['kind'],
): Promise<Response> {
  const { lang } = c.var
  const t = ways(lang)
  return show(c, web, {
    title: t('draft.title'),
    path: '/help-me',
    keep: 'form',
    children: (
      <form class="av-flow av-narrow" method="post" action={`/${lang}/help-me/begin`}>
        <h1>{t('draft.title')}</h1>
        <p>{t('draft.text')}</p>
        <HiddenFields values={{ ...(answers as Record<string, string>), kind, anew: 'yes' }} />
        <ButtonRow>
          <LinkButton href={`/${lang}/ask/resume`}>{t('draft.go-on')}</LinkButton>
          <Button look="secondary">{t('draft.anew')}</Button>
        </ButtonRow>
      </form>
    ),
  })
}

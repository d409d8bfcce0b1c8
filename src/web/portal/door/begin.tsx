import { ways } from '../../../language/catalogues/portal-ways.ts'
import { type Answers, isWayServed, readAnswers, situation } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import { Button, ButtonRow, HiddenFields, LinkButton, partsOf, readDate } from '../../ui/parts.ts'
import type { QuestionId, Typed } from '../ask/question.ts'
import { asked, QUESTIONS } from '../ask/questions.ts'
import { beginDraft, type Draft, draftOf, dropDraft, keep } from '../draft.ts'
import { type PortalContext, show } from '../frame.tsx'
import { WAY_PATH } from './way-answers.ts'

/** Begins a matter with what the guided way already knows; asks first where an unfinished one would be lost. */
export async function beginFrom(c: PortalContext, web: Web): Promise<Response> {
  const form = await c.req.parseBody()
  const texts = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const answers = readAnswers(texts)
  const kind = KINDS.find((one) => one === texts.kind) ?? kindOf(answers)
  return begin(c, web, {
    kind,
    answers: prefilled(answers),
    told: { way: answers as Record<string, string> },
    again: { action: WAY_PATH, fields: answers as Record<string, string> },
    anew: texts.anew === 'yes',
  })
}

/** Begins asking for advice with what the finder was asked. */
export async function beginFromFinder(c: PortalContext, web: Web): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].slice(0, 40) : '')
  const what = situation(text('what'))
  if (!what) return c.redirect(`/${c.var.lang}/start`, 303)
  const date = readDate(partsOf(text('date')))
  const day = date === null || date === 'invalid' ? 'unknown' : date.toString()
  const served = isWayServed(text('served')) ? text('served') : 'unknown'
  const topic = IN_FORM[what.id]
  const paper = what.group === 'paper' && what.served
  const fields = { what: what.id, ...(day !== 'unknown' && { date: day }), ...(what.served && { served }) }
  return begin(c, web, {
    kind: 'advice',
    answers: {
      ...(topic && { topic: { topic } }),
      ...(paper && { decision: decisionTold(day, served) }),
    },
    told: { finder: fields },
    again: { action: '/deadline', fields },
    anew: form.anew === 'yes',
  })
}

/** Situations of the finder that leave no doubt about the everyday topic. */
const IN_FORM: Readonly<Record<string, string>> = {
  'kela-assistance': 'money',
  assistance: 'money',
  'assistance-urgent': 'money',
  'kela-review': 'money',
  'kela-benefit': 'kela-benefit',
  'early-education': 'day-care',
  'own-data': 'records',
}

interface Beginning {
  kind: Draft['kind']
  answers: Draft['answers']
  told: Draft['told']
  /** Where the question whether to begin anew is sent, with what. */
  again: { action: string; fields: Record<string, string> }
  anew: boolean
}

async function begin(c: PortalContext, web: Web, from: Beginning): Promise<Response> {
  const { lang } = c.var
  const found = await draftOf(c, web)
  if (found !== 'none' && found !== 'gone' && !found.draft.sent) {
    const begun = Object.keys(found.draft.answers).length > 0
    if (begun && !from.anew) return unfinishedPage(c, web, from)
    await dropDraft(c, web, found.code)
  }
  const open = await beginDraft(c, web, from.kind)
  open.draft.answers = from.answers
  open.draft.told = from.told
  open.draft.done = QUESTIONS.filter(
    (question) =>
      !asksName(question.id, open.draft) &&
      open.draft.answers[question.id] &&
      question.check(asked(web, lang, open.draft, question)).length === 0,
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
  return decisionTold(day ?? 'unknown', served ?? 'unknown')
}

function decisionTold(day: string, served: string): Typed {
  if (day === 'unknown') return { received: 'yes' }
  const parts = partsOf(day)
  return {
    received: 'yes',
    'date-day': parts.day,
    'date-month': parts.month,
    'date-year': parts.year,
    served,
  }
}

/** Who writes for another is still asked for that person's name, which the door never asks. */
const asksName = (id: QuestionId, { answers }: Draft): boolean =>
  id === 'whose' &&
  ['guardian', 'relative', 'legal-representative'].includes(String(answers.whose?.contactPerson))

function unfinishedPage(c: PortalContext, web: Web, { kind, again }: Beginning): Promise<Response> {
  const { lang } = c.var
  const t = ways(lang)
  return show(c, web, {
    title: t('draft.title'),
    path: again.action,
    keep: 'form',
    children: (
      <form class="av-flow av-narrow" method="post" action={`/${lang}${again.action}/begin`}>
        <h1>{t('draft.title')}</h1>
        <p>{t('draft.text')}</p>
        <HiddenFields values={{ ...again.fields, kind, anew: 'yes' }} />
        <ButtonRow>
          <LinkButton href={`/${lang}/ask/resume`}>{t('draft.go-on')}</LinkButton>
          <Button look="secondary">{t('draft.anew')}</Button>
        </ButtonRow>
      </form>
    ),
  })
}

import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { finder } from '../../../language/catalogues/portal-finder.ts'
import { ways } from '../../../language/catalogues/portal-ways.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import { dateInFinland } from '../../../language/formats.ts'
import {
  ANSWER_CODES,
  type Answers,
  isAnswered,
  isWayServed,
  nextQuestion,
  type QuestionName,
  questionsFor,
  readAnswers,
  WAYS,
} from '../../../law/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { answerWords } from '../../told-at-door.ts'
import {
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
  partsOf,
  Radios,
  readDate,
} from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { isShort } from './asked-deadline.ts'
import { beginFrom } from './begin.tsx'
import { addressOf, WAY_PATH } from './way-answers.ts'
import { waysPage } from './ways-page.tsx'

/**
 * The guided way. The answers are codes in the address and nothing else: each page leads to the next without script,
 * cookie or anything kept, the browser's own way back works, and the outcome can be printed or opened in another
 * language. Mounted at `/LANG`.
 */
export function helpMePages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get(WAY_PATH, (c) => answer(c, web))
  app.post(`${WAY_PATH}/begin`, (c) => beginFrom(c, web))
  return app
}

function answer(c: PortalContext, web: Web): Response | Promise<Response> {
  const query = c.req.query()
  const asked = query.asked
  if (asked === 'day') return takeDay(c, web, query)
  const answers = readAnswers(query)
  const questions = questionsFor(answers)
  const sent = questions.find((question) => question === asked)
  if (sent && !isAnswered(answers, sent)) {
    return questionPage(c, web, answers, sent, [{ field: sent, message: ways(c.var.lang)('missing') }])
  }
  if (sent) return c.redirect(`/${c.var.lang}${addressOf(answers)}`, 303)
  const change = questions.find((question) => question === query.change && isAnswered(answers, question))
  if (change) return questionPage(c, web, answers, change)
  const next = nextQuestion(answers)
  return next ? questionPage(c, web, answers, next) : waysPage(c, web, answers)
}

/** The day of a decision, in its boxes, or that it is not known. */
function takeDay(c: PortalContext, web: Web, query: Record<string, string>): Response | Promise<Response> {
  const { lang } = c.var
  const t = ways(lang)
  const errors: FieldError[] = []
  const wrong = (field: string, message: string) => void errors.push({ field, message })
  const unknown = query['no-day'] === 'yes'
  const date = readDate(dateParts(query, 'date'))
  if (unknown && date !== null) wrong('date', t('day.both'))
  else if (!unknown && date === null) wrong('date', t('day.missing'))
  else if (date === 'invalid')
    wrong('date', finder(lang)(isShort(dateParts(query, 'date')) ? 'error.year-short' : 'error.date-invalid'))
  else if (date && date.year < 1990) wrong('date', finder(lang)('error.date-old'))
  else if (date && Temporal.PlainDate.compare(date, dateInFinland(web.house.now())) > 0)
    wrong('date', finder(lang)('error.date-future'))
  const served = query.served ?? ''
  if (!unknown && !isWayServed(served)) wrong('served', finder(lang)('error.served-missing'))
  if (errors.length > 0 || (!unknown && (date === null || date === 'invalid'))) {
    const { day: _, served: __, ...rest } = query
    return questionPage(c, web, readAnswers(rest), 'day', errors)
  }
  const day = unknown ? 'unknown' : String(date)
  return c.redirect(`/${lang}${addressOf(readAnswers({ ...query, day }))}`, 303)
}

function questionPage(
  c: PortalContext,
  web: Web,
  answers: Answers,
  question: QuestionName,
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = ways(lang)
  const questions = questionsFor(answers)
  const n = questions.indexOf(question) + 1
  const before = questions[n - 2]
  const title = t(`${question}.title`)
  const first = n === 1
  return show(c, web, {
    title: first ? `${t('title')} ${title}` : title,
    path: addressOf(answers, isAnswered(answers, question) ? question : undefined),
    section: 'help',
    back: before && `/${lang}${addressOf(answers, before)}`,
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    keep: 'form',
    indexed: first && Object.keys(answers).length === 0 && !errors,
    description: t('description'),
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        {first && (
          <>
            <h1>{t('title')}</h1>
            <p class="av-lead">{t('lead')}</p>
          </>
        )}
        <p class="av-hush">{t('question-n', { n })}</p>
        <Form lang={lang} method="get" action={`/${lang}${WAY_PATH}`}>
          <div class="av-flow">
            <HiddenFields values={{ ...others(answers, question), asked: question }} />
            {question === 'day' ? (
              <Day c={c} answers={answers} errors={errors} />
            ) : (
              <Radios
                lang={lang}
                name={question}
                label={title}
                asHeading={!first}
                choices={ANSWER_CODES[question].map((code) => {
                  const { text, hint } = answerWords(lang, question, code)
                  return {
                    value: code,
                    label: text,
                    hint,
                    apart: code === 'not-known' || code === 'not-sure',
                  }
                })}
                value={answers[question]}
                error={errorOf(errors, question)}
              />
            )}
            <ButtonRow>
              <Button>{ui(lang)('continue')}</Button>
            </ButtonRow>
            {first && <p class="av-hush">{t('kept')}</p>}
          </div>
        </Form>
      </div>
    ),
  })
}

/** The answers that travel along while one question is asked. */
function others(answers: Answers, question: QuestionName): Record<string, string> {
  const leave = question === 'day' ? ['day', 'served'] : [question]
  return Object.fromEntries(
    Object.entries(answers as Record<string, string>).filter(([name]) => !leave.includes(name)),
  )
}

function Day({ c, answers, errors }: { c: PortalContext; answers: Answers; errors?: FieldError[] }) {
  const { lang } = c.var
  const t = ways(lang)
  const f = finder(lang)
  const query = c.req.query()
  const { day } = answers
  const known = day !== undefined && day !== 'unknown'
  const served = errors ? query.served : answers.served
  return (
    <>
      <h1>{t('day.title')}</h1>
      <DateField
        lang={lang}
        name="date"
        label={t('day.date')}
        hint={t('day.hint')}
        value={known ? partsOf(day) : dateParts(query, 'date')}
        error={errorOf(errors, 'date')}
      />
      <Radios
        lang={lang}
        name="served"
        label={f('served')}
        choices={WAYS.map((way) => ({
          value: way,
          label: f(`served.${way}`),
          hint:
            way === 'e-notice'
              ? f('served.e-notice.hint')
              : way === 'unknown'
                ? f('served.unknown.hint')
                : undefined,
          apart: way === 'unknown',
        }))}
        value={served}
        error={errorOf(errors, 'served')}
      />
      <Checkbox
        name="no-day"
        label={t('day.unknown')}
        checked={day === 'unknown' || query['no-day'] === 'yes'}
      />
    </>
  )
}

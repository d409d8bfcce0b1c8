import { Hono } from 'hono'
import { ask } from '../../../language/catalogues/portal-ask.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import type { Web, WebEnv } from '../../context.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Flash,
  Form,
  QuestionProgress,
} from '../../ui/parts.ts'
import { keep, type Open, putAside } from '../draft.ts'
import { type PortalContext, show } from '../frame.tsx'
import { asides } from './asides.tsx'
import { checkAndSend } from './check.tsx'
import { officeOf } from './office-of.ts'
import { opened } from './opened.tsx'
import { type Question, typedOf } from './question.ts'
import { addressAfter, asked, QUESTIONS } from './questions.ts'
import { takeFilesOfForm } from './take-files.ts'

/** The form: nine questions, one a page, then check and send. Mounted at `/LANG/ask`. */
export function askPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/', (c) => c.redirect(`/${c.var.lang}/ask/${QUESTIONS[0]!.id}`))
  for (const question of QUESTIONS) {
    app.get(`/${question.id}`, async (c) => {
      const open = await opened(c, web)
      return open instanceof Response ? open : questionPage(c, web, open, question)
    })
    if (!question.upload) app.post(`/${question.id}`, (c) => answer(c, web, question))
  }
  app.post('/files', (c) => takeFilesOfForm(c, web, questionPage))
  app.route('/', asides(web))
  app.route('/', checkAndSend(web))
  return app
}

/** Keeps what was typed, whatever was pressed; then goes on, back, aside, or says what is missing. */
async function answer(c: PortalContext, web: Web, question: Question): Promise<Response> {
  const form = await c.req.parseBody({ all: true })
  const typed = typedOf(question, form)
  const open = await opened(c, web, typed)
  if (open instanceof Response) return open
  const { draft } = open
  const settled = question.settle ? question.settle(typed) : typed
  draft.answers[question.id] = settled
  const answering = asked(web, c.var.lang, draft, question)
  const errors = question.check(answering)
  const others = draft.done.filter((id) => id !== question.id)
  draft.done = errors.length > 0 ? others : [...others, question.id]
  draft.at = form.go === 'later' ? question.id : undefined
  await keep(web, open)
  if (form.go === 'later') {
    putAside(c, web, open.code)
    return c.redirect(`/${c.var.lang}/saved`, 303)
  }
  const before = QUESTIONS[QUESTIONS.indexOf(question) - 1]
  if (form.go === 'back') return c.redirect(`/${c.var.lang}/ask/${before?.id ?? question.id}`, 303)
  if (errors.length > 0) return questionPage(c, web, open, question, errors)
  const fromCheck = c.req.query('then') === 'check'
  const aside = question.aside?.(answering)
  const address = aside
    ? `/${c.var.lang}/ask/${aside}${fromCheck ? '?then=check' : ''}`
    : addressAfter(c.var.lang, question, fromCheck)
  return c.redirect(address, 303)
}

async function questionPage(
  c: PortalContext,
  web: Web,
  open: Open,
  question: Question,
  errors?: FieldError[],
  told?: string,
) {
  const { lang } = c.var
  const n = QUESTIONS.indexOf(question) + 1
  const fromCheck = c.req.query('then') === 'check'
  const { View } = question
  return show(c, web, {
    title: question.title(lang, open.draft),
    path: `/ask/${question.id}${fromCheck ? '?then=check' : ''}`,
    office: await officeOf(web, lang, open.draft),
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    keep: 'form',
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        {told && !errors && <Flash>{told}</Flash>}
        <QuestionProgress lang={lang} n={n} total={QUESTIONS.length} />
        <Form lang={lang} upload={question.upload}>
          <div class="av-flow">
            <View {...asked(web, lang, open.draft, question)} errors={errors} />
            <ButtonRow>
              <Button name="go" value="on">
                {ui(lang)('continue')}
              </Button>
              {n > 1 && !fromCheck && (
                <Button look="secondary" name="go" value="back">
                  {ask(lang)('back-to-question')}
                </Button>
              )}
              <Button look="tertiary" name="go" value="later">
                {ui(lang)('save-and-leave')}
              </Button>
            </ButtonRow>
          </div>
        </Form>
      </div>
    ),
  })
}

import { Hono } from 'hono'
import { ask } from '../../../language/catalogues/portal-ask.ts'
import { doorTexts } from '../../../language/catalogues/portal-door.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import type { Web, WebEnv } from '../../context.ts'
import { toldRows } from '../../told-at-door.ts'
import { Alert, Button, ButtonRow, Form, SummaryList } from '../../ui/parts.ts'
import { draftOf, keep, keepSent, putAside } from '../draft.ts'
import { type PortalContext, show } from '../frame.tsx'
import { receiptAgain, send } from '../send.tsx'
import { officeOf } from './office-of.ts'
import { opened } from './opened.tsx'
import { asked, QUESTIONS, unanswered, whereLeft } from './questions.ts'
import { submissionOf } from './submission.ts'
import { countyTyped } from './where.tsx'

/** The last page: all answers, each to be changed; sending. And `resume`, which finds where one left off. */
export function checkAndSend(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/resume', async (c) => {
    const open = await opened(c, web)
    if (open instanceof Response) return open
    return c.redirect(`/${c.var.lang}/ask/${whereLeft(web, c.var.lang, open.draft)}`)
  })
  app.get('/check', (c) => checkPage(c, web))
  app.post('/check', (c) => sendNow(c, web))
  return app
}

async function checkPage(c: PortalContext, web: Web): Promise<Response> {
  const open = await opened(c, web)
  if (open instanceof Response) return open
  const { lang } = c.var
  const { draft } = open
  const t = ask(lang)
  const door = doorTexts(lang)
  const told = toldRows(lang, draft.told)
  const missing = unanswered(web, lang, draft)
  const office = await officeOf(web, lang, draft)
  const rows = QUESTIONS.flatMap((question) =>
    question.rows(asked(web, lang, draft, question)).map((row, index) => ({
      ...row,
      changeHref: index === 0 ? `/${lang}/ask/${question.id}?then=check` : undefined,
    })),
  )
  return show(c, web, {
    title: t('check.title'),
    path: '/ask/check',
    office,
    keep: 'form',
    back: `/${lang}/ask/reach`,
    children: (
      <div class="av-flow">
        <h1>{t('check.title')}</h1>
        <p>{t('check.lead')}</p>
        {missing && (
          <Alert tone="warning" title={t('check.unfinished')}>
            <p>
              <a href={`/${lang}/ask/${missing.id}?then=check`}>
                {t('check.answer-it', { title: missing.title(lang, draft) })}
              </a>
            </p>
          </Alert>
        )}
        <SummaryList lang={lang} rows={[{ label: t('kind'), value: t(`kind.${draft.kind}`) }, ...rows]} />
        {told.length > 0 && (
          <section class="av-flow" aria-labelledby="told">
            <h2 id="told">{door('told.title')}</h2>
            <p>{door('told.check')}</p>
            <SummaryList lang={lang} rows={told} />
            <Form lang={lang}>
              <Button look="tertiary" name="go" value="untell">
                {door('told.remove')}
              </Button>
            </Form>
          </section>
        )}
        {office && <p>{t('check.who-reads', { office: office.name })}</p>}
        <Form lang={lang}>
          <ButtonRow>
            {!missing && (
              <Button name="go" value="send">
                {t('check.send')}
              </Button>
            )}
            <Button look="tertiary" name="go" value="later">
              {ui(lang)('save-and-leave')}
            </Button>
          </ButtonRow>
        </Form>
      </div>
    ),
  })
}

/** How long after sending a second press is taken for a double click and gets the receipt too. */
const DOUBLE_CLICK = 60_000

async function sendNow(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const form = await c.req.parseBody()
  const found = await draftOf(c, web)
  if (found !== 'none' && found !== 'gone' && found.draft.sent) {
    const { sent } = found.draft
    if (web.house.now().getTime() - sent.at < DOUBLE_CLICK && !sent.receipt) {
      const receipt = await receiptAgain(web, sent.organisation, found.draft.id)
      await keep(web, { ...found, draft: { ...found.draft, sent: { ...sent, receipt } } })
    }
    return c.redirect(`/${lang}/receipt`, 303)
  }
  const open = await opened(c, web)
  if (open instanceof Response) return open
  const { draft, code } = open
  if (form.go === 'later') {
    putAside(c, web, code)
    return c.redirect(`/${lang}/saved`, 303)
  }
  if (form.go === 'untell') {
    await keep(web, { code, draft: { ...draft, told: undefined } })
    return c.redirect(`/${lang}/ask/check`, 303)
  }
  const missing = unanswered(web, lang, draft)
  if (missing) return c.redirect(`/${lang}/ask/check`, 303)
  const organisation = countyTyped(draft.answers.where ?? {})!
  const sent = await send(c, web, {
    id: draft.id,
    organisation,
    submission: submissionOf(draft, lang, web.house.now()),
    files: draft.files,
    back: '/ask/check',
  })
  if (sent instanceof Response) return sent
  await keepSent(c, web, code, { ...draft, sent })
  return c.redirect(`/${lang}/receipt`, 303)
}

import { Hono } from 'hono'
import { Refusal, readCaseNumber } from '../../../cases/index.ts'
import { follow } from '../../../language/catalogues/portal-follow.ts'
import type { Web, WebEnv } from '../../context.ts'
import { tryReceipt } from '../../receipt-tries.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  LinkButton,
  TextField,
} from '../../ui/parts.ts'
import { followFeedback, takeFollowFeedback } from '../feedback.tsx'
import { type PortalContext, show } from '../frame.tsx'
import { actionPage, takeAction } from './action.tsx'
import { casePage, sendMessage } from './case.tsx'
import { dataFile, dataPage, takeRectification } from './data.tsx'
import { clientFile } from './files.tsx'
import { goalsPage, takeGoalsOfClient } from './goals.tsx'
import { addIdentityPages, IdentifyInstead } from './identity/index.tsx'
import { forgetIdentity } from './identity/kept.ts'
import { addClientLetters } from './letters/index.tsx'
import { openedPage } from './opened.tsx'
import { forget, hadCase, type OpenedCase, remember, remembered } from './session.ts'

/** Following a case: number and code once, then the case for half an hour. Mounted at `/LANG/follow`. */
export function followPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const withCase =
    (work: (c: PortalContext, web: Web, opened: OpenedCase) => Promise<Response>) =>
    async (c: PortalContext) => {
      const opened = remembered(c, web)
      if (!opened) return c.redirect(`/${c.var.lang}/follow?${hadCase(c) ? 'ended=1' : 'first=1'}`, 303)
      remember(c, web, opened)
      return work(c, web, opened)
    }
  // The link of a notice brings the number along, which is no secret; the code is typed.
  app.get('/', (c) => signInPage(c, web, undefined, readCaseNumber(c.req.query('case') ?? '') ?? undefined))
  app.post('/', (c) => signIn(c, web))
  app.get('/case', withCase(casePage))
  app.post('/case', withCase(sendMessage))
  app.get('/opened', withCase(openedPage))
  app.get('/files/:file', withCase(clientFile))
  app.get('/data', withCase(dataPage))
  app.post('/data', withCase(takeRectification))
  app.get('/data/file', withCase(dataFile))
  app.get('/goals', withCase(goalsPage))
  app.post('/goals', withCase(takeGoalsOfClient))
  app.get('/feedback', withCase(followFeedback))
  app.post('/feedback', withCase(takeFollowFeedback))
  app.get('/do/:event', withCase(actionPage))
  app.post('/do/:event', withCase(takeAction))
  addClientLetters(app, withCase)
  addIdentityPages(app, web, withCase)
  app.post('/leave', (c) => {
    forget(c)
    forgetIdentity(c)
    return c.redirect(`/${c.var.lang}/follow?left=1`, 303)
  })
  app.onError((error, c) => {
    if (error instanceof Refusal && error.code === 'not-found') {
      forget(c)
      return c.redirect(`/${c.var.lang}/follow`, 303)
    }
    throw error
  })
  return app
}

function signInPage(c: PortalContext, web: Web, errors?: FieldError[], number?: string) {
  const { lang } = c.var
  const t = follow(lang)
  return show(c, web, {
    title: t('sign-in.title'),
    path: '/follow',
    section: 'follow',
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        {c.req.query('left') && <Flash>{t('case.left')}</Flash>}
        {c.req.query('first') && <Flash tone="info">{t('sign-in.first')}</Flash>}
        {c.req.query('ended') && <Flash tone="info">{t('sign-in.ended')}</Flash>}
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('sign-in.title')}</h1>
        <p>{t('sign-in.lead')}</p>
        <Form lang={lang} action={`/${lang}/follow`}>
          <div class="av-flow">
            <TextField
              lang={lang}
              name="number"
              label={t('sign-in.number')}
              hint={t('sign-in.number.hint')}
              value={number}
              error={errorOf(errors, 'number')}
              autocomplete="off"
              spellcheck={false}
              width={20}
            />
            <TextField
              lang={lang}
              name="receipt"
              label={t('sign-in.receipt')}
              hint={t('sign-in.receipt.hint')}
              error={errorOf(errors, 'receipt')}
              autocomplete="off"
              inputmode="numeric"
              spellcheck={false}
              width={20}
            />
            <ButtonRow>
              <Button>{t('sign-in.go')}</Button>
            </ButtonRow>
          </div>
        </Form>
        {web.oidc?.client && <IdentifyInstead lang={lang} />}
        <h2>{t('sign-in.lost')}</h2>
        <p>{t('sign-in.lost.text')}</p>
      </div>
    ),
  })
}

/** An unknown number and a wrong code get one answer; ten wrong tries an hour from one address and no more. */
async function signIn(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = follow(lang)
  const form = await c.req.parseBody()
  const number = String(form.number ?? '').trim()
  const receipt = String(form.receipt ?? '').trim()
  const missing: FieldError[] = [
    ...(number ? [] : [{ field: 'number', message: t('sign-in.number-missing') }]),
    ...(receipt ? [] : [{ field: 'receipt', message: t('sign-in.receipt-missing') }]),
  ]
  if (missing.length > 0) return signInPage(c, web, missing, number)
  const tried = await tryReceipt(web.house, web.addressOf(c), number, receipt)
  if ('retryAfter' in tried) return tooManyPage(c, web, tried.retryAfter)
  if (!tried.opened) return signInPage(c, web, [{ field: 'number', message: t('sign-in.wrong') }], number)
  remember(c, web, tried.opened)
  return c.redirect(`/${lang}/follow/case`, 303)
}

function tooManyPage(c: PortalContext, web: Web, retryAfter: number) {
  const { lang } = c.var
  const t = follow(lang)
  c.header('Retry-After', String(Math.ceil(retryAfter)))
  return show(c, web, {
    title: t('too-many.title'),
    path: '/follow',
    section: 'follow',
    status: 429,
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('too-many.title')}</h1>
        <p>{t('too-many.text', { minutes: Math.max(1, Math.ceil(retryAfter / 60)) })}</p>
        <LinkButton href={`/${lang}/contact`}>{t('sign-in.lost')}</LinkButton>
      </div>
    ),
  })
}

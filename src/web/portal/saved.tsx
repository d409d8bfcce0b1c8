import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { openDraft } from '../../cases/index.ts'
import { portal } from '../../language/catalogues/portal.ts'
import { dateInFinland, formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import type { Web, WebEnv } from '../context.ts'
import {
  Alert,
  Button,
  ButtonRow,
  CopyButton,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  TextField,
} from '../ui/parts.ts'
import { officeOf } from './ask/office-of.ts'
import { codeToShow, type Draft, takeUp } from './draft.ts'
import { type PortalContext, show } from './frame.tsx'
import { onlyOffice } from './office.ts'
import { StartForm } from './start.tsx'

/** As `saveDraft` keeps them. */
const DAYS = 30

/** Where a saved code is typed. */
export function CodeForm({
  lang,
  errors,
  value,
}: {
  lang: Lang
  errors?: readonly FieldError[]
  value?: string
}) {
  const t = portal(lang)
  return (
    <Form lang={lang} action={`/${lang}/continue`}>
      <div class="av-flow">
        <TextField
          lang={lang}
          name="code"
          label={t('continue.label')}
          hint={t('continue.hint')}
          value={value}
          error={errorOf(errors, 'code')}
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <ButtonRow>
          <Button>{t('continue.go')}</Button>
        </ButtonRow>
      </div>
    </Form>
  )
}

/** Saving and coming back. */
export function savedPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/saved', (c) => {
    const code = codeToShow(c)
    return code ? savedPage(c, web, code) : shownPage(c, web)
  })
  app.get('/continue', (c) => codePage(c, web))
  app.post('/continue', async (c) => {
    const form = await c.req.parseBody()
    const code = String(form.code ?? '').trim()
    const t = portal(c.var.lang)
    if (!code) return codePage(c, web, [{ field: 'code', message: t('continue.missing') }])
    const draft = await takeUp(c, web, code)
    if (!draft) return codePage(c, web, [{ field: 'code', message: t('continue.wrong') }], code)
    return c.redirect(`/${c.var.lang}/ask/resume`, 303)
  })
  return app
}

async function savedPage(c: PortalContext, web: Web, code: string) {
  const { lang } = c.var
  const t = portal(lang)
  const until = dateInFinland(web.house.now())
    .add(Temporal.Duration.from({ days: DAYS }))
    .toString()
  const draft = (await openDraft(web.house, code)) as Draft | null
  const office = (draft && (await officeOf(web, lang, draft))) ?? (await onlyOffice(web.house, lang))
  return show(c, web, {
    title: t('saved.title'),
    path: '/saved',
    office,
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('saved.title')}</h1>
        <p>{t('saved.code')}</p>
        <p class="av-secret" id="code">
          {code}
        </p>
        <CopyButton lang={lang} from="code" label={t('saved.copy')} />
        <p>
          <strong>{t('saved.keep')}</strong>
        </p>
        <p>{t('saved.until', { date: formatDate(lang, until) })}</p>
        <Alert tone="warning">
          <p>{t('saved.not-sent')}</p>
          {office?.phone && <p>{t('saved.call', { phone: office.phone })}</p>}
        </Alert>
        <p>{t('saved.device')}</p>
        <form method="post" action={`/${lang}/continue`}>
          <HiddenFields values={{ code }} />
          <Button look="secondary">{t('saved.go-on')}</Button>
        </form>
      </div>
    ),
  })
}

function shownPage(c: PortalContext, web: Web) {
  const { lang } = c.var
  const t = portal(lang)
  return show(c, web, {
    title: t('saved.shown'),
    path: '/saved',
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('saved.shown')}</h1>
        <p>{t('saved.shown.text')}</p>
        <CodeForm lang={lang} />
        <h2>{t('no-form.anew')}</h2>
        <StartForm lang={lang} />
      </div>
    ),
  })
}

function codePage(c: PortalContext, web: Web, errors?: FieldError[], value?: string) {
  const { lang } = c.var
  const t = portal(lang)
  return show(c, web, {
    title: t('continue.title'),
    path: '/continue',
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('continue.title')}</h1>
        <p>{t('continue.text')}</p>
        <CodeForm lang={lang} errors={errors} value={value} />
      </div>
    ),
  })
}

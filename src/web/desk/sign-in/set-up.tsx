import type { Context } from 'hono'
import {
  AccessRefused,
  type Invitation,
  limitOf,
  limitRate,
  openInvitation,
  PASSWORD_LEAST,
  setUpAccount,
} from '../../../access/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { desk } from '../../../language/catalogues/desk.ts'
import { isLang, type Lang } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import { readOffices } from '../../portal/office.ts'
import { problem } from '../../problem.tsx'
import { enter, entryOf, homeOf } from '../../session.ts'
import {
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  LinkButton,
  PlainLayout,
  Select,
  TextField,
} from '../../ui/parts.ts'

import { newPasswordPage, takePasswordOfLink } from './new-password.tsx'

export const LANGUAGES: { value: Lang; label: string }[] = [
  { value: 'fi', label: 'Suomi' },
  { value: 'sv', label: 'Svenska' },
  { value: 'en', label: 'English' },
]

interface Values {
  organisation: string
  name: string
  email: string
  language: string
}

/** The form behind a one-time link. Its address is a secret and is told to no other page. */
export async function setUpPage(c: Context<WebEnv>, web: Web, token: string): Promise<Response> {
  const refused = await tooMany(c, web)
  if (refused) return refused
  const invitation = await openInvitation(web.house, token)
  if (invitation?.staffId) return newPasswordPage(c, invitation.email)
  return invitation ? show(c, web, invitation) : deadLink(c)
}

export async function takeSetUp(c: Context<WebEnv>, web: Web, token: string): Promise<Response> {
  const refused = await tooMany(c, web)
  if (refused) return refused
  const invitation = await openInvitation(web.house, token)
  if (!invitation) return deadLink(c)
  if (invitation.staffId) return (await takePasswordOfLink(c, web, token, invitation.email)) ?? deadLink(c)
  const form = await c.req.parseBody()
  const text = (name: string) => String(form[name] ?? '').trim()
  const values: Values = {
    organisation: text('organisation'),
    name: text('name').slice(0, 100),
    email: text('email').slice(0, 200),
    language: text('language'),
  }
  const errors = check(c, invitation, values, String(form.password ?? ''))
  if (errors.length > 0) return show(c, web, invitation, values, errors)
  try {
    const opened = await setUpAccount(web.house, token, {
      ...values,
      password: String(form.password ?? ''),
      language: isLang(values.language) ? values.language : c.var.lang,
      ...entryOf(c, web),
    })
    enter(c, web, opened)
    return c.redirect(homeOf(opened.role), 303)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code === 'link-used') return deadLink(c)
    const field = { 'not-served': 'organisation', 'email-taken': 'email' }[error.code as string] ?? 'password'
    const message = access(c.var.lang)(`refused-${error.code}`)
    return show(c, web, invitation, values, [{ field, message }])
  }
}

function check(c: Context<WebEnv>, invitation: Invitation, values: Values, password: string): FieldError[] {
  const t = access(c.var.lang)
  const errors: FieldError[] = []
  if (!invitation.organisation && !values.organisation)
    errors.push({ field: 'organisation', message: t('organisation-missing') })
  if (!values.name) errors.push({ field: 'name', message: t('name-missing') })
  if (!invitation.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email))
    errors.push({ field: 'email', message: t(values.email ? 'email-wrong' : 'email-missing') })
  if ([...password].length < PASSWORD_LEAST)
    errors.push({ field: 'password', message: t(password ? 'refused-password-short' : 'password-missing') })
  return errors
}

/** Links are long enough not to be guessed; whoever tries all the same is slowed down. */
async function tooMany(c: Context<WebEnv>, web: Web): Promise<Response | null> {
  const limit = limitOf('set-up', web.addressOf(c))
  const rate = await limitRate(web.house, limit)
  return rate.allowed ? null : problem(c, 429, { retryAfter: rate.retryAfter })
}

function deadLink(c: Context<WebEnv>): Response | Promise<Response> {
  const t = access(c.var.lang)
  c.status(404)
  return c.render(
    <PlainLayout lang={c.var.lang} title={t('link-dead-title')}>
      <div class="av-flow av-narrow">
        <h1>{t('link-dead-title')}</h1>
        <p>{t('link-dead-text')}</p>
        <LinkButton href="/desk/sign-in">{t('sign-in')}</LinkButton>
      </div>
    </PlainLayout>,
  )
}

async function show(
  c: Context<WebEnv>,
  web: Web,
  invitation: Invitation,
  values?: Values,
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = access(lang)
  const offices = invitation.organisation
    ? []
    : (await readOffices(web.house, lang)).filter(({ code }) => web.house.organisations.includes(code))
  c.status(errors ? 422 : 200)
  return c.render(
    <PlainLayout
      lang={lang}
      title={t('set-up-title')}
      hasErrors={Boolean(errors)}
      languageHref={(to) => `${c.req.path}?lang=${to}`}
    >
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('set-up-title')}</h1>
        <p class="av-lead">
          {invitation.organisation
            ? t('set-up-text', { role: desk(lang)(`role-${invitation.role}`).toLocaleLowerCase(lang) })
            : t('set-up-first')}
        </p>
        <Form lang={lang}>
          <div class="av-flow">
            {!invitation.organisation && (
              <Select
                lang={lang}
                name="organisation"
                label={t('organisation')}
                options={offices.map(({ code, name }) => ({ value: code, label: name }))}
                value={values?.organisation ?? (offices.length === 1 ? offices[0]!.code : undefined)}
                error={errorOf(errors, 'organisation')}
              />
            )}
            <TextField
              lang={lang}
              name="name"
              label={t('name')}
              hint={t('name-hint')}
              value={values?.name}
              error={errorOf(errors, 'name')}
              autocomplete="name"
              spellcheck={false}
            />
            {invitation.email ? (
              <p>
                {t('email')}: <strong>{invitation.email}</strong>
              </p>
            ) : (
              <TextField
                lang={lang}
                name="email"
                type="email"
                label={t('email')}
                value={values?.email}
                error={errorOf(errors, 'email')}
                autocomplete="username"
                spellcheck={false}
              />
            )}
            <Select
              lang={lang}
              name="language"
              label={t('language')}
              options={LANGUAGES}
              value={values?.language ?? lang}
              empty={false}
            />
            <TextField
              lang={lang}
              name="password"
              type="password"
              label={t('password')}
              hint={t('password-hint', { n: PASSWORD_LEAST })}
              error={errorOf(errors, 'password')}
              autocomplete="new-password"
            />
            <Button>{t('set-up-button')}</Button>
          </div>
        </Form>
      </div>
    </PlainLayout>,
  )
}

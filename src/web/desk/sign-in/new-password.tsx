import type { Context } from 'hono'
import { AccessRefused, PASSWORD_LEAST, takeNewPassword } from '../../../access/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import type { Web, WebEnv } from '../../context.ts'
import {
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  LinkButton,
  PlainLayout,
  TextField,
} from '../../ui/parts.ts'

/** Behind a link for a new password: one field. */
export function newPasswordPage(
  c: Context<WebEnv>,
  email: string | null,
  errors?: FieldError[],
): Response | Promise<Response> {
  const { lang } = c.var
  const t = access(lang)
  c.status(errors ? 422 : 200)
  return c.render(
    <PlainLayout
      lang={lang}
      title={t('new-password-title')}
      hasErrors={Boolean(errors)}
      languageHref={(to) => `${c.req.path}?lang=${to}`}
    >
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('new-password-title')}</h1>
        <p>{t('new-password-text')}</p>
        <Form lang={lang}>
          <div class="av-flow">
            <input type="text" name="username" value={email ?? ''} autocomplete="username" hidden readonly />
            <p>
              {t('email')}: <strong>{email}</strong>
            </p>
            <TextField
              lang={lang}
              name="password"
              type="password"
              label={t('password-new')}
              hint={t('password-hint', { n: PASSWORD_LEAST })}
              error={errorOf(errors, 'password')}
              autocomplete="new-password"
            />
            <Button>{t('new-password-button')}</Button>
          </div>
        </Form>
      </div>
    </PlainLayout>,
  )
}

/** @returns null when the link is dead; the caller says so */
export async function takePasswordOfLink(
  c: Context<WebEnv>,
  web: Web,
  token: string,
  email: string | null,
): Promise<Response | null> {
  const password = String((await c.req.parseBody()).password ?? '')
  const t = access(c.var.lang)
  const refuse = (message: string) => newPasswordPage(c, email, [{ field: 'password', message }])
  if (!password) return refuse(t('password-missing'))
  try {
    await takeNewPassword(web.house, token, password)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    return error.code === 'link-used' ? null : refuse(t(`refused-${error.code}`))
  }
  return c.render(
    <PlainLayout lang={c.var.lang} title={t('new-password-done')}>
      <div class="av-flow av-narrow">
        <h1>{t('new-password-done')}</h1>
        <p>{t('new-password-done-text')}</p>
        <LinkButton href="/desk/sign-in">{t('sign-in')}</LinkButton>
      </div>
    </PlainLayout>,
  )
}

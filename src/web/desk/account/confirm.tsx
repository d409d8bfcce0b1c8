import type { Context } from 'hono'
import { AccessRefused, proveAgain, proveInDemo } from '../../../access/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Web, WebEnv } from '../../context.ts'
import { lostFormToken, safeNext, startSession } from '../../session.ts'
import { Button, ErrorSummary, errorOf, type FieldError, Form, TextField } from '../../ui/parts.ts'
import type { Side } from '../sign-in/index.tsx'
import { showAccount } from './frame.tsx'

interface Given {
  errors: FieldError[]
  status: 422 | 429
}

/** One of the demonstration's people, who has no password. */
const inDemo = (c: Context<WebEnv>, web: Web) => web.demo && c.var.staff?.how === 'demo'
const nextOf = (c: Context<WebEnv>) => safeNext(c.req.query('next'))

/** Proving once more who one is, before something that matters; see `stepUp`. */
export function confirmPage(c: Context<WebEnv>, web: Web, side: Side, given?: Given): Promise<Response> {
  const { lang } = c.var
  const staff = c.var.staff!
  const t = signInTexts(lang)
  const errors = given?.errors
  return showAccount(c, web, side, {
    title: t('confirm-title'),
    back: nextOf(c),
    hasErrors: Boolean(errors),
    status: given?.status,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('confirm-title')}</h1>
        <p>{t('confirm-text')}</p>
        {lostFormToken(c) && <p>{t('confirm-kept')}</p>}
        <Form lang={lang}>
          <div class="av-flow">
            {inDemo(c, web) && <p>{t('confirm-demo')}</p>}
            {!inDemo(c, web) && (
              <>
                <input
                  type="text"
                  name="username"
                  value={staff.email}
                  autocomplete="username"
                  hidden
                  readonly
                />
                <TextField
                  lang={lang}
                  name="password"
                  type="password"
                  label={access(lang)('password')}
                  error={errorOf(errors, 'password')}
                  autocomplete="current-password"
                />
              </>
            )}
            <Button>{t('confirm-button')}</Button>
          </div>
        </Form>
      </div>
    ),
  })
}

export async function takeConfirm(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  const form = await c.req.parseBody()
  const password = String(form.password ?? '')
  const t = signInTexts(c.var.lang)
  const refuse = (message: string, status: 422 | 429 = 422) =>
    confirmPage(c, web, side, { errors: [{ field: 'password', message }], status })
  if (!password && !inDemo(c, web)) return refuse(access(c.var.lang)('password-missing'))
  try {
    const staff = c.var.staff!
    const token = inDemo(c, web)
      ? await proveInDemo(web.house, staff)
      : await proveAgain(web.house, staff, { password })
    startSession(c, web, token)
    return c.redirect(lostFormToken(c) ? '/desk/lost-form' : nextOf(c), 303)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code !== 'too-many') return refuse(t('confirm-wrong'))
    c.header('Retry-After', String(Math.ceil(error.retryAfter ?? 60)))
    return refuse(access(c.var.lang)('refused-too-many'), 429)
  }
}

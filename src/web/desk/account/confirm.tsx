import type { Context } from 'hono'
import { AccessRefused, factorsOf, proofOptions, proveAgain, proveInDemo } from '../../../access/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Web, WebEnv } from '../../context.ts'
import { lostFormToken, safeNext, startSession } from '../../session.ts'
import {
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  LinkButton,
  TextField,
} from '../../ui/parts.ts'
import { asStaff } from '../frame.tsx'
import type { Side } from '../sign-in/index.tsx'
import { PasskeyForm, passkeyAnswer } from '../sign-in/passkey-form.tsx'
import { showAccount } from './frame.tsx'

interface Given {
  errors: FieldError[]
  status: 422 | 429
}

/** One of the demonstration's people, who has no password. */
const inDemo = (c: Context<WebEnv>, web: Web) => web.demo && c.var.staff?.how === 'demo'
const nextOf = (c: Context<WebEnv>) => safeNext(c.req.query('next'))

/** Proving once more who one is, before something that matters; see `stepUp`. */
export async function confirmPage(
  c: Context<WebEnv>,
  web: Web,
  side: Side,
  given?: Given,
): Promise<Response> {
  const { lang } = c.var
  const staff = c.var.staff!
  const t = signInTexts(lang)
  const errors = given?.errors
  const here = `${side}/account/confirm`
  const action = `${here}?next=${encodeURIComponent(nextOf(c))}`
  const factors = await asStaff(c, web, (o) => factorsOf(o, staff.staffId))
  const withCode = staff.hasFactor && (factors.totp || factors.recoveryLeft > 0)
  const byPassword = staff.how !== 'oidc' && (!staff.hasFactor || withCode)
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
        {web.oidc?.staff && staff.how === 'oidc' && (
          <p>
            <LinkButton href={`/desk/sign-in/provider/again?next=${encodeURIComponent(nextOf(c))}`}>
              {t('provider-confirm')}
            </LinkButton>
          </p>
        )}
        {factors.passkeys > 0 && (
          <PasskeyForm
            lang={lang}
            kind="get"
            action={action}
            options={`${here}/passkey`}
            label={t('passkey-confirm')}
          />
        )}
        {factors.passkeys > 0 && byPassword && <h2>{t('or-title')}</h2>}
        {inDemo(c, web) && (
          <Form lang={lang} action={action}>
            <div class="av-flow">
              <p>{t('confirm-demo')}</p>
              <Button>{t('confirm-button')}</Button>
            </div>
          </Form>
        )}
        {!inDemo(c, web) && byPassword && (
          <Form lang={lang} action={action}>
            <div class="av-flow">
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
              {withCode && (
                <TextField
                  lang={lang}
                  name="code"
                  label={t('code')}
                  hint={t(factors.totp ? 'code-hint-both' : 'code-hint-recovery')}
                  error={errorOf(errors, 'code')}
                  autocomplete="one-time-code"
                  spellcheck={false}
                  width={20}
                />
              )}
              <Button look={factors.passkeys > 0 ? 'secondary' : 'primary'}>
                {t(factors.passkeys > 0 ? 'confirm-by-password' : 'confirm-button')}
              </Button>
            </div>
          </Form>
        )}
      </div>
    ),
  })
}

export async function takeConfirm(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  const form = await c.req.parseBody()
  const passkey = passkeyAnswer(form)
  const given = { password: String(form.password ?? ''), code: String(form.code ?? '').trim() }
  const t = signInTexts(c.var.lang)
  const refuse = (message: string, status: 422 | 429 = 422) =>
    confirmPage(c, web, side, { errors: [{ field: 'password', message }], status })
  if (!given.password && !passkey && !inDemo(c, web)) return refuse(access(c.var.lang)('password-missing'))
  try {
    const staff = c.var.staff!
    const token =
      inDemo(c, web) && !passkey
        ? await proveInDemo(web.house, staff)
        : await proveAgain(web.house, staff, passkey ? { passkey } : given)
    startSession(c, web, token)
    return c.redirect(lostFormToken(c) ? '/desk/lost-form' : nextOf(c), 303)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code !== 'too-many') return refuse(t('confirm-wrong'))
    const seconds = Math.ceil(error.retryAfter ?? 60)
    c.header('Retry-After', String(seconds))
    return refuse(access(c.var.lang)('refused-too-many-minutes', { n: Math.ceil(seconds / 60) }), 429)
  }
}

/** What the device is asked: a passkey of this very person. */
export const confirmOptions = async (c: Context<WebEnv>, web: Web): Promise<Response> =>
  c.json(await proofOptions(web.house, 'step-up', c.var.staff!.staffId))

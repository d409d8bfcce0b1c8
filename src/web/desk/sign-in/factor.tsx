import type { Context } from 'hono'
import { AccessRefused, finishSignIn, pendingFactors, proofOptions } from '../../../access/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { enter, entryOf, goOn, pendingToken, stopPending } from '../../session.ts'
import {
  AuthorityLayout,
  Button,
  DeskLayout,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  TextField,
} from '../../ui/parts.ts'
import type { Side } from './index.tsx'
import { PasskeyForm, passkeyAnswer } from './passkey-form.tsx'
import { signInPage } from './sign-in.tsx'

interface Given {
  errors: FieldError[]
  status: 422 | 429
}

/** After the password: a code of the authenticator, a recovery code, or a passkey. */
export async function factorPage(c: Context<WebEnv>, web: Web, side: Side, given?: Given): Promise<Response> {
  const token = pendingToken(c)
  const pending = token ? await pendingFactors(web.house, token) : null
  if (!pending) return ended(c, web, side)
  const { lang } = c.var
  const t = signInTexts(lang)
  const errors = given?.errors
  const next = c.req.query('next')
  const query = next ? `?next=${encodeURIComponent(next)}` : ''
  const Layout = side === '/authority' ? AuthorityLayout : DeskLayout
  const codes = pending.totp || pending.recoveryLeft > 0
  c.status(given?.status ?? 200)
  return c.render(
    <Layout lang={lang} title={t('factor-title')} hasErrors={Boolean(errors)} demo={web.demo}>
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('factor-title')}</h1>
        <p>{t('factor-text')}</p>
        {pending.passkeys > 0 && (
          <PasskeyForm
            lang={lang}
            kind="get"
            action={`${side}/sign-in/factor${query}`}
            options={`${side}/sign-in/factor/passkey`}
            label={t('passkey-confirm')}
          />
        )}
        {codes && (
          <Form lang={lang} action={`${side}/sign-in/factor${query}`}>
            <div class="av-flow">
              <TextField
                lang={lang}
                name="code"
                label={t('code')}
                hint={t(pending.totp ? 'code-hint-both' : 'code-hint-recovery')}
                error={errorOf(errors, 'code')}
                autocomplete="one-time-code"
                spellcheck={false}
                width={20}
              />
              <Button look={pending.passkeys > 0 ? 'secondary' : 'primary'}>{t('factor-go')}</Button>
            </div>
          </Form>
        )}
        <p class="av-hush">{t('factor-lost')}</p>
        <p>
          <a href={`${side}/sign-in${query}`}>{t('factor-again')}</a>
        </p>
      </div>
    </Layout>,
  )
}

export async function takeFactor(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  const token = pendingToken(c)
  if (!token) return ended(c, web, side)
  const form = await c.req.parseBody()
  const passkey = passkeyAnswer(form)
  const code = String(form.code ?? '').trim()
  const t = signInTexts(c.var.lang)
  const refuse = (message: string, status: 422 | 429 = 422) =>
    factorPage(c, web, side, { errors: [{ field: 'code', message }], status })
  if (!passkey && !code) return refuse(t('code-missing'))
  try {
    const opened = await finishSignIn(web.house, token, passkey ? { passkey } : { code }, entryOf(c, web))
    stopPending(c, web)
    enter(c, web, opened)
    return c.redirect(goOn(c), 303)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code === 'pending-ended') return ended(c, web, side)
    if (error.code !== 'too-many') return refuse(t(passkey ? 'passkey-cancelled' : 'code-wrong'))
    const seconds = Math.ceil(error.retryAfter ?? 60)
    c.header('Retry-After', String(seconds))
    return refuse(access(c.var.lang)('refused-too-many-minutes', { n: Math.ceil(seconds / 60) }), 429)
  }
}

/** What the device is asked in the second step: a passkey of the very person whose password it was. */
export async function factorOptions(c: Context<WebEnv>, web: Web): Promise<Response> {
  const token = pendingToken(c)
  const pending = token ? await pendingFactors(web.house, token) : null
  return pending ? c.json(await proofOptions(web.house, 'second', pending.staffId)) : problem(c, 404)
}

function ended(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  stopPending(c, web)
  const message = access(c.var.lang)('refused-pending-ended')
  return signInPage(c, web, side, { email: '', errors: [{ field: 'email', message }], status: 422 })
}

import type { Context } from 'hono'
import { renderSVG } from 'uqr'
import {
  AccessRefused,
  afterAdding,
  confirmTotp,
  limitOf,
  limitRate,
  offerTotp,
  renewToken,
} from '../../../access/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Web, WebEnv } from '../../context.ts'
import { startSession } from '../../session.ts'
import { Button, ErrorSummary, errorOf, type FieldError, Form, TextField } from '../../ui/parts.ts'
import { asStaff } from '../frame.tsx'
import type { Side } from '../sign-in/index.tsx'
import { codesPage } from './factors-page.tsx'
import { showAccount } from './frame.tsx'

/** Begins with an authenticator; the page that follows shows what the app is to read. */
export async function startTotp(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  await asStaff(c, web, (t, staff) => offerTotp(t, staff.staffId, staff.email))
  return c.redirect(`${side}/account/factors/totp`, 303)
}

export async function totpPage(
  c: Context<WebEnv>,
  web: Web,
  side: Side,
  errors?: FieldError[],
  status: 422 | 429 = 422,
): Promise<Response> {
  const { lang } = c.var
  const t = signInTexts(lang)
  const back = `${side}/account/factors`
  const offer = await asStaff(c, web, (o, staff) => offerTotp(o, staff.staffId, staff.email))
  if (!offer) return c.redirect(back, 303)
  const picture = renderSVG(offer.uri, { ecc: 'M', border: 4 })
  return showAccount(c, web, side, {
    title: t('totp-title'),
    back,
    hasErrors: Boolean(errors),
    status: errors ? status : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('totp-title')}</h1>
        <p>{t('totp-step-1')}</p>
        <img
          class="av-qr"
          src={`data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`}
          alt={t('totp-picture')}
          width={240}
          height={240}
        />
        <p>{t('totp-secret')}</p>
        <p class="av-panel">
          <code>{offer.secret.match(/.{1,4}/g)!.join(' ')}</code>
        </p>
        <Form lang={lang} action={`${back}/totp/code`}>
          <div class="av-flow">
            <TextField
              lang={lang}
              name="code"
              label={t('totp-step-2')}
              hint={t('totp-hint')}
              error={errorOf(errors, 'code')}
              autocomplete="one-time-code"
              inputmode="numeric"
              spellcheck={false}
              width={10}
            />
            <Button>{t('totp-go')}</Button>
          </div>
        </Form>
      </div>
    ),
  })
}

export async function takeTotp(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  const code = String((await c.req.parseBody()).code ?? '').replace(/\s/g, '')
  const t = signInTexts(c.var.lang)
  const refuse = (message: string, status: 422 | 429 = 422) =>
    totpPage(c, web, side, [{ field: 'code', message }], status)
  if (!code) return refuse(t('code-missing'))
  const rate = await limitRate(web.house, limitOf('factor code', c.var.staff!.staffId))
  if (!rate.allowed) return refuse(access(c.var.lang)('refused-too-many'), 429)
  try {
    const { codes, token } = await asStaff(c, web, async (o, staff) => {
      await confirmTotp(o, staff.staffId, code)
      return {
        codes: await afterAdding(o, staff.staffId),
        token: await renewToken(o, staff.sessionId),
      }
    })
    startSession(c, web, token)
    return codes.length > 0
      ? codesPage(c, web, side, codes, 'totp')
      : c.redirect(`${side}/account/factors?done=totp`, 303)
  } catch (error) {
    if (error instanceof AccessRefused && error.code === 'wrong') return refuse(t('totp-wrong'))
    throw error
  }
}

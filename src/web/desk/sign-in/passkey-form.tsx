import type { Child } from 'hono/jsx'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Lang } from '../../../language/lang.ts'

interface PasskeyFormProps {
  lang: Lang
  /** `get` asks for a passkey, `create` makes one. */
  kind: 'get' | 'create'
  /** Where the answer goes, in the field `credential`. */
  action: string
  /** Where the browser fetches what the device is to be asked. */
  options: string
  label: string
  look?: 'primary' | 'secondary'
  /** Fields sent along. */
  children?: Child
}

/** A form that a passkey fills in. The button shows where scripts run; without them a line says why there is none. */
export function PasskeyForm({ lang, kind, action, options, label, look, children }: PasskeyFormProps) {
  const t = signInTexts(lang)
  return (
    <form
      method="post"
      action={action}
      novalidate
      data-passkey={kind}
      data-options={options}
      data-unsupported={t('passkey-unsupported')}
      data-cancelled={t('passkey-cancelled')}
      data-known={t('passkey-known')}
    >
      <div class="av-flow">
        {children}
        <input type="hidden" name="credential" value="" />
        <button class="ds-button" type="submit" data-variant={look ?? 'primary'} hidden>
          {label}
        </button>
        <p data-told role="status" />
        <noscript>
          <p>{t('passkey-no-script')}</p>
        </noscript>
      </div>
    </form>
  )
}

/** The answer of a device as it came with a form; null when there is none or it is no JSON. */
export function passkeyAnswer(form: Record<string, unknown>): unknown {
  try {
    return typeof form.credential === 'string' && form.credential ? JSON.parse(form.credential) : null
  } catch {
    return null
  }
}

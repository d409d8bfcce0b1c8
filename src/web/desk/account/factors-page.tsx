import type { Context } from 'hono'
import { deviceOf, factorsOf, listPasskeys, type PasskeyShown, RECOVERY_FEW } from '../../../access/index.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import { formatDate, formatDateTime } from '../../../language/formats.ts'
import type { Web, WebEnv } from '../../context.ts'
import { homeOf } from '../../session.ts'
import {
  Alert,
  Button,
  CopyButton,
  Details,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  LinkButton,
  Table,
  TextField,
} from '../../ui/parts.ts'
import { asStaff } from '../frame.tsx'
import type { Side } from '../sign-in/index.tsx'
import { PasskeyForm } from '../sign-in/passkey-form.tsx'
import { showAccount } from './frame.tsx'

const DONE = ['passkey', 'totp', 'removed', 'renamed'] as const

/** Everything a person signs in with beside the password. */
export async function factorsPage(
  c: Context<WebEnv>,
  web: Web,
  side: Side,
  errors?: FieldError[],
  /** the name that was typed for a passkey that was not taken */
  typed?: string,
): Promise<Response> {
  const { lang } = c.var
  const staff = c.var.staff!
  const t = signInTexts(lang)
  const here = `${side}/account/factors`
  const { factors, passkeys } = await asStaff(c, web, async (o) => ({
    factors: await factorsOf(o, staff.staffId),
    passkeys: await listPasskeys(o, staff.staffId),
  }))
  const any = factors.totp || passkeys.length > 0
  const done = DONE.find((one) => one === c.req.query('done'))
  return showAccount(c, web, side, {
    title: t('factors-title'),
    back: staff.mustSetUpFactor ? undefined : `${side}/account`,
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={errors} />
        {done && <Flash>{t(`done-${done}`)}</Flash>}
        <h1>{t('factors-title')}</h1>
        {staff.mustSetUpFactor && !any ? (
          <Alert tone="warning" title={t('required-title')}>
            <p>{t('required-text')}</p>
          </Alert>
        ) : (
          !any && <p class="av-lead">{t('factors-lead')}</p>
        )}
        <section class="av-flow">
          <h2>{t('passkeys')}</h2>
          <p>{t('passkeys-text')}</p>
          {passkeys.length === 0 ? (
            <p>{t('passkeys-none')}</p>
          ) : (
            <Passkeys lang={lang} here={here} passkeys={passkeys} errors={errors} />
          )}
          <div class="av-narrow">
            <PasskeyForm
              lang={lang}
              kind="create"
              action={`${here}/passkeys`}
              options={`${here}/passkeys/options`}
              label={t('passkey-add')}
              look={any ? 'secondary' : 'primary'}
            >
              <TextField
                lang={lang}
                name="name"
                label={t('passkey-name')}
                hint={t('passkey-name-hint')}
                value={typed ?? deviceOf(c.req.header('User-Agent') ?? '')}
                error={errorOf(errors, 'name')}
                autocomplete="off"
                spellcheck={false}
              />
            </PasskeyForm>
          </div>
        </section>
        <section class="av-flow" aria-labelledby="totp-title" id="totp">
          <h2 id="totp-title">{t('totp')}</h2>
          <p>{factors.totp ? t('totp-on') : t('totp-text')}</p>
          {factors.totp ? (
            <LinkButton look="secondary" href={`${here}/totp/remove`}>
              {t('totp-remove')}
            </LinkButton>
          ) : (
            <form method="post" action={`${here}/totp`}>
              <Button look="secondary">{t('totp-begin')}</Button>
            </form>
          )}
        </section>
        {any && (
          <section class="av-flow" aria-labelledby="recovery-title">
            <h2 id="recovery-title">{t('recovery')}</h2>
            <p>{t('recovery-text')}</p>
            {factors.recoveryLeft <= RECOVERY_FEW ? (
              <Alert tone="warning">
                <p>
                  {t('recovery-left', { n: factors.recoveryLeft })} {t('recovery-few')}
                </p>
              </Alert>
            ) : (
              <p>{t('recovery-left', { n: factors.recoveryLeft })}</p>
            )}
            <form method="post" action={`${here}/recovery`} class="av-flow">
              <Button look="secondary">{t('recovery-make')}</Button>
              <p class="av-hint">{t('recovery-make-hint')}</p>
            </form>
          </section>
        )}
      </div>
    ),
  })
}

function Passkeys(props: {
  lang: 'fi' | 'sv' | 'en'
  here: string
  passkeys: PasskeyShown[]
  errors?: FieldError[]
}) {
  const { lang, here, passkeys, errors } = props
  const t = signInTexts(lang)
  return (
    <Table
      caption={t('passkeys')}
      captionHidden
      stack
      rows={passkeys}
      columns={[
        { label: t('col-name'), rowHeader: true, cell: (row) => row.name },
        { label: t('col-kind'), cell: (row) => t(row.synced ? 'passkey-synced' : 'passkey-here') },
        { label: t('col-added'), cell: (row) => formatDate(lang, row.createdAt) },
        {
          label: t('col-used'),
          cell: (row) => (row.lastUsedAt ? formatDateTime(lang, row.lastUsedAt) : t('never')),
        },
        {
          label: t('col-change'),
          labelHidden: true,
          cell: (row) => (
            <Details
              summary={
                <>
                  {t('col-change')}
                  <span class="ds-sr-only">: {row.name}</span>
                </>
              }
              open={Boolean(errorOf(errors, `name-${row.id}`))}
            >
              <Form lang={lang} action={`${here}/passkeys/${row.id}/name`}>
                <div class="av-flow">
                  <TextField
                    lang={lang}
                    name={`name-${row.id}`}
                    label={t('passkey-name')}
                    value={row.name}
                    error={errorOf(errors, `name-${row.id}`)}
                    autocomplete="off"
                    spellcheck={false}
                  />
                  <Button look="secondary">{t('rename')}</Button>
                </div>
              </Form>
              <LinkButton look="tertiary" danger href={`${here}/passkeys/${row.id}/remove`}>
                {t('remove')}
              </LinkButton>
            </Details>
          ),
        },
      ]}
    />
  )
}

/** New recovery codes, shown this once. */
export function codesPage(
  c: Context<WebEnv>,
  web: Web,
  side: Side,
  codes: readonly string[],
  done?: 'passkey' | 'totp',
): Promise<Response> {
  const { lang } = c.var
  const t = signInTexts(lang)
  c.header('Cache-Control', 'no-store')
  const first = c.var.staff!.mustSetUpFactor
  return showAccount(c, web, side, {
    title: t('codes-title'),
    children: (
      <div class="av-flow av-narrow">
        {done && <Flash>{t(`done-${done}`)}</Flash>}
        <h1>{t('codes-title')}</h1>
        <p>{t('codes-text')}</p>
        <ul class="av-codes" id="codes" aria-label={t('codes-list')}>
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div class="av-buttons">
          <LinkButton href={first ? homeOf(c.var.staff!.role) : `${side}/account/factors`}>
            {t('codes-done')}
          </LinkButton>
          <CopyButton lang={lang} from="codes" />
        </div>
      </div>
    ),
  })
}

import { type Context, Hono } from 'hono'
import {
  AccessRefused,
  changePassword,
  deviceOf,
  endOtherSessions,
  endSession,
  listSessions,
  may,
  PASSWORD_LEAST,
} from '../../../access/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { formatDateTime } from '../../../language/formats.ts'
import type { Web, WebEnv } from '../../context.ts'
import { homeOf, staffOnly, startSession } from '../../session.ts'
import {
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  Table,
  Tag,
  TextField,
} from '../../ui/parts.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import type { Side } from '../sign-in/index.tsx'
import { awayPages } from './away.tsx'
import { confirmOptions, confirmPage, takeConfirm } from './confirm.tsx'
import { factorPages } from './factors.tsx'
import { showAccount } from './frame.tsx'
import { NoFactorYet } from './no-factor-yet.tsx'

const DONE = ['password', 'session', 'language'] as const

/** A person's own sessions and password. Mount at `/desk/account`. */
export function accountPages(web: Web, side: Side = '/desk'): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(staffOnly(web), pageRenderer)
  const here = `${side}/account`
  pages.get('/', (c) => show(c, web, side))
  if (side === '/desk') pages.route('/away', awayPages(web))
  pages.get('/confirm', (c) => confirmPage(c, web, side))
  pages.post('/confirm', (c) => takeConfirm(c, web, side))
  pages.get('/confirm/passkey', (c) => confirmOptions(c, web))
  pages.route('/factors', factorPages(web, side))
  pages.post('/sessions', async (c) => {
    const which = String((await c.req.parseBody()).session ?? '')
    const staff = c.var.staff!
    if (which === 'others') await endOtherSessions(web.house, staff)
    else if (/^[0-9a-f-]{36}$/.test(which)) await endSession(web.house, staff, which)
    return c.redirect(which === staff.sessionId ? `${side}/sign-in` : `${here}?done=session`, 303)
  })
  pages.post('/password', async (c) => {
    const form = await c.req.parseBody()
    const given = { current: String(form.current ?? ''), next: String(form.next ?? '') }
    try {
      startSession(c, web, await changePassword(web.house, c.var.staff!, given))
      return c.redirect(`${here}?done=password`, 303)
    } catch (error) {
      if (!(error instanceof AccessRefused)) throw error
      const t = access(c.var.lang)
      const current = error.code === 'wrong' || error.code === 'too-many'
      const message = error.code === 'wrong' ? t('current-wrong') : t(`refused-${error.code}`)
      return show(c, web, side, [{ field: current ? 'current' : 'next', message }])
    }
  })
  return pages
}

async function show(c: Context<WebEnv>, web: Web, side: Side, errors?: FieldError[]): Promise<Response> {
  const { lang } = c.var
  const staff = c.var.staff!
  const t = access(lang)
  const sessions = await listSessions(web.house, staff)
  const done = DONE.find((one) => one === c.req.query('done'))
  const here = `${side}/account`
  const body = (
    <div class="av-flow">
      <ErrorSummary lang={lang} errors={errors} />
      {done && <Flash>{t(`done-${done}`)}</Flash>}
      <h1>{t('account-title')}</h1>
      <p>
        {staff.name}, {staff.email}
      </p>
      <NoFactorYet lang={lang} staff={staff} side={side} />
      <p>
        <a href={`${here}/factors`}>{signInTexts(lang)('factors-link')}</a>
      </p>
      {side === '/desk' && may(staff, 'ties.set') && (
        <p>
          <a href="/desk/account/away">
            {whoMay(lang)(may(staff, 'contact.log') ? 'away-title' : 'ties-title')}
          </a>
        </p>
      )}
      <section class="av-flow">
        <h2>{t('account-sessions')}</h2>
        <p>{t('account-sessions-text')}</p>
        <Table
          caption={t('account-sessions')}
          captionHidden
          stack
          rows={sessions}
          columns={[
            {
              label: t('session-device'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {deviceOf(row.userAgent) || t('session-unknown')}{' '}
                  {row.current && <Tag tone="success">{t('session-this')}</Tag>}
                </>
              ),
            },
            { label: t('session-place'), cell: (row) => row.place || '–' },
            { label: t('session-since'), cell: (row) => formatDateTime(lang, row.createdAt) },
            { label: t('session-seen'), cell: (row) => formatDateTime(lang, row.lastSeenAt) },
            {
              label: t('session-end'),
              labelHidden: true,
              cell: (row) => (
                <form method="post" action={`${here}/sessions`}>
                  <HiddenFields values={{ session: row.id }} />
                  <Button look="tertiary">{t('session-end')}</Button>
                </form>
              ),
            },
          ]}
        />
        {sessions.length > 1 && (
          <form method="post" action={`${here}/sessions`}>
            <HiddenFields values={{ session: 'others' }} />
            <Button look="secondary">{t('session-end-others')}</Button>
          </form>
        )}
      </section>
      <section class="av-flow av-narrow" aria-labelledby="password-title">
        <h2 id="password-title">{t('password-change')}</h2>
        <Form lang={lang} action={`${here}/password`}>
          <div class="av-flow">
            <input type="text" name="username" value={staff.email} autocomplete="username" hidden readonly />
            <TextField
              lang={lang}
              name="current"
              type="password"
              label={t('password-current')}
              error={errorOf(errors, 'current')}
              autocomplete="current-password"
            />
            <TextField
              lang={lang}
              name="next"
              type="password"
              label={t('password-new')}
              hint={t('password-hint', { n: PASSWORD_LEAST })}
              error={errorOf(errors, 'next')}
              autocomplete="new-password"
            />
            <Button>{t('password-change')}</Button>
          </div>
        </Form>
      </section>
    </div>
  )
  return showAccount(c, web, side, {
    title: t('account-title'),
    back: homeOf(staff.role),
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: body,
  })
}

import { type Context, Hono } from 'hono'
import {
  AccessRefused,
  addPasskey,
  afterAdding,
  deviceOf,
  factorsOf,
  hasFactor,
  listPasskeys,
  makeRecoveryCodes,
  PASSKEY_NAME_MOST,
  passkeyOptions,
  removeFactor,
  renamePasskey,
  renewToken,
} from '../../../access/index.ts'
import type { OfficeTransaction } from '../../../custody/transaction.ts'
import { access } from '../../../language/catalogues/access.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { startSession } from '../../session.ts'
import { stepUp } from '../../step-up.ts'
import { Confirm } from '../../ui/parts.ts'
import { asStaff } from '../frame.tsx'
import type { Side } from '../sign-in/index.tsx'
import { passkeyAnswer } from '../sign-in/passkey-form.tsx'
import { codesPage, factorsPage } from './factors-page.tsx'
import { showAccount } from './frame.tsx'
import { startTotp, takeTotp, totpPage } from './totp.tsx'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A person's own passkeys, authenticator and recovery codes. Every change asks for a fresh proof. */
export function factorPages(web: Web, side: Side): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  const here = `${side}/account/factors`
  pages.get('/', (c) => factorsPage(c, web, side))
  pages.use(stepUp(web, { back: here }))
  pages.get('/passkeys/options', async (c) => c.json(await passkeyOptions(web.house, c.var.staff!)))
  pages.post('/passkeys', (c) => takePasskey(c, web, side))
  pages.post('/passkeys/:id/name', (c) => takeName(c, web, side, c.req.param('id')))
  pages.get('/passkeys/:id/remove', (c) => removePage(c, web, side, c.req.param('id')))
  pages.post('/passkeys/:id/remove', (c) => takeRemoval(c, web, side, { passkey: c.req.param('id') }))
  pages.get('/totp', (c) => totpPage(c, web, side))
  pages.post('/totp', (c) => startTotp(c, web, side))
  pages.post('/totp/code', (c) => takeTotp(c, web, side))
  pages.get('/totp/remove', (c) => removePage(c, web, side))
  pages.post('/totp/remove', (c) => takeRemoval(c, web, side, 'totp'))
  pages.post('/recovery', async (c) => {
    const codes = await changed(c, web, async (t, staffId) => {
      if (!hasFactor(await factorsOf(t, staffId))) throw new AccessRefused('not-found')
      return makeRecoveryCodes(t, staffId)
    })
    return codesPage(c, web, side, codes)
  })
  pages.onError((error, c) => {
    if (error instanceof AccessRefused && error.code === 'not-found') return problem(c, 404)
    throw error
  })
  return pages
}

/** A change of one's own factors: the session gets another token with it. */
export async function changed<T>(
  c: Context<WebEnv>,
  web: Web,
  work: (t: OfficeTransaction, staffId: string) => Promise<T>,
): Promise<T> {
  const { result, token } = await asStaff(c, web, async (t, staff) => ({
    result: await work(t, staff.staffId),
    token: await renewToken(t, staff.sessionId),
  }))
  startSession(c, web, token)
  return result
}

async function takePasskey(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  const form = await c.req.parseBody()
  const staff = c.var.staff!
  const name =
    String(form.name ?? '').trim() ||
    deviceOf(c.req.header('User-Agent') ?? '') ||
    signInTexts(c.var.lang)('passkeys')
  let codes: string[] = []
  let token = ''
  try {
    await addPasskey(web.house, staff, passkeyAnswer(form), name, async (t) => {
      codes = await afterAdding(t, staff.staffId)
      token = await renewToken(t, staff.sessionId)
    })
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    const message = access(c.var.lang)(`refused-${error.code}`)
    return factorsPage(c, web, side, [{ field: 'name', message }], String(form.name ?? ''))
  }
  startSession(c, web, token)
  return codes.length > 0
    ? codesPage(c, web, side, codes, 'passkey')
    : c.redirect(`${side}/account/factors?done=passkey`, 303)
}

async function takeName(c: Context<WebEnv>, web: Web, side: Side, id: string): Promise<Response> {
  const name = String((await c.req.parseBody())[`name-${id}`] ?? '').trim()
  if (!ID.test(id)) return problem(c, 404)
  if (!name) {
    const message = signInTexts(c.var.lang)('passkey-name-missing')
    return factorsPage(c, web, side, [{ field: `name-${id}`, message }])
  }
  const known = await asStaff(c, web, (t, staff) =>
    renamePasskey(t, staff.staffId, id, name.slice(0, PASSKEY_NAME_MOST)),
  )
  return known ? c.redirect(`${side}/account/factors?done=renamed`, 303) : problem(c, 404)
}

async function takeRemoval(
  c: Context<WebEnv>,
  web: Web,
  side: Side,
  which: { passkey: string } | 'totp',
): Promise<Response> {
  if (which !== 'totp' && !ID.test(which.passkey)) return problem(c, 404)
  try {
    await changed(c, web, (t, staffId) => removeFactor(t, staffId, which))
  } catch (error) {
    if (!(error instanceof AccessRefused) || error.code !== 'last-factor') throw error
    const message = access(c.var.lang)('refused-last-factor')
    return factorsPage(c, web, side, [
      { field: which === 'totp' ? 'totp' : `remove-${which.passkey}`, message },
    ])
  }
  return c.redirect(`${side}/account/factors?done=removed`, 303)
}

/** Asks before a passkey or, without an id, the authenticator is taken away. */
async function removePage(c: Context<WebEnv>, web: Web, side: Side, id?: string): Promise<Response> {
  const t = signInTexts(c.var.lang)
  const { factors, passkey } = await asStaff(c, web, async (o, staff) => ({
    factors: await factorsOf(o, staff.staffId),
    passkey: (await listPasskeys(o, staff.staffId)).find((one) => one.id === id),
  }))
  if (id ? !passkey : !factors.totp) return problem(c, 404)
  const title = t(passkey ? 'remove-title' : 'remove-totp-title')
  return showAccount(c, web, side, {
    title,
    back: `${side}/account/factors`,
    children: (
      <Confirm
        lang={c.var.lang}
        title={title}
        action={`${side}/account/factors/${passkey ? `passkeys/${passkey.id}` : 'totp'}/remove`}
        confirm={t(passkey ? 'remove-yes' : 'remove-totp-yes')}
        danger
        cancelHref={`${side}/account/factors`}
      >
        <p>{passkey ? t('remove-text', { name: passkey.name }) : t('remove-totp-text')}</p>
        {factors.passkeys + Number(factors.totp) === 1 && <p>{t('remove-last')}</p>}
      </Confirm>
    ),
  })
}

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'

/** Who can sign in at the provider of the tests. */
export interface Account {
  email?: string
  email_verified?: boolean
  name?: string
  roles?: string[]
}

export interface IdentityProvider {
  issuer: string
  client: { clientId: string; clientSecret: string }
  /** who sits at the browser from here on */
  sits(accountId: string, account: Account): void
  /** signs out there: the provider tells us over the back channel */
  signOutThere(browser: Wanderer): Promise<void>
  provider: Provider
  close(): Promise<void>
}

/** A real OpenID provider on loopback. It asks nothing: whoever `sits` there is signed in. */
export async function identityProvider(
  ourUrl: string,
  back: string,
  logout?: string,
): Promise<IdentityProvider> {
  const server: Server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const accounts = new Map<string, Account>()
  let sitting = ''
  const client = { clientId: 'asiavastaava', clientSecret: 'a secret of at least thirty-two signs' }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${ourUrl}${back}`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        ...(logout && {
          backchannel_logout_uri: `${ourUrl}${logout}`,
          backchannel_logout_session_required: true,
        }),
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    pkce: { required: () => true },
    cookies: { keys: ['only in tests'] },
    // Everything here is on loopback, which the provider's own way out forbids.
    fetch: (url, given) => fetch(url, { method: given?.method, headers: given?.headers, body: given?.body }),
    async findAccount(_, id) {
      return { accountId: id, claims: async () => ({ sub: id, ...accounts.get(id) }) }
    },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 600, IdToken: 600 },
  })
  const callback = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url!.startsWith('/interaction/')) return callback(request, response)
    void provider.interactionFinished(request, response, {
      login: { accountId: sitting, ts: Math.floor(Date.now() / 1000) },
    })
  })
  return {
    issuer,
    client,
    provider,
    sits(id, account) {
      accounts.set(id, account)
      sitting = id
    },
    async signOutThere(browser) {
      const { html } = await browser.go(`${issuer}/session/end`)
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)![1]!
      await browser.post(`${issuer}/session/end/confirm`, { xsrf, logout: 'yes' })
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** A browser that keeps the cookies of each host apart and follows every redirect. */
export class Wanderer {
  readonly jars = new Map<string, Map<string, string>>()

  jar(url: string): Map<string, string> {
    const { host } = new URL(url)
    const jar = this.jars.get(host) ?? new Map<string, string>()
    this.jars.set(host, jar)
    return jar
  }

  post(url: string, form: Record<string, string>) {
    return this.go(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: new URL(url).origin },
      body: new URLSearchParams(form),
    })
  }

  async go(url: string, init: RequestInit = {}): Promise<{ url: string; status: number; html: string }> {
    const jar = this.jar(url)
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line) || value === '') jar.delete(name!)
      else jar.set(name!, value!)
    }
    const to = answer.headers.get('location')
    if (to && answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel()
      return this.go(new URL(to, url).toString())
    }
    const html = await answer.text()
    // A page that sends itself on, as a browser with scripts would.
    if (html.includes('document.forms[0].submit()')) {
      const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
      const action = /action="([^"]+)"/.exec(html)![1]!
      return this.post(action, Object.fromEntries(fields.map(([, name, value]) => [name, value])))
    }
    return { url, status: answer.status, html }
  }
}

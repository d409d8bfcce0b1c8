import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import * as oidc from 'openid-client'

/** How we are known to an identity provider. */
export interface ProviderSetting {
  issuer: string
  clientId: string
  clientSecret: string
}

/** What the browser keeps, sealed, while somebody is at the provider. */
export interface Errand {
  state: string
  nonce: string
  verifier: string
}

/** Who came back. */
export interface Arrived {
  issuer: string
  /** the provider's own number for the person; means something together with the issuer only */
  subject: string
  /** the sign-in at the provider, where it has a number */
  sid: string | null
  /** when the person last proved who they are there */
  provedAt: Date | null
  claims: Readonly<Record<string, unknown>>
}

/** The provider could not be asked, or what it answered does not hold. Details go to the log, never to a page. */
export class ProviderFailed extends Error {
  override name = 'ProviderFailed'
}

/**
 * One identity provider (OpenID Connect). Authorization code with PKCE, state and nonce; signature, issuer, audience and
 * times are checked by the library. What it publishes of itself is read when it is first needed and once a day, so that
 * a provider that is away stops no start.
 */
export class Provider {
  private known: { at: number; configuration: oidc.Configuration; keys: JWTVerifyGetKey } | null = null

  private readonly setting: ProviderSetting

  constructor(setting: ProviderSetting) {
    this.setting = setting
  }

  get issuer(): string {
    return this.setting.issuer
  }

  get clientId(): string {
    return this.setting.clientId
  }

  /** The address to send the browser to, and what to keep until it comes back. `again`: the person proves anew. */
  async leave(back: string, options: { again?: boolean; lang?: string; scope?: string } = {}) {
    const { configuration } = await this.ask()
    const errand: Errand = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    }
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: back,
      scope: options.scope ?? 'openid profile email',
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
      ...(options.again && { prompt: 'login', max_age: '0' }),
      ...(options.lang && { ui_locales: options.lang }),
    })
    return { address: address.toString(), errand }
  }

  /** Takes the answer the browser brought. Throws ProviderFailed for whatever is wrong with it. */
  async arrive(url: URL, errand: Errand): Promise<Arrived> {
    const { configuration } = await this.ask()
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, url, {
        pkceCodeVerifier: errand.verifier,
        expectedState: errand.state,
        expectedNonce: errand.nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()!
      // Groups and addresses may stand in the user info only.
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {}
      const { auth_time: provedAt, sid } = claims as { auth_time?: number; sid?: string }
      return {
        issuer: claims.iss,
        subject: claims.sub,
        sid: typeof sid === 'string' ? sid : null,
        provedAt: typeof provedAt === 'number' ? new Date(provedAt * 1000) : null,
        claims: { ...more, ...claims },
      }
    } catch (error) {
      throw new ProviderFailed('the answer of the identity provider does not hold', { cause: error })
    }
  }

  /** The keys its tokens are signed with. */
  async keys(): Promise<JWTVerifyGetKey> {
    return (await this.ask()).keys
  }

  private async ask() {
    if (this.known && Date.now() - this.known.at < 86_400_000) return this.known
    try {
      const { issuer, clientId, clientSecret } = this.setting
      const configuration = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: 10,
        // Only an issuer on this very machine comes without TLS; config.ts takes no other.
        ...(issuer.startsWith('http:') && { execute: [oidc.allowInsecureRequests] }),
      })
      const keys = createRemoteJWKSet(new URL(configuration.serverMetadata().jwks_uri!))
      this.known = { at: Date.now(), configuration, keys }
      return this.known
    } catch (error) {
      if (this.known) return this.known
      throw new ProviderFailed('the identity provider cannot be reached', { cause: error })
    }
  }
}

import { jwtVerify } from 'jose'
import { type House, inOffice } from '../../custody/transaction.ts'
import { endSessions } from '../sessions.ts'
import type { Provider } from './provider.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

/**
 * The provider tells that somebody signed out there (OpenID Connect Back-Channel Logout 1.0): the sessions that came from
 * it end here. Signature, issuer, audience and age of the token are checked; one with a nonce is no logout token.
 * Told twice, it changes nothing the second time.
 * @returns whether the token held
 */
export async function endFromProvider(house: House, provider: Provider, token: string): Promise<boolean> {
  const told = await read(provider, token)
  if (!told) return false
  const { subject, sid } = told
  const sessions = await house.prisma.$queryRaw<{ id: string; organisation: string; staff_id: string }[]>`
    select * from app.sessions_of_identity(${told.issuer}, ${subject}, ${sid})`
  for (const { id, organisation, staff_id: staffId } of sessions)
    await inOffice(house, organisation, { kind: 'system' }, (t) => endSessions(t, { staffId, id }))
  return true
}

async function read(
  provider: Provider,
  token: string,
): Promise<{ issuer: string; subject: string | null; sid: string | null } | null> {
  try {
    const { payload } = await jwtVerify(token, await provider.keys(), {
      audience: provider.clientId,
      maxTokenAge: '5 minutes',
      clockTolerance: 60,
    })
    const { iss, sub, sid, events, nonce } = payload as Record<string, unknown>
    const issuerHolds =
      typeof iss === 'string' && iss.replace(/\/$/, '') === provider.issuer.replace(/\/$/, '')
    const isLogout = typeof events === 'object' && events !== null && EVENT in events
    const subject = typeof sub === 'string' ? sub : null
    const session = typeof sid === 'string' ? sid : null
    if (!issuerHolds || !isLogout || nonce !== undefined || (!subject && !session)) return null
    return { issuer: iss, subject, sid: session }
  } catch {
    return null
  }
}

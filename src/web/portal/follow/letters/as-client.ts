import {
  type AgreedItem,
  type CaseConsent,
  type CaseLetter,
  type GapConsentOfCase,
  gapConsentsOfCase,
  Refusal,
  readAgreement,
  readConsents,
  readLetters,
  shownToClient,
} from '../../../../cases/index.ts'
import { inOffice, type OfficeTransaction } from '../../../../custody/transaction.ts'
import type { Web } from '../../../context.ts'
import type { PortalContext } from '../../frame.tsx'
import type { OpenedCase } from '../session.ts'

/** Works on the opened case as its client. */
export const asClient = <T>(
  web: Web,
  opened: OpenedCase,
  work: (t: OfficeTransaction) => Promise<T>,
): Promise<T> => inOffice(web.house, opened.organisation, { kind: 'client' }, work)

export interface ClientLetters {
  letters: CaseLetter[]
  consents: CaseConsent[]
  /** to tell an authority of a benefit gap */
  gapConsents: GapConsentOfCase[]
  agreement: AgreedItem[]
}

/** What of letters, consents and agreement the client is shown. */
export const clientLetters = (web: Web, opened: OpenedCase): Promise<ClientLetters> =>
  asClient(web, opened, async (t) => ({
    letters: (await readLetters(t, opened.id)).filter(shownToClient),
    consents: await readConsents(t, opened.id),
    gapConsents: await gapConsentsOfCase(t, opened.id),
    agreement: await readAgreement(t, opened.id),
  }))

/** The letter in the address. Throws Refusal "not-found" for one that is not shown. */
export async function clientLetter(c: PortalContext, web: Web, opened: OpenedCase): Promise<CaseLetter> {
  const { letters } = await clientLetters(web, opened)
  const letter = letters.find(({ id }) => id === c.req.param('letter'))
  if (!letter) throw new Refusal('not-found')
  return letter
}

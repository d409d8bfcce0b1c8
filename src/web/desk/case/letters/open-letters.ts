import {
  type AgreedItem,
  type CaseConsent,
  type CaseLetter,
  Refusal,
  readAgreement,
  readConsents,
  readLetters,
} from '../../../../cases/index.ts'
import { isLang, type Lang } from '../../../../language/lang.ts'
import type { Web } from '../../../context.ts'
import { asStaff, type DeskContext } from '../../frame.tsx'
import { caseId, type OpenCase, openCase } from '../open-case.ts'

/** A case with all that was written, allowed and agreed on it. */
export interface OpenLetters extends OpenCase {
  letters: CaseLetter[]
  consents: CaseConsent[]
  agreement: AgreedItem[]
}

export async function openLetters(c: DeskContext, web: Web): Promise<OpenLetters> {
  const opened = await openCase(c, web)
  return { ...opened, ...(await lettersOf(c, web)) }
}

/** Letters, consents and agreement of the case in the address. */
export const lettersOf = (c: DeskContext, web: Web) =>
  asStaff(c, web, async (t) => {
    const id = caseId(c)
    return {
      letters: await readLetters(t, id),
      consents: await readConsents(t, id),
      agreement: await readAgreement(t, id),
    }
  })

/** The letter in the address. Throws Refusal "not-found". */
export function letterIn(c: DeskContext, { letters }: OpenLetters): CaseLetter {
  const letter = letters.find(({ id }) => id === c.req.param('letter'))
  if (!letter) throw new Refusal('not-found')
  return letter
}

/** The language in which the client is written to: a message filled in beforehand is in it, whatever the desk speaks. */
export const clientLang = ({ file }: Pick<OpenCase, 'file'>): Lang =>
  isLang(file.case.language) ? file.case.language : 'fi'

/** ISO date of the latest answer to the objection that was recorded. */
export function answeredOn({ file }: Pick<OpenCase, 'file'>): string | undefined {
  const event = file.events.findLast(({ type }) => type === 'OBJECTION_ANSWERED')
  return typeof event?.fields.answeredOn === 'string' ? event.fields.answeredOn : undefined
}

import { currentObjection } from '../../../../cases/index.ts'
import type { OpenLetters } from './open-letters.ts'

const BY_LETTER = new Set(['OFFER_DRAFT', 'RECORD_APPROVAL', 'RECORD_SENT'])
const BY_MEDIATION = new Set(['SEND_REQUEST', 'KEPT', 'BROKEN'])

/**
 * Where an event of the case is done when a letter, a consent or an agreement of the case holds what it is about; undefined
 * where the event's own button does.
 */
export function ledTo(
  type: string,
  caseId: string,
  { letters, consents, agreement }: Pick<OpenLetters, 'letters' | 'consents' | 'agreement'>,
): string | undefined {
  const base = `/desk/cases/${caseId}`
  const objection = currentObjection(letters)
  if (BY_LETTER.has(type) && objection && objection.state !== 'sent') return `${base}/letters/${objection.id}`
  if (type === 'ASSESS_OBJECTION' && objection?.state === 'sent' && objection.points.length > 0)
    return `${base}/letters/${objection.id}/answer`
  if (type === 'ASK_SUPPLEMENT' && objection?.checkedAt) {
    const begun = letters.find(
      ({ kind, state, aboutId }) =>
        kind === 'supplement' && aboutId === objection.id && state !== 'sent' && state !== 'cancelled',
    )
    const fresh = `new?kind=supplement&language=${objection.language}&about=${objection.id}`
    return `${base}/letters/${begun?.id ?? fresh}`
  }
  if (type === 'SEND_REQUEST' && consents.length > 0) return `${base}/mediation`
  if (type !== 'SEND_REQUEST' && BY_MEDIATION.has(type) && agreement.length > 0) return `${base}/mediation`
  return undefined
}

import {
  cancelLetter,
  isOneOf,
  offerLetter,
  RECIPIENTS,
  Refusal,
  recordApproval,
  recordSent,
  refusalText,
  SENT_HOW,
  TOLD_HOW,
  TOPICS,
} from '../../../../cases/index.ts'
import type { OfficeTransaction } from '../../../../custody/transaction.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import type { Web } from '../../../context.ts'
import { type Sent, said } from '../../../portal/letters/fields.ts'
import { Confirm, dateParts, type FieldError, readDate } from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../../frame.tsx'
import { texts } from '../../log-contact-values.ts'
import { type LetterNotTaken, letterPage } from './letter.tsx'
import { letterIn, openLetters } from './open-letters.ts'

type At = LetterNotTaken['at']

/** Shows the letter to the client, with a message. */
export async function offer(c: DeskContext, web: Web): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const note = said(sent, 'offer-note').trim()
  const missing = deskLetters(c.var.lang)('sent.missing')
  if (!note)
    return letterPage(c, web, { at: 'offer', sent, errors: [{ field: 'offer-note', message: missing }] })
  return step(c, web, 'offer', sent, 'offered', (t, ids) =>
    offerLetter(t, ...ids, { note, seenVersion: seen(sent) }),
  )
}

export async function saveApproval(c: DeskContext, web: Web): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const how = said(sent, 'approvalHow')
  if (!isOneOf(TOLD_HOW, how)) {
    const message = deskLetters(c.var.lang)('approval.missing')
    return letterPage(c, web, { at: 'approval', sent, errors: [{ field: 'approvalHow', message }] })
  }
  return step(c, web, 'approval', sent, 'approved', (t, ids) =>
    recordApproval(t, ...ids, { how, seenVersion: seen(sent) }),
  )
}

export async function saveSent(c: DeskContext, web: Web): Promise<Response> {
  const sent: Sent = await c.req.parseBody({ all: true })
  const t = deskLetters(c.var.lang)
  const errors: FieldError[] = []
  const day = readDate(dateParts(sent, 'sentOn'))
  if (!day || day === 'invalid') errors.push({ field: 'sentOn', message: t('sent.date-invalid') })
  const [sentTo, sentHow] = [said(sent, 'sentTo'), said(sent, 'sentHow')]
  if (!isOneOf(RECIPIENTS, sentTo)) errors.push({ field: 'sentTo', message: t('sent.missing') })
  if (!isOneOf(SENT_HOW, sentHow)) errors.push({ field: 'sentHow', message: t('sent.missing') })
  const topics = texts(sent, 'topics').filter((topic) => isOneOf(TOPICS, topic))
  const own = letterIn(c, await openLetters(c, web)).kind === 'mediation'
  if (own && topics.length === 0) errors.push({ field: 'topics', message: t('sent.missing') })
  if (
    errors.length > 0 ||
    !day ||
    day === 'invalid' ||
    !isOneOf(RECIPIENTS, sentTo) ||
    !isOneOf(SENT_HOW, sentHow)
  )
    return letterPage(c, web, { at: 'sent', sent, errors })
  return step(c, web, 'sent', sent, 'sent', (office, ids) =>
    recordSent(
      office,
      ...ids,
      {
        sentOn: day.toString(),
        sentTo,
        sentHow,
        sentBy: said(sent, 'sentBy') === 'office' ? 'office' : 'client',
        proof: said(sent, 'proof'),
        topics,
        seenVersion: seen(sent),
      },
      'office',
    ),
  )
}

const seen = (sent: Sent): number | undefined => Number(said(sent, 'version')) || undefined

/** One step of the letter; what is refused comes back with all that was filled in. */
async function step(
  c: DeskContext,
  web: Web,
  at: At,
  sent: Sent,
  done: string,
  work: (t: OfficeTransaction, ids: [caseId: string, letterId: string]) => Promise<void>,
): Promise<Response> {
  const letter = letterIn(c, await openLetters(c, web))
  try {
    await asStaff(c, web, (t) => work(t, [letter.caseId, letter.id]))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    const message = refusalText(error, c.var.lang)
    const { field } = error.details
    // What belongs to one field is said at it.
    if (field) return letterPage(c, web, { at, sent, errors: [{ field, message }] })
    return letterPage(c, web, { at, sent, errors: [], refusal: message })
  }
  return c.redirect(`/desk/cases/${letter.caseId}/letters/${letter.id}?done=${done}`, 303)
}

/** Asked for once more: it cannot be undone. */
export async function cancel(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = deskLetters(lang)
  const sent: Sent = await c.req.parseBody()
  const letter = letterIn(c, await openLetters(c, web))
  const base = `/desk/cases/${letter.caseId}/letters/${letter.id}`
  if (said(sent, 'confirmed') !== 'yes')
    return showDesk(c, web, {
      title: t('cancel.title'),
      section: 'queue',
      back: base,
      children: (
        <Confirm
          lang={lang}
          title={t('cancel.title')}
          action={`${base}/cancel`}
          confirm={t('cancel.do')}
          danger
          cancelHref={base}
          hidden={{ confirmed: 'yes' }}
        >
          <p>{letterTexts(lang)(`${letter.kind}.name`)}</p>
          <p>{t('cancel.text')}</p>
        </Confirm>
      ),
    })
  try {
    await asStaff(c, web, (office) => cancelLetter(office, letter.caseId, letter.id))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return letterPage(c, web, { at: 'offer', sent: {}, errors: [], refusal: refusalText(error, lang) })
  }
  return c.redirect(`/desk/cases/${letter.caseId}/letters`, 303)
}

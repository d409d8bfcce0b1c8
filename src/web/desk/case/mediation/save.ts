import {
  ANSWERED,
  isOneOf,
  RECIPIENTS,
  Refusal,
  recordAgreement,
  recordKept,
  refusalText,
  TOLD_HOW,
  TOPICS,
  WHO,
  writeConsent,
} from '../../../../cases/index.ts'
import type { OfficeTransaction } from '../../../../custody/transaction.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import type { Web } from '../../../context.ts'
import { type Sent, said } from '../../../portal/letters/fields.ts'
import { dateParts, type FieldError, readDate } from '../../../ui/parts.ts'
import { asStaff, type DeskContext } from '../../frame.tsx'
import { texts } from '../../log-contact-values.ts'
import { caseId } from '../open-case.ts'
import { AGREEMENT_ROWS } from './forms.tsx'
import { type MediationNotTaken, mediationPage } from './page.tsx'

/** What is said of a field of the consent that was left empty. */
const NEEDS = {
  units: 'consent.needs-units',
  recipients: 'consent.needs-recipients',
  topics: 'consent.needs-topics',
  'consent-note': 'consent.needs-note',
} as const

export async function saveConsent(c: DeskContext, web: Web): Promise<Response> {
  const t = deskLetters(c.var.lang)
  const sent: Sent = await c.req.parseBody({ all: true })
  const errors: FieldError[] = []
  const recipients = texts(sent, 'recipients').filter((one) => isOneOf(RECIPIENTS, one))
  const topics = texts(sent, 'topics').filter((one) => isOneOf(TOPICS, one))
  const need = (field: 'units' | 'recipients' | 'topics' | 'consent-note', there: unknown) => {
    if (!there) errors.push({ field, message: t(NEEDS[field]) })
  }
  need('units', said(sent, 'units').trim())
  need('recipients', recipients.length)
  need('topics', topics.length)
  const until = dateOf(c, sent, 'until', t('consent.until'), errors)
  const how = said(sent, 'how')
  const note = said(sent, 'consent-note').trim()
  if (!isOneOf(TOLD_HOW, how)) need('consent-note', note)
  if (errors.length > 0) return mediationPage(c, web, { at: 'consent', sent, errors })
  return save(c, web, 'consent', sent, isOneOf(TOLD_HOW, how) ? 'consent' : 'asked', (office, id) =>
    writeConsent(office, id, {
      recipients,
      topics,
      units: said(sent, 'units'),
      text: said(sent, 'scope'),
      expiresOn: until,
      how: isOneOf(TOLD_HOW, how) ? how : undefined,
      note,
    }),
  )
}

export async function saveAgreement(c: DeskContext, web: Web): Promise<Response> {
  const t = deskLetters(c.var.lang)
  const sent: Sent = await c.req.parseBody()
  const errors: FieldError[] = []
  const items = Array.from({ length: AGREEMENT_ROWS }, (_, i) => i + 1).flatMap((n) => {
    const what = said(sent, `what-${n}`).trim()
    const due = dateOf(c, sent, `due-${n}`, t('agreement.due'), errors)
    const who = said(sent, `who-${n}`)
    return what ? [{ what, who: isOneOf(WHO, who) ? who : ('unit' as const), due }] : []
  })
  if (items.length === 0) errors.push({ field: 'what-1', message: t('sent.missing') })
  if (errors.length > 0) return mediationPage(c, web, { at: 'agreement', sent, errors })
  const note = said(sent, 'agreement-note')
  return save(c, web, 'agreement', sent, 'agreed', (office, id) =>
    recordAgreement(office, id, { items, note }),
  )
}

export async function saveKept(c: DeskContext, web: Web): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const given = Object.keys(sent).flatMap((name) => {
    const n = Number(/^kept-(\d+)$/.exec(name)?.[1])
    const kept = said(sent, name)
    return n ? [{ n, kept: isOneOf(ANSWERED, kept) ? kept : undefined }] : []
  })
  return save(c, web, 'kept', sent, 'kept', (office, id) => recordKept(office, id, given))
}

function dateOf(
  c: DeskContext,
  sent: Sent,
  field: string,
  label: string,
  errors: FieldError[],
): string | undefined {
  const read = readDate(dateParts(sent, field))
  if (read === 'invalid')
    errors.push({ field, message: deskLetters(c.var.lang)('error-date', { field: label }) })
  return read && read !== 'invalid' ? read.toString() : undefined
}

async function save(
  c: DeskContext,
  web: Web,
  at: MediationNotTaken['at'],
  sent: Sent,
  done: string,
  work: (t: OfficeTransaction, id: string) => Promise<void>,
): Promise<Response> {
  const id = caseId(c)
  try {
    await asStaff(c, web, (t) => work(t, id))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return mediationPage(c, web, { at, sent, errors: [], refusal: refusalText(error, c.var.lang) })
  }
  return c.redirect(`/desk/cases/${id}/mediation?done=${done}`, 303)
}

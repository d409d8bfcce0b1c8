import {
  closeGap,
  followedUp,
  gapClosing,
  gapConsent,
  giveGapConsent,
  makeGapSheet,
  Refusal,
  readGap,
  refusalText,
  reopenGap,
  SHEET_PARTS,
  sheetOrder,
  withdrawGapConsent,
} from '../../../cases/index.ts'
import { isGapCode } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import type { Web } from '../../context.ts'
import { Confirm, dateParts, type FieldError, readDate } from '../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../frame.tsx'
import { type Sent, text, texts } from '../log-contact-values.ts'
import { idIn } from './id-in.ts'
import { type GapPageState, gapPage, told } from './page.tsx'

type At = NonNullable<GapPageState['notTaken']>['at']

/** The page again with what was sent: the refusal at its field, or above everything. */
function again(c: DeskContext, web: Web, at: At, sent: Sent, error: unknown): Promise<Response> {
  const refusal = told(error)
  const message = refusalText(refusal, c.var.lang)
  const { field } = refusal.details
  if (!field) return gapPage(c, web, { refusal: message })
  return gapPage(c, web, { notTaken: { at, sent, errors: [{ field: `${at}-${field}`, message }] } })
}

const version = (sent: Sent): number | undefined => Number(text(sent, 'version')) || undefined

export async function takeClosing(c: DeskContext, web: Web): Promise<Response> {
  const id = idIn(c)
  const { lang } = c.var
  const t = gaps(lang)
  const sent: Sent = await c.req.parseBody()
  const errors: FieldError[] = []
  const day = (name: 'decidedAt' | 'paidAt') => {
    const date = readDate(dateParts(sent, `close-${name}`))
    if (date === 'invalid')
      errors.push({ field: `close-${name}`, message: t('error-date', { field: t(`day-${name}`) }) })
    return date && date !== 'invalid' ? date.toString() : undefined
  }
  if (!isGapCode('corrected', text(sent, 'corrected')))
    errors.push({ field: 'corrected', message: t('error-corrected') })
  const days = { decidedAt: day('decidedAt'), paidAt: day('paidAt') }
  if (errors.length > 0) return gapPage(c, web, { notTaken: { at: 'close', sent, errors } })
  const late = text(sent, 'tooLate')
  const closing = gapClosing.parse({
    corrected: text(sent, 'corrected'),
    ...days,
    ...(late && { tooLate: late === 'yes' }),
  })
  try {
    await asStaff(c, web, (tx) => closeGap(tx, id, closing, version(sent)))
  } catch (error) {
    return again(c, web, 'close', sent, error)
  }
  return c.redirect(`/desk/gaps/${id}?done=closed`, 303)
}

export async function takeReopening(c: DeskContext, web: Web): Promise<Response> {
  const id = idIn(c)
  const sent: Sent = await c.req.parseBody()
  try {
    await asStaff(c, web, (tx) => reopenGap(tx, id, version(sent)))
  } catch (error) {
    return gapPage(c, web, { refusal: refusalText(told(error), c.var.lang) })
  }
  return c.redirect(`/desk/gaps/${id}?done=reopened`, 303)
}

export async function takeConsent(c: DeskContext, web: Web): Promise<Response> {
  const id = idIn(c)
  const { lang } = c.var
  const t = gaps(lang)
  const sent: Sent = await c.req.parseBody({ all: true })
  const errors: FieldError[] = []
  const given = readDate(dateParts(sent, 'consent-givenOn'))
  if (!isGapCode('authority', text(sent, 'consent-authority')))
    errors.push({ field: 'consent-authority', message: t('error-code', { field: t('consent-to') }) })
  const parts = partsSent(sent, 'consent-parts')
  if (parts.length === 0) errors.push({ field: 'consent-parts', message: t('error-parts') })
  if (!isGapCode('consentHow', text(sent, 'consent-how')))
    errors.push({ field: 'consent-how', message: t('error-how') })
  if (!given || given === 'invalid') errors.push({ field: 'consent-givenOn', message: t('error-given-on') })
  if (errors.length > 0 || !given) return gapPage(c, web, { notTaken: { at: 'consent', sent, errors } })
  const consent = gapConsent.parse({
    authority: text(sent, 'consent-authority'),
    parts,
    how: text(sent, 'consent-how'),
    givenOn: given.toString(),
  })
  try {
    await asStaff(c, web, (tx) => giveGapConsent(tx, id, consent))
  } catch (error) {
    return again(c, web, 'consent', sent, error)
  }
  return c.redirect(`/desk/gaps/${id}?done=consent#sheet-title`, 303)
}

/** Asks once more: a withdrawal is not taken back. */
export async function withdrawPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = gaps(lang)
  const [id, consent] = [idIn(c), idIn(c, 'consent')]
  const { consents } = await asStaff(c, web, (tx) => readGap(tx, id))
  if (!consents.some((one) => one.id === consent)) throw new Refusal('not-found')
  return showDesk(c, web, {
    title: t('consent-withdraw-title'),
    section: 'gaps',
    back: `/desk/gaps/${id}`,
    children: (
      <Confirm
        lang={lang}
        title={t('consent-withdraw-title')}
        action={`/desk/gaps/${id}/consents/${consent}/withdraw`}
        confirm={t('consent-withdraw')}
        danger
        cancelHref={`/desk/gaps/${id}`}
      >
        <p>{t('consent-withdraw-text')}</p>
      </Confirm>
    ),
  })
}

export async function takeWithdrawal(c: DeskContext, web: Web): Promise<Response> {
  const id = idIn(c)
  try {
    await asStaff(c, web, (tx) => withdrawGapConsent(tx, id, idIn(c, 'consent')))
  } catch (error) {
    return gapPage(c, web, { refusal: refusalText(told(error), c.var.lang) })
  }
  return c.redirect(`/desk/gaps/${id}?done=withdrawn`, 303)
}

/** The sheet itself, to be saved; nothing of it stays here. */
export async function takeSheet(c: DeskContext, web: Web): Promise<Response> {
  const id = idIn(c)
  const sent: Sent = await c.req.parseBody({ all: true })
  const t = gaps(c.var.lang)
  const errors: FieldError[] = []
  if (!isGapCode('authority', text(sent, 'sheet-authority')))
    errors.push({ field: 'sheet-authority', message: t('error-code', { field: t('sheet-to') }) })
  const parts = partsSent(sent, 'sheet-parts')
  if (parts.length === 0) errors.push({ field: 'sheet-parts', message: t('error-parts') })
  if (errors.length > 0) return gapPage(c, web, { notTaken: { at: 'sheet', sent, errors } })
  const order = sheetOrder.parse({
    authority: text(sent, 'sheet-authority'),
    parts,
    language: text(sent, 'sheet-language') === 'sv' ? 'sv' : 'fi',
  })
  try {
    const { pdf, name } = await asStaff(c, web, (tx) => makeGapSheet(tx, id, order))
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    })
  } catch (error) {
    return again(c, web, 'sheet', sent, error)
  }
}

export async function takeFollowUp(c: DeskContext, web: Web): Promise<Response> {
  const id = idIn(c)
  try {
    await asStaff(c, web, (tx) => followedUp(tx, id))
  } catch (error) {
    told(error)
    return gapPage(c, web, { refusal: gaps(c.var.lang)('refused-follow-up') })
  }
  return c.redirect(`/desk/gaps/${id}?done=followed-up`, 303)
}

const partsSent = (sent: Sent, name: string): string[] =>
  texts(sent, name).filter((part) => (SHEET_PARTS as readonly string[]).includes(part))

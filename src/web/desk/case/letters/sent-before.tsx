import {
  isOneOf,
  mayRecordOwn,
  RECIPIENTS,
  Refusal,
  recordOwnObjection,
  refusalText,
  SENT_HOW,
} from '../../../../cases/index.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { caseTexts } from '../../../../language/catalogues/desk-case.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { ui } from '../../../../language/catalogues/ui.ts'
import { dateInFinland } from '../../../../language/formats.ts'
import type { Web } from '../../../context.ts'
import { boxesOf, pointsOf, type Sent, said } from '../../../portal/letters/fields.ts'
import { PointBoxes } from '../../../portal/letters/point-boxes.tsx'
import {
  Alert,
  Button,
  ButtonRow,
  DateField,
  dateParts,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  Radios,
  readDate,
  Select,
  TextField,
} from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../../frame.tsx'
import { openLetters } from './open-letters.ts'

const KINDS = ['objection', 'objection-early-education'] as const

/** An objection the client sent before coming here, by its points. */
export async function ownPage(
  c: DeskContext,
  web: Web,
  sent: Sent = {},
  errors?: FieldError[],
  refusal?: string,
): Promise<Response> {
  const { lang } = c.var
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const opened = await openLetters(c, web)
  const { case: row } = opened.file
  if (!refusal && !mayRecordOwn(row, opened.letters)) return c.redirect(`/desk/cases/${row.id}/letters`, 303)
  const field = (name: string) => ({ lang, name, value: said(sent, name), error: errorOf(errors, name) })
  return showDesk(c, web, {
    title: t('own.title'),
    section: 'queue',
    back: `/desk/cases/${row.id}/letters`,
    hasErrors: Boolean(errors || refusal),
    status: refusal ? 409 : errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        {refusal && (
          <Alert tone="danger" title={caseTexts(lang)('not-saved-title')}>
            <p>{refusal}</p>
          </Alert>
        )}
        <h1>{t('own.title')}</h1>
        <p>{t('own.lead')}</p>
        <Form lang={lang} guarded>
          <HiddenFields values={{ boxes: String(boxesOf(sent)) }} />
          <div class="av-flow">
            <section class="av-panel av-flow">
              <h2>{t('own.points')}</h2>
              <p class="av-hush">{t('own.points-hint')}</p>
              <PointBoxes {...{ lang, sent, errors }} />
            </section>
            <section class="av-panel av-flow">
              <h2>{t('own.sent')}</h2>
              <Radios
                lang={lang}
                name="kind"
                label={t('own.kind')}
                value={said(sent, 'kind') || (row.serviceTask === 'early-childhood' ? KINDS[1] : KINDS[0])}
                choices={KINDS.map((value) => ({ value, label: letterTexts(lang)(`${value}.name`) }))}
              />
              <DateField
                lang={lang}
                name="sentOn"
                label={t('sent.on')}
                value={dateParts(sent, 'sentOn')}
                error={errorOf(errors, 'sentOn')}
              />
              <Select
                {...field('sentTo')}
                label={t('sent.to')}
                options={RECIPIENTS.slice(0, 3).map((value) => ({ value, label: words(`to.${value}`) }))}
              />
              <TextField {...field('addressee')} label={t('own.addressee')} optional />
              <Radios
                lang={lang}
                name="sentHow"
                label={t('sent.how')}
                value={said(sent, 'sentHow') || undefined}
                error={errorOf(errors, 'sentHow')}
                choices={SENT_HOW.map((value) => ({ value, label: words(`sent.${value}`) }))}
              />
              <TextField {...field('proof')} label={t('sent.proof')} hint={t('sent.proof-hint')} optional />
            </section>
            <ButtonRow>
              <Button shortcut="Ctrl+Enter">{t('own.save')}</Button>
              <a class="ds-link" href={`/desk/cases/${row.id}/letters`}>
                {ui(lang)('cancel')}
              </a>
            </ButtonRow>
          </div>
        </Form>
      </div>
    ),
  })
}

export async function saveOwn(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = deskLetters(lang)
  const sent: Sent = await c.req.parseBody()
  if (sent.do === 'more') return ownPage(c, web, sent)
  const errors: FieldError[] = []
  const points = pointsOf(sent)
  if (!points.some((point) => point.trim()))
    errors.push({ field: 'point-1', message: t('own.point-missing') })
  const day = readDate(dateParts(sent, 'sentOn'))
  if (!day || day === 'invalid') errors.push({ field: 'sentOn', message: t('sent.date-invalid') })
  else if (day.toString() > dateInFinland(web.house.now()).toString())
    errors.push({
      field: 'sentOn',
      message: letterTexts(lang)('form.date-future', { field: t('sent.on') }),
    })
  const [kind, sentTo, sentHow] = [said(sent, 'kind'), said(sent, 'sentTo'), said(sent, 'sentHow')]
  if (!isOneOf(RECIPIENTS.slice(0, 3), sentTo)) errors.push({ field: 'sentTo', message: t('sent.missing') })
  if (!isOneOf(SENT_HOW, sentHow)) errors.push({ field: 'sentHow', message: t('sent.missing') })
  if (errors.length > 0) return ownPage(c, web, sent, errors)
  const { file } = await openLetters(c, web)
  try {
    const id = await asStaff(c, web, (at) =>
      recordOwnObjection(at, file.case.id, {
        kind: isOneOf(KINDS, kind) ? kind : KINDS[0],
        language: file.case.language === 'sv' ? 'sv' : 'fi',
        sentOn: String(day),
        sentTo: sentTo as (typeof RECIPIENTS)[number],
        sentHow: sentHow as (typeof SENT_HOW)[number],
        points,
        addressee: said(sent, 'addressee'),
        proof: said(sent, 'proof'),
      }),
    )
    return c.redirect(`/desk/cases/${file.case.id}/letters/${id}?done=own`, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    const message = refusalText(error, lang, file.case)
    const { field } = error.details
    if (field) return ownPage(c, web, sent, [{ field, message }])
    return ownPage(c, web, sent, undefined, message)
  }
}

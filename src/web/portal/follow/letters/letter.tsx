import { raw } from 'hono/html'
import {
  answerCame,
  approveLetter,
  askForChanges,
  type CaseLetter,
  followCase,
  isObjection,
  isOneOf,
  isOwnCopy,
  RECIPIENTS,
  Refusal,
  recordSent,
  refusalText,
  SENT_HOW,
  textOf,
} from '../../../../cases/index.ts'
import { toHtmlFragment } from '../../../../documents/html.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { portalLetters } from '../../../../language/catalogues/portal-letters.ts'
import type { Web } from '../../../context.ts'
import { isLetterFormat, letterFile } from '../../../letter-file.ts'
import { problem } from '../../../problem.tsx'
import {
  Button,
  ButtonRow,
  DateField,
  Details,
  dateParts,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  LinkButton,
  Radios,
  readDate,
  Select,
  TextArea,
  TextField,
} from '../../../ui/parts.ts'
import { Undrawn } from '../../../undrawn.tsx'
import { type PortalContext, show } from '../../frame.tsx'
import { type Sent, said } from '../../letters/fields.ts'
import { OwnPoints } from '../../letters/own-points.tsx'
import { readOffice } from '../../office.ts'
import type { OpenedCase } from '../session.ts'
import { asClient, clientLetter } from './as-client.ts'
import { letterStanding } from './on-case.tsx'

const DONE = ['approved', 'changes', 'points', 'sent', 'view'] as const

/** A letter as the client reads it, and what the client can do with it now. */
export async function letterPage(
  c: PortalContext,
  web: Web,
  opened: OpenedCase,
  errors?: FieldError[],
  sent: Sent = {},
): Promise<Response> {
  const { lang } = c.var
  const t = portalLetters(lang)
  const letter = await clientLetter(c, web, opened)
  const { case: row } = await followCase(web.house, opened)
  const base = `/${lang}/follow/letters/${letter.id}`
  const title = letterTexts(lang)(`${letter.kind}.name`)
  const done = DONE.find((one) => one === c.req.query('done'))
  const writable = letter.state === 'offered' || (letter.state === 'draft' && letter.clientWrites)
  const answered =
    isObjection(letter.kind) && letter.state === 'sent' && answerCame(row.state, letter.checkedAt)
  return show(c, web, {
    title,
    path: `/follow/letters/${letter.id}`,
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    back: `/${lang}/follow/case`,
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        {done && !errors && <Flash>{t(`done.${done}`)}</Flash>}
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{title}</h1>
        <p class="av-lead">{letterStanding(lang, letter)}</p>
        {answered && <LinkButton href={`${base}/answer`}>{t('answer.link')}</LinkButton>}
        {letter.state === 'approved' && (
          <>
            <h2>{t('approved.next')}</h2>
            <p>{t('approved.text')}</p>
          </>
        )}
        {letter.points.length > 0 && (
          <section class="av-panel" aria-label={t('letter.text')} lang={letter.language}>
            {isOwnCopy(letter) ? (
              <OwnPoints note={t('letter.own')} points={letter.points} />
            ) : (
              raw(toHtmlFragment(textOfLetter(web, letter)))
            )}
          </section>
        )}
        {letter.points.length > 0 && !isOwnCopy(letter) && (
          <Undrawn lang={lang} document={textOfLetter(web, letter)} />
        )}
        {letter.points.length > 0 && letter.state !== 'draft' && !isOwnCopy(letter) && (
          <ButtonRow>
            <LinkButton href={`${base}/file/pdf`} look="secondary">
              {t('letter.pdf')}
            </LinkButton>
            <LinkButton href={`${base}/file/docx`} look="secondary">
              {t('letter.docx')}
            </LinkButton>
          </ButtonRow>
        )}
        {letter.state === 'offered' && <Decide {...{ lang, base, letter, errors, sent }} />}
        {writable && (
          <LinkButton href={`${base}/points`} look={letter.state === 'draft' ? 'primary' : 'secondary'}>
            {t('points.link')}
          </LinkButton>
        )}
        {letter.state === 'approved' && <SentForm {...{ lang, base, letter, errors, sent }} />}
      </div>
    ),
  })
}

const textOfLetter = (web: Web, letter: CaseLetter) => letter.text ?? textOf({ now: web.house.now() }, letter)

interface FormProps {
  lang: PortalContext['var']['lang']
  base: string
  letter: CaseLetter
  errors?: FieldError[]
  sent: Sent
}

/** Approve the very text above, or ask for changes. */
function Decide({ lang, base, letter, errors, sent }: FormProps) {
  const t = portalLetters(lang)
  return (
    <>
      <h2>{t('approve.title')}</h2>
      <p>{t('approve.text')}</p>
      <Form lang={lang} action={`${base}/approve`}>
        <HiddenFields values={{ version: String(letter.version) }} />
        <Button>{t('approve.do')}</Button>
      </Form>
      <Details summary={t('changes.title')} open={Boolean(errorOf(errors, 'changes'))}>
        <Form lang={lang} action={`${base}/changes`}>
          <HiddenFields values={{ version: String(letter.version) }} />
          <div class="av-flow">
            <TextArea
              lang={lang}
              name="changes"
              label={t('changes.label')}
              rows={4}
              spellcheck={false}
              value={said(sent, 'changes')}
              error={errorOf(errors, 'changes')}
            />
            <Button look="secondary">{t('changes.do')}</Button>
          </div>
        </Form>
      </Details>
    </>
  )
}

function SentForm({ lang, base, letter, errors, sent }: FormProps) {
  const t = portalLetters(lang)
  const words = caseLetters(lang)
  const field = (name: string) => ({ lang, name, error: errorOf(errors, name) })
  const to = isObjection(letter.kind) ? RECIPIENTS.slice(0, 3) : RECIPIENTS
  return (
    <>
      <h2>{t('sent.title')}</h2>
      <p>{t('sent.text')}</p>
      <Form lang={lang} action={`${base}/sent`}>
        <div class="av-flow">
          <DateField {...field('sentOn')} label={t('sent.on')} value={dateParts(sent, 'sentOn')} />
          <Select
            {...field('sentTo')}
            label={t('sent.to')}
            value={said(sent, 'sentTo')}
            options={to.map((value) => ({ value, label: words(`to.${value}`) }))}
          />
          <Radios
            {...field('sentHow')}
            label={t('sent.how')}
            value={said(sent, 'sentHow') || undefined}
            choices={SENT_HOW.map((value) => ({ value, label: words(`sent.${value}`) }))}
          />
          <TextField {...field('proof')} label={t('sent.proof')} value={said(sent, 'proof')} optional />
          <Button>{t('sent.do')}</Button>
        </div>
      </Form>
    </>
  )
}

export async function letterDownload(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const format = c.req.param('format')
  if (!isLetterFormat(format)) return problem(c, 404)
  const letter = await clientLetter(c, web, opened)
  if (isOwnCopy(letter)) return problem(c, 404)
  await asClient(web, opened, async (t) =>
    t.audit({
      event: 'letter.downloaded',
      subjectKind: 'case',
      subjectId: opened.id,
      details: { letter: letter.id, format },
    }),
  )
  return letterFile(c, textOfLetter(web, letter), format)
}

/** What is refused is said on the letter's page, with what was typed. */
export async function orRefused(
  c: PortalContext,
  work: () => Promise<unknown>,
  page: (message: string) => Promise<Response>,
  done: string,
): Promise<Response> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    const stale = error.code === 'changed-meanwhile'
    return page(stale ? portalLetters(c.var.lang)('approve.stale') : refusalText(error, c.var.lang))
  }
  return c.redirect(done, 303)
}

const letterDone = (c: PortalContext, done: (typeof DONE)[number]) =>
  `/${c.var.lang}/follow/letters/${c.req.param('letter')}?done=${done}`

export async function approve(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const letter = await clientLetter(c, web, opened)
  return orRefused(
    c,
    () =>
      asClient(web, opened, (t) =>
        approveLetter(t, opened.id, letter.id, Number(said(sent, 'version')) || 0),
      ),
    (message) => letterPage(c, web, opened, [{ field: 'main', message }]),
    letterDone(c, 'approved'),
  )
}

export async function askChanges(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const note = said(sent, 'changes').trim()
  const letter = await clientLetter(c, web, opened)
  const again = (message: string) => letterPage(c, web, opened, [{ field: 'changes', message }], sent)
  if (!note) return again(portalLetters(c.var.lang)('changes.missing'))
  return orRefused(
    c,
    () =>
      asClient(web, opened, (t) =>
        askForChanges(t, opened.id, letter.id, note, Number(said(sent, 'version')) || 0),
      ),
    again,
    letterDone(c, 'changes'),
  )
}

export async function sentByClient(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const t = portalLetters(c.var.lang)
  const sent: Sent = await c.req.parseBody()
  const letter = await clientLetter(c, web, opened)
  const errors: FieldError[] = []
  const day = readDate(dateParts(sent, 'sentOn'))
  const [sentTo, sentHow] = [said(sent, 'sentTo'), said(sent, 'sentHow')]
  if (!day || day === 'invalid') errors.push({ field: 'sentOn', message: t('sent.date') })
  if (!isOneOf(RECIPIENTS, sentTo)) errors.push({ field: 'sentTo', message: t('sent.missing') })
  if (!isOneOf(SENT_HOW, sentHow)) errors.push({ field: 'sentHow', message: t('sent.missing') })
  if (!day || day === 'invalid' || !isOneOf(RECIPIENTS, sentTo) || !isOneOf(SENT_HOW, sentHow))
    return letterPage(c, web, opened, errors, sent)
  const sending = {
    sentOn: day.toString(),
    sentTo,
    sentHow,
    sentBy: 'client',
    proof: said(sent, 'proof'),
  } as const
  return orRefused(
    c,
    () => asClient(web, opened, (office) => recordSent(office, opened.id, letter.id, sending, 'client')),
    (message) => letterPage(c, web, opened, [{ field: 'sentOn', message }], sent),
    letterDone(c, 'sent'),
  )
}

import type { Child } from 'hono/jsx'
import {
  beginLetter,
  type CaseLetter,
  fillLetter,
  Refusal,
  refusalText,
  saveLetter,
} from '../../../../cases/index.ts'
import { isLetterKind, isLetterLang, type LetterKind } from '../../../../documents/letters.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { dateInFinland } from '../../../../language/formats.ts'
import { addWorkingDays } from '../../../../law/index.ts'
import type { Web } from '../../../context.ts'
import { type Sent, said } from '../../../portal/letters/fields.ts'
import type { FieldError } from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../../frame.tsx'
import { Beside, consentInForce } from './beside.tsx'
import { readDraft, sentOf } from './draft.ts'
import { DraftForm } from './draft-form.tsx'
import { answeredOn, clientLang, letterIn, type OpenLetters, openLetters } from './open-letters.ts'

/** Working days within which the office hopes to hear from a unit. */
const REPLY_DAYS = 10

/** A new letter, filled from what the case knows. */
export async function newPage(
  c: DeskContext,
  web: Web,
  sent?: Sent,
  errors?: FieldError[],
  refusal?: string,
): Promise<Response> {
  const kind = sent ? said(sent, 'kind') : c.req.query('kind')
  if (!isLetterKind(kind)) throw new Refusal('not-found')
  const opened = await openLetters(c, web)
  const { case: row, person, account } = opened.file
  const wanted = sent ? said(sent, 'language') : c.req.query('language')
  const language = isLetterLang(wanted) ? wanted : row.language === 'sv' ? 'sv' : 'fi'
  const aboutId = sent ? said(sent, 'about') : c.req.query('about')
  const about = opened.letters.find(({ id }) => id === aboutId)
  const shown =
    sent ??
    (await asStaff(c, web, async (t) => {
      const filled = await fillLetter(t, {
        ...{ kind, language, row, person, account, about },
        answeredOn: answeredOn(opened),
        consent: consentInForce(opened.consents, dateInFinland(t.now).toString()),
      })
      if (kind === 'mediation')
        filled.parts.replyBy = addWorkingDays(dateInFinland(t.now), REPLY_DAYS).toString()
      return sentOf(filled.parts, filled.points)
    }))
  return draftPage(c, web, {
    kind,
    title: deskLetters(c.var.lang)('new.title', { kind: letterTexts(c.var.lang)(`${kind}.name`) }),
    back: `/desk/cases/${row.id}/letters`,
    hidden: { kind, language, about: about?.id ?? '' },
    beside: besideOf(c, web, kind, opened, about),
    forOther: isForOther(opened),
    ask: kind === 'mediation' ? undefined : deskLetters(clientLang(opened))('edit.ask-text'),
    sent: shown,
    errors,
    refusal,
  })
}

export async function saveNew(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const sent: Sent = await c.req.parseBody()
  const kind = said(sent, 'kind')
  const language = said(sent, 'language')
  if (!isLetterKind(kind) || !isLetterLang(language)) throw new Refusal('not-found')
  if (sent.do === 'more') return newPage(c, web, sent)
  const opened = await openLetters(c, web)
  const { file } = opened
  const { draft, errors } = readDraft(lang, sent, kind === 'mediation' ? file.case.number : undefined)
  needClient(lang, opened, draft, errors)
  if (errors.length > 0) return newPage(c, web, sent, errors)
  const ask = sent.ask === 'yes' ? said(sent, 'ask-note').trim() || undefined : undefined
  try {
    const id = await asStaff(c, web, (t) =>
      beginLetter(t, file.case.id, {
        ...draft,
        kind,
        language,
        aboutId: said(sent, 'about') || undefined,
        ask,
      }),
    )
    return c.redirect(`/desk/cases/${file.case.id}/letters/${id}?done=saved`, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return newPage(c, web, sent, undefined, refusalText(error, lang, file.case))
  }
}

export async function editPage(
  c: DeskContext,
  web: Web,
  sent?: Sent,
  errors?: FieldError[],
  refusal?: string,
): Promise<Response> {
  const opened = await openLetters(c, web)
  const letter = letterIn(c, opened)
  const words = letter.points.map((point) => point.words)
  return draftPage(c, web, {
    kind: letter.kind,
    title: deskLetters(c.var.lang)('edit.title', { kind: letterTexts(c.var.lang)(`${letter.kind}.name`) }),
    back: `/desk/cases/${letter.caseId}/letters/${letter.id}`,
    hidden: { version: sent ? said(sent, 'version') : String(letter.version) },
    beside: besideOf(
      c,
      web,
      letter.kind,
      opened,
      opened.letters.find(({ id }) => id === letter.aboutId),
    ),
    forOther: isForOther(opened),
    anew: letter.state === 'approved' || letter.state === 'offered',
    sent: sent ?? sentOf(letter.parts, words),
    errors,
    refusal,
  })
}

export async function saveEdit(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const sent: Sent = await c.req.parseBody()
  if (sent.do === 'more') return editPage(c, web, sent)
  const opened = await openLetters(c, web)
  const letter = letterIn(c, opened)
  const { draft, errors } = readDraft(lang, sent, letter.parts.caseNumber)
  needClient(lang, opened, draft, errors)
  if (errors.length > 0) return editPage(c, web, sent, errors)
  try {
    await asStaff(c, web, (t) =>
      saveLetter(t, letter.caseId, letter.id, draft, Number(said(sent, 'version')) || undefined),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return editPage(c, web, sent, undefined, refusalText(error, lang))
  }
  return c.redirect(`/desk/cases/${letter.caseId}/letters/${letter.id}?done=saved`, 303)
}

/** Somebody else writes for the client, so a letter has to name whose matter it is. */
const isForOther = ({ file }: OpenLetters): boolean => FOR_OTHER.includes(file.case.contactPerson)
const FOR_OTHER = ['guardian', 'relative', 'legal-representative']

function needClient(
  lang: DeskContext['var']['lang'],
  opened: OpenLetters,
  { parts }: { parts: { client?: string } },
  errors: FieldError[],
): void {
  if (isForOther(opened) && !parts.client)
    errors.push({ field: 'client', message: deskLetters(lang)('edit.client-missing') })
}

const besideOf = (
  c: DeskContext,
  web: Web,
  kind: LetterKind,
  opened: OpenLetters,
  about: CaseLetter | undefined,
) => (
  <Beside
    lang={c.var.lang}
    kind={kind}
    opened={opened}
    about={about}
    today={dateInFinland(web.house.now()).toString()}
  />
)

interface DraftPage {
  kind: LetterKind
  title: string
  back: string
  hidden: Record<string, string>
  sent: Sent
  /** the text was shown or approved already */
  anew?: boolean
  ask?: string
  beside: Child
  forOther: boolean
  errors?: FieldError[]
  refusal?: string
}

const draftPage = (c: DeskContext, web: Web, page: DraftPage): Promise<Response> =>
  showDesk(c, web, {
    title: page.title,
    section: 'queue',
    back: page.back,
    hasErrors: Boolean(page.errors || page.refusal),
    status: page.refusal ? 409 : page.errors ? 422 : 200,
    children: <DraftForm lang={c.var.lang} {...page} />,
  })

import { raw } from 'hono/html'
import { type CaseLetter, isOwnCopy, textOf } from '../../../../cases/index.ts'
import { toHtmlFragment } from '../../../../documents/html.ts'
import { caseTexts } from '../../../../language/catalogues/desk-case.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import type { Web } from '../../../context.ts'
import { isLetterFormat, letterFile } from '../../../letter-file.ts'
import type { Sent } from '../../../portal/letters/fields.ts'
import { OwnPoints } from '../../../portal/letters/own-points.tsx'
import { problem } from '../../../problem.tsx'
import { Alert, ErrorSummary, type FieldError, Flash, LinkButton } from '../../../ui/parts.ts'
import { Undrawn } from '../../../undrawn.tsx'
import { asStaff, type DeskContext, showDesk } from '../../frame.tsx'
import { LetterState } from './list.tsx'
import { letterIn, type OpenLetters, openLetters } from './open-letters.ts'
import { Steps } from './steps-forms.tsx'

const DONE = ['saved', 'offered', 'approved', 'sent', 'checked', 'own'] as const

/** What was sent from this page and not taken. */
export interface LetterNotTaken {
  at: 'offer' | 'approval' | 'sent'
  sent: Sent
  errors: FieldError[]
  refusal?: string
}

/** One letter: where it stands, what comes next, and its text as it will go out. */
export async function letterPage(
  c: DeskContext,
  web: Web,
  notTaken?: LetterNotTaken,
  known?: OpenLetters,
): Promise<Response> {
  const { lang } = c.var
  const t = deskLetters(lang)
  const opened = known && !notTaken?.refusal ? known : await openLetters(c, web)
  const letter = letterIn(c, opened)
  const base = `/desk/cases/${letter.caseId}/letters/${letter.id}`
  const title = letterTexts(lang)(`${letter.kind}.name`)
  const done = DONE.find((one) => one === c.req.query('done'))
  return showDesk(c, web, {
    title: `${title}, ${opened.file.case.number}`,
    section: 'queue',
    back: `/desk/cases/${letter.caseId}/letters`,
    hasErrors: Boolean(notTaken),
    status: notTaken?.refusal ? 409 : notTaken ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={notTaken?.errors} />
        {notTaken?.refusal && (
          <div class="av-flash" role="alert">
            <Alert tone="danger" title={caseTexts(lang)('not-saved-title')}>
              <p>{notTaken.refusal}</p>
            </Alert>
          </div>
        )}
        {done && !notTaken && <Flash>{t(`done.${done}`)}</Flash>}
        <div class="av-bar">
          <div class="av-flow">
            <h1>{title}</h1>
            <p class="av-tags">
              <LetterState lang={lang} letter={letter} />
              <a href={`/desk/cases/${letter.caseId}`}>{opened.file.case.number}</a>
            </p>
          </div>
          <p class="av-buttons">
            {letter.state !== 'sent' && letter.state !== 'cancelled' && (
              <LinkButton href={`${base}/edit`} look="secondary">
                {t('letter.edit')}
              </LinkButton>
            )}
            {!isOwnCopy(letter) && (
              <>
                <LinkButton href={`${base}/file/pdf`} look="secondary">
                  {t('letter.pdf')}
                </LinkButton>
                <LinkButton href={`${base}/file/docx`} look="secondary">
                  {t('letter.docx')}
                </LinkButton>
              </>
            )}
          </p>
        </div>
        {!isOwnCopy(letter) && <Undrawn lang={lang} document={letterText(web, letter)} />}
        <div class="av-columns" data-side>
          <section class="av-panel" aria-label={t('letter.text')}>
            {isOwnCopy(letter) ? (
              <OwnPoints note={t('own.copy')} points={letter.points} />
            ) : (
              raw(toHtmlFragment(letterText(web, letter)))
            )}
          </section>
          <aside aria-label={t('letter.next')}>
            <Steps lang={lang} opened={opened} letter={letter} notTaken={notTaken} now={web.house.now()} />
          </aside>
        </div>
      </div>
    ),
  })
}

/** The text that was offered or approved, kept whole; of a draft, as it would be today. */
export const letterText = (web: Web, letter: CaseLetter) =>
  letter.text ?? textOf({ now: web.house.now() }, letter)

export async function letterDownload(c: DeskContext, web: Web): Promise<Response> {
  const format = c.req.param('format')
  if (!isLetterFormat(format)) return problem(c, 404)
  const letter = letterIn(c, await openLetters(c, web))
  if (isOwnCopy(letter)) return problem(c, 404)
  await asStaff(c, web, async (t) =>
    t.audit({
      event: 'letter.downloaded',
      subjectKind: 'case',
      subjectId: letter.caseId,
      details: { letter: letter.id, format },
    }),
  )
  return letterFile(c, letterText(web, letter), format)
}

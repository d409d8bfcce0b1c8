import { ANSWERED, isOneOf, saveClientView } from '../../../../cases/index.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { portalLetters } from '../../../../language/catalogues/portal-letters.ts'
import type { Web } from '../../../context.ts'
import { Button, ErrorSummary, type FieldError, Form, Radios, TextArea } from '../../../ui/parts.ts'
import { type PortalContext, show } from '../../frame.tsx'
import { type Sent, said } from '../../letters/fields.ts'
import { readOffice } from '../../office.ts'
import type { OpenedCase } from '../session.ts'
import { asClient, clientLetter } from './as-client.ts'
import { orRefused } from './letter.tsx'

/** The client's own view of the answer, point by point; nothing has to be answered. */
export async function viewPage(
  c: PortalContext,
  web: Web,
  opened: OpenedCase,
  sent?: Sent,
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = portalLetters(lang)
  const words = caseLetters(lang)
  const letter = await clientLetter(c, web, opened)
  const back = `/${lang}/follow/letters/${letter.id}`
  return show(c, web, {
    title: t('answer.title'),
    path: `/follow/letters/${letter.id}/answer`,
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    back,
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('answer.title')}</h1>
        <p>{t('answer.lead')}</p>
        <Form lang={lang} action={`${back}/answer`} guarded>
          <div class="av-flow">
            {letter.points.map((point) => (
              <section class="av-panel av-flow">
                <h2>{letterTexts(lang)('form.point', { n: point.n })}</h2>
                <p class="av-typed">{point.words}</p>
                <Radios
                  lang={lang}
                  name={`answered-${point.n}`}
                  label={t('answer.question')}
                  look="inline"
                  choices={ANSWERED.map((value) => ({ value, label: words(`answered.${value}`) }))}
                  value={(sent ? said(sent, `answered-${point.n}`) : point.clientAnswered) || undefined}
                />
                <TextArea
                  lang={lang}
                  name={`words-${point.n}`}
                  label={t('answer.words')}
                  rows={2}
                  spellcheck={false}
                  optional
                  value={sent ? said(sent, `words-${point.n}`) : point.clientWords}
                />
                {point.answered && (
                  <p>
                    {t('answer.office', { answered: words(`answered.${point.answered}`) })}
                    {point.clientAnswered && point.clientAnswered !== point.answered && (
                      <>
                        <br />
                        {t('answer.differs')}
                      </>
                    )}
                  </p>
                )}
              </section>
            ))}
            <Button>{t('answer.save')}</Button>
          </div>
        </Form>
      </div>
    ),
  })
}

export async function saveView(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const letter = await clientLetter(c, web, opened)
  const views = letter.points.map(({ n }) => {
    const answered = said(sent, `answered-${n}`)
    return {
      n,
      answered: isOneOf(ANSWERED, answered) ? answered : undefined,
      words: said(sent, `words-${n}`),
    }
  })
  return orRefused(
    c,
    () => asClient(web, opened, (t) => saveClientView(t, opened.id, letter.id, views)),
    (message) => viewPage(c, web, opened, sent, [{ field: 'answered-1', message }]),
    `/${c.var.lang}/follow/letters/${letter.id}?done=view`,
  )
}

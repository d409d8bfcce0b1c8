import { ANSWERED, answerCame, checkAnswer, isOneOf, Refusal, refusalText } from '../../../../cases/index.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { caseTexts } from '../../../../language/catalogues/desk-case.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import type { Web } from '../../../context.ts'
import { type Sent, said } from '../../../portal/letters/fields.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Checkbox,
  Details,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  LinkButton,
  Radios,
  Tag,
  TextArea,
} from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../../frame.tsx'
import { TrackActions } from '../track-actions.tsx'
import { letterIn, openLetters } from './open-letters.ts'

/** What ends the objection once its answer was gone through. */
const SETTLES = new Set(['OBJECTION_RESOLVED', 'OBJECTION_TO_REMEDY'])

/** The answer to an objection beside its points: what was answered, with reasons, with measures; the client's view next to it. */
export async function answerPage(
  c: DeskContext,
  web: Web,
  sent?: Sent,
  errors?: FieldError[],
  refusal?: string,
): Promise<Response> {
  const { lang } = c.var
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const opened = await openLetters(c, web)
  const letter = letterIn(c, opened)
  const base = `/desk/cases/${letter.caseId}/letters/${letter.id}`
  const answerNote = opened.file.events.findLast(({ type }) => type === 'OBJECTION_ANSWERED')?.note
  const came = answerCame(opened.file.case.state, letter.checkedAt)
  const answered = letter.points.filter((point) => point.answered === 'yes').length
  return showDesk(c, web, {
    title: t('answer.title'),
    section: 'queue',
    back: base,
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
        {c.req.query('done') === 'checked' && !sent && <Flash>{t('done.checked')}</Flash>}
        <h1>{t('answer.title')}</h1>
        <p>{t('answer.lead')}</p>
        {answerNote && (
          <Details summary={t('beside.answer')} open>
            <p class="av-typed">{answerNote}</p>
          </Details>
        )}
        {!came && <Alert tone="info">{t('answer.not-yet')}</Alert>}
        {letter.checkedAt && (
          <section class="av-panel av-flow" aria-labelledby="next">
            <h2 id="next">{t('answer.next')}</h2>
            <p>{t('answer.sum', { answered, points: letter.points.length })}</p>
            <ButtonRow>
              {answered < letter.points.length && (
                <LinkButton
                  href={`/desk/cases/${letter.caseId}/letters/new?kind=supplement&language=${letter.language}&about=${letter.id}`}
                >
                  {t('next.supplement')}
                </LinkButton>
              )}
              <LinkButton
                href={`/desk/cases/${letter.caseId}/letters/new?kind=complaint&language=${letter.language}&about=${letter.id}`}
                look="secondary"
              >
                {t('next.complaint')}
              </LinkButton>
              <LinkButton href={`/desk/cases/${letter.caseId}#actions`} look="secondary">
                {t('next.case')}
              </LinkButton>
            </ButtonRow>
            <TrackActions
              lang={lang}
              opened={opened}
              now={web.house.now()}
              wanted={({ type }) => SETTLES.has(type)}
            />
          </section>
        )}
        {came && (
          <Form lang={lang} action={`${base}/answer`} guarded>
            <div class="av-flow">
              {letter.points.map((point) => {
                const name = (field: string) => `${field}-${point.n}`
                const ticked = (field: 'reasons' | 'measures') =>
                  sent ? said(sent, name(field)) === 'yes' : Boolean(point[field])
                const differs =
                  point.answered && point.clientAnswered && point.answered !== point.clientAnswered
                return (
                  <section class="av-panel av-flow">
                    <h2>{letterTexts(lang)('form.point', { n: point.n })}</h2>
                    <p class="av-typed">{point.words}</p>
                    <Radios
                      lang={lang}
                      name={name('answered')}
                      label={t('answer.answered')}
                      look="inline"
                      choices={ANSWERED.map((value) => ({ value, label: words(`answered.${value}`) }))}
                      value={(sent ? said(sent, name('answered')) : point.answered) || undefined}
                      error={errorOf(errors, name('answered'))}
                    />
                    <Checkbox
                      name={name('reasons')}
                      label={t('answer.reasons')}
                      checked={ticked('reasons')}
                    />
                    <Checkbox
                      name={name('measures')}
                      label={t('answer.measures')}
                      checked={ticked('measures')}
                    />
                    <TextArea
                      lang={lang}
                      name={name('note')}
                      label={t('answer.note')}
                      rows={2}
                      optional
                      value={sent ? said(sent, name('note')) : point.note}
                    />
                    {point.clientAnswered ? (
                      <div class="av-flow">
                        <p>
                          <strong>
                            {t('answer.client', { answered: words(`answered.${point.clientAnswered}`) })}
                          </strong>{' '}
                          {differs && <Tag tone="warning">{t('answer.differs')}</Tag>}
                        </p>
                        {point.clientWords && <p class="av-typed">{point.clientWords}</p>}
                      </div>
                    ) : (
                      <p class="av-hush">{t('answer.client-none')}</p>
                    )}
                  </section>
                )
              })}
              <Button shortcut="Ctrl+Enter">{t('answer.save')}</Button>
            </div>
          </Form>
        )}
      </div>
    ),
  })
}

export async function saveAnswer(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const sent: Sent = await c.req.parseBody()
  const letter = letterIn(c, await openLetters(c, web))
  const errors: FieldError[] = []
  const checks = letter.points.flatMap(({ n }) => {
    const answered = said(sent, `answered-${n}`)
    if (!isOneOf(ANSWERED, answered)) {
      errors.push({ field: `answered-${n}`, message: deskLetters(lang)('answer.missing', { n }) })
      return []
    }
    const ticked = (field: string) => said(sent, `${field}-${n}`) === 'yes'
    return [
      {
        n,
        answered,
        reasons: ticked('reasons'),
        measures: ticked('measures'),
        note: said(sent, `note-${n}`),
      },
    ]
  })
  if (errors.length > 0) return answerPage(c, web, sent, errors)
  try {
    await asStaff(c, web, (t) => checkAnswer(t, letter.caseId, letter.id, checks))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return answerPage(c, web, sent, undefined, refusalText(error, lang))
  }
  return c.redirect(`/desk/cases/${letter.caseId}/letters/${letter.id}/answer?done=checked`, 303)
}

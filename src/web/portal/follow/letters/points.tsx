import { savePointsAsClient, TEXT_MOST } from '../../../../cases/index.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { portalLetters } from '../../../../language/catalogues/portal-letters.ts'
import type { Web } from '../../../context.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  TextArea,
} from '../../../ui/parts.ts'
import { type PortalContext, show } from '../../frame.tsx'
import { boxesOf, POINTS_MOST, pointsOf, type Sent, said } from '../../letters/fields.ts'
import { PointBoxes } from '../../letters/point-boxes.tsx'
import { readOffice } from '../../office.ts'
import type { OpenedCase } from '../session.ts'
import { asClient, clientLetter } from './as-client.ts'
import { orRefused } from './letter.tsx'

/** The client's own points, each in a box of its own, with easy questions to go by. */
export async function pointsPage(
  c: PortalContext,
  web: Web,
  opened: OpenedCase,
  given?: Sent,
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = portalLetters(lang)
  const words = letterTexts(lang)
  const letter = await clientLetter(c, web, opened)
  const sent: Sent = given ?? {
    boxes: String(Math.min(POINTS_MOST, letter.points.length + 1)),
    version: String(letter.version),
    asked: letter.parts.asked,
    ...Object.fromEntries(letter.points.map((point) => [`point-${point.n}`, point.words])),
  }
  const back = `/${lang}/follow/letters/${letter.id}`
  return show(c, web, {
    title: t('points.title'),
    path: `/follow/letters/${letter.id}/points`,
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    back,
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('points.title')}</h1>
        <p class="av-lead">{t('points.lead')}</p>
        <ul>
          <li>{t('points.what')}</li>
          <li>{t('points.when')}</li>
          <li>{t('points.who')}</li>
        </ul>
        <p>{t('points.easy')}</p>
        <Form lang={lang} action={`${back}/points`} guarded>
          <HiddenFields values={{ boxes: String(boxesOf(sent)), version: said(sent, 'version') }} />
          <div class="av-flow">
            <PointBoxes {...{ lang, sent, errors }} rows={4} maxLength={TEXT_MOST} />
            <TextArea
              lang={lang}
              name="asked"
              label={t('points.ask')}
              hint={words(`${letter.kind}.asked-hint`)}
              value={said(sent, 'asked')}
              rows={4}
              maxLength={TEXT_MOST}
              spellcheck={false}
              optional
              error={errorOf(errors, 'asked')}
            />
            <ButtonRow>
              <Button>{t('points.save')}</Button>
            </ButtonRow>
          </div>
        </Form>
      </div>
    ),
  })
}

export async function savePoints(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const t = portalLetters(c.var.lang)
  const sent: Sent = await c.req.parseBody()
  if (sent.do === 'more') return pointsPage(c, web, opened, sent)
  const letter = await clientLetter(c, web, opened)
  const points = pointsOf(sent)
  const errors = points.flatMap((point, i): FieldError[] =>
    point.length > TEXT_MOST ? [{ field: `point-${i + 1}`, message: t('points.long', { n: i + 1 }) }] : [],
  )
  if (!points.some((point) => point.trim())) errors.push({ field: 'point-1', message: t('points.missing') })
  if (errors.length > 0) return pointsPage(c, web, opened, sent, errors)
  const given = { points, asked: said(sent, 'asked') }
  return orRefused(
    c,
    () =>
      asClient(web, opened, (office) =>
        savePointsAsClient(office, opened.id, letter.id, given, Number(said(sent, 'version')) || 0),
      ),
    (message) => pointsPage(c, web, opened, sent, [{ field: 'point-1', message }]),
    `/${c.var.lang}/follow/letters/${letter.id}?done=points`,
  )
}

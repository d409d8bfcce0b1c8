import { Hono } from 'hono'
import {
  countyName,
  everydayTopic,
  municipalities,
  municipality,
  officeFor,
} from '../../../classification/index.ts'
import { ask } from '../../../language/catalogues/portal-ask.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import { formatLongDate } from '../../../language/formats.ts'
import { explain } from '../../../law/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Details,
  ErrorSummary,
  type FieldError,
  Form,
  LinkButton,
  Radios,
} from '../../ui/parts.ts'
import { keep, type Open } from '../draft.ts'
import { type PortalContext, show } from '../frame.tsx'
import { readOffice } from '../office.ts'
import { OfficeDetails } from '../office-details.tsx'
import { decision } from './decision.tsx'
import { officeOf } from './office-of.ts'
import { opened } from './opened.tsx'
import { one, type Question } from './question.ts'
import { addressAfter } from './questions.ts'
import { isNear, isOver, reviewTime } from './review-time.ts'
import { topic } from './topic.tsx'
import { urgentHelp } from './urgent-help.tsx'
import { placeName, where } from './where.tsx'

/** Pages of advice that an answer calls for, between two questions. */
export function asides(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const page =
    (draw: (c: PortalContext, web: Web, open: Open) => Promise<Response>) => async (c: PortalContext) => {
      const open = await opened(c, web)
      return open instanceof Response ? open : draw(c, web, open)
    }
  app.get('/where/office', page(otherOffice))
  app.get('/where/area', page(area))
  app.post('/where/area', page(chooseInArea))
  app.get('/topic/elsewhere', page(otherBody))
  app.get('/decision/time', page(decisionTime))
  app.get('/urgent/help', page(urgentHelp))
  return app
}

const fromCheck = (c: PortalContext) => c.req.query('then') === 'check'
const onward = (c: PortalContext, question: Question) => addressAfter(c.var.lang, question, fromCheck(c))
const here = (c: PortalContext) => {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname.slice(3)}${search}`
}

/** The place belongs to an office that is not served here: who helps, and how to reach them. */
async function otherOffice(c: PortalContext, web: Web, { draft }: Open): Promise<Response> {
  const { lang } = c.var
  const t = ask(lang)
  const code = one(draft.answers.where ?? {}, 'municipality')
  const place = municipality(code)
  const found = officeFor(code, web.house.organisations)
  if (!place || found.kind === 'unknown' || found.kind === 'served') return c.redirect(onward(c, where), 303)
  const office = found.kind === 'elsewhere' ? await readOffice(web.house, found.county, lang) : undefined
  const title = t(found.kind === 'aland' ? 'elsewhere.aland' : 'elsewhere.title')
  return show(c, web, {
    title,
    path: here(c),
    keep: 'form',
    children: (
      <div class="av-flow av-narrow">
        <h1>{title}</h1>
        {found.kind === 'aland' ? (
          <p>{found.text[lang]}</p>
        ) : (
          <>
            <p>
              {t('elsewhere.text', {
                place: place[lang === 'sv' ? 'sv' : 'fi'],
                county: countyName(found.county, lang),
              })}
            </p>
            <h2>{t('elsewhere.how')}</h2>
            {office && (office.phone || office.email) ? (
              <OfficeDetails lang={lang} office={office} />
            ) : (
              <p>{t('elsewhere.no-details')}</p>
            )}
            <p>{t('elsewhere.say', { place: place[lang === 'sv' ? 'sv' : 'fi'] })}</p>
          </>
        )}
        <p>{t('elsewhere.kept')}</p>
        <LinkButton look="secondary" href={`/${lang}/ask/where${fromCheck(c) ? '?then=check' : ''}`}>
          {t('elsewhere.change')}
        </LinkButton>
      </div>
    ),
  })
}

/** For those abroad or unsure: first the area, then one of its municipalities. */
async function area(c: PortalContext, web: Web, _: Open, errors?: FieldError[]): Promise<Response> {
  const { lang } = c.var
  const t = ask(lang)
  const served = web.house.organisations
  const county = served.length === 1 ? served[0] : served.find((code) => code === c.req.query('county'))
  return show(c, web, {
    title: t('area.title'),
    path: here(c),
    back: `/${lang}/ask/where`,
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    keep: 'form',
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('area.title')}</h1>
        <p>{t('area.text')}</p>
        {county ? (
          <Form lang={lang}>
            <Radios
              lang={lang}
              name="municipality"
              label={`${countyName(county, lang)}: ${t('area.place').toLowerCase()}`}
              hint={t('area.place.hint')}
              look="columns"
              choices={municipalities
                .filter((place) => place.county === county)
                .map((place) => ({ value: place.code, label: placeName(place, lang) }))
                .sort((a, b) => a.label.localeCompare(b.label, lang))}
              error={errors?.[0]?.message}
            />
            <ButtonRow>
              <Button>{ui(lang)('continue')}</Button>
              {served.length > 1 && (
                <a class="ds-link" href={`/${lang}/ask/where/area`}>
                  {t('area.other')}
                </a>
              )}
            </ButtonRow>
          </Form>
        ) : (
          <ul>
            {served
              .map((code) => ({ code, name: countyName(code, lang) }))
              .sort((a, b) => a.name.localeCompare(b.name, lang))
              .map(({ code, name }) => (
                <li>
                  <a href={`/${lang}/ask/where/area?county=${code}`}>{name}</a>
                </li>
              ))}
          </ul>
        )}
      </div>
    ),
  })
}

async function chooseInArea(c: PortalContext, web: Web, open: Open): Promise<Response> {
  const { lang } = c.var
  const form = await c.req.parseBody()
  const place = municipality(String(form.municipality ?? ''))
  if (!place || officeFor(place.code, web.house.organisations).kind !== 'served')
    return area(c, web, open, [{ field: 'municipality', message: ask(lang)('area.missing') }])
  open.draft.answers.where = { place: lang === 'sv' ? place.sv : place.fi, municipality: place.code }
  open.draft.done = [...open.draft.done.filter((id) => id !== 'where'), 'where']
  await keep(web, open)
  return c.redirect(addressAfter(lang, where, false), 303)
}

/** The matter belongs to somebody else, or partly so. */
async function otherBody(c: PortalContext, web: Web, { draft }: Open): Promise<Response> {
  const { lang } = c.var
  const t = ask(lang)
  const chosen = everydayTopic(one(draft.answers.topic ?? {}, 'topic'))
  if (!chosen?.elsewhere) return c.redirect(onward(c, topic), 303)
  return show(c, web, {
    title: t('topic.elsewhere'),
    path: here(c),
    keep: 'form',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('topic.elsewhere')}</h1>
        <p>{chosen.elsewhere[lang]}</p>
        <ButtonRow>
          <LinkButton href={onward(c, topic)}>{t('topic.go-on')}</LinkButton>
          <LinkButton look="secondary" href={`/${lang}/ask/topic`}>
            {t('topic.change')}
          </LinkButton>
        </ButtonRow>
      </div>
    ),
  })
}

/** What a decision means for the time there is; a date only where a verified rule gives it. */
async function decisionTime(c: PortalContext, web: Web, { draft }: Open): Promise<Response> {
  const { lang } = c.var
  const t = ask(lang)
  const time = reviewTime(draft)
  const today = web.house.now()
  return show(c, web, {
    title: t('time.title'),
    path: here(c),
    office: await officeOf(web, lang, draft),
    back: `/${lang}/ask/decision`,
    keep: 'form',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('time.title')}</h1>
        <p class="av-lead">{t('time.lead')}</p>
        <p>{t('time.instructions')}</p>
        {time ? (
          <>
            {isNear(time, today) && (
              <Alert tone="danger">
                <p>{t(isOver(time, today) ? 'time.over' : 'time.soon')}</p>
              </Alert>
            )}
            <p>{t('time.if-review')}</p>
            <p class="av-lead">
              <strong>{formatLongDate(lang, time.due)}</strong>
            </p>
            <Details summary={t('time.how')}>
              {explain(time, lang, { audience: 'client' }).map((sentence) => (
                <p>{sentence}</p>
              ))}
            </Details>
          </>
        ) : (
          <p>{t('time.no-clock')}</p>
        )}
        <LinkButton href={onward(c, decision)}>{ui(lang)('continue')}</LinkButton>
      </div>
    ),
  })
}

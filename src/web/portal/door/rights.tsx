import { Hono } from 'hono'
import { raw } from 'hono/html'
import { rights } from '../../../language/catalogues/portal-rights.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { toHtml } from '../../../language/markup.ts'
import { citeStatute, keepSections } from '../../../law/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { type PortalContext, show } from '../frame.tsx'
import { type RightsText, rightsText, TOPICS } from './rights-texts.ts'

const PATH = '/rights'

/** Rights in plain words, each page with its statute and the day it was checked. Mounted at `/LANG`. */
export function rightsPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get(PATH, (c) => listPage(c, web, false))
  app.get(`${PATH}/easy`, (c) => listPage(c, web, true))
  app.get(`${PATH}/:topic`, (c) => topicPage(c, web, c.req.param('topic'), false))
  app.get(`${PATH}/:topic/easy`, (c) => topicPage(c, web, c.req.param('topic'), true))
  return app
}

function listPage(c: PortalContext, web: Web, easy: boolean): Promise<Response> {
  const { lang } = c.var
  const t = rights(lang)
  const title = t(easy ? 'easy.title' : 'title')
  return show(c, web, {
    title,
    path: easy ? `${PATH}/easy` : PATH,
    section: 'rights',
    indexed: true,
    description: t('description'),
    children: (
      <div class="av-flow">
        <h1>{title}</h1>
        <p class="av-lead">{t(easy ? 'easy.lead' : 'lead')}</p>
        <p>
          {easy ? (
            <a href={`/${lang}${PATH}`}>{t('all')}</a>
          ) : (
            <a href={`/${lang}${PATH}/easy`}>{t('easy.all')}</a>
          )}
        </p>
        <ul class="av-cards" lang={easy && lang !== 'fi' ? 'fi' : undefined}>
          {TOPICS.map((topic) => {
            const text = rightsText(topic, easy ? 'easy' : lang)!
            return (
              <li class="av-card">
                <h2>
                  <a href={`/${lang}${PATH}/${topic}${easy ? '/easy' : ''}`}>{text.title}</a>
                </h2>
                <p>{text.summary}</p>
              </li>
            )
          })}
        </ul>
      </div>
    ),
  })
}

function topicPage(c: PortalContext, web: Web, topic: string, easy: boolean): Response | Promise<Response> {
  const { lang } = c.var
  const t = rights(lang)
  const text = rightsText(topic, easy ? 'easy' : lang)
  if (!text) return problem(c, 404)
  return show(c, web, {
    title: text.title,
    // The same topic in the other languages, where easy Finnish is offered again.
    path: `${PATH}/${topic}`,
    section: 'rights',
    back: `/${lang}${PATH}${easy ? '/easy' : ''}`,
    indexed: true,
    description: text.summary,
    children: (
      <article class="av-flow av-narrow">
        <p class="av-no-print">
          {easy ? (
            <a href={`/fi${PATH}/${topic}`} lang={lang}>
              {t('plain')}
            </a>
          ) : (
            <a href={`/${lang}${PATH}/${topic}/easy`} class="av-switch">
              {t('easy')}
            </a>
          )}
        </p>
        <div class="av-flow" lang={easy && lang !== 'fi' ? 'fi' : undefined}>
          <h1>{text.title}</h1>
          {raw(toHtml(easy ? inLines(text.body) : keepSections(text.body)))}
        </div>
        <Basis lang={lang} text={text} />
        <section class="av-flow av-no-print">
          <h2>{t('next')}</h2>
          <ul>
            <li>
              <a href={`/${lang}/help-me`}>{t('next.way')}</a>
            </li>
            <li>
              <a href={`/${lang}/deadline`}>{t('next.deadline')}</a>
            </li>
            <li>
              <a href={`/${lang}/bodies`}>{t('next.bodies')}</a>
            </li>
            <li>
              <a href={`/${lang}/start`}>{t('next.ask')}</a>
            </li>
          </ul>
        </section>
      </article>
    ),
  })
}

/** Easy language has each sentence on a line of its own, as it stands in the file. */
const inLines = (body: string): string => body.replace(/(\S)\n(?=[^\n#\d-])/g, '$1  \n')

function Basis({ lang, text }: { lang: Lang; text: RightsText }) {
  const t = rights(lang)
  return (
    <section class="av-basis av-flow">
      <h2>{t('statutes')}</h2>
      <ul>
        {text.statutes.map((statute) => {
          const cited = keepSections(citeStatute(statute, lang) ?? statute)
          return <li>{cited.charAt(0).toUpperCase() + cited.slice(1)}</li>
        })}
      </ul>
      <p class="av-hush">{t('checked', { date: formatDate(lang, text.checked) })}</p>
    </section>
  )
}

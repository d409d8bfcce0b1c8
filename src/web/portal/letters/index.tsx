import { Hono } from 'hono'
import { isPublicLetter, PUBLIC_LETTERS, writeLetter } from '../../../documents/letters.ts'
import { undrawnInPdf } from '../../../documents/pdf.ts'
import { letterTexts } from '../../../language/catalogues/letters.ts'
import { dateInFinland } from '../../../language/formats.ts'
import type { Web, WebEnv } from '../../context.ts'
import { letterFile } from '../../letter-file.ts'
import { problem } from '../../problem.tsx'
import { LinkButton } from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { readLetter, type Sent } from './fields.ts'
import { letterForm } from './form.tsx'
import { fromWay } from './from-way.ts'

/** Letters for everybody: filled in, downloaded, and nothing kept. Mounted at `/LANG/letters`. */
export function letterPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/', (c) => indexPage(c, web))
  app.get('/:kind', (c) => {
    const kind = c.req.param('kind')
    return isPublicLetter(kind) ? letterForm(c, web, kind, fromWay(c, web)) : problem(c, 404)
  })
  app.post('/:kind', (c) => make(c, web))
  return app
}

function indexPage(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = letterTexts(lang)
  return show(c, web, {
    title: t('index.title'),
    path: '/letters',
    indexed: true,
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('index.title')}</h1>
        <p class="av-lead">{t('index.lead')}</p>
        <p>{t('index.not-kept')}</p>
        <ul class="av-cards">
          {PUBLIC_LETTERS.map((kind) => (
            <li class="av-card">
              <h2>
                <a href={`/${lang}/letters/${kind}`}>{t(`${kind}.name`)}</a>
              </h2>
              <p>{t(`${kind}.what`)}</p>
            </li>
          ))}
        </ul>
        <p>{t('index.help')}</p>
        <LinkButton href={`/${lang}/start`} look="secondary">
          {t('index.ask')}
        </LinkButton>
      </div>
    ),
  })
}

async function make(c: PortalContext, web: Web): Promise<Response> {
  const kind = c.req.param('kind')
  if (!isPublicLetter(kind)) return problem(c, 404)
  const sent: Sent = await c.req.parseBody()
  if (sent.do === 'more') return letterForm(c, web, kind, sent)
  const today = dateInFinland(web.house.now()).toString()
  const read = readLetter(kind, c.var.lang, sent, today)
  if ('errors' in read) return letterForm(c, web, kind, sent, read.errors)
  const { document } = writeLetter(kind, read.lang, read.facts)
  // The PDF would not show all that was written: the form comes back and offers the Word file, or the PDF knowingly.
  if (sent.do === 'pdf' && undrawnInPdf(document).length > 0)
    return letterForm(c, web, kind, { ...sent, do: '' }, undefined, document)
  return letterFile(c, document, sent.do === 'docx' ? 'docx' : 'pdf')
}

import path from 'node:path'
import { Hono } from 'hono'
import { raw } from 'hono/html'
import { portal } from '../../language/catalogues/portal.ts'
import { createFiller } from '../../language/fill.ts'
import { formatDate } from '../../language/formats.ts'
import { toHtml } from '../../language/markup.ts'
import { readTemplates, type TextTemplate } from '../../language/templates.ts'
import type { Web, WebEnv } from '../context.ts'
import { show } from './frame.tsx'
import { onlyOffice, readOffices } from './office.ts'

const texts = readTemplates(path.join(import.meta.dirname, '../../../templates/pages'))

/** Texts that a person reads and does nothing with; a missing one stops the start. */
const PAGES = ['privacy', 'accessibility'] as const

const textOf = (name: string, lang: string): TextTemplate => {
  const found = texts.find((text) => text.name === name && text.lang === lang)
  if (!found) throw new Error(`templates/pages/${name}.${lang}.md is missing`)
  return found
}

export function textPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  for (const name of PAGES) {
    app.get(`/${name}`, async (c) => {
      const { lang } = c.var
      const text = textOf(name, lang)
      const office = await onlyOffice(web.house, lang)
      const html = toHtml(
        createFiller(lang).fill(text.body, {
          office: office?.name ?? '',
          phone: office?.phone ?? '',
          email: office?.email ?? '',
        }),
      )
      return show(c, web, {
        title: String(text.attributes.title),
        path: `/${name}`,
        indexed: true,
        children: (
          <article class="av-flow av-narrow">
            <h1>{String(text.attributes.title)}</h1>
            {raw(html)}
            <p class="av-hush">
              {portal(lang)('version-of', { date: formatDate(lang, String(text.attributes.updated)) })}
            </p>
          </article>
        ),
      })
    })
  }
  return app
}

/**
 * The contact page in Northern Sámi: what an office had written and reviewed, and nothing before that. The frame
 * around it stays in Finnish, for no Sámi text is made up here.
 */
export function samiPage(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/contact', async (c, next) => {
    const offices = (await readOffices(web.house, 'fi')).filter((office) => office.served && office.sami)
    if (offices.length === 0) return next()
    c.set('lang', 'fi')
    return show(c, web, {
      title: portal('fi')('sami.link'),
      path: '/contact',
      section: 'contact',
      indexed: true,
      children: (
        <div lang="se" class="av-flow av-narrow">
          <h1>{portal('fi')('sami.link')}</h1>
          {offices.map((office) => (
            <section class="av-flow">{raw(toHtml(filled(office.sami, office)))}</section>
          ))}
        </div>
      ),
    })
  })
  return app
}

/** The office's own details in its reviewed text; a text that asks for something unknown is shown as it stands. */
function filled(
  text: string,
  office: { name: string; phone: string; email: string; address: string },
): string {
  const { name, phone, email, address } = office
  try {
    return createFiller('fi').fill(text, { name, phone, email, address })
  } catch {
    return text
  }
}

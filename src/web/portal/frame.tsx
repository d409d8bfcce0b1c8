import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Web, WebEnv } from '../context.ts'
import { type NavItem, PortalLayout } from '../ui/parts.ts'
import { contactOf, type Office, onlyOffice } from './office.ts'

export type PortalContext = Context<WebEnv>

export interface Page {
  title: string
  /** The address after the language, such as `/ask/where`. */
  path: string
  children: Child
  /** The office the person's matter belongs to; by default the only one served. */
  office?: Office
  section?: 'front' | 'follow' | 'contact' | 'deadline' | 'help' | 'rights'
  /** Address of the page before. */
  back?: string
  hasErrors?: boolean
  description?: string
  indexed?: boolean
  status?: 200 | 400 | 404 | 409 | 410 | 422 | 429
  /**
   * `form`: the browser may give back what was typed when one goes back and forth, but keeps nothing for others.
   * `secret`: nothing of the page is kept. Public pages may be kept for a moment.
   */
  keep?: 'public' | 'form' | 'secret'
}

const KEEP = { public: 'private, max-age=0', form: 'private, no-cache', secret: 'private, no-store' } as const

/** Answers with a page of the portal. */
export async function show(c: PortalContext, web: Web, page: Page): Promise<Response> {
  const lang = c.var.lang
  const t = ui(lang)
  const office = page.office ?? (await onlyOffice(web.house, lang))
  const nav: NavItem[] = [
    { href: `/${lang}`, label: t('nav-front'), current: page.section === 'front' },
    { href: `/${lang}/follow`, label: t('nav-follow'), current: page.section === 'follow' },
    { href: `/${lang}/contact`, label: t('nav-contact'), current: page.section === 'contact' },
  ]
  c.status(page.status ?? 200)
  c.header('Cache-Control', KEEP[page.keep ?? 'public'])
  return c.render(
    <PortalLayout
      lang={lang}
      title={page.title}
      path={page.path}
      nav={nav}
      office={office && contactOf(office, lang)}
      back={page.back}
      hasErrors={page.hasErrors}
      description={page.description}
      indexed={page.indexed}
      demo={web.demo}
    >
      {page.children}
    </PortalLayout>,
  )
}

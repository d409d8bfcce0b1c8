import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'
import { asset } from './assets.ts'
import { Document } from './document.tsx'
import { Icon } from './icon.tsx'
import { BackLink, LanguageSwitcher, MainNav, type NavItem } from './navigation.tsx'

export interface LayoutProps {
  lang: Lang
  /** The page's own title; the layout adds the service. */
  title: string
  /** True when the page shows an error summary. */
  hasErrors?: boolean
  children: Child
}

/** What the foot of the portal needs to tell how the office is reached. */
export interface OfficeContact {
  name: string
  phone?: string
  phoneHours?: string
  email?: string
  /** The page with all contact details. */
  href?: string
}

export interface PortalLayoutProps extends LayoutProps {
  /** The address after the language, query included: `/ask/where`. The language switcher keeps it. */
  path?: string
  office?: OfficeContact
  nav?: readonly NavItem[]
  /** Address of the page before; shown above the heading. */
  back?: string
  description?: string
  indexed?: boolean
  demo?: boolean
}

/** The public side: calm, phone first, no account. */
export function PortalLayout(props: PortalLayoutProps) {
  const { lang, office } = props
  const t = ui(lang)
  return (
    <Document
      lang={lang}
      title={props.title}
      service={office?.name ?? t('service-portal')}
      hasErrors={props.hasErrors}
      class="av-portal"
      size="md"
      script="public"
      description={props.description}
      indexed={props.indexed}
    >
      <header>
        {props.demo && <DemoRibbon lang={lang} />}
        <div class="av-top">
          <div class="av-wide av-top__row">
            <ServiceName
              href={`/${lang}`}
              name={t('service-portal')}
              motto={office?.name ?? t('service-portal-motto')}
            />
            <LanguageSwitcher lang={lang} hrefOf={(to) => `/${to}${props.path ?? ''}`} />
          </div>
        </div>
        <MainNav lang={lang} items={props.nav ?? []} />
      </header>
      <main id="main" tabindex={-1} class="av-main">
        <div class="av-wide">
          {props.back && <BackLink lang={lang} href={props.back} />}
          {props.children}
        </div>
      </main>
      <PortalFoot lang={lang} office={office} />
    </Document>
  )
}

/** What a person can do at the door without telling who they are. */
const FOOT_WAYS = [
  { path: 'help-me', label: 'foot-way' },
  { path: 'deadline', label: 'foot-deadline' },
  { path: 'letters', label: 'foot-letters' },
  { path: 'rights', label: 'foot-rights' },
  { path: 'bodies', label: 'foot-bodies' },
] as const

function PortalFoot({ lang, office }: { lang: Lang; office?: OfficeContact }) {
  const t = ui(lang)
  return (
    <footer class="av-foot">
      <div class="av-wide av-foot__grid">
        <section>
          <h2>{t('foot-reach')}</h2>
          {office?.phone && <PhoneLink number={office.phone} />}
          {office?.phoneHours && <p>{t('foot-hours', { hours: office.phoneHours })}</p>}
          <ul>
            {office?.email && (
              <li>
                <a href={`mailto:${office.email}`}>{office.email}</a>
              </li>
            )}
            <li>
              <a href={office?.href ?? `/${lang}/contact`}>{t('foot-all-contacts')}</a>
            </li>
          </ul>
        </section>
        <section class="av-foot__urgent">
          <h2>{t('foot-urgent')}</h2>
          <PhoneLink number="112" />
          <p>{t('foot-urgent-text')}</p>
        </section>
        <section>
          <h2>{t('foot-self')}</h2>
          <ul>
            {FOOT_WAYS.map((way) => (
              <li>
                <a href={`/${lang}/${way.path}`}>{t(way.label)}</a>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('foot-about')}</h2>
          <ul>
            <li>
              <a href={`/${lang}/privacy`}>{t('foot-privacy')}</a>
            </li>
            <li>
              <a href={`/${lang}/accessibility`}>{t('foot-accessibility')}</a>
            </li>
            <li>
              <a href={`/publications?lang=${lang}`}>{t('foot-publications')}</a>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  )
}

export interface SignedIn {
  name: string
  /** Role and office, shown under the name. */
  role?: string
}

export type DeskSection = 'queue' | 'log' | 'search' | 'gaps' | 'statistics' | 'reports' | 'admin'

export interface DeskLayoutProps extends LayoutProps {
  /** Nobody signed in: no menu, as on the sign-in page. */
  user?: SignedIn
  organisation?: string
  section?: DeskSection
  /** Sections this person may open; all but admin when left out. */
  sections?: readonly DeskSection[]
  counts?: Partial<Record<DeskSection, number>>
  back?: string
  /** Address of this page in another language; by default the sign-in's own setting at /desk/language. */
  languageHref?: (lang: Lang) => string
  demo?: boolean
}

const DESK_SECTIONS: Record<DeskSection, { href: string; shortcut: string }> = {
  queue: { href: '/desk', shortcut: 'g q' },
  log: { href: '/desk/contacts/new', shortcut: 'g n' },
  search: { href: '/desk/search', shortcut: 'g s' },
  gaps: { href: '/desk/gaps', shortcut: 'g e' },
  statistics: { href: '/desk/statistics', shortcut: 'g t' },
  reports: { href: '/desk/reports', shortcut: 'g r' },
  admin: { href: '/desk/admin', shortcut: 'g a' },
}

/** The office's side: dense but calm, all of it reachable by keyboard. */
export function DeskLayout(props: DeskLayoutProps) {
  const { lang, user } = props
  const t = ui(lang)
  const sections = props.sections ?? ['queue', 'log', 'search', 'statistics', 'reports']
  const nav = sections.map((name) => ({
    ...DESK_SECTIONS[name],
    label: t(`nav-${name}`),
    current: name === props.section,
    count: props.counts?.[name],
  }))
  return (
    <WorkLayout
      {...props}
      service={t('service-desk')}
      home="/desk"
      nav={user ? nav : []}
      account="/desk/account"
      signOut="/desk/sign-out"
      languageHref={props.languageHref ?? ((to) => `/desk/language?to=${to}`)}
      withKeys
    />
  )
}

export interface AuthorityLayoutProps extends LayoutProps {
  user?: SignedIn
  organisation?: string
  nav?: readonly NavItem[]
  back?: string
  languageHref?: (lang: Lang) => string
  demo?: boolean
}

/** The side of municipalities and county bodies, who read what was released to them. */
export function AuthorityLayout(props: AuthorityLayoutProps) {
  const t = ui(props.lang)
  return (
    <WorkLayout
      {...props}
      service={t('service-authority')}
      home="/authority"
      nav={props.nav ?? []}
      account="/authority/account"
      signOut="/authority/sign-out"
      languageHref={props.languageHref ?? ((to) => `/authority/language?to=${to}`)}
    />
  )
}

interface WorkLayoutProps extends LayoutProps {
  service: string
  home: string
  user?: SignedIn
  organisation?: string
  nav: readonly NavItem[]
  back?: string
  account: string
  signOut: string
  languageHref: (lang: Lang) => string
  demo?: boolean
  withKeys?: boolean
}

function WorkLayout(props: WorkLayoutProps) {
  const { lang, user } = props
  const t = ui(lang)
  return (
    <Document
      lang={lang}
      title={props.title}
      service={props.service}
      hasErrors={props.hasErrors}
      class="av-desk"
      size="sm"
      script="desk"
    >
      <header>
        {props.demo && <DemoRibbon lang={lang} />}
        <div class="av-top">
          <div class="av-wide av-top__row">
            <ServiceName href={props.home} name={props.service} motto={props.organisation} />
            <div class="av-user">
              <LanguageSwitcher lang={lang} hrefOf={props.languageHref} />
              {user && (
                <details class="av-menu" data-menu>
                  <summary>{user.name}</summary>
                  <div class="av-menu__panel">
                    {user.role && <p class="av-hush av-small">{user.role}</p>}
                    <a href={props.account}>{t('user-sessions')}</a>
                    {props.withKeys && (
                      <button type="button" data-open="keys" hidden>
                        {t('keys-open')}
                      </button>
                    )}
                    <form method="post" action={props.signOut}>
                      <button type="submit">{t('sign-out')}</button>
                    </form>
                  </div>
                </details>
              )}
            </div>
          </div>
        </div>
        <MainNav lang={lang} items={props.nav} />
      </header>
      <main id="main" tabindex={-1} class="av-main">
        <div class="av-wide">
          {props.back && <BackLink lang={lang} href={props.back} />}
          {props.children}
        </div>
      </main>
      {props.withKeys && user && <KeysDialog lang={lang} />}
    </Document>
  )
}

/** Filled by the script from what the page offers; without the script it never shows. */
function KeysDialog({ lang }: { lang: Lang }) {
  const t = ui(lang)
  return (
    <dialog class="ds-dialog" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keys-title')}</h2>
      <dl class="av-keys" data-keys />
      <p class="av-hush av-small">{t('keys-hint')}</p>
      <div class="av-options">
        <div class="ds-field">
          <input class="ds-input" type="checkbox" id="keys-on" checked />
          <label class="ds-label" for="keys-on">
            {t('keys-toggle')}
          </label>
        </div>
      </div>
      <form method="dialog">
        <button class="ds-button" data-variant="secondary" type="submit">
          {t('close')}
        </button>
      </form>
    </dialog>
  )
}

export interface PlainLayoutProps extends LayoutProps {
  home?: string
  languageHref?: (lang: Lang) => string
}

/** For pages that belong to no side: sign-in links, errors, publications. */
export function PlainLayout(props: PlainLayoutProps) {
  const { lang } = props
  const t = ui(lang)
  return (
    <Document
      lang={lang}
      title={props.title}
      service={t('service-portal')}
      hasErrors={props.hasErrors}
      class="av-plain"
      size="md"
      script="public"
    >
      <header class="av-top">
        <div class="av-wide av-top__row">
          <ServiceName href={props.home ?? `/${lang}`} name={t('service-portal')} />
          {props.languageHref && <LanguageSwitcher lang={lang} hrefOf={props.languageHref} />}
        </div>
      </header>
      <main id="main" tabindex={-1} class="av-main">
        <div class="av-wide">{props.children}</div>
      </main>
    </Document>
  )
}

function ServiceName({ href, name, motto }: { href: string; name: string; motto?: string }) {
  return (
    <a class="av-name" href={href}>
      <img class="av-name__mark" src={asset('mark.svg')} alt="" width={36} height={36} />
      <span>
        <strong>{name}</strong>
        {motto && <span>{motto}</span>}
      </span>
    </a>
  )
}

function DemoRibbon({ lang }: { lang: Lang }) {
  return (
    <div class="av-ribbon">
      <div class="av-wide">
        <p>{ui(lang)('demo-notice')}</p>
      </div>
    </div>
  )
}

/** A number to call at a touch. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a class="av-phone" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      <Icon name="phone" />
      {number}
    </a>
  )
}

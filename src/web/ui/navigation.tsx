import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import { LANGS, type Lang } from '../../language/lang.ts'

export interface NavItem {
  href: string
  label: string
  current?: boolean
  /** How many wait there; 0 and undefined show nothing. */
  count?: number
  /** Keyboard shortcut, such as `g q` (one after the other) or `Alt+n`. */
  shortcut?: string
}

/** The main menu. Renders nothing when there is nothing to choose. */
export function MainNav({ lang, items }: { lang: Lang; items: readonly NavItem[] }) {
  if (items.length === 0) return null
  return (
    <nav class="av-top av-nav" aria-label={ui(lang)('nav-main')}>
      <div class="av-wide">
        <ul>
          {items.map((item) => (
            <li>
              <NavLink item={item} />
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

function NavLink({ item }: { item: NavItem }) {
  return (
    <a href={item.href} aria-current={item.current ? 'page' : undefined} data-key={item.shortcut}>
      {item.label}
      {item.count ? (
        <>
          {' '}
          <span class="av-count">{item.count}</span>
        </>
      ) : null}
    </a>
  )
}

export const OWN_NAME: Record<Lang, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }
const SHORT: Record<Lang, string> = { fi: 'FI', sv: 'SV', en: 'EN' }

/** Leads to the same page in another language; `hrefOf` gives its address. */
export function LanguageSwitcher({ lang, hrefOf }: { lang: Lang; hrefOf: (lang: Lang) => string }) {
  return (
    <nav aria-label={ui(lang)('choose-language')}>
      <ul class="av-langs">
        {LANGS.map((to) => (
          <li>
            {to === lang ? (
              <strong>
                <span aria-hidden="true">{SHORT[to]}</span>
                <span class="ds-sr-only">{OWN_NAME[to]}</span>
              </strong>
            ) : (
              <a href={hrefOf(to)} lang={to} hreflang={to}>
                <span aria-hidden="true">{SHORT[to]}</span>
                <span class="ds-sr-only">{OWN_NAME[to]}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The way back to the page before; put in the layout's `before`. */
export function BackLink({ lang, href, children }: { lang: Lang; href: string; children?: Child }) {
  return (
    <a class="ds-link av-back" href={href}>
      {children ?? ui(lang)('back')}
    </a>
  )
}

export interface Crumb {
  label: string
  /** Absent for the page itself. */
  href?: string
}

/** Where in the whole this page lies. */
export function Breadcrumbs({ lang, items }: { lang: Lang; items: readonly Crumb[] }) {
  return (
    <nav aria-label={ui(lang)('you-are-here')}>
      <ol class="av-crumbs">
        {items.map(({ label, href }) => (
          <li>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}

interface TabsProps {
  label: string
  items: readonly NavItem[]
  /** Many of them go on several lines instead of scrolling. */
  wrap?: boolean
}

/** Views of the same thing, each with an address of its own. */
export function Tabs({ label, items, wrap }: TabsProps) {
  return (
    <nav class="av-tabs" aria-label={label} data-wrap={wrap || undefined}>
      <ul>
        {items.map((item) => (
          <li>
            <NavLink item={item} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'
import { asset } from './assets.ts'

export interface DocumentProps {
  lang: Lang
  /** What the page is about, without the name of the service. */
  title: string
  /** The name of the service or office, put after the title. */
  service: string
  /** True puts "Error:" before the title, so that a screen reader says it first. */
  hasErrors?: boolean
  class: string
  /** `md` for the public (18 px text), `sm` for those who work here all day (16 px). */
  size: 'sm' | 'md'
  /** The module in `enhance/` that makes the page handier; every page works without it. */
  script: 'public' | 'desk' | null
  description?: string
  /** False for anything that search engines have no business with, which is the default. */
  indexed?: boolean
  children: Child
}

/** The whole HTML document; the layouts fill it. Returned through `c.render`, which adds the doctype. */
export function Document(props: DocumentProps) {
  const t = ui(props.lang)
  const title = props.hasErrors ? t('title-error', { title: props.title }) : props.title
  return (
    <html lang={props.lang} data-color-scheme="light">
      <head>
        <meta charset="utf-8" />
        <title>{props.title === props.service ? title : `${title} – ${props.service}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#14545f" />
        {props.description && <meta name="description" content={props.description} />}
        {!props.indexed && <meta name="robots" content="noindex" />}
        <link rel="preload" href={asset('inter-latin.woff2')} as="font" type="font/woff2" crossorigin="" />
        <link rel="stylesheet" href={asset('app.css')} />
        <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
        {props.script && <script type="module" src={asset(`enhance/${props.script}.js`)} />}
      </head>
      <body class={props.class} data-size={props.size}>
        <a class="ds-skip-link" href="#main">
          {t('skip-to-content')}
        </a>
        {props.children}
      </body>
    </html>
  )
}

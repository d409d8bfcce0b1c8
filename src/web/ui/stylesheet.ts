import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DOCUMENT_CSS } from '../../documents/html.ts'

const require = createRequire(import.meta.url)
const own = path.join(import.meta.dirname, '../assets')

/** The parts of the design system that our pages use; all of it would be four times as heavy. */
const KIT = [
  'button',
  'input',
  'field',
  'fieldset',
  'label',
  'heading',
  'link',
  'list',
  'alert',
  'error-summary',
  'validation-message',
  'table',
  'tag',
  'details',
  'card',
  'skip-link',
  'dialog',
]
/** Ours, in the order of the cascade. */
const OWN = ['page', 'shell', 'form', 'parts', 'typeahead', 'portal', 'print']

/**
 * The one style sheet of every page: our theme, the chosen parts of the design system, our own layer above
 * them. Put together when the program starts, so no build step stands between a change and the page.
 */
export function stylesheet(): string {
  const kit = (name: string) =>
    readFileSync(require.resolve(`@digdir/designsystemet-css/${name}.css`), 'utf8').trim()
  const mine = (name: string) => readFileSync(path.join(own, name), 'utf8')
  return [
    '@layer ds.theme,ds.base,ds.components,own;',
    mine('theme.css').replace('@charset "UTF-8";', ''),
    `@layer ds.base{${kit('base')}}`,
    `@layer ds.components{${KIT.map(kit).join('\n')}}`,
    mine('css/fonts.css'),
    `@layer own{${OWN.map((name) => mine(`css/${name}.css`)).join('\n')}}`,
    // Reports are shown within our pages as they look in their own file.
    `@layer own{${DOCUMENT_CSS}}`,
  ].join('\n')
}

import type { Child } from 'hono/jsx'
import { may } from '../../../access/index.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import type { Web } from '../../context.ts'
import { ErrorSummary, type FieldError, Tabs } from '../../ui/parts.ts'
import { type DeskContext, type DeskPage, showDesk, signedIn } from '../frame.tsx'

export const RETENTION = '/desk/retention'

/** A page of the room of keeping, with the views it has for who is signed in. */
export function showRetention(
  c: DeskContext,
  web: Web,
  page: {
    at: 'coming' | 'rules' | 'list' | 'processing'
    title?: string
    errors?: FieldError[]
    status?: DeskPage['status']
    children: Child
  },
): Promise<Response> {
  const { lang } = c.var
  const t = retentionTexts(lang)
  const sets = may(signedIn(c), 'retention.set')
  const views = [
    { at: 'coming', href: RETENTION, label: t('tab-coming') },
    { at: 'rules', href: `${RETENTION}/rules`, label: t('tab-rules') },
    { at: 'list', href: `${RETENTION}/list`, label: t('tab-list') },
    { at: 'processing', href: `${RETENTION}/processing`, label: t('tab-processing') },
  ]
  return showDesk(c, web, {
    title: page.title ?? t('title'),
    section: sets ? 'admin' : 'queue',
    back: page.title ? `${RETENTION}/rules` : sets ? '/desk/admin' : '/desk',
    hasErrors: Boolean(page.errors),
    status: page.status ?? (page.errors ? 422 : 200),
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={page.errors} />
        <h1>{page.title ?? t('title')}</h1>
        {sets && !page.title && (
          <Tabs
            label={t('title')}
            wrap
            items={views.map(({ at, href, label }) => ({ href, label, current: at === page.at }))}
          />
        )}
        {page.children}
      </div>
    ),
  })
}

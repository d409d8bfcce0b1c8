import { portal } from '../../../language/catalogues/portal.ts'
import type { Web } from '../../context.ts'
import { Alert, TextArea } from '../../ui/parts.ts'
import { draftOf, type Open } from '../draft.ts'
import { type PortalContext, show } from '../frame.tsx'
import { CodeForm } from '../saved.tsx'
import { StartForm } from '../start.tsx'
import type { Typed } from './question.ts'

/**
 * The matter being written in this browser, or the page that says why there is none and what to do. What the person
 * had just typed is given back there, so that nothing is lost.
 */
export async function opened(c: PortalContext, web: Web, typed: Typed = {}): Promise<Open | Response> {
  const found = await draftOf(c, web)
  const { lang } = c.var
  if (found !== 'none' && found !== 'gone') {
    return found.draft.sent ? c.redirect(`/${lang}/receipt`, 303) : found
  }
  const t = portal(lang)
  const texts = Object.values(typed)
    .flat()
    .filter((text) => text.length > 20)
  return show(c, web, {
    title: t(found === 'gone' ? 'gone.title' : 'no-form.title'),
    path: '/continue',
    status: found === 'gone' ? 410 : 404,
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t(found === 'gone' ? 'gone.title' : 'no-form.title')}</h1>
        <p>{t(found === 'gone' ? 'gone.text' : 'no-form.text')}</p>
        {texts.length > 0 && (
          <>
            <Alert tone="warning">
              <p>{t('typed.text')}</p>
            </Alert>
            <TextArea lang={lang} name="typed" label={t('typed.label')} value={texts.join('\n\n')} rows={8} />
          </>
        )}
        <h2>{t('no-form.code')}</h2>
        <CodeForm lang={lang} />
        <h2>{t('no-form.anew')}</h2>
        <StartForm lang={lang} />
      </div>
    ),
  })
}

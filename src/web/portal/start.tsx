import { Hono } from 'hono'
import { portal } from '../../language/catalogues/portal.ts'
import type { Lang } from '../../language/lang.ts'
import type { Web, WebEnv } from '../context.ts'
import { Button, ButtonRow, HiddenFields, LinkButton } from '../ui/parts.ts'
import { beginDraft, draftOf, dropDraft } from './draft.ts'
import { show } from './frame.tsx'

/** The two ways to begin, as cards that are buttons: beginning makes a form, so it is sent, not followed. */
export function StartForm({ lang }: { lang: Lang }) {
  const t = portal(lang)
  return (
    <form method="post" action={`/${lang}/start`}>
      <ul class="av-cards av-starts">
        {(['advice', 'complaint'] as const).map((kind) => (
          <li>
            <button class="av-start" type="submit" name="kind" value={kind}>
              <strong>{t(`front.${kind}`)}</strong>
              <span>{t(`front.${kind}.text`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

/** Begins a matter; asks first where an unfinished one would be lost. */
export function startPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/start', (c) => {
    const t = portal(c.var.lang)
    return show(c, web, {
      title: t('start.title'),
      path: '/start',
      children: (
        <div class="av-flow">
          <h1>{t('start.title')}</h1>
          <StartForm lang={c.var.lang} />
          <p>{t('front.how-long')}</p>
        </div>
      ),
    })
  })
  app.post('/start', async (c) => {
    const { lang } = c.var
    const form = await c.req.parseBody()
    const kind = form.kind === 'complaint' ? 'complaint' : 'advice'
    const found = await draftOf(c, web)
    if (found !== 'none' && found !== 'gone') {
      const begun = Object.keys(found.draft.answers).length > 0 && !found.draft.sent
      if (begun && form.anew !== 'yes') {
        const t = portal(lang)
        return show(c, web, {
          title: t('start.unfinished'),
          path: '/start',
          keep: 'form',
          children: (
            <form class="av-flow av-narrow" method="post">
              <h1>{t('start.unfinished')}</h1>
              <p>{t('start.unfinished.text')}</p>
              <HiddenFields values={{ kind, anew: 'yes' }} />
              <ButtonRow>
                <LinkButton href={`/${lang}/ask/resume`}>{t('start.go-on')}</LinkButton>
                <Button look="secondary">{t('start.anew')}</Button>
              </ButtonRow>
            </form>
          ),
        })
      }
      if (!found.draft.sent) await dropDraft(c, web, found.code)
    }
    await beginDraft(c, web, kind)
    return c.redirect(`/${lang}/ask`, 303)
  })
  return app
}

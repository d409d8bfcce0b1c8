import { identityTexts } from '../../../../language/catalogues/client-identity.ts'
import type { Web } from '../../../context.ts'
import { ButtonRow, LinkButton } from '../../../ui/parts.ts'
import { type PortalContext, show } from '../../frame.tsx'

export type Failure = 'ended' | 'away' | 'case' | 'choice' | 'many'

/** What went wrong with an identification, and the two ways on. */
export function failedPage(c: PortalContext, web: Web, why: Failure): Promise<Response> {
  const { lang } = c.var
  const t = identityTexts(lang)
  return show(c, web, {
    title: t('failed-title'),
    path: '/follow',
    section: 'follow',
    keep: 'secret',
    status: why === 'many' ? 429 : 422,
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('failed-title')}</h1>
        <p>{t(`failed-${why}`)}</p>
        <ButtonRow>
          <LinkButton href={`/${lang}/follow`}>{t('none-go')}</LinkButton>
          <LinkButton look="secondary" href={`/${lang}/follow/identify`}>
            {t('or-go')}
          </LinkButton>
        </ButtonRow>
      </div>
    ),
  })
}

/** Nobody has tied a case to this identification: said calmly, with what to do. */
export function nonePage(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = identityTexts(lang)
  return show(c, web, {
    title: t('none-title'),
    path: '/follow/not-linked',
    section: 'follow',
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('none-title')}</h1>
        <p>{t('none-text')}</p>
        <p>{t('none-lost')}</p>
        <LinkButton href={`/${lang}/follow`}>{t('none-go')}</LinkButton>
      </div>
    ),
  })
}

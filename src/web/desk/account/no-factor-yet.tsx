import type { SignedIn } from '../../../access/signed-in.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Lang } from '../../../language/lang.ts'
import { Alert, LinkButton } from '../../ui/parts.ts'
import type { Side } from '../sign-in/index.tsx'

/** Reminds whoever has only a password, until they have more. The demonstration's people have neither. */
export function NoFactorYet({ lang, staff, side }: { lang: Lang; staff: SignedIn; side: Side }) {
  if (staff.hasFactor !== false || staff.how === 'demo' || staff.how === 'oidc') return null
  const t = signInTexts(lang)
  return (
    <Alert tone="warning" title={t('none-title')}>
      <p>{t('none-text')}</p>
      <LinkButton look="secondary" href={`${side}/account/factors`}>
        {t('none-link')}
      </LinkButton>
    </Alert>
  )
}

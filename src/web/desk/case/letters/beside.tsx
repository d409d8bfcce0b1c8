import type { CaseConsent, CaseLetter } from '../../../../cases/index.ts'
import type { LetterKind } from '../../../../documents/letters.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import type { Lang } from '../../../../language/lang.ts'
import { Alert, Details, SummaryList } from '../../../ui/parts.ts'
import type { OpenLetters } from './open-letters.ts'

/** The consent under which the office may tell something on that ISO day: the latest in force. */
export const consentInForce = (consents: readonly CaseConsent[], today: string): CaseConsent | undefined =>
  consents.find(
    ({ givenAt, withdrawnAt, expiresOn }) =>
      givenAt !== null && withdrawnAt === null && (expiresOn === null || expiresOn >= today),
  )

interface Props {
  lang: Lang
  kind: LetterKind
  opened: OpenLetters
  about?: CaseLetter
  /** ISO date */
  today: string
}

/** What is read while a letter is written: the client's own account, or, of the office's own letter, the consent. */
export function Beside({ lang, kind, opened, about, today }: Props) {
  const t = deskLetters(lang)
  const { account } = opened.file
  if (kind === 'mediation') return <Consent lang={lang} consent={consentInForce(opened.consents, today)} />
  const asked = kind === 'complaint' ? about?.parts.asked : undefined
  return (
    <>
      {account.text && (
        <Details summary={t('beside.story')}>
          <p class="av-typed">{account.text}</p>
          {account.desiredOutcome && (
            <>
              <h3>{t('beside.wish')}</h3>
              <p class="av-typed">{account.desiredOutcome}</p>
            </>
          )}
        </Details>
      )}
      {asked && (
        <Details summary={t('beside.asked')}>
          <p class="av-hush">{t('beside.asked-hint')}</p>
          <p class="av-typed">{asked}</p>
        </Details>
      )}
    </>
  )
}

function Consent({ lang, consent }: { lang: Lang; consent?: CaseConsent }) {
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  if (!consent) return <Alert tone="warning">{t('beside.consent-none')}</Alert>
  return (
    <section class="av-panel av-flow" aria-labelledby="consent-scope">
      <h2 id="consent-scope">{t('beside.consent')}</h2>
      <SummaryList
        lang={lang}
        rows={[
          { label: t('beside.units'), value: consent.units, typed: true },
          { label: t('beside.topics'), value: consent.topics.map((one) => words(`topic.${one}`)).join(', ') },
          ...(consent.text ? [{ label: t('beside.scope'), value: consent.text, typed: true }] : []),
        ]}
      />
    </section>
  )
}

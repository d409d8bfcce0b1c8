import { currentObjection } from '../../../../cases/index.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { portalLetters } from '../../../../language/catalogues/portal-letters.ts'
import { formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { ClientLetters } from './as-client.ts'
import { Agreement } from './consent.tsx'

const BY_LETTER = new Set(['APPROVE_DRAFT', 'REQUEST_CHANGES', 'RECORD_SENT'])
const BY_CONSENT = new Set(['GIVE_CONSENT', 'REFUSE_CONSENT', 'WITHDRAW_CONSENT'])

/** Whether an event is done on the page of a letter or a consent that the case has, instead of by a button of its own. */
export function ledElsewhere(type: string, { letters, consents }: ClientLetters): boolean {
  if (BY_CONSENT.has(type)) return consents.some(({ withdrawnAt, refusedAt }) => !withdrawnAt && !refusedAt)
  const objection = currentObjection(letters)
  return BY_LETTER.has(type) && objection !== undefined && objection.state !== 'sent'
}

/** Letters, consent and agreement on the client's page of the case; nothing where there are none. */
export function LettersOnCase({
  lang,
  letters,
  consents,
  gapConsents,
  agreement,
}: { lang: Lang } & ClientLetters) {
  const t = portalLetters(lang)
  const allowed = consents.length > 0 || gapConsents.length > 0
  if (letters.length === 0 && !allowed && agreement.length === 0) return null
  return (
    <>
      {(letters.length > 0 || allowed) && (
        <>
          <h2>{t('case.title')}</h2>
          <ul class="av-cards">
            {letters.map((letter) => (
              <li class="av-card">
                <h3>
                  <a href={`/${lang}/follow/letters/${letter.id}`}>
                    {letterTexts(lang)(`${letter.kind}.name`)}
                  </a>
                </h3>
                <p>{letterStanding(lang, letter)}</p>
              </li>
            ))}
            {allowed && (
              <li class="av-card">
                <h3>
                  <a href={`/${lang}/follow/consent`}>{t('case.consent')}</a>
                </h3>
                <p>{t('case.consent-text')}</p>
              </li>
            )}
          </ul>
        </>
      )}
      {agreement.length > 0 && <Agreement lang={lang} agreement={agreement} />}
    </>
  )
}

export function letterStanding(lang: Lang, letter: ClientLetters['letters'][number]): string {
  const t = portalLetters(lang)
  if (letter.state === 'sent') return t('state.sent', { date: formatDate(lang, letter.sentOn!) })
  if (letter.state === 'offered' || letter.state === 'approved') return t(`state.${letter.state}`)
  return t('state.draft')
}

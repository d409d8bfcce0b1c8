import type { CaseConsent } from '../../../../cases/index.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import { SummaryList, Tag } from '../../../ui/parts.ts'

/** A consent: whether it is in force, to whom, of what, until when. `today`: ISO date. */
export function ConsentRows({ lang, consent, today }: { lang: Lang; consent: CaseConsent; today: string }) {
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const { givenAt, expiresOn } = consent
  const how = consent.how as 'portal' | 'signed' | 'written' | 'spoken' | null
  return (
    <div class="av-flow">
      <p class="av-tags">
        <ConsentState lang={lang} consent={consent} today={today} />
      </p>
      <SummaryList
        lang={lang}
        rows={[
          { label: t('consent.units'), value: consent.units, typed: true },
          {
            label: t('consent.recipients'),
            value: consent.recipients.map((one) => words(`to.${one}`)).join(', '),
          },
          {
            label: t('consent.topics'),
            value: consent.topics.map((one) => words(`topic.${one}`)).join(', '),
          },
          ...(consent.text ? [{ label: t('consent.text'), value: consent.text, typed: true }] : []),
          {
            label: t('consent.until'),
            value: expiresOn ? formatDate(lang, expiresOn) : t('consent.until-hint'),
          },
        ]}
      />
      {givenAt && how && (
        <p>{t('consent.given', { date: formatDate(lang, givenAt), how: words(`told.${how}`) })}</p>
      )}
    </div>
  )
}

function ConsentState({ lang, consent, today }: { lang: Lang; consent: CaseConsent; today: string }) {
  const t = deskLetters(lang)
  const { withdrawnAt, refusedAt, givenAt, expiresOn } = consent
  if (withdrawnAt)
    return <Tag tone="danger">{t('consent.withdrawn', { date: formatDate(lang, withdrawnAt) })}</Tag>
  if (refusedAt) return <Tag tone="danger">{t('consent.refused')}</Tag>
  if (!givenAt) return <Tag tone="warning">{t('consent.asked')}</Tag>
  if (expiresOn && expiresOn < today) return <Tag tone="warning">{t('consent.expired')}</Tag>
  return <Tag tone="success">{t('consent.in-force')}</Tag>
}

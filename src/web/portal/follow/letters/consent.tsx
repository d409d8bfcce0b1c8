import {
  type AgreedItem,
  applyEvent,
  type CaseConsent,
  type GapConsentOfCase,
  giveAskedConsent,
  Refusal,
  refusalText,
  refuseAskedConsent,
  withdrawOwnGapConsent,
} from '../../../../cases/index.ts'
import { gapCodeName } from '../../../../classification/index.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { portalLetters } from '../../../../language/catalogues/portal-letters.ts'
import { dateInFinland, formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { Web } from '../../../context.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  SummaryList,
  Table,
} from '../../../ui/parts.ts'
import { type PortalContext, show } from '../../frame.tsx'
import { type Sent, said } from '../../letters/fields.ts'
import { readOffice } from '../../office.ts'
import type { OpenedCase } from '../session.ts'
import { asClient, clientLetters } from './as-client.ts'

/** What the client allows or has allowed, in full, with the way to give it and to take it back. */
export async function consentPage(
  c: PortalContext,
  web: Web,
  opened: OpenedCase,
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = portalLetters(lang)
  const { consents, gapConsents } = await clientLetters(web, opened)
  const today = dateInFinland(web.house.now()).toString()
  return show(c, web, {
    title: t('consent.title'),
    path: '/follow/consent',
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    back: `/${lang}/follow/case`,
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        {c.req.query('done') && !errors && <Flash>{t('done.consent')}</Flash>}
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('consent.title')}</h1>
        <p>{t('consent.lead')}</p>
        {consents.length + gapConsents.length === 0 && <p class="av-hush">{t('consent.none')}</p>}
        {consents.map((consent) => (
          <section class="av-panel av-flow">
            <SummaryList lang={lang} rows={consentRows(lang, consent, today)} />
            <Decide lang={lang} consent={consent} />
          </section>
        ))}
        {gapConsents.length > 0 && <h2>{t('gap.title')}</h2>}
        {gapConsents.map((consent) => (
          <section class="av-panel av-flow">
            <SummaryList lang={lang} rows={gapConsentRows(lang, consent)} />
            {!consent.withdrawnAt && (
              <Form lang={lang} action={`/${lang}/follow/consent`}>
                <HiddenFields values={{ consent: consent.id }} />
                <div class="av-flow">
                  <p>{t('gap.withdraw-text')}</p>
                  <Button name="do" value="withdraw-gap" look="secondary" danger>
                    {t('consent.withdraw')}
                  </Button>
                </div>
              </Form>
            )}
          </section>
        ))}
      </div>
    ),
  })
}

function gapConsentRows(
  lang: Lang,
  { authority, benefit, parts, how, givenOn, withdrawnAt }: GapConsentOfCase,
) {
  const t = portalLetters(lang)
  const given = t('consent.given', { date: formatDate(lang, givenOn) })
  return [
    {
      label: t('consent.state'),
      value: withdrawnAt
        ? t('consent.withdrawn', { date: formatDate(lang, withdrawnAt) })
        : `${given} (${gapCodeName('consentHow', how, lang).toLowerCase()}).`,
    },
    { label: t('consent.units'), value: gapCodeName('authority', authority, lang) },
    { label: t('gap.about'), value: gapCodeName('benefit', benefit, lang) },
    {
      label: t('consent.topics'),
      value: parts.map((part) => gapCodeName('sheetPart', part, lang).toLowerCase()).join(', '),
    },
  ]
}

function Decide({ lang, consent }: { lang: Lang; consent: CaseConsent }) {
  const t = portalLetters(lang)
  if (consent.withdrawnAt || consent.refusedAt) return null
  const button = (value: string, label: string, look: 'primary' | 'secondary', danger = false) => (
    <Button name="do" value={value} look={look} danger={danger}>
      {label}
    </Button>
  )
  return (
    <Form lang={lang} action={`/${lang}/follow/consent`}>
      <HiddenFields values={{ consent: consent.id }} />
      {consent.givenAt ? (
        <div class="av-flow">
          <p>{t('consent.withdraw-text')}</p>
          {button('withdraw', t('consent.withdraw'), 'secondary', true)}
        </div>
      ) : (
        <ButtonRow>
          {button('give', t('consent.give'), 'primary')}
          {button('refuse', t('consent.refuse'), 'secondary')}
        </ButtonRow>
      )}
    </Form>
  )
}

function consentRows(lang: Lang, consent: CaseConsent, today: string) {
  const t = portalLetters(lang)
  const words = caseLetters(lang)
  return [
    { label: t('consent.state'), value: standing(lang, consent, today) },
    { label: t('consent.units'), value: consent.units, typed: true },
    { label: t('consent.recipients'), value: consent.recipients.map((one) => words(`to.${one}`)).join(', ') },
    { label: t('consent.topics'), value: consent.topics.map((one) => words(`topic.${one}`)).join(', ') },
    ...(consent.text ? [{ label: t('consent.scope'), value: consent.text, typed: true }] : []),
  ]
}

function standing(lang: Lang, consent: CaseConsent, today: string): string {
  const t = portalLetters(lang)
  const on = (date: Date | string) => ({ date: formatDate(lang, date) })
  if (consent.withdrawnAt) return t('consent.withdrawn', on(consent.withdrawnAt))
  if (consent.refusedAt) return t('consent.refused')
  const until = consent.expiresOn ? t('consent.until', on(consent.expiresOn)) : t('consent.until-none')
  if (!consent.givenAt) return `${t('consent.asked')}. ${until}.`
  if (consent.expiresOn && consent.expiresOn < today) return t('consent.expired', on(consent.expiresOn))
  return `${t('consent.given', on(consent.givenAt))}. ${until}.`
}

export async function saveConsent(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const sent = (await c.req.parseBody()) as Sent
  const what = said(sent, 'do')
  const seen = said(sent, 'consent')
  try {
    await asClient(web, opened, async (t) => {
      if (what === 'give') return giveAskedConsent(t, opened.id, seen)
      if (what === 'refuse') return refuseAskedConsent(t, opened.id, seen)
      if (what === 'withdraw-gap') return withdrawOwnGapConsent(t, opened.id, seen ?? '')
      if (what === 'withdraw') await applyEvent(t, opened.id, { type: 'WITHDRAW_CONSENT' }, 'client')
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return consentPage(c, web, opened, [{ field: 'main', message: refusalText(error, c.var.lang) }])
  }
  return c.redirect(`/${c.var.lang}/follow/consent?done=1`, 303)
}

/** Who does what by when, and whether it was done. */
export function Agreement(props: { lang: Lang; agreement: readonly AgreedItem[]; titled?: boolean }) {
  const { lang, agreement, titled = true } = props
  const t = portalLetters(lang)
  const words = caseLetters(lang)
  return (
    <>
      {titled && <h2>{t('agreement.title')}</h2>}
      <Table
        caption={t('agreement.title')}
        captionHidden
        stack
        rows={agreement}
        columns={[
          { label: t('agreement.what'), rowHeader: true, cell: ({ what }) => what },
          { label: t('agreement.who'), cell: ({ who }) => words(`who.${who}`) },
          { label: t('agreement.due'), cell: ({ due }) => (due ? formatDate(lang, due) : '–') },
          {
            label: t('agreement.kept'),
            cell: ({ kept }) => (kept ? words(`kept.${kept}`) : t('agreement.unknown')),
          },
        ]}
      />
    </>
  )
}

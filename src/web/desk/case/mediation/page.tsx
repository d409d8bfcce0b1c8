import { caseTexts } from '../../../../language/catalogues/desk-case.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { dateInFinland, formatDate } from '../../../../language/formats.ts'
import type { Web } from '../../../context.ts'
import { Agreement } from '../../../portal/follow/letters/consent.tsx'
import type { Sent } from '../../../portal/letters/fields.ts'
import { Alert, ErrorSummary, type FieldError, Flash, LinkButton, Tag } from '../../../ui/parts.ts'
import { type DeskContext, showDesk } from '../../frame.tsx'
import { ledTo } from '../letters/led.ts'
import { LetterList } from '../letters/list.tsx'
import { clientLang, openLetters } from '../letters/open-letters.ts'
import { TrackActions } from '../track-actions.tsx'
import { ConsentRows } from './consent-rows.tsx'
import { AgreementForm, ConsentForm, KeptForm } from './forms.tsx'

const DONE = ['consent', 'asked', 'agreed', 'kept'] as const

/** What was sent from this page and not taken. */
export interface MediationNotTaken {
  at: 'consent' | 'agreement' | 'kept'
  sent: Sent
  errors: FieldError[]
  refusal?: string
}

/** Everything of a mediation on one page: the consent it rests on, the request, what was agreed, whether it was kept. */
export async function mediationPage(
  c: DeskContext,
  web: Web,
  notTaken?: MediationNotTaken,
): Promise<Response> {
  const { lang } = c.var
  const t = deskLetters(lang)
  const opened = await openLetters(c, web)
  const { case: row } = opened.file
  const now = web.house.now()
  const today = dateInFinland(now).toString()
  const requests = opened.letters.filter(({ kind }) => kind === 'mediation')
  const sent = requests.find(({ state }) => state === 'sent')
  const states = opened.states.filter(({ track }) => track === 'mediation')
  const done = DONE.find((one) => one === c.req.query('done'))
  const can = (type: string) => opened.actions.some((action) => action.type === type && !action.refusal)
  const canAgree = can('AGREED')
  const canFollow = can('KEPT') && opened.agreement.length > 0
  return showDesk(c, web, {
    title: `${t('mediation.title')}, ${row.number}`,
    section: 'queue',
    back: `/desk/cases/${row.id}`,
    hasErrors: Boolean(notTaken),
    status: notTaken?.refusal ? 409 : notTaken ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={notTaken?.errors} />
        {notTaken?.refusal && (
          <div class="av-flash" role="alert">
            <Alert tone="danger" title={caseTexts(lang)('not-saved-title')}>
              <p>{notTaken.refusal}</p>
            </Alert>
          </div>
        )}
        {done && !notTaken && <Flash>{t(`done.${done}`)}</Flash>}
        <h1>{t('mediation.title')}</h1>
        <p class="av-tags">
          <a href={`/desk/cases/${row.id}`}>{row.number}</a>
          {states
            .filter(({ path }) => !path.endsWith('.none'))
            .map(({ label }) => (
              <Tag tone="info">{label}</Tag>
            ))}
        </p>
        <div class="av-columns" data-side>
          <div class="av-flow">
            <section class="av-panel av-flow" aria-labelledby="consent">
              <h2 id="consent">{t('consent.title')}</h2>
              {opened.consents.length === 0 && <p>{t('consent.none')}</p>}
              {opened.consents.map((consent) => (
                <ConsentRows lang={lang} consent={consent} today={today} />
              ))}
              <TrackActions
                lang={lang}
                opened={opened}
                now={now}
                page="mediation"
                wanted={({ type }) => type === 'WITHDRAW_CONSENT'}
              />
              <ConsentForm lang={lang} caseId={row.id} notTaken={notTaken} clientLang={clientLang(opened)} />
            </section>
            <section class="av-panel av-flow" aria-labelledby="agreement">
              <h2 id="agreement">{t('agreement.title')}</h2>
              {opened.agreement.length > 0 ? (
                <Agreement lang={lang} agreement={opened.agreement} titled={false} />
              ) : (
                <p class="av-hush">{t(canAgree ? 'agreement.none' : 'agreement.not-now')}</p>
              )}
              {canAgree && <AgreementForm lang={lang} caseId={row.id} notTaken={notTaken} />}
              {canFollow && (
                <KeptForm lang={lang} caseId={row.id} agreement={opened.agreement} notTaken={notTaken} />
              )}
            </section>
          </div>
          <aside class="av-flow" aria-label={t('mediation.steps')}>
            <section class="av-panel av-flow" aria-labelledby="request">
              <h2 id="request">{t('mediation.request')}</h2>
              {requests.length > 0 && <LetterList lang={lang} caseId={row.id} letters={requests} />}
              {sent?.parts.replyBy && (
                <p>
                  {t('mediation.reply-due', { date: formatDate(lang, sent.parts.replyBy) })}{' '}
                  <Tag>{t('mediation.target')}</Tag>
                </p>
              )}
              <LinkButton
                href={`/desk/cases/${row.id}/letters/new?kind=mediation&language=${row.language === 'sv' ? 'sv' : 'fi'}`}
                look="secondary"
              >
                {t('mediation.request-new')}
              </LinkButton>
              <p class="av-hush">{letterTexts(lang)('mediation.what')}</p>
            </section>
            <section class="av-panel av-flow" aria-labelledby="steps">
              <h2 id="steps">{t('mediation.actions')}</h2>
              <TrackActions
                lang={lang}
                opened={opened}
                now={now}
                page="mediation"
                wanted={({ track, type }) =>
                  track === 'mediation' && type !== 'AGREED' && !ledTo(type, row.id, opened)
                }
              />
            </section>
          </aside>
        </div>
      </div>
    ),
  })
}

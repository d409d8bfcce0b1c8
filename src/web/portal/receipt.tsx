import { Hono } from 'hono'
import { portal } from '../../language/catalogues/portal.ts'
import { ask as askTexts } from '../../language/catalogues/portal-ask.ts'
import { formatLongDate } from '../../language/formats.ts'
import type { Web, WebEnv } from '../context.ts'
import {
  Alert,
  Button,
  ButtonRow,
  CopyButton,
  HiddenFields,
  LinkButton,
  PrintButton,
  Steps,
} from '../ui/parts.ts'
import { draftOf, keep, type Sent } from './draft.ts'
import { type PortalContext, show } from './frame.tsx'
import { readOffice } from './office.ts'

/** After sending: number, secret code once, what happens next and by when. */
export function receiptPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/receipt', async (c) => {
    const found = await draftOf(c, web)
    if (found === 'none' || found === 'gone' || !found.draft.sent) return nonePage(c, web)
    const { sent } = found.draft
    if (sent.receipt) {
      // Told to the draft before it is shown: a page that was shown twice would be no secret.
      const { receipt: _, ...rest } = sent
      await keep(web, { ...found, draft: { ...found.draft, sent: rest } })
    }
    return receiptPage(c, web, sent)
  })
  return app
}

async function receiptPage(c: PortalContext, web: Web, sent: Sent) {
  const { lang } = c.var
  const t = portal(lang)
  const ask = askTexts(lang)
  const office = await readOffice(web.house, sent.organisation, lang)
  const title = t(sent.call ? 'receipt.title.call' : 'receipt.title')
  const mail = sent.mail
    ? t(web.mailLeaves ? 'receipt.mail' : web.demo ? 'receipt.mail-demo' : 'receipt.mail-waits')
    : t('receipt.no-mail')
  return show(c, web, {
    title,
    path: '/receipt',
    office,
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{title}</h1>
        <div class="av-receipt" id="receipt">
          <p>
            <span>{t('receipt.number')}: </span>
            <strong class="av-secret">{sent.number}</strong>
          </p>
          {sent.receipt && (
            <p>
              <span>{t('receipt.secret')}: </span>
              <strong class="av-secret">{sent.receipt}</strong>
            </p>
          )}
        </div>
        {sent.receipt ? (
          <>
            <p>
              <strong>{t('receipt.keep')}</strong>
            </p>
            <ButtonRow>
              <CopyButton lang={lang} from="receipt" label={t('receipt.copy')} />
              <PrintButton lang={lang} />
            </ButtonRow>
          </>
        ) : (
          <Alert>
            <p>{t('receipt.shown')}</p>
          </Alert>
        )}
        {sent.callUs && (
          <Alert tone="warning" title={t('receipt.urgent')}>
            <p>
              {office?.phone
                ? t('receipt.urgent.call', { phone: office.phone })
                : t('receipt.urgent.no-number')}
            </p>
          </Alert>
        )}
        <h2>{t('receipt.next')}</h2>
        <Steps
          lang={lang}
          steps={[
            {
              label: t('receipt.step-1'),
              state: 'done',
              detail: office && t('receipt.step-1.text', { office: office.name }),
            },
            {
              label: t('receipt.step-2'),
              state: 'current',
              detail: t(
                sent.call
                  ? 'receipt.step-2.call'
                  : sent.silent
                    ? 'receipt.step-2.silent'
                    : 'receipt.step-2.text',
              ),
            },
            {
              label: t('receipt.step-3'),
              state: 'coming',
              detail: t('receipt.step-3.text', { date: formatLongDate(lang, sent.answerBy) }),
            },
          ]}
        />
        <p>{mail}</p>
        {sent.reviewBy ? (
          <Alert tone="warning" title={ask('time.row-value', { date: formatLongDate(lang, sent.reviewBy) })}>
            <p>{ask('time.lead')}</p>
            <p>{ask('time.instructions')}</p>
          </Alert>
        ) : (
          <p>{t('receipt.time')}</p>
        )}
        <p class="av-hush av-no-print">{t('receipt.shared')}</p>
        <div class="av-print-only">
          <p>{t('receipt.where', { url: `${web.house.publicUrl}/${lang}/follow` })}</p>
          {office?.phone && (
            <p>
              {office.name}: {office.phone} {office.hours}
            </p>
          )}
        </div>
        {sent.receipt ? (
          <form method="post" action={`/${lang}/follow`} class="av-no-print">
            <HiddenFields values={{ number: sent.number, receipt: sent.receipt }} />
            <Button look="secondary">{t('receipt.follow')}</Button>
          </form>
        ) : (
          <LinkButton look="secondary" href={`/${lang}/follow`}>
            {t('receipt.follow-link')}
          </LinkButton>
        )}
      </div>
    ),
  })
}

function nonePage(c: PortalContext, web: Web) {
  const { lang } = c.var
  const t = portal(lang)
  return show(c, web, {
    title: t('receipt.none'),
    path: '/receipt',
    status: 404,
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('receipt.none')}</h1>
        <p>{t('receipt.none.text')}</p>
        <LinkButton href={`/${lang}/follow`}>{t('receipt.follow-link')}</LinkButton>
      </div>
    ),
  })
}

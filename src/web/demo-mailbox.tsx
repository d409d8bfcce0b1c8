import { Hono } from 'hono'
import { inOffice } from '../custody/transaction.ts'
import { notices } from '../language/catalogues/notices.ts'
import { formatDateTime } from '../language/formats.ts'
import { listOutbox, type OutboxRow } from '../notices/index.ts'
import type { Web, WebEnv } from './context.ts'
import { notFound } from './problem.tsx'
import { requestLang } from './ui/language.ts'
import { Details, EmptyState, PlainLayout } from './ui/parts.ts'
import { pageRenderer } from './ui/renderer.tsx'

/** How many mails the page shows. */
const SHOWN = 50

/** The mails that would have left the demonstration. Mount at `/demo/mailbox`; elsewhere than in demo there is no such page. */
export function demoMailbox(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  if (!web.demo) return pages.all('*', notFound)
  pages.use(pageRenderer)
  pages.get('/', async (c) => {
    const lang = requestLang(c)
    const t = notices(lang)
    const mails = await newestMails(web)
    return c.render(
      <PlainLayout lang={lang} title={t('mailbox-title')} languageHref={(to) => `/demo/mailbox?lang=${to}`}>
        <div class="av-flow av-narrow">
          <h1>{t('mailbox-title')}</h1>
          <p class="av-lead">{t('mailbox-lead')}</p>
          <p>
            <a href={`/${lang}`}>{t('mailbox-front')}</a> · <a href="/desk">{t('mailbox-desk')}</a>
          </p>
          {mails.length === 0 && <EmptyState title={t('mailbox-empty')} />}
          {mails.map((mail) => (
            <Details
              summary={
                <span>
                  <span lang={mail.language}>{mail.subject}</span>
                  <span class="av-second">
                    {t(`to-${mail.audience}`)} · {formatDateTime(lang, mail.plannedAt)}
                  </span>
                </span>
              }
            >
              <div class="av-typed" lang={mail.language}>
                <LinkedText text={mail.text!} />
              </div>
            </Details>
          ))}
        </div>
      </PlainLayout>,
    )
  })
  return pages
}

async function newestMails({ house }: Web): Promise<OutboxRow[]> {
  const all: OutboxRow[] = []
  for (const organisation of house.organisations) {
    const { rows } = await inOffice(house, organisation, { kind: 'system' }, (t) =>
      listOutbox(t, { view: 'all' }, undefined, SHOWN),
    )
    all.push(...rows.filter((row) => row.text !== null))
  }
  return all.sort((a, b) => b.plannedAt.getTime() - a.plannedAt.getTime()).slice(0, SHOWN)
}

/** The text with its links as links, as a mail program shows it. */
function LinkedText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>()]+)/)
  return <>{parts.map((part, index) => (index % 2 ? <a href={part}>{part}</a> : part))}</>
}

import { type Opening, whoOpened } from '../../../cases/index.ts'
import { auditLog } from '../../../language/catalogues/audit-log.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import { formatDate, formatTime } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { Table } from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { readOffice } from '../office.ts'
import { asClient } from './letters/as-client.ts'
import type { OpenedCase } from './session.ts'

const WHO = ['ombudsman', 'lead', 'admin', 'authority', 'system'] as const

/** To the client: who at the office has opened the case, by day and by task, prints and files included. */
export async function openedPage(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const { lang } = c.var
  const t = auditLog(lang)
  const rows = await asClient(web, opened, (o) => whoOpened(o, opened.id))
  return show(c, web, {
    title: t('opened-title'),
    path: '/follow/opened',
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <p>
          <a class="ds-link av-back" href={`/${lang}/follow/case`}>
            {ui(lang)('back')}
          </a>
        </p>
        <h1>{t('opened-title')}</h1>
        <p>{t('opened-lead')}</p>
        {rows.length === 0 ? (
          <p>{t('opened-none')}</p>
        ) : (
          <Table
            caption={t('opened-title')}
            captionHidden
            stack
            rows={rows}
            columns={[
              { label: t('opened-day'), rowHeader: true, cell: ({ to }) => formatDate(lang, to) },
              { label: t('opened-times'), cell: (row) => times(row, lang) },
              {
                label: t('opened-who'),
                cell: ({ who }) => t(`who-${WHO.find((one) => one === who) ?? 'system'}`),
              },
              { label: t('opened-how'), cell: ({ how, times: n }) => t(`how-${how}`, { n }) },
            ]}
          />
        )}
      </div>
    ),
  })
}

const times = ({ from, to }: Opening, lang: Lang): string =>
  [...new Set([formatTime(lang, from), formatTime(lang, to)])].join('–')

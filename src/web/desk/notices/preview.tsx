import type { Context } from 'hono'
import { raw } from 'hono/html'
import { isLang, LANGS } from '../../../language/lang.ts'
import { isNoticeName, NOTICE_NAMES, NOTICES, previewNotice } from '../../../notices/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { OWN_NAME, SummaryList, Tabs } from '../../ui/parts.ts'
import { showDesk } from '../frame.tsx'
import { OUTBOX, textsOf } from './frame.tsx'

/** Every notice in every language, as it would go out today with made-up values. */
export function previewPage(c: Context<WebEnv>, web: Web) {
  const t = textsOf(c)
  const { lang } = c.var
  const wanted = c.req.query('notice') ?? ''
  const name = isNoticeName(wanted) ? wanted : 'received'
  const asked = c.req.query('in')
  const noticeLang = isLang(asked) ? asked : lang
  const notice = previewNotice(name, noticeLang)
  const href = (to: { name?: string; lang?: string }) =>
    `${OUTBOX}/texts?notice=${to.name ?? name}&in=${to.lang ?? noticeLang}`
  return showDesk(c, web, {
    title: t('previews-title'),
    section: 'admin',
    back: OUTBOX,
    children: (
      <div class="av-flow">
        <h1>{t('previews-title')}</h1>
        <p class="av-lead">{t('previews-lead')}</p>
        <Tabs
          label={t('previews-title')}
          items={NOTICE_NAMES.map((one) => ({
            href: href({ name: one }),
            label: t(`kind-${one}`),
            current: one === name,
          }))}
          wrap
        />
        <Tabs
          label={t('previews-language')}
          items={LANGS.map((one) => ({
            href: href({ lang: one }),
            label: OWN_NAME[one],
            current: one === noticeLang,
          }))}
        />
        <SummaryList
          lang={lang}
          rows={[
            { label: t('subject-label'), value: <span lang={noticeLang}>{notice.subject}</span> },
            { label: t('when-label'), value: <span lang={noticeLang}>{notice.purpose}</span> },
            { label: t('col-to'), value: t(`to-${NOTICES[name].audience}`) },
            { label: t('version-label'), value: notice.version },
          ]}
        />
        <article class="av-panel av-letter av-flow" lang={noticeLang} aria-label={notice.subject}>
          {raw(notice.fragment)}
        </article>
      </div>
    ),
  })
}

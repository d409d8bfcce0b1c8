import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Notice } from '../database/generated/client.ts'
import { isLang, type Lang } from '../language/lang.ts'
import { noticePath } from './links.ts'
import type { NoticeVariables } from './plan.ts'
import { houseNoticeTexts, type RenderedNotice } from './render.ts'
import { isNoticeName, type NoticeFacts, type NoticeName, type SendingOffice } from './template.ts'

/** A notice as it goes out, and as it may be kept. */
export interface Letter {
  notice: RenderedNotice
  /** The text without a link that is a secret. */
  kept: string
}

/**
 * Writes the notice with the text of today.
 * @throws Error when the text or a fact it needs is not there
 */
export async function writeLetter(
  t: OfficeTransaction,
  row: Pick<Notice, 'template' | 'language' | 'variables'>,
  secretPath?: string,
): Promise<Letter> {
  if (!isNoticeName(row.template)) throw new Error(`no notice ${row.template}`)
  const name: NoticeName = row.template
  const lang: Lang = isLang(row.language) ? row.language : 'fi'
  const { facts, path } = row.variables as unknown as NoticeVariables
  const office = await sendingOffice(t, lang)
  const render = (to: string) =>
    houseNoticeTexts().render(name, lang, {
      facts: facts as NoticeFacts<NoticeName>,
      office,
      link: `${t.house.publicUrl}${to}`,
    })
  const notice = render(secretPath ?? path ?? noticePath(name, lang, facts))
  return { notice, kept: secretPath ? render('/…').text : notice.text }
}

async function sendingOffice(t: OfficeTransaction, lang: Lang): Promise<SendingOffice> {
  const row = await t.sql.organisation.findUniqueOrThrow({ where: { code: t.organisation } })
  const hours = (row.hours ?? {}) as Partial<Record<Lang, string>>
  return {
    organisation: { fi: row.nameFi, sv: row.nameSv, en: row.nameEn }[lang],
    phone: row.phone || undefined,
    phoneHours: hours[lang] || hours.fi || undefined,
  }
}

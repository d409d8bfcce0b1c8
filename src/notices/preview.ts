import type { Lang } from '../language/lang.ts'
import { houseNoticeTexts, type NoticePreview } from './render.ts'
import type { NoticeName } from './template.ts'

/** The text of a notice as it would go out today, filled with made-up values. */
export const previewNotice = (name: NoticeName, lang: Lang): NoticePreview =>
  houseNoticeTexts().preview(name, lang)

import { attachmentTexts } from '../../../../language/catalogues/attachments.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { OpenCase } from '../open-case.ts'
import { FileLines } from './state.tsx'

/** The files of the case, and the way to add some. */
export function FilesPanel({ lang, opened, scans }: { lang: Lang; opened: OpenCase; scans: boolean }) {
  const t = attachmentTexts(lang)
  const { id } = opened.file.case
  return (
    <section class="av-panel av-flow" aria-labelledby="files">
      <h2 id="files">{t('case-files')}</h2>
      {opened.attachments.length === 0 && <p class="av-hush">{t('panel-none')}</p>}
      <FileLines lang={lang} caseId={id} files={opened.attachments} scans={scans} />
      <p class="av-no-print">
        <a href={`/desk/cases/${id}/files`}>{t('panel-link')}</a>
      </p>
    </section>
  )
}

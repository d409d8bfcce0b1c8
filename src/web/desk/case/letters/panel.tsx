import { currentObjection, mayRecordOwn } from '../../../../cases/index.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { OpenCase } from '../open-case.ts'
import { LetterList } from './list.tsx'
import type { OpenLetters } from './open-letters.ts'

/** The case page's way to letters, mediation and remedy, with where each letter stands. */
export function LettersPanel(props: { lang: Lang; opened: OpenCase; written: Pick<OpenLetters, 'letters'> }) {
  const { lang, opened, written } = props
  const t = deskLetters(lang)
  const { case: row } = opened.file
  const base = `/desk/cases/${row.id}`
  const objection = currentObjection(written.letters)
  const toCheck = objection?.state === 'sent' && row.state.includes('open.objection.answered')
  const awaited = row.state.some((path) => /^open\.objection\.(awaiting|answered)/.test(path))
  return (
    <section class="av-panel av-flow" aria-labelledby="letters">
      <h2 id="letters">{t('panel.title')}</h2>
      {written.letters.length > 0 && <LetterList lang={lang} caseId={row.id} letters={written.letters} />}
      {toCheck && (
        <p>
          <a href={`${base}/letters/${objection.id}/answer`}>
            <strong>{t('panel.answer')}</strong>
          </a>
        </p>
      )}
      {!objection && awaited && mayRecordOwn(row, written.letters) && (
        <p>
          {t('own.missing')} <a href={`${base}/letters/own`}>{t('own.title')}</a>
        </p>
      )}
      <p class="av-buttons av-no-print">
        <a href={`${base}/letters`}>{t('panel.letters')}</a>
        {row.kind === 'complaint' && <a href={`${base}/mediation`}>{t('panel.mediation')}</a>}
        <a href={`${base}/remedy`}>{t('panel.remedy')}</a>
      </p>
    </section>
  )
}

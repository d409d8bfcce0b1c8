import { changeTexts } from '../../../language/catalogues/change.ts'
import { personTexts } from '../../../language/catalogues/person-data.ts'
import { rightsTexts } from '../../../language/catalogues/rights.ts'
import type { Lang } from '../../../language/lang.ts'
import { rightOf } from '../../../law/index.ts'
import { ChangeTable } from './change.tsx'
import type { OpenCase } from './open-case.ts'
import { statuteOf } from './rights.tsx'

interface Props {
  lang: Lang
  opened: OpenCase
}

/** The rights at stake, with what was found of each. */
export function RightsPanel({ lang, opened }: Props) {
  const t = rightsTexts(lang)
  const { rights, file } = opened
  return (
    <section class="av-panel av-flow" aria-labelledby="rights">
      <h2 id="rights">{t('panel-title')}</h2>
      {rights.length === 0 && <p class="av-hush">{t('panel-none')}</p>}
      <ul class="av-contacts">
        {rights.map((issue) => (
          <li>
            {rightOf(issue.code)?.name[lang] ?? issue.code}
            <span class="av-second">{statuteOf(issue.code, lang)}</span>
            <span class="av-second">{t(`finding-${issue.finding as 'open'}`)}</span>
          </li>
        ))}
      </ul>
      <p class="av-no-print">
        <a href={`/desk/cases/${file.case.id}/rights`}>{t('panel-link')}</a>
      </p>
    </section>
  )
}

/** The client's goals, and whether anything has changed. */
export function ChangePanel({ lang, opened }: Props) {
  const t = changeTexts(lang)
  const { change, file } = opened
  return (
    <section class="av-panel av-flow" aria-labelledby="change">
      <h2 id="change">{t('panel-title')}</h2>
      {change.goals.length === 0 && <p class="av-hush">{t('panel-none')}</p>}
      <ol>
        {change.goals.map(({ text }) => (
          <li class="av-typed">{text}</li>
        ))}
      </ol>
      {change.rated && <ChangeTable lang={lang} change={change} />}
      <p class="av-no-print">
        <a href={`/desk/cases/${file.case.id}/change`}>{t('panel-link')}</a>
      </p>
    </section>
  )
}

/** What restricts the use of the data, what the client asked to be put right, and the way to all of it. */
export function KeepingPanel({ lang, opened }: Props) {
  const t = personTexts(lang)
  const { keeping, file } = opened
  return (
    <section class="av-panel av-flow" aria-labelledby="keeping">
      <h2 id="keeping">{t('keeping-panel')}</h2>
      {keeping.limited && (
        <p>
          <strong>{t('panel-limit')}</strong>
        </p>
      )}
      {keeping.held && <p>{t('panel-hold')}</p>}
      {keeping.asked > 0 && (
        <p>
          <strong>{t('panel-rectify', { n: keeping.asked })}</strong>
        </p>
      )}
      {keeping.noted > 0 && <p>{t('panel-noted', { n: keeping.noted })}</p>}
      <p class="av-no-print">
        <a href={`/desk/cases/${file.case.id}/keeping`}>{t('keeping-link')}</a>
      </p>
    </section>
  )
}

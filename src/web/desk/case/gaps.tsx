import { gapCodeName } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import type { Lang } from '../../../language/lang.ts'
import { Tag } from '../../ui/parts.ts'
import type { OpenCase } from './open-case.ts'

/** The benefit gaps of a case, each with what counts most, and the way to record one. */
export function GapsPanel({ lang, opened }: { lang: Lang; opened: OpenCase }) {
  const t = gaps(lang)
  return (
    <section class="av-panel av-flow" aria-labelledby="gaps">
      <h2 id="gaps">{t('case-title')}</h2>
      {opened.gaps.length === 0 && <p class="av-hush">{t('case-none')}</p>}
      <ul class="av-contacts">
        {opened.gaps.map(({ gap, figures: { daysWithoutIncome: days, time, handOffs } }) => (
          <li>
            <a href={`/desk/gaps/${gap.id}`}>
              {gapCodeName('benefit', gap.benefit, lang)}, {gapCodeName('authority', gap.authority, lang)}
            </a>
            <span class="av-second">
              {[
                days !== undefined && t('case-days', { n: days }),
                time?.late && t('case-over', { n: time.workingDaysOver }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            <span class="av-tags">
              <Tag tone={gap.state === 'open' ? 'info' : 'neutral'}>
                {t(gap.state === 'open' ? 'open' : 'closed')}
              </Tag>
              {handOffs.loops.length > 0 && <Tag tone="warning">{t('loop-tag')}</Tag>}
            </span>
          </li>
        ))}
      </ul>
      <p class="av-no-print">
        <a href={`/desk/cases/${opened.file.case.id}/gaps/new`}>{t('case-add')}</a>
      </p>
    </section>
  )
}

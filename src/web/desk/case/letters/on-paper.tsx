import { raw } from 'hono/html'
import { toHtmlFragment } from '../../../../documents/html.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { portalLetters } from '../../../../language/catalogues/portal-letters.ts'
import { formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import { Agreement } from '../../../portal/follow/letters/consent.tsx'
import { SummaryList } from '../../../ui/parts.ts'
import { ConsentRows } from '../mediation/consent-rows.tsx'
import { LetterState } from './list.tsx'
import type { OpenLetters } from './open-letters.ts'

type Written = Pick<OpenLetters, 'letters' | 'consents' | 'agreement'>

/** Letters with their text, what became of each point, consents and the agreement, for the printed case. */
export function LettersOnPaper({ lang, written, today }: { lang: Lang; written: Written; today: string }) {
  const t = deskLetters(lang)
  const words = caseLetters(lang)
  const { letters, consents, agreement } = written
  if (letters.length === 0 && consents.length === 0 && agreement.length === 0) return null
  return (
    <section class="av-panel av-flow">
      <h2>{t('list.print')}</h2>
      {letters.map((letter) => (
        <div class="av-flow">
          <h3>
            {letterTexts(lang)(`${letter.kind}.name`)} <LetterState lang={lang} letter={letter} />
          </h3>
          {letter.sentOn && (
            <p>
              {[
                formatDate(lang, letter.sentOn),
                letter.sentTo && words(`to.${letter.sentTo}`),
                letter.sentHow && words(`sent.${letter.sentHow}`),
                letter.proof,
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
          )}
          {letter.text ? (
            raw(toHtmlFragment(letter.text))
          ) : (
            <ol>
              {letter.points.map((point) => (
                <li class="av-typed">{point.words}</li>
              ))}
            </ol>
          )}
          {letter.points.some((point) => point.answered || point.clientAnswered) && (
            <SummaryList
              lang={lang}
              rows={letter.points.map((point) => ({
                label: letterTexts(lang)('form.point', { n: point.n }),
                value: [
                  point.answered && words(`answered.${point.answered}`),
                  point.reasons && t('answer.reasons'),
                  point.measures && t('answer.measures'),
                  point.note,
                  point.clientAnswered &&
                    t('answer.client', { answered: words(`answered.${point.clientAnswered}`) }),
                  point.clientWords,
                ]
                  .filter(Boolean)
                  .join('. '),
                typed: true,
              }))}
            />
          )}
        </div>
      ))}
      {consents.map((consent) => (
        <>
          <h3>{portalLetters(lang)('case.consent')}</h3>
          <ConsentRows lang={lang} consent={consent} today={today} />
        </>
      ))}
      {agreement.length > 0 && <Agreement lang={lang} agreement={agreement} />}
    </section>
  )
}

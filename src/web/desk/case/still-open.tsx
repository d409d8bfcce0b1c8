import type { CaseLetter } from '../../../cases/index.ts'
import { gapCodeName } from '../../../classification/index.ts'
import { caseLetters } from '../../../language/catalogues/case-letters.ts'
import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { letterTexts } from '../../../language/catalogues/letters.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { RULES, ruleOn } from '../../../law/index.ts'
import { Alert } from '../../ui/parts.ts'
import type { OpenCase } from './open-case.ts'

/** The events that end a case, whoever's hand it was in. */
export const ENDS_CASE = new Set(['CLOSE', 'ANSWER_AND_CLOSE', 'HAND_OVER', 'WITHDRAW'])

/** What is not finished on a case that is about to end: times that run, gaps, letters under way. In words, or nothing. */
export function stillOpen(lang: Lang, opened: OpenCase, letters: readonly CaseLetter[]): string[] {
  const t = caseTexts(lang)
  const { clocks, rules } = opened.file
  return [
    ...clocks
      // What the office promised itself ends with the case; the law's times do not.
      .filter(({ state, kind }) => state !== 'stopped' && kind !== 'target')
      .map(({ rule, due, startedOn }) =>
        t('still-clock', {
          rule:
            ruleOn(rule, startedOn.toISOString().slice(0, 10), rules)?.name[lang] ??
            RULES.find(({ code }) => code === rule)?.name[lang] ??
            rule,
          date: formatDate(lang, due),
        }),
      ),
    ...opened.gaps
      .filter(({ gap }) => gap.state === 'open')
      .map(({ gap }) =>
        t(gap.urgent ? 'still-gap-urgent' : 'still-gap', {
          benefit: gapCodeName('benefit', gap.benefit, lang),
          authority: gapCodeName('authority', gap.authority, lang),
        }),
      ),
    ...letters
      .filter(({ state }) => state === 'draft' || state === 'offered' || state === 'approved')
      .map(({ kind, state }) =>
        t('still-letter', {
          letter: letterTexts(lang)(`${kind}.name`),
          state: caseLetters(lang)(`state.${state}`),
        }),
      ),
  ]
}

/** The same above the button that ends the case. */
export function StillOpen(props: { lang: Lang; lines: readonly string[] }) {
  const t = caseTexts(props.lang)
  if (props.lines.length === 0) return null
  return (
    <Alert tone="warning" title={t('still-title')}>
      <ul>
        {props.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{t('still-text')}</p>
    </Alert>
  )
}

import { ask } from '../../../language/catalogues/portal-ask.ts'
import { Checkboxes, errorOf } from '../../ui/parts.ts'
import { type Asked, many, type Question } from './question.ts'

export const NEEDS = ['food', 'medicine', 'home', 'child', 'care', 'safety'] as const
export type Need = (typeof NEEDS)[number]

export const urgent: Question = {
  id: 'urgent',
  fields: ['needs'],
  many: ['needs'],
  title: (lang) => ask(lang)('urgent.title'),
  View: ({ lang, typed, errors }: Asked) => {
    const t = ask(lang)
    return (
      <Checkboxes
        lang={lang}
        name="needs"
        label={t('urgent.title')}
        hint={t('urgent.hint')}
        asHeading
        choices={[
          ...NEEDS.map((need) => ({
            value: need,
            label: t(`urgent.${need}`),
            hint: need === 'home' ? t('urgent.home.hint') : undefined,
          })),
          { value: 'none', label: t('urgent.none'), apart: true },
        ]}
        values={many(typed, 'needs')}
        error={errorOf(errors, 'needs')}
      />
    )
  },
  check: ({ lang, typed }) => {
    const t = ask(lang)
    const needs = needsOf(typed)
    const none = many(typed, 'needs').includes('none')
    if (needs.length === 0 && !none) return [{ field: 'needs', message: t('urgent.missing') }]
    return needs.length > 0 && none ? [{ field: 'needs', message: t('urgent.both') }] : []
  },
  rows: ({ lang, typed }) => {
    const t = ask(lang)
    const needs = needsOf(typed)
    const none = many(typed, 'needs').includes('none')
    return [
      {
        label: t('urgent.row'),
        value:
          needs.length > 0 ? (
            <ul>
              {needs.map((need) => (
                <li>{t(`urgent.${need}`)}</li>
              ))}
            </ul>
          ) : (
            (none && t('urgent.none')) || undefined
          ),
      },
    ]
  },
  aside: ({ typed }) => (needsOf(typed).length > 0 ? 'urgent/help' : undefined),
}

export function needsOf(typed: Asked['typed']): Need[] {
  const chosen = many(typed, 'needs')
  return NEEDS.filter((need) => chosen.includes(need))
}

import { ask } from '../../../language/catalogues/portal-ask.ts'
import { errorOf, TextArea } from '../../ui/parts.ts'
import { type Asked, one, type Question } from './question.ts'

const MOST = 4000

export const wish: Question = {
  id: 'wish',
  fields: ['wish'],
  title: (lang) => ask(lang)('wish.title'),
  View: ({ lang, typed, errors }: Asked) => {
    const t = ask(lang)
    return (
      <TextArea
        lang={lang}
        name="wish"
        label={t('wish.title')}
        asHeading
        optional
        hint={t('wish.hint')}
        value={one(typed, 'wish')}
        rows={5}
        maxLength={MOST}
        spellcheck={false}
        error={errorOf(errors, 'wish')}
      />
    )
  },
  check: ({ lang, typed }) => {
    const over = one(typed, 'wish').length - MOST
    return over > 0 ? [{ field: 'wish', message: ask(lang)('long.text', { n: over }) }] : []
  },
  rows: ({ lang, typed }) => [{ label: ask(lang)('wish.row'), value: one(typed, 'wish'), typed: true }],
}

import { TEXT_MOST } from '../../../cases/index.ts'
import { ask } from '../../../language/catalogues/portal-ask.ts'
import { errorOf, TextArea } from '../../ui/parts.ts'
import { type Asked, one, type Question } from './question.ts'

export const story: Question = {
  id: 'story',
  fields: ['text'],
  title: (lang, draft) => ask(lang)(`story.title.${draft.kind}`),
  View: ({ lang, draft, typed, errors }: Asked) => {
    const t = ask(lang)
    return (
      <TextArea
        lang={lang}
        name="text"
        label={t(`story.title.${draft.kind}`)}
        asHeading
        hint={
          <>
            <p>{t('story.hint')}</p>
            <ul>
              <li>{t('story.tell-1')}</li>
              <li>{t('story.tell-2')}</li>
              <li>{t('story.tell-3')}</li>
            </ul>
            <p>{t('story.not')}</p>
          </>
        }
        value={one(typed, 'text')}
        rows={10}
        maxLength={TEXT_MOST}
        spellcheck={false}
        error={errorOf(errors, 'text')}
      />
    )
  },
  check: ({ lang, typed }) => {
    const text = one(typed, 'text')
    if (!text) return [{ field: 'text', message: ask(lang)('story.missing') }]
    return text.length > TEXT_MOST
      ? [{ field: 'text', message: ask(lang)('story.long', { n: text.length - TEXT_MOST }) }]
      : []
  },
  rows: ({ lang, typed }) => [{ label: ask(lang)('story.row'), value: one(typed, 'text'), typed: true }],
}

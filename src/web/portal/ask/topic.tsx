import { EVERYDAY_TOPICS, everydayTopic } from '../../../classification/index.ts'
import { ask } from '../../../language/catalogues/portal-ask.ts'
import { errorOf, Radios } from '../../ui/parts.ts'
import { type Asked, one, type Question } from './question.ts'

export const topic: Question = {
  id: 'topic',
  fields: ['topic'],
  title: (lang) => ask(lang)('topic.title'),
  View: ({ lang, typed, errors }: Asked) => {
    const t = ask(lang)
    return (
      <Radios
        lang={lang}
        name="topic"
        label={t('topic.title')}
        hint={t('topic.hint')}
        asHeading
        choices={EVERYDAY_TOPICS.map((each) => ({
          value: each.id,
          label: each.text[lang],
          hint: each.hint[lang],
          apart: each.id === 'not-known',
        }))}
        value={one(typed, 'topic')}
        error={errorOf(errors, 'topic')}
      />
    )
  },
  check: ({ lang, typed }) =>
    everydayTopic(one(typed, 'topic')) ? [] : [{ field: 'topic', message: ask(lang)('topic.missing') }],
  rows: ({ lang, typed }) => [
    { label: ask(lang)('topic.row'), value: everydayTopic(one(typed, 'topic'))?.text[lang] },
  ],
  aside: ({ typed }) => (everydayTopic(one(typed, 'topic'))?.elsewhere ? 'topic/elsewhere' : undefined),
}

import { ask } from '../../../language/catalogues/portal-ask.ts'
import { type Choice, errorOf, Radios, TextField } from '../../ui/parts.ts'
import { type Asked, one, type Question } from './question.ts'

const CODES = ['client', 'guardian', 'relative', 'legal-representative', 'staff', 'other'] as const
type Code = (typeof CODES)[number]

/** Those who write for a person with a name of their own. */
const NAMED = ['guardian', 'relative', 'legal-representative'] as const
const isNamed = (code: string): code is (typeof NAMED)[number] => (NAMED as readonly string[]).includes(code)
const nameField = (code: string) => `clientName-${code}`

export const whose: Question = {
  id: 'whose',
  fields: ['contactPerson', ...NAMED.map(nameField)],
  title: (lang) => ask(lang)('whose.title'),
  View: ({ lang, typed, errors }: Asked) => {
    const t = ask(lang)
    const choice = (code: Code): Choice => ({
      value: code,
      label: t(`whose.${code}`),
      hint: code === 'client' ? undefined : t(`whose.${code}.hint`),
      reveal: isNamed(code) && (
        <TextField
          lang={lang}
          name={nameField(code)}
          label={t('whose.name')}
          hint={t('whose.name.hint')}
          value={one(typed, nameField(code))}
          autocomplete="off"
          spellcheck={false}
          optional
        />
      ),
    })
    return (
      <Radios
        lang={lang}
        name="contactPerson"
        label={t('whose.title')}
        hint={t('whose.hint')}
        asHeading
        choices={CODES.map(choice)}
        value={one(typed, 'contactPerson')}
        error={errorOf(errors, 'contactPerson')}
      />
    )
  },
  check: ({ lang, typed }) =>
    (CODES as readonly string[]).includes(one(typed, 'contactPerson'))
      ? []
      : [{ field: 'contactPerson', message: ask(lang)('whose.missing') }],
  rows: ({ lang, typed }) => {
    const t = ask(lang)
    const code = one(typed, 'contactPerson') as Code
    const name = clientName(typed)
    return [
      { label: t('whose.row'), value: CODES.includes(code) ? t(`whose.${code}`) : undefined },
      ...(name ? [{ label: t('whose.name-row'), value: name }] : []),
    ]
  },
}

/** The name of the one whose matter it is, when somebody else writes. */
export function clientName(typed: Asked['typed']): string | undefined {
  const code = one(typed, 'contactPerson')
  return (isNamed(code) && one(typed, nameField(code)).slice(0, 200)) || undefined
}

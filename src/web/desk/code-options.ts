import { codeList, EVERYDAY_TOPICS, municipalities, municipalityName } from '../../classification/index.ts'
import { log } from '../../language/catalogues/desk-log.ts'
import type { Lang } from '../../language/lang.ts'
import type { SelectGroup, SelectOption } from '../ui/parts.ts'

/** Services or service tasks, found also by the everyday words that the portal asks with. */
export function serviceOptions(list: 'service' | 'serviceTask', lang: Lang): SelectOption[] {
  return codeList(list).map((code) => ({
    value: code.code,
    label: code[lang],
    words: EVERYDAY_TOPICS.filter((topic) => topic[list] === code.code)
      .map((topic) => topic.text[lang])
      .join(' '),
  }))
}

/** All municipalities, those of the office's county first; found by both names. */
export function municipalityOptions(organisation: string, lang: Lang): SelectGroup[] {
  const t = log(lang)
  const all = municipalities
    .map((place) => ({
      county: place.county,
      value: place.code,
      label: municipalityName(place.code, lang),
      words: `${place.fi} ${place.sv}`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, lang))
  const option = ({ value, label, words }: (typeof all)[number]): SelectOption => ({ value, label, words })
  return [
    { group: t('own-county'), options: all.filter((place) => place.county === organisation).map(option) },
    { group: t('elsewhere'), options: all.filter((place) => place.county !== organisation).map(option) },
  ]
}

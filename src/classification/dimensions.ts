import { formatMonth } from '../language/formats.ts'
import type { Lang, Text3 } from '../language/lang.ts'
import { codeList, codeName, type ListName, NOT_RECORDED } from './code-lists.ts'
import { municipalities } from './places.ts'

/** The words `statistics` takes for `--rows` and `--columns`, in the order they are offered. */
export const DIMENSIONS = [
  'channel',
  'contactPerson',
  'language',
  'ageBand',
  'municipality',
  'serviceTask',
  'service',
  'providerMode',
  'nature',
  'reason',
  'action',
  'outcome',
  'month',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

interface DimensionDefinition {
  /** The list its codes come from; months have none, their codes are "01" to "12". */
  readonly list: ListName | undefined
  /** One unit can hold several values, so cells may add up to more than the total. */
  readonly multiple: boolean
  readonly name: Text3
}

const one = (list: ListName, fi: string, sv: string, en: string): DimensionDefinition => ({
  list,
  multiple: false,
  name: { fi, sv, en },
})

export const DIMENSION: Readonly<Record<Dimension, DimensionDefinition>> = {
  channel: one('channel', 'Yhteydenottotapa', 'Kontaktsätt', 'Channel'),
  contactPerson: one('contactPerson', 'Yhteydenottaja', 'Den som tar kontakt', 'Who made contact'),
  language: one('language', 'Asiointikieli', 'Kontaktspråk', 'Language'),
  ageBand: one('ageBand', 'Ikäryhmä', 'Åldersgrupp', 'Age group'),
  municipality: one('municipality', 'Kunta', 'Kommun', 'Municipality'),
  serviceTask: one('serviceTask', 'Palvelutehtävä', 'Serviceuppgift', 'Service task'),
  service: one('service', 'Palvelu', 'Tjänst', 'Service'),
  providerMode: one('providerMode', 'Järjestämistapa', 'Produktionssätt', 'How the service is provided'),
  nature: one('nature', 'Yhteydenoton luonne', 'Kontaktens karaktär', 'Nature of the contact'),
  reason: { ...one('reason', 'Yhteydenoton syy', 'Orsak till kontakten', 'Reason'), multiple: true },
  action: { ...one('action', 'Toimenpide', 'Åtgärd', 'Action'), multiple: true },
  outcome: one('outcome', 'Lopputulos', 'Resultat', 'Outcome'),
  month: { list: undefined, multiple: false, name: { fi: 'Kuukausi', sv: 'Månad', en: 'Month' } },
}

export function isDimension(value: string): value is Dimension {
  return (DIMENSIONS as readonly string[]).includes(value)
}

/** What a value of a dimension is called in a table: "Puhelin", "Tampere", "Maaliskuu". */
export function dimensionValueName(dimension: Dimension, code: string, lang: Lang): string {
  const { list } = DIMENSION[dimension]
  if (list) return codeName(list, code, lang)
  const month = Number(/^(?:\d{4}-)?(\d{1,2})$/.exec(code)?.[1])
  return month >= 1 && month <= 12 ? formatMonth(lang, month) : code
}

/** Every code of a dimension in the order of its list, `not-recorded` last. */
export function dimensionCodes(dimension: Dimension): readonly string[] {
  const { list } = DIMENSION[dimension]
  const codes =
    list === undefined
      ? Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
      : list === 'municipality' || list === 'county'
        ? municipalities.map((place) => place.code)
        : codeList(list).map((code) => code.code)
  return dimension === 'month' ? codes : [...codes, NOT_RECORDED]
}

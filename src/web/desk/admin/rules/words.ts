import { RULE_TEXTS } from '../../../../cases/index.ts'
import { lawRules } from '../../../../language/catalogues/law-rules.ts'
import { formatDate } from '../../../../language/formats.ts'
import { LANGS, type Lang } from '../../../../language/lang.ts'
import type { Rule } from '../../../../law/index.ts'

/** "30 päivää", "Samana päivänä", "Ei laskettavaa aikaa". */
export function lengthWords(lang: Lang, { unit, length }: Pick<Rule, 'unit' | 'length'>): string {
  const t = lawRules(lang)
  if (unit === 'none') return t('length-none')
  return length === 0 ? t('length-same-day') : t(`length-${unit}`, { n: length })
}

/** The days a version is in force: "alkaen 1.2.2026", "toistaiseksi". */
export function whenWords(lang: Lang, { validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>): string {
  const t = lawRules(lang)
  const from = validFrom && formatDate(lang, validFrom)
  const to = validTo && formatDate(lang, validTo)
  if (from && to) return t('between', { from, to })
  if (from) return t('since', { from })
  return to ? t('until', { to }) : t('always')
}

export interface FieldInWords {
  label: string
  value: string
}

/** What counts as a working day. */
function workingWords(lang: Lang, { saturdayCounts, eveCounts }: Rule): string {
  const t = lawRules(lang)
  const counted = [...(saturdayCounts ? [t('saturdayCounts')] : []), ...(eveCounts ? [t('eveCounts')] : [])]
  return counted.length > 0 ? counted.join('. ') : t('working-neither')
}

/** What the built-in rules say of their sources, for staff who read Finnish or Swedish. */
const PHRASES = [
  [
    'General Data Protection Regulation, article',
    'yleinen tietosuoja-asetus, artikla',
    'allmänna dataskyddsförordningen, artikel',
  ],
  ['government bill HE', 'hallituksen esitys HE', 'regeringens proposition RP'],
  ['letter of Valvira', 'Valviran kirje', 'brev från Valvira'],
  [
    'decisions of the Parliamentary Ombudsman',
    'eduskunnan oikeusasiamiehen ratkaisuja',
    'avgöranden av riksdagens justitieombudsman',
  ],
  ['Parliamentary Ombudsman', 'eduskunnan oikeusasiamies', 'riksdagens justitieombudsman'],
  ['both after 36 §', 'molemmat 36 §:n mukaan', 'båda enligt 36 §'],
  [
    'answer of the Finnish institute for health and welfare on 45 §',
    'Terveyden ja hyvinvoinnin laitoksen vastaus 45 §:stä',
    'svar av Institutet för hälsa och välfärd om 45 §',
  ],
  ['before the change of 2023', 'ennen vuoden 2023 muutosta', 'före ändringen 2023'],
  ['act in force', 'laki voimassa', 'lagen i kraft'],
  ['reform in force from', 'uudistus voimassa alkaen', 'reformen i kraft från'],
] as const

const KNOWN = /known with \d+ % confidence(; not read at a source)?/

/**
 * Where a rule was read. The built-in rules say in one way that they were not read anywhere; of one that counts as
 * verified that means it is well known, of any other that it has to be checked.
 */
export function sourceWords(lang: Lang, source: string, verified = false): string {
  const t = lawRules(lang)
  if (source === 'service targets of the office') return t('source-office')
  const known = source.replace(KNOWN, t(verified ? 'source-well-known' : 'source-known'))
  if (lang === 'en') return known
  return PHRASES.reduce((text, [en, fi, sv]) => text.replaceAll(en, lang === 'sv' ? sv : fi), known)
}

/** Whether a version was checked: read somewhere, well known without having been read, or neither. */
export function checkedWords(
  lang: Lang,
  { verified, source, page }: Pick<Rule, 'verified' | 'source' | 'page'>,
) {
  const t = lawRules(lang)
  if (!verified) return t('unverified')
  return t(KNOWN.test(source) && !page ? 'well-known' : 'verified')
}

/** Everything a version says but its long texts, as label and value. */
export function factWords(lang: Lang, rule: Rule): FieldInWords[] {
  const t = lawRules(lang)
  return [
    { label: t('time'), value: lengthWords(lang, rule) },
    { label: t('kind'), value: t(`kind-${rule.kind}`) },
    { label: t('owner'), value: t(`owner-${rule.owner}`) },
    { label: t('startsFrom'), value: t(`starts-${rule.startsFrom}`) },
    { label: t('pause'), value: t(`pause-${rule.pause}`) },
    ...(rule.unit === 'working-days' ? [{ label: t('working'), value: workingWords(lang, rule) }] : []),
    { label: t('statute'), value: rule.statute },
    { label: t('validity'), value: whenWords(lang, rule) },
    { label: t('checked'), value: checkedWords(lang, rule) },
    { label: t('source'), value: sourceWords(lang, rule.source, rule.verified) },
    { label: t('page'), value: rule.page ?? '' },
  ]
}

export const TEXT_NAMES = RULE_TEXTS

/** "Nimi (ruotsiksi)". */
export const textLabel = (lang: Lang, name: (typeof TEXT_NAMES)[number], one: Lang): string =>
  `${lawRules(lang)(`text-${name}`)} (${lawRules(lang)(`in-${one}`)})`

/** The texts of a version in every language. */
export const textWords = (lang: Lang, rule: Rule): FieldInWords[] =>
  TEXT_NAMES.flatMap((name) =>
    LANGS.map((one) => ({ label: textLabel(lang, name, one), value: rule[name]?.[one] ?? '' })),
  )

/** What differs between two versions, each line as "before → after". */
export function differences(lang: Lang, from: Rule, to: Rule): FieldInWords[] {
  const t = lawRules(lang)
  const before = new Map(
    [...factWords(lang, from), ...textWords(lang, from)].map((row) => [row.label, row.value]),
  )
  const after = new Map([...factWords(lang, to), ...textWords(lang, to)].map((row) => [row.label, row.value]))
  const said = (value: string | undefined) => value || t('empty')
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((label) => (before.get(label) ?? '') !== (after.get(label) ?? ''))
    .map((label) => ({
      label,
      value: t('from-to', { before: said(before.get(label)), after: said(after.get(label)) }),
    }))
}

import {
  countyName,
  countyOf,
  type Municipality,
  municipality,
  municipalityName,
  officeFor,
  searchMunicipalities,
} from '../../../classification/index.ts'
import { ask } from '../../../language/catalogues/portal-ask.ts'
import type { Lang } from '../../../language/lang.ts'
import { errorOf, Radios, TextField } from '../../ui/parts.ts'
import type { Draft } from '../draft.ts'
import { type Asked, one, type Question, type Typed } from './question.ts'

/**
 * The municipality decides the office. One types its name, or how it begins; where several begin so, one chooses.
 * `searched` is what the choices shown were searched with: another text is another search.
 */
export const where: Question = {
  id: 'where',
  fields: ['place', 'searched', 'municipality'],
  title,
  View: ({ lang, draft, typed, errors }: Asked) => {
    const t = ask(lang)
    const found = choicesOf(typed, lang)
    return (
      <>
        <h1>{title(lang, draft)}</h1>
        <p>{t('where.hint')}</p>
        <TextField
          lang={lang}
          name="place"
          label={t('where.label')}
          hint={t('where.field-hint')}
          value={one(typed, 'place')}
          error={errorOf(errors, 'place')}
          autocomplete="off"
          spellcheck={false}
          width={20}
          suggestions={[]}
        />
        {found.length > 1 && (
          <>
            <input type="hidden" name="searched" value={one(typed, 'place')} />
            <Radios
              lang={lang}
              name="municipality"
              label={t('where.choose')}
              hint={t('where.choose.hint')}
              look="columns"
              choices={found.map((place) => ({ value: place.code, label: placeName(place, lang) }))}
              value={one(typed, 'municipality')}
              error={errorOf(errors, 'municipality')}
            />
          </>
        )}
        <p>
          <a href={`/${lang}/ask/where/area`}>{t('where.unsure')}</a>
        </p>
      </>
    )
  },
  settle: settlePlace,
  check: (asked) => placeErrors(asked.lang, asked.typed),
  rows: ({ lang, typed, served }) => {
    const t = ask(lang)
    const code = one(typed, 'municipality')
    const office = officeFor(code, served)
    return [
      { label: t('where.row'), value: municipality(code) && municipalityName(code, lang) },
      ...(office.kind === 'served'
        ? [
            {
              label: t('where.office-row'),
              value: t('where.served-by', { office: countyName(office.county, lang) }),
            },
          ]
        : []),
    ]
  },
  aside: ({ typed, served }) =>
    officeFor(one(typed, 'municipality'), served).kind === 'served' ? undefined : 'where/office',
}

function title(lang: Lang, draft: Draft): string {
  const person = one(draft.answers.whose ?? {}, 'contactPerson')
  const variant = person === 'client' ? 'own' : person === 'staff' || person === 'other' ? 'staff' : 'other'
  return ask(lang)(`where.title.${person ? variant : 'own'}`)
}

/** Finds the municipality of what was typed: the chosen one, the one of that name, or the only one that begins so. */
export function settlePlace(typed: Typed): Typed {
  const place = one(typed, 'place')
  const chosen = one(typed, 'municipality')
  const found = searchMunicipalities(place, 400)
  const holds = found.some(({ code }) => code === chosen)
  if (holds && found.length > 1 && one(typed, 'searched') === place)
    return { place, searched: place, municipality: chosen }
  const exact = found.find((each) => [each.fi, each.sv].some((name) => same(name, place)))
  const only = exact ?? (found.length === 1 ? found[0] : undefined)
  return only ? { place, municipality: only.code } : { place, searched: place }
}

const same = (one: string, other: string) => one.localeCompare(other, 'fi', { sensitivity: 'base' }) === 0

/** What is missing of the place. */
export function placeErrors(lang: Lang, typed: Typed) {
  const t = ask(lang)
  const place = one(typed, 'place')
  if (municipality(one(typed, 'municipality'))) return []
  if (!place) return [{ field: 'place', message: t('where.missing') }]
  return choicesOf(typed).length > 1
    ? [{ field: 'municipality', message: t('where.several') }]
    : [{ field: 'place', message: t('where.none', { place: place.slice(0, 60) }) }]
}

/** The municipalities to choose from, where what was typed does not settle it; names in the page's language first. */
export function choicesOf(typed: Typed, lang: Lang = 'fi'): Municipality[] {
  const place = one(typed, 'place')
  if (!place || one(typed, 'searched') !== place) return []
  const found = searchMunicipalities(place, 40)
  const own = (each: Municipality) =>
    each[lang === 'sv' ? 'sv' : 'fi'].toLowerCase().startsWith(place.toLowerCase())
  return [...found.filter(own), ...found.filter((each) => !own(each))]
}

/** Both names where they differ, so that either is recognised. */
export function placeName(place: Municipality, lang: Lang): string {
  const [own, other] = lang === 'sv' ? [place.sv, place.fi] : [place.fi, place.sv]
  return own === other ? own : `${own} (${other})`
}

/** The county that a settled place belongs to. */
export const countyTyped = (typed: Typed): string | undefined => countyOf(one(typed, 'municipality'))

import { municipalities } from '../../classification/index.ts'
import type { AnnualReportInput, Residents } from './input.ts'

/** The municipalities of an area, in the order of their names. */
export function municipalitiesOf(organisation: string, lang: 'fi' | 'sv' | 'en') {
  const key = lang === 'sv' ? 'sv' : 'fi'
  return municipalities
    .filter((place) => place.county === organisation)
    .sort((a, b) => a[key].localeCompare(b[key], lang === 'en' ? 'fi' : lang))
}

/** Residents of the whole area; undefined unless every municipality's are known. */
export function areaResidents({
  organisation,
  population,
}: Pick<AnnualReportInput, 'organisation' | 'population'>):
  | Pick<Residents, 'residents' | 'sample'>
  | undefined {
  const places = municipalities.filter((place) => place.county === organisation)
  const known = places.map((place) => population.find(({ municipality }) => municipality === place.code))
  if (places.length === 0 || known.includes(undefined)) return undefined
  return {
    residents: known.reduce((sum, one) => sum + one!.residents, 0),
    sample: known.some((one) => one!.sample),
  }
}

/** Where the numbers come from, each source once: for the note of a table. */
export function sourcesOf(population: Residents[]): { source: string; year: number }[] {
  const seen = new Map(population.map(({ source, year }) => [`${source} ${year}`, { source, year }]))
  return [...seen.values()]
}

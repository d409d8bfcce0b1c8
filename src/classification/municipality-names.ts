import type { Lang } from '../language/lang.ts'
import { municipality } from './places.ts'

/** The name of a municipality; English uses the Finnish name. An unknown code is given back as it is. */
export function municipalityName(code: string, lang: Lang): string {
  return municipality(code)?.[lang === 'sv' ? 'sv' : 'fi'] ?? code
}

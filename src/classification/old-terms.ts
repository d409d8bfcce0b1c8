import type { Text3 } from '../language/lang.ts'

interface OldTerm {
  /** Words people still use and search for, in any language, in lower case. */
  readonly old: readonly string[]
  /** What it is called now. */
  readonly current: Text3
}

/**
 * Words of the time before 2024 (and 2026) that are still typed into search boxes, with what they are called now.
 * Sources: act 739/2023 (ombudsman), the counties of 2023, the agency of 1.1.2026, the benefit of 1.5.2026.
 */
export const OLD_TERMS: readonly OldTerm[] = [
  {
    old: ['sosiaaliasiamies', 'sosiaaliasiamiehen', 'socialombudsman', 'socialombudsmannen'],
    current: { fi: 'sosiaaliasiavastaava', sv: 'socialombud', en: 'social ombudsman' },
  },
  {
    old: ['potilasasiamies', 'patientombudsman'],
    current: { fi: 'potilasasiavastaava', sv: 'patientombud', en: 'patient ombudsman' },
  },
  {
    old: ['avi', 'aluehallintovirasto', 'regionförvaltningsverket', 'rfv', 'valvira'],
    current: {
      fi: 'Lupa- ja valvontavirasto',
      sv: 'Tillstånds- och tillsynsverket',
      en: 'Finnish Supervisory Agency',
    },
  },
  {
    old: ['työmarkkinatuki', 'peruspäiväraha', 'arbetsmarknadsstöd', 'grunddagpenning'],
    current: { fi: 'yleistuki', sv: 'allmänt stöd', en: 'general support' },
  },
  {
    old: ['sosiaalitoimisto', 'sosiaalivirasto', 'sosiaalilautakunta', 'socialbyrå', 'socialnämnd'],
    current: { fi: 'hyvinvointialue', sv: 'välfärdsområde', en: 'wellbeing services county' },
  },
  {
    old: ['päivähoito', 'dagvård', 'barndagvård'],
    current: { fi: 'varhaiskasvatus', sv: 'småbarnspedagogik', en: 'early childhood education' },
  },
  {
    old: ['vanhainkoti', 'åldringshem', 'tehostettu palveluasuminen', 'effektiverat serviceboende'],
    current: {
      fi: 'ympärivuorokautinen palveluasuminen',
      sv: 'serviceboende med heldygnsomsorg',
      en: 'round-the-clock housing',
    },
  },
  {
    old: ['te-toimisto', 'työvoimatoimisto', 'te-byrå', 'arbetskraftsbyrå'],
    current: { fi: 'työllisyysalue', sv: 'sysselsättningsområde', en: 'employment area' },
  },
]

/** What the words of a search are called now: the search should find these as well. */
export function currentTerms(search: string): readonly Text3[] {
  const text = search.toLowerCase()
  const words = new Set(text.split(/[^\p{L}-]+/u))
  return OLD_TERMS.filter(({ old }) =>
    old.some((term) => (term.includes(' ') ? text.includes(term) : words.has(term))),
  ).map((term) => term.current)
}

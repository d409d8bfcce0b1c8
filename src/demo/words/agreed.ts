import type { Lang } from '../../language/lang.ts'

interface AgreedWords {
  what: string
  who: 'unit' | 'client' | 'office'
  /** days until it should be done */
  days?: number
}

/** What client and unit agree on in a mediation of the demonstration. */
export const AGREED_ITEMS: Record<Lang, readonly AgreedWords[]> = {
  fi: [
    { what: 'Nimeää kaksi tuttua työntekijää', who: 'unit', days: 7 },
    { what: 'Soittaa aina, kun käynti myöhästyy yli puoli tuntia', who: 'unit' },
    { what: 'Kertoo esihenkilölle heti, jos sovittu ei toimi', who: 'client' },
  ],
  sv: [
    { what: 'Utser två bekanta medarbetare', who: 'unit', days: 7 },
    { what: 'Ringer alltid när ett besök är mer än en halv timme sent', who: 'unit' },
    { what: 'Säger till förmannen genast om det avtalade inte fungerar', who: 'client' },
  ],
  en: [
    { what: 'Names two workers whom the client knows', who: 'unit', days: 7 },
    { what: 'Calls whenever a visit is more than half an hour late', who: 'unit' },
    { what: 'Tells the manager at once when something agreed does not work', who: 'client' },
  ],
}

/** The unit as the client names it; every one is invented. */
export const UNIT: Record<Lang, string> = {
  fi: 'Palveluyksikkö, esihenkilö',
  sv: 'Serviceenheten, förmannen',
  en: 'Palveluyksikkö, esihenkilö',
}

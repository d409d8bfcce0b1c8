import type { Situation } from './situation.ts'

const ASK_FIRST = {
  fi: 'Kysy, missä vaiheessa asiasi on ja milloin se ratkaistaan. Kirjoita muistiin, kenen kanssa puhuit ja milloin.',
  sv: 'Fråga hur långt ärendet har kommit och när det avgörs. Anteckna vem du talade med och när.',
  en: 'Ask how far your matter is and when it will be settled. Write down whom you talked to and when.',
} as const
const THEN_OBJECT = {
  fi: 'Jos päivä menee ohi, voit tehdä muistutuksen tai kannella. Me neuvomme.',
  sv: 'Om dagen går förbi kan du göra en anmärkning eller klaga. Vi ger råd.',
  en: 'If the day passes, you can make an objection or complain. We advise you.',
} as const
const ARRIVED = {
  fi: 'Milloin se tuli perille?',
  sv: 'När kom den fram?',
  en: 'When did it arrive?',
} as const
const ARRIVED_HINT = {
  fi: 'Jos et tiedä, anna päivä, jona lähetit sen. Silloin oikea päivä voi olla vähän myöhempi.',
  sv: 'Om du inte vet, ange dagen då du skickade den. Då kan den rätta dagen vara lite senare.',
  en: 'If you do not know, give the day you sent it. The true day may then be a little later.',
} as const
const ASKED = { fi: 'Milloin pyysit?', sv: 'När bad du om det?', en: 'When did you ask?' } as const
const APPLIED = { fi: 'Milloin hait?', sv: 'När ansökte du?', en: 'When did you apply?' } as const

/** Something that was asked for: the authority's own times. */
export const waits: readonly Situation[] = [
  {
    id: 'objection',
    group: 'waiting',
    rule: 'MUI',
    label: {
      fi: 'Tein muistutuksen',
      sv: 'Jag har gjort en anmärkning',
      en: 'I made an objection',
    },
    date: ARRIVED,
    dateHint: ARRIVED_HINT,
    steps: [
      ASK_FIRST,
      {
        fi: 'Vastauksessa pitää olla perustelut, ja siitä pitää näkyä, mihin toimiin on ryhdytty.',
        sv: 'Svaret ska vara motiverat, och det ska framgå vilka åtgärder som har vidtagits.',
        en: 'The answer must give reasons and say what is being done.',
      },
      {
        fi: 'Jos vastausta ei tule, voit kannella Lupa- ja valvontavirastoon tai eduskunnan oikeusasiamiehelle.',
        sv: 'Om du inte får svar kan du klaga hos Tillstånds- och tillsynsverket eller riksdagens justitieombudsman.',
        en: 'If no answer comes, you can complain to the Finnish Supervisory Agency or the Parliamentary Ombudsman.',
      },
    ],
    ask: ['registry', 'supervisory-agency'],
  },
  {
    id: 'assistance',
    group: 'waiting',
    rule: 'TT7',
    label: {
      fi: 'Hain toimeentulotukea',
      sv: 'Jag har ansökt om utkomststöd',
      en: 'I applied for social assistance',
    },
    date: ARRIVED,
    dateHint: {
      fi: 'Jos toimitit lisätietoja, anna päivä, jona ne tulivat perille.',
      sv: 'Om du skickade kompletterande uppgifter, ange dagen då de kom fram.',
      en: 'If you sent more information, give the day it arrived.',
    },
    steps: [
      ASK_FIRST,
      {
        fi: 'Jos rahat eivät riitä ruokaan tai lääkkeisiin, sano se: pyydä kiireellistä käsittelyä ja kysy hyvinvointialueelta ehkäisevää toimeentulotukea.',
        sv: 'Om pengarna inte räcker till mat eller medicin, säg det: be om brådskande behandling och fråga välfärdsområdet om förebyggande utkomststöd.',
        en: 'If you have no money for food or medicine, say so: ask for urgent handling, and ask the county for preventive social assistance.',
      },
      {
        fi: 'Viivästyksestä voi kannella eduskunnan oikeusasiamiehelle.',
        sv: 'Ett dröjsmål kan du klaga på hos riksdagens justitieombudsman.',
        en: 'You can complain about a delay to the Parliamentary Ombudsman.',
      },
    ],
    ask: ['kela', 'social-work', 'parliamentary-ombudsman'],
  },
  {
    id: 'assistance-urgent',
    group: 'waiting',
    rule: 'TT1',
    label: {
      fi: 'Hain kiireellistä toimeentulotukea',
      sv: 'Jag har ansökt om brådskande utkomststöd',
      en: 'I applied for urgent social assistance',
    },
    date: ARRIVED,
    steps: [
      {
        fi: 'Älä odota. Soita Kelaan ja kysy, milloin raha tulee.',
        sv: 'Vänta inte. Ring FPA och fråga när pengarna kommer.',
        en: 'Do not wait. Call Kela and ask when the money will come.',
      },
      {
        fi: 'Jos ruoka tai lääkkeet puuttuvat nyt, soita hyvinvointialueen sosiaalipalveluihin ja kysy ehkäisevää toimeentulotukea.',
        sv: 'Om du saknar mat eller medicin just nu, ring välfärdsområdets socialservice och fråga om förebyggande utkomststöd.',
        en: 'If you are without food or medicine now, call the county’s social services and ask for preventive social assistance.',
      },
    ],
    ask: ['kela', 'social-work', 'social-emergency'],
  },
  {
    id: 'kela-review',
    group: 'waiting',
    rule: 'TTO',
    label: {
      fi: 'Tein oikaisuvaatimuksen Kelaan',
      sv: 'Jag har begärt omprövning hos FPA',
      en: 'I asked Kela for a review',
    },
    date: ARRIVED,
    dateHint: ARRIVED_HINT,
    steps: [
      ASK_FIRST,
      {
        fi: 'Viivästyksestä voi kannella eduskunnan oikeusasiamiehelle.',
        sv: 'Ett dröjsmål kan du klaga på hos riksdagens justitieombudsman.',
        en: 'You can complain about a delay to the Parliamentary Ombudsman.',
      },
    ],
    ask: ['kela', 'parliamentary-ombudsman'],
  },
  {
    id: 'service',
    group: 'waiting',
    rule: 'TAY',
    label: {
      fi: 'Hain sosiaalipalvelua',
      sv: 'Jag har ansökt om socialservice',
      en: 'I applied for a social service',
    },
    hint: {
      fi: 'Päätös puuttuu, tai palvelu on myönnetty mutta se ei ole alkanut.',
      sv: 'Beslutet saknas, eller så är tjänsten beviljad men har inte börjat.',
      en: 'There is no decision, or the service was granted but has not begun.',
    },
    date: APPLIED,
    due: {
      fi: 'Palvelusta pitäisi olla päätös ja palvelun pitäisi alkaa viimeistään',
      sv: 'Tjänsten borde vara beslutad och börja senast',
      en: 'The service should be decided on and begin by',
    },
    steps: [ASK_FIRST, THEN_OBJECT],
    ask: ['social-work', 'registry', 'supervisory-agency'],
  },
  {
    id: 'disability',
    group: 'waiting',
    rule: 'VAM',
    label: {
      fi: 'Hain vammaispalvelua',
      sv: 'Jag har ansökt om funktionshinderservice',
      en: 'I applied for a disability service',
    },
    date: APPLIED,
    due: {
      fi: 'Palvelusta pitäisi olla päätös ja palvelun pitäisi alkaa viimeistään',
      sv: 'Tjänsten borde vara beslutad och börja senast',
      en: 'The service should be decided on and begin by',
    },
    steps: [ASK_FIRST, THEN_OBJECT],
    ask: ['social-work', 'registry', 'supervisory-agency'],
  },
  {
    id: 'assessment',
    group: 'waiting',
    rule: 'PTA',
    label: {
      fi: 'Olen yli 75-vuotias tai saan ylintä hoitotukea, ja pyysin apua',
      sv: 'Jag är över 75 år eller får vårdbidrag på den högsta nivån, och jag har bett om hjälp',
      en: 'I am over 75 or get the highest care allowance, and I asked for help',
    },
    hint: {
      fi: 'Palvelutarpeen arvioinnin aloittaminen. Muiden arviointi aloitetaan viipymättä.',
      sv: 'När bedömningen av servicebehovet ska börja. För andra börjar den utan dröjsmål.',
      en: 'When the assessment of needs must start. For others it starts without delay.',
    },
    date: ASKED,
    due: {
      fi: 'Palvelutarpeesi arviointi pitäisi aloittaa viimeistään',
      sv: 'Bedömningen av ditt servicebehov borde börja senast',
      en: 'The assessment of your needs should begin by',
    },
    steps: [ASK_FIRST, THEN_OBJECT],
    ask: ['social-work', 'registry'],
  },
  {
    id: 'child-support',
    group: 'waiting',
    rule: 'PTL',
    label: {
      fi: 'Lapseni tarvitsee erityistä tukea, ja pyysin apua',
      sv: 'Mitt barn behöver särskilt stöd, och jag har bett om hjälp',
      en: 'My child needs special support, and I asked for help',
    },
    hint: {
      fi: 'Milloin palvelutarpeen arvioinnin on oltava valmis.',
      sv: 'När bedömningen av servicebehovet ska vara klar.',
      en: 'When the assessment of needs must be ready.',
    },
    date: ASKED,
    due: {
      fi: 'Lapsen palvelutarpeen arvioinnin pitäisi olla valmis viimeistään',
      sv: 'Bedömningen av barnets servicebehov borde vara klar senast',
      en: 'The assessment of the child’s needs should be ready by',
    },
    steps: [ASK_FIRST, THEN_OBJECT],
    ask: ['social-work', 'registry'],
  },
  {
    id: 'child-notice',
    group: 'waiting',
    rule: 'LS7',
    label: {
      fi: 'Lapsesta tehtiin lastensuojeluilmoitus',
      sv: 'En barnskyddsanmälan har gjorts om ett barn',
      en: 'A child welfare notification was made',
    },
    date: {
      fi: 'Milloin ilmoitus tehtiin?',
      sv: 'När gjordes anmälan?',
      en: 'When was the notification made?',
    },
    due: {
      fi: 'Viranomaisen pitäisi päättää viimeistään, aloitetaanko lapsen palvelutarpeen arviointi',
      sv: 'Myndigheten borde senast besluta om en bedömning av barnets servicebehov ska inledas',
      en: 'The authority should decide whether to assess the child’s needs by',
    },
    steps: [ASK_FIRST, THEN_OBJECT],
    ask: ['social-work', 'social-emergency'],
  },
  {
    id: 'documents',
    group: 'waiting',
    rule: 'TIE',
    label: {
      fi: 'Pyysin viranomaiselta asiakirjaa',
      sv: 'Jag har begärt en handling av en myndighet',
      en: 'I asked an authority for a document',
    },
    hint: {
      fi: 'Jos siinä on salassa pidettävää tai pyyntö on laaja, aika voi olla kuukausi.',
      sv: 'Om den innehåller sekretess eller begäran är omfattande kan tiden vara en månad.',
      en: 'If it holds secret parts or the request is large, the time may be a month.',
    },
    date: ASKED,
    due: {
      fi: 'Asiakirjat pitäisi antaa tai pyyntö ratkaista viimeistään',
      sv: 'Handlingarna borde lämnas ut eller begäran avgöras senast',
      en: 'The documents should be given, or the request settled, by',
    },
    steps: [
      ASK_FIRST,
      {
        fi: 'Jos asiakirjaa ei anneta, pyydä kirjallinen päätös, josta voi valittaa. Siitä valitetaan hallinto-oikeuteen.',
        sv: 'Om du inte får handlingen, be om ett skriftligt beslut som kan överklagas. Det överklagas hos förvaltningsdomstolen.',
        en: 'If the document is not given, ask for a written decision that can be appealed. The appeal goes to the administrative court.',
      },
    ],
    ask: ['registry', 'administrative-court'],
  },
  {
    id: 'own-data',
    group: 'waiting',
    rule: 'GDP',
    label: {
      fi: 'Pyysin nähdä omat tietoni',
      sv: 'Jag har bett att få se mina egna uppgifter',
      en: 'I asked to see my own data',
    },
    date: ASKED,
    steps: [
      ASK_FIRST,
      {
        fi: 'Jos et saa tietojasi, voit ilmoittaa asiasta tietosuojavaltuutetulle.',
        sv: 'Om du inte får dina uppgifter kan du anmäla saken till dataombudsmannen.',
        en: 'If you do not get your data, you can report it to the Data Protection Ombudsman.',
      },
    ],
    ask: ['registry', 'data-protection'],
  },
  {
    id: 'event',
    group: 'happened',
    rule: 'KAN',
    label: {
      fi: 'Jotakin meni väärin, ja aion kannella',
      sv: 'Något gick fel, och jag tänker klaga',
      en: 'Something went wrong, and I mean to complain',
    },
    hint: {
      fi: 'Kantelu on ilmoitus valvojalle: viranomainen tai palvelu toimi väärin.',
      sv: 'Ett klagomål görs till den som övervakar: en myndighet eller tjänst har gjort fel.',
      en: 'A complaint tells a supervisor that an authority or a service acted wrongly.',
    },
    date: { fi: 'Milloin se tapahtui?', sv: 'När hände det?', en: 'When did it happen?' },
    dateHint: {
      fi: 'Jos se kesti pitkään, anna päivä, jona se alkoi. Silloin ehdit varmasti.',
      sv: 'Om det pågick länge, ange dagen då det började. Då är du säkert i tid.',
      en: 'If it went on for long, give the day it began. Then you are certainly in time.',
    },
    steps: [
      {
        fi: 'Usein kannattaa tehdä ensin muistutus palvelun johtajalle: siihen saat vastauksen nopeammin.',
        sv: 'Ofta lönar det sig att först göra en anmärkning till tjänstens ledning: på den får du svar snabbare.',
        en: 'It is often best to make an objection to the head of the service first: it is answered sooner.',
      },
      {
        fi: 'Kirjoita kanteluun, mitä tapahtui, missä ja milloin, ja miksi se oli mielestäsi väärin.',
        sv: 'Skriv i klagomålet vad som hände, var och när, och varför du anser att det var fel.',
        en: 'Write in the complaint what happened, where and when, and why you think it was wrong.',
      },
      {
        fi: 'Kantelu ei muuta päätöstä. Jos haluat muuttaa päätöstä, tee oikaisuvaatimus ajoissa.',
        sv: 'Ett klagomål ändrar inget beslut. Om du vill ändra ett beslut, begär omprövning i tid.',
        en: 'A complaint does not change a decision. If you want one changed, request a review in time.',
      },
    ],
    ask: ['supervisory-agency', 'parliamentary-ombudsman', 'chancellor-of-justice'],
  },
]

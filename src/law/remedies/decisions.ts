import type { Remedy } from './remedy.ts'

const THIRTY = {
  fi: 'Yleensä 30 päivän kuluessa siitä, kun sait päätöksen tiedoksi. Päätöksen ohje ratkaisee.',
  sv: 'Oftast inom 30 dagar från det att du fick del av beslutet. Anvisningen i beslutet avgör.',
  en: 'Usually within 30 days of receiving the decision. The instructions in the decision are what counts.',
} as const
const READ = {
  fi: 'Lue aika päätöksen muutoksenhakuohjeesta heti. Emme laske sitä puolestasi, jotta et saa väärää päivää.',
  sv: 'Läs genast i beslutets anvisning hur lång tiden är. Vi räknar inte ut den åt dig, så att du inte får fel dag.',
  en: 'Read the time in the instructions of the decision at once. We do not count it for you, so that you do not get a wrong day.',
} as const
const REVIEW_WRITE = [
  {
    fi: 'mikä päätös: päivä ja numero',
    sv: 'vilket beslut: datum och nummer',
    en: 'which decision: its day and number',
  },
  { fi: 'mitä haluat muuttaa', sv: 'vad du vill ändra', en: 'what you want changed' },
  {
    fi: 'miksi: mitä päätöksessä jäi huomaamatta tai on väärin',
    sv: 'varför: vad som förbisågs eller är fel i beslutet',
    en: 'why: what was overlooked or is wrong in the decision',
  },
  {
    fi: 'nimesi, osoitteesi ja puhelinnumerosi sekä päätös liitteenä',
    sv: 'ditt namn, din adress och ditt telefonnummer, och beslutet som bilaga',
    en: 'your name, address and phone number, with the decision attached',
  },
] as const
const REVIEW_CAN = {
  fi: 'Päätös käsitellään uudelleen, ja voit saada uuden päätöksen. Se on maksutonta.',
  sv: 'Beslutet behandlas på nytt, och du kan få ett nytt beslut. Det är avgiftsfritt.',
  en: 'The decision is looked at again, and you may get a new one. It is free of charge.',
} as const
const REVIEW_CANNOT = {
  fi: 'Se ei yleensä muuta sitä, miten sinua on kohdeltu. Siitä tehdään muistutus.',
  sv: 'Den ändrar oftast inte hur du har blivit bemött. Om det gör man en anmärkning.',
  en: 'It does not usually change how you have been treated. For that you make an objection.',
} as const

/** Ways against a decision. */
export const againstDecisions: readonly Remedy[] = [
  {
    code: 'review',
    name: { fi: 'Oikaisuvaatimus', sv: 'Begäran om omprövning', en: 'Request for review' },
    to: {
      fi: 'Hyvinvointialueen tai Helsingin toimielimelle, jonka päätöksen ohje nimeää. Jos ohjeessa lukee valitus, valita hallinto-oikeuteen.',
      sv: 'Till det organ i välfärdsområdet eller Helsingfors som anvisningen nämner. Om där står besvär, anför besvär hos förvaltningsdomstolen.',
      en: 'To the board of the county or Helsinki that the instructions name. If they say appeal, appeal to the administrative court.',
    },
    when: {
      fi: 'Yleensä 30 päivän kuluessa siitä, kun sait päätöksen tiedoksi. Asiakasmaksuissa aika voi olla lyhyempi. Päätöksen ohje ratkaisee.',
      sv: 'Oftast inom 30 dagar från det att du fick del av beslutet. För klientavgifter kan tiden vara kortare. Anvisningen i beslutet avgör.',
      en: 'Usually within 30 days of receiving the decision. For client fees the time may be shorter. The instructions in the decision are what counts.',
    },
    can: REVIEW_CAN,
    cannot: REVIEW_CANNOT,
    write: REVIEW_WRITE,
    statute: '434/2003 49 c §',
    rule: 'OIK',
    letter: 'review',
    bodies: ['registry', 'review-board', 'legal-aid'],
    verified: true,
  },
  {
    code: 'review-kela',
    name: {
      fi: 'Oikaisuvaatimus Kelaan',
      sv: 'Begäran om omprövning hos FPA',
      en: 'Request for review to Kela',
    },
    to: {
      fi: 'Kelan oikaisuvaatimuskeskukselle. Voit lähettää sen verkossa tai kirjeellä.',
      sv: 'Till FPA:s omprövningscenter. Du kan skicka den på webben eller som brev.',
      en: 'To Kela’s review centre, online or by letter.',
    },
    when: THIRTY,
    can: REVIEW_CAN,
    cannot: {
      fi: 'Vastaus voi kestää. Jos rahaa tarvitaan nyt, hae samalla tukea hyvinvointialueelta.',
      sv: 'Svaret kan dröja. Om du behöver pengar nu, ansök samtidigt om stöd från välfärdsområdet.',
      en: 'The answer may take time. If you need money now, ask the county for support as well.',
    },
    write: REVIEW_WRITE,
    statute: '434/2003 49 c §',
    rule: 'OIK',
    letter: 'review-kela',
    bodies: ['kela', 'legal-aid'],
    verified: true,
  },
  {
    code: 'review-unsure',
    name: {
      fi: 'Muutoksenhaku päätöksen ohjeen mukaan',
      sv: 'Ändringssökande enligt beslutets anvisning',
      en: 'Review or appeal as the decision tells',
    },
    to: {
      fi: 'Sille, jonka päätöksen muutoksenhakuohje nimeää. Ohje on päätöksen lopussa tai liitteenä.',
      sv: 'Till den som anvisningen i beslutet nämner. Anvisningen finns i slutet av beslutet eller som bilaga.',
      en: 'To the body that the instructions name. They are at the end of the decision or attached to it.',
    },
    when: READ,
    can: {
      fi: 'Päätös voidaan muuttaa. Muut tavat eivät muuta sitä.',
      sv: 'Beslutet kan ändras. Andra sätt ändrar det inte.',
      en: 'The decision can be changed. Nothing else changes it.',
    },
    cannot: REVIEW_CANNOT,
    write: REVIEW_WRITE,
    statute: '',
    bodies: ['legal-aid'],
    verified: false,
  },
  {
    code: 'appeal',
    name: {
      fi: 'Valitus hallinto-oikeuteen',
      sv: 'Besvär hos förvaltningsdomstolen',
      en: 'Appeal to the administrative court',
    },
    to: {
      fi: 'Hallinto-oikeuteen, jonka valitusosoitus nimeää.',
      sv: 'Till den förvaltningsdomstol som besvärsanvisningen nämner.',
      en: 'To the administrative court named in the instructions.',
    },
    when: THIRTY,
    can: {
      fi: 'Riippumaton tuomioistuin tutkii, onko päätös lain mukainen. Se voi kumota tai muuttaa päätöksen.',
      sv: 'En oberoende domstol prövar om beslutet följer lagen. Den kan upphäva eller ändra beslutet.',
      en: 'An independent court examines whether the decision is lawful. It can overturn or change it.',
    },
    cannot: {
      fi: 'Ratkaisu voi kestää kuukausia. Tuomioistuin ei anna moitteita kohtelusta.',
      sv: 'Avgörandet kan ta månader. Domstolen ger inga anmärkningar för dåligt bemötande.',
      en: 'The judgment may take months. The court does not reprimand anybody for bad treatment.',
    },
    write: [
      {
        fi: 'mikä päätös: päivä ja numero',
        sv: 'vilket beslut: datum och nummer',
        en: 'which decision: its day and number',
      },
      { fi: 'mitä vaadit', sv: 'vad du yrkar', en: 'what you ask for' },
      { fi: 'perustelut ja todisteet', sv: 'grunderna och bevisen', en: 'your reasons and evidence' },
      {
        fi: 'nimesi ja yhteystietosi sekä päätökset liitteinä',
        sv: 'ditt namn, dina kontaktuppgifter och besluten som bilagor',
        en: 'your name and contact details, with the decisions attached',
      },
    ],
    statute: '808/2019 13 §',
    rule: 'VAL',
    letter: 'appeal',
    bodies: ['legal-aid', 'administrative-court'],
    verified: true,
  },
  {
    code: 'appeal-supreme',
    name: {
      fi: 'Valitus korkeimpaan hallinto-oikeuteen',
      sv: 'Besvär hos högsta förvaltningsdomstolen',
      en: 'Appeal to the Supreme Administrative Court',
    },
    to: {
      fi: 'Korkeimpaan hallinto-oikeuteen. Yleensä tarvitset valitusluvan, jota pyydät samassa kirjoituksessa.',
      sv: 'Till högsta förvaltningsdomstolen. Oftast behöver du besvärstillstånd, som du ber om i samma skrift.',
      en: 'To the Supreme Administrative Court. You usually need leave, which you ask for in the same letter.',
    },
    when: THIRTY,
    can: {
      fi: 'Ylin tuomioistuin voi muuttaa hallinto-oikeuden päätöksen.',
      sv: 'Den högsta domstolen kan ändra förvaltningsdomstolens beslut.',
      en: 'The highest court can change the decision of the administrative court.',
    },
    cannot: {
      fi: 'Lupa annetaan vain erityisestä syystä. Pyydä apua oikeusaputoimistosta.',
      sv: 'Tillstånd ges bara av särskilda skäl. Be rättshjälpsbyrån om hjälp.',
      en: 'Leave is given only on special grounds. Ask the legal aid office for help.',
    },
    write: [
      {
        fi: 'mikä hallinto-oikeuden päätös',
        sv: 'vilket beslut av förvaltningsdomstolen',
        en: 'which decision of the administrative court',
      },
      {
        fi: 'miksi valituslupa pitäisi antaa',
        sv: 'varför besvärstillstånd borde ges',
        en: 'why leave should be given',
      },
      {
        fi: 'mitä vaadit ja millä perusteella',
        sv: 'vad du yrkar och varför',
        en: 'what you ask for and why',
      },
    ],
    statute: '808/2019 13 §',
    rule: 'VAL',
    bodies: ['legal-aid'],
    verified: true,
  },
  {
    code: 'appeal-kela',
    name: {
      fi: 'Valitus Kelan päätöksestä',
      sv: 'Besvär över FPA:s beslut',
      en: 'Appeal against Kela’s decision',
    },
    to: {
      fi: 'Sosiaaliturva-asioiden muutoksenhakulautakunnalle. Lähetä valitus Kelaan päätöksen ohjeen mukaan.',
      sv: 'Till besvärsnämnden för social trygghet. Skicka besvären till FPA enligt anvisningen i beslutet.',
      en: 'To the Social Security Appeal Board. Send the appeal to Kela as the decision tells.',
    },
    when: READ,
    can: {
      fi: 'Kela voi itse oikaista päätöksen, tai lautakunta ratkaisee asian.',
      sv: 'FPA kan själv rätta beslutet, eller så avgör nämnden saken.',
      en: 'Kela can correct the decision itself, or the board decides.',
    },
    cannot: {
      fi: 'Ratkaisu voi kestää kuukausia. Jos rahat eivät riitä, hae samalla toimeentulotukea.',
      sv: 'Avgörandet kan ta månader. Om pengarna inte räcker, ansök samtidigt om utkomststöd.',
      en: 'It may take months. If your money runs out, apply for social assistance as well.',
    },
    write: REVIEW_WRITE,
    statute: '',
    bodies: ['kela', 'legal-aid', 'social-security-appeal-board'],
    verified: false,
  },
  {
    code: 'ask-decision',
    name: {
      fi: 'Pyydä kirjallinen päätös',
      sv: 'Be om ett skriftligt beslut',
      en: 'Ask for a written decision',
    },
    to: {
      fi: 'Sille, jolta pyysit palvelua tai etuutta.',
      sv: 'Den som du bad om tjänsten eller förmånen.',
      en: 'The body you asked for the service or the benefit.',
    },
    when: {
      fi: 'Heti. Muutosta voi hakea vasta, kun päätös on tehty.',
      sv: 'Genast. Ändring kan sökas först när det finns ett beslut.',
      en: 'At once. You can seek a change only when there is a decision.',
    },
    can: {
      fi: 'Saat päätöksen perusteluineen ja ohjeen siitä, miten siihen haetaan muutosta.',
      sv: 'Du får ett motiverat beslut och en anvisning om hur man söker ändring.',
      en: 'You get a decision with its reasons and instructions for seeking a change.',
    },
    cannot: {
      fi: 'Päätös voi olla kielteinen. Silloin voit vaatia oikaisua.',
      sv: 'Beslutet kan vara negativt. Då kan du begära omprövning.',
      en: 'The decision may be negative. Then you can request a review.',
    },
    write: [
      {
        fi: 'mitä hait tai pyysit ja milloin',
        sv: 'vad du ansökte om och när',
        en: 'what you asked for and when',
      },
      {
        fi: 'että haluat asiasta kirjallisen päätöksen, josta voi hakea muutosta',
        sv: 'att du vill ha ett skriftligt beslut i vilket ändring kan sökas',
        en: 'that you want a written decision that can be reviewed',
      },
    ],
    statute: '434/2003',
    bodies: ['social-work', 'registry'],
    verified: true,
  },
  {
    code: 'ask-decision-private',
    name: {
      fi: 'Pyydä kirjallinen päätös',
      sv: 'Be om ett skriftligt beslut',
      en: 'Ask for a written decision',
    },
    to: {
      fi: 'Hyvinvointialueelle tai Helsingille, jos se on hankkinut palvelun tai antanut palvelusetelin. Yksityinen palveluntuottaja ei tee päätöstä. Jos maksat palvelun kokonaan itse, kysy meiltä.',
      sv: 'Av välfärdsområdet eller Helsingfors, om det har köpt tjänsten eller gett en servicesedel. En privat serviceproducent fattar inga beslut. Om du betalar hela tjänsten själv, fråga oss.',
      en: 'The wellbeing services county or Helsinki, if it bought the service or gave a voucher. A private provider makes no decisions. If you pay for the whole service yourself, ask us.',
    },
    when: {
      fi: 'Heti. Muutosta voi hakea vasta, kun päätös on tehty.',
      sv: 'Genast. Ändring kan sökas först när det finns ett beslut.',
      en: 'At once. You can seek a change only when there is a decision.',
    },
    can: {
      fi: 'Saat päätöksen perusteluineen ja ohjeen siitä, miten siihen haetaan muutosta.',
      sv: 'Du får ett motiverat beslut och en anvisning om hur man söker ändring.',
      en: 'You get a decision with its reasons and instructions for seeking a change.',
    },
    cannot: {
      fi: 'Päätös voi olla kielteinen. Silloin voit vaatia oikaisua.',
      sv: 'Beslutet kan vara negativt. Då kan du begära omprövning.',
      en: 'The decision may be negative. Then you can request a review.',
    },
    write: [
      {
        fi: 'mitä hait tai pyysit ja milloin',
        sv: 'vad du ansökte om och när',
        en: 'what you asked for and when',
      },
      {
        fi: 'että haluat asiasta kirjallisen päätöksen, josta voi hakea muutosta',
        sv: 'att du vill ha ett skriftligt beslut i vilket ändring kan sökas',
        en: 'that you want a written decision that can be reviewed',
      },
    ],
    statute: '434/2003',
    bodies: ['social-work', 'registry'],
    verified: true,
  },
]

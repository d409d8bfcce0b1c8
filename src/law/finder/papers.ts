import type { Situation } from './situation.ts'

const SENT = {
  fi: 'Milloin päätös lähetettiin tai annettiin sinulle?',
  sv: 'När skickades eller gavs beslutet till dig?',
  en: 'When was the decision sent or given to you?',
} as const
const SENT_HINT = {
  fi: 'Päivä lukee kirjeessä tai viestissä. Jos et löydä sitä, anna päätökseen merkitty päivä.',
  sv: 'Dagen står i brevet eller meddelandet. Om du inte hittar den, ange dagen som står i beslutet.',
  en: 'The day is in the letter or message. If you cannot find it, give the day written in the decision.',
} as const
const INSTRUCTIONS = {
  fi: 'Lue päätöksen lopusta muutoksenhakuohje. Siinä sanotaan, kenelle kirjoitat ja missä ajassa. Jos ohje ja tämä laskelma eroavat, noudata ohjetta ja kysy meiltä.',
  sv: 'Läs anvisningen om hur man söker ändring i slutet av beslutet. Där står till vem du skriver och inom vilken tid. Om anvisningen och den här beräkningen skiljer sig åt, följ anvisningen och fråga oss.',
  en: 'Read the instructions for appeal at the end of the decision. They say whom to write to and in what time. If they differ from this calculation, follow them and ask us.',
} as const
const ARRIVED = {
  fi: 'Lähetä tai vie kirjoituksesi niin, että se on perillä viimeistään viimeisenä päivänä virka-ajan kuluessa. Pyydä todistus siitä, että se on saapunut.',
  sv: 'Skicka eller lämna in det du skrivit så att det är framme senast den sista dagen inom tjänstetid. Be om ett bevis på att det har kommit in.',
  en: 'Send or take what you write so that it is there on the last day at the latest, within office hours. Ask for proof that it has arrived.',
} as const
const REVIEW = {
  fi: 'Kirjoita oikaisuvaatimus: mikä päätös, mitä haluat muuttaa ja miksi. Liitä mukaan päätös ja se, mitä haluat näyttää.',
  sv: 'Skriv en begäran om omprövning: vilket beslut, vad du vill ändra och varför. Bifoga beslutet och det du vill visa.',
  en: 'Write a request for review: which decision, what you want changed and why. Attach the decision and whatever you want to show.',
} as const
const READ_TIME = {
  fi: 'Lue aika päätöksen muutoksenhakuohjeesta heti. Jos ohjetta ei ole tai se on epäselvä, soita meille tänään.',
  sv: 'Läs genast i beslutets anvisning hur lång tiden är. Om det inte finns någon anvisning eller om den är oklar, ring oss i dag.',
  en: 'Read the time in the instructions of the decision at once. If there are none or they are unclear, call us today.',
} as const
const DECISION_DAY = {
  fi: 'Mikä päivä päätöksessä on?',
  sv: 'Vilken dag står i beslutet?',
  en: 'Which day is written in the decision?',
} as const

/** Something that came: decisions and notices. */
export const papers: readonly Situation[] = [
  {
    id: 'decision',
    group: 'paper',
    rule: 'OIK',
    served: true,
    label: {
      fi: 'Päätös sosiaalipalvelusta',
      sv: 'Ett beslut om socialservice',
      en: 'A decision on a social service',
    },
    hint: {
      fi: 'Esimerkiksi kotihoito, vammaispalvelu tai omaishoidon tuki. Päätöksen teki hyvinvointialue tai Helsinki.',
      sv: 'Till exempel hemvård, funktionshinderservice eller stöd för närståendevård. Välfärdsområdet eller Helsingfors fattade beslutet.',
      en: 'For example home care, a disability service or informal care support. The county or Helsinki decided.',
    },
    date: SENT,
    dateHint: SENT_HINT,
    steps: [INSTRUCTIONS, REVIEW, ARRIVED],
    ask: ['registry', 'legal-aid'],
  },
  {
    id: 'kela-assistance',
    group: 'paper',
    rule: 'OIK',
    served: true,
    label: {
      fi: 'Kelan päätös toimeentulotuesta',
      sv: 'FPA:s beslut om utkomststöd',
      en: 'Kela’s decision on social assistance',
    },
    date: SENT,
    dateHint: SENT_HINT,
    steps: [
      INSTRUCTIONS,
      REVIEW,
      {
        fi: 'Oikaisuvaatimus lähetetään Kelaan. Jos rahat eivät riitä ruokaan tai lääkkeisiin, kysy heti hyvinvointialueelta ehkäisevää tai täydentävää toimeentulotukea.',
        sv: 'Begäran om omprövning skickas till FPA. Om pengarna inte räcker till mat eller medicin, fråga genast välfärdsområdet om förebyggande eller kompletterande utkomststöd.',
        en: 'The request goes to Kela. If you have no money for food or medicine, ask the county at once for preventive or supplementary social assistance.',
      },
      ARRIVED,
    ],
    ask: ['kela', 'social-work', 'legal-aid'],
  },
  {
    id: 'kela-benefit',
    group: 'paper',
    unknown: {
      fi: 'Kelan muiden etuuksien muutoksenhaku on säädetty etuuslaeissa. Emme laske sitä puolestasi, jotta et saa väärää päivää.',
      sv: 'Hur man söker ändring i FPA:s andra förmåner står i lagarna om förmånerna. Vi räknar inte ut tiden åt dig, så att du inte får fel dag.',
      en: 'Appeal against Kela’s other benefits is laid down in the acts on them. We do not count it for you, so that you do not get a wrong day.',
    },
    label: {
      fi: 'Kelan päätös muusta etuudesta',
      sv: 'FPA:s beslut om en annan förmån',
      en: 'Kela’s decision on another benefit',
    },
    hint: {
      fi: 'Esimerkiksi yleistuki, asumistuki tai vammaistuki.',
      sv: 'Till exempel allmänt stöd, bostadsbidrag eller handikappbidrag.',
      en: 'For example general support, housing allowance or disability allowance.',
    },
    date: DECISION_DAY,
    steps: [
      READ_TIME,
      {
        fi: 'Valitus lähetetään ohjeen mukaan Kelaan. Kela voi itse oikaista päätöksen, tai sen ratkaisee muutoksenhakulautakunta.',
        sv: 'Besvären skickas till FPA enligt anvisningen. FPA kan själv rätta beslutet, eller så avgör besvärsnämnden saken.',
        en: 'Send the appeal to Kela as instructed. Kela can correct the decision itself, or the appeal board decides.',
      },
    ],
    ask: ['kela', 'legal-aid', 'social-security-appeal-board'],
  },
  {
    id: 'fee',
    group: 'paper',
    unknown: {
      fi: 'Asiakasmaksuissa aika voi olla lyhyempi kuin muissa päätöksissä. Emme laske sitä puolestasi, jotta et myöhästy.',
      sv: 'För klientavgifter kan tiden vara kortare än för andra beslut. Vi räknar inte ut den åt dig, så att du inte blir för sen.',
      en: 'For client fees the time may be shorter than for other decisions. We do not count it for you, so that you are not late.',
    },
    label: {
      fi: 'Päätös asiakasmaksusta tai lasku',
      sv: 'Ett beslut om en klientavgift eller en räkning',
      en: 'A decision on a client fee, or a bill',
    },
    date: DECISION_DAY,
    steps: [
      READ_TIME,
      {
        fi: 'Jos maksu vie toimeentulosi, voit pyytää, että se alennetaan tai jätetään perimättä.',
        sv: 'Om avgiften äventyrar din försörjning kan du be att den sänks eller inte tas ut.',
        en: 'If the fee leaves you without enough to live on, you can ask for it to be lowered or waived.',
      },
    ],
    ask: ['registry', 'social-work'],
  },
  {
    id: 'early-education',
    group: 'paper',
    unknown: {
      fi: 'Varhaiskasvatuksen päätöksissä aika riippuu päätöksestä. Emme laske sitä puolestasi, jotta et saa väärää päivää.',
      sv: 'I småbarnspedagogiken beror tiden på beslutet. Vi räknar inte ut den åt dig, så att du inte får fel dag.',
      en: 'In early education the time depends on the decision. We do not count it for you, so that you do not get a wrong day.',
    },
    label: {
      fi: 'Päätös varhaiskasvatuksesta',
      sv: 'Ett beslut om småbarnspedagogik',
      en: 'A decision on early childhood education',
    },
    hint: {
      fi: 'Päätöksen teki kunta.',
      sv: 'Kommunen fattade beslutet.',
      en: 'The municipality decided.',
    },
    date: DECISION_DAY,
    steps: [READ_TIME],
    ask: ['early-education'],
  },
  {
    id: 'review-decision',
    group: 'paper',
    rule: 'VAL',
    served: true,
    label: {
      fi: 'Päätös oikaisuvaatimukseen',
      sv: 'Ett beslut på en begäran om omprövning',
      en: 'A decision on a request for review',
    },
    hint: {
      fi: 'Ratkaisu oikaisuvaatimukseesi sosiaalipalvelusta tai toimeentulotuesta, tai päätös, jonka ohjeessa lukee: valitus hallinto-oikeuteen.',
      sv: 'Avgörandet av din begäran om socialservice eller utkomststöd, eller ett beslut där anvisningen säger: besvär hos förvaltningsdomstolen.',
      en: 'The outcome of your request on a social service or social assistance, or a decision whose instructions say: appeal to the administrative court.',
    },
    date: SENT,
    dateHint: SENT_HINT,
    steps: [
      INSTRUCTIONS,
      {
        fi: 'Kirjoita valitus hallinto-oikeudelle: mikä päätös, mitä vaadit ja miksi. Liitä mukaan molemmat päätökset.',
        sv: 'Skriv besvär till förvaltningsdomstolen: vilket beslut, vad du yrkar och varför. Bifoga båda besluten.',
        en: 'Write an appeal to the administrative court: which decision, what you ask for and why. Attach both decisions.',
      },
      ARRIVED,
    ],
    ask: ['legal-aid', 'administrative-court'],
  },
  {
    id: 'court',
    group: 'paper',
    rule: 'VAL',
    served: true,
    label: {
      fi: 'Hallinto-oikeuden päätös',
      sv: 'Ett beslut av förvaltningsdomstolen',
      en: 'A decision of the administrative court',
    },
    date: SENT,
    dateHint: SENT_HINT,
    steps: [
      {
        fi: 'Lue valitusosoitus. Korkeimpaan hallinto-oikeuteen voi valittaa yleensä vain, jos se myöntää valitusluvan. Pyydä lupaa ja valita samalla kirjoituksella.',
        sv: 'Läs besvärsanvisningen. Hos högsta förvaltningsdomstolen kan man oftast söka ändring bara om den beviljar besvärstillstånd. Be om tillstånd och anför besvär i samma skrift.',
        en: 'Read the appeal instructions. You can usually appeal to the Supreme Administrative Court only with its leave. Ask for leave and appeal in the same letter.',
      },
      {
        fi: 'Pyydä apua oikeusaputoimistosta heti. Tässä vaiheessa ratkaistaan ennen kaikkea oikeudellisia kysymyksiä.',
        sv: 'Be genast rättshjälpsbyrån om hjälp. I det här skedet avgörs framför allt juridiska frågor.',
        en: 'Ask the legal aid office for help at once. At this stage questions of law are what matters.',
      },
      ARRIVED,
    ],
    ask: ['legal-aid'],
  },
  {
    id: 'kela-request',
    group: 'paper',
    rule: 'KEH',
    label: {
      fi: 'Kelan kehotus',
      sv: 'En uppmaning från FPA',
      en: 'A notice from Kela telling you to act',
    },
    hint: {
      fi: 'Kela kehottaa hakemaan toista etuutta tai ilmoittautumaan kokoaikaisen työn hakijaksi.',
      sv: 'FPA uppmanar dig att söka en annan förmån eller anmäla dig som sökande av heltidsarbete.',
      en: 'Kela tells you to apply for another benefit or to register as a seeker of full-time work.',
    },
    date: {
      fi: 'Mikä päivä kehotuksessa on?',
      sv: 'Vilken dag står i uppmaningen?',
      en: 'Which day is written in the notice?',
    },
    dateHint: {
      fi: 'Laskemme varmuuden vuoksi tästä päivästä. Jos kehotuksessa on annettu toinen päivä, noudata sitä.',
      sv: 'Vi räknar för säkerhets skull från den dagen. Om uppmaningen anger en annan sista dag, följ den.',
      en: 'To be on the safe side we count from this day. If the notice names another last day, follow that.',
    },
    steps: [
      {
        fi: 'Tee se, mitä kehotuksessa pyydetään, tai kerro Kelalle, miksi et voi: esimerkiksi sairaus, hoidettava läheinen tai opinnot.',
        sv: 'Gör det som uppmaningen gäller, eller berätta för FPA varför du inte kan: till exempel sjukdom, en närstående som du vårdar eller studier.',
        en: 'Do what the notice asks, or tell Kela why you cannot: for example illness, somebody you care for, or studies.',
      },
      {
        fi: 'Säilytä todistus siitä, mitä teit ja milloin. Perusosaa ei saa alentaa, jos se olisi kohtuutonta.',
        sv: 'Spara ett bevis på vad du gjorde och när. Grunddelen får inte sänkas om det vore oskäligt.',
        en: 'Keep proof of what you did and when. The basic amount may not be lowered if that would be unreasonable.',
      },
    ],
    ask: ['kela', 'employment', 'social-work'],
  },
]

import type { Text3 } from '../language/lang.ts'

/** What a matter can be about, in the words a person would use at a kitchen table. */
export interface EverydayTopic {
  readonly id: string
  readonly text: Text3
  readonly hint: Text3
  /** Codes the answer is recorded under unless the person or the office says otherwise. */
  readonly serviceTask?: string
  readonly service?: string
  readonly reasons: readonly string[]
  /** The matter belongs to somebody else: the page says to whom before anything is asked. */
  readonly elsewhere?: Text3
}

/**
 * The choices of the question "What does it concern?". The defaults are only a first guess: they pick what is most
 * often meant, and leave out what cannot be guessed. `not-known` closes the list and always works.
 */
export const EVERYDAY_TOPICS: readonly EverydayTopic[] = [
  {
    id: 'money',
    text: {
      fi: 'Raha ei riitä, tai päätös toimeentulotuesta viipyy',
      sv: 'Pengarna räcker inte, eller beslutet om utkomststöd dröjer',
      en: 'I run out of money, or a decision on social assistance is late',
    },
    hint: {
      fi: 'Toimeentulotuki Kelasta tai hyvinvointialueelta.',
      sv: 'Utkomststöd från FPA eller välfärdsområdet.',
      en: 'Social assistance from Kela or the wellbeing services county.',
    },
    serviceTask: 'kela',
    service: 'basic-assistance',
    reasons: ['income', 'waiting-time'],
  },
  {
    id: 'kela-benefit',
    text: {
      fi: 'Muu Kelan etuus',
      sv: 'Någon annan förmån från FPA',
      en: 'Another benefit from Kela',
    },
    hint: {
      fi: 'Esimerkiksi asumistuki, yleistuki tai vammaistuki.',
      sv: 'Till exempel bostadsbidrag, allmänt stöd eller handikappbidrag.',
      en: 'For example housing allowance, general support or disability allowance.',
    },
    serviceTask: 'kela',
    service: 'kela-benefit',
    reasons: ['income'],
  },
  {
    id: 'home-care',
    text: {
      fi: 'Kotihoito ei tule, tai siinä on puutteita',
      sv: 'Hemvården kommer inte, eller den fungerar dåligt',
      en: 'Home care does not come, or it is poor',
    },
    hint: {
      fi: 'Käynnit jäävät väliin, apua on liian vähän tai hoitaja vaihtuu jatkuvasti.',
      sv: 'Besök uteblir, hjälpen räcker inte till eller vårdaren byts hela tiden.',
      en: 'Visits are missed, there is too little help, or the carer keeps changing.',
    },
    serviceTask: 'older-people',
    service: 'home-care',
    reasons: ['service-process', 'service-quality'],
  },
  {
    id: 'care-home',
    text: {
      fi: 'Hoivakoti tai muu asuminen, jossa saa apua',
      sv: 'Vårdhem eller annat boende med hjälp',
      en: 'A care home or other housing with help',
    },
    hint: {
      fi: 'Paikkaa ei saa, tai hoivassa on puutteita.',
      sv: 'Det finns ingen plats, eller det är brister i omsorgen.',
      en: 'There is no place, or the care falls short.',
    },
    serviceTask: 'older-people',
    service: 'housing-24h',
    reasons: [],
  },
  {
    id: 'informal-care',
    text: {
      fi: 'Hoidan läheistäni',
      sv: 'Jag vårdar en närstående',
      en: 'I care for someone close to me',
    },
    hint: {
      fi: 'Omaishoidon tuki, vapaat ja sijaishoito.',
      sv: 'Stöd för närståendevård, lediga dagar och avlösning.',
      en: 'Support for informal care, days off and a substitute carer.',
    },
    service: 'informal-care',
    reasons: [],
  },
  {
    id: 'disability',
    text: {
      fi: 'Vammaispalvelu, esimerkiksi henkilökohtainen apu tai kuljetus',
      sv: 'Funktionshinderservice, till exempel personlig assistans eller färdtjänst',
      en: 'Disability services, for example personal assistance or transport',
    },
    hint: {
      fi: 'Palvelun hakeminen, päätös tai se, miten palvelu toimii.',
      sv: 'Ansökan, beslut eller hur tjänsten fungerar.',
      en: 'Applying, a decision, or how the service works.',
    },
    serviceTask: 'disability',
    reasons: [],
  },
  {
    id: 'child-placed',
    text: {
      fi: 'Lapsi on otettu huostaan tai sijoitettu',
      sv: 'Ett barn har omhändertagits eller placerats',
      en: 'A child has been taken into care or placed',
    },
    hint: {
      fi: 'Myös yhteydenpito lapseen, rajoitukset ja jälkihuolto.',
      sv: 'Också kontakten med barnet, begränsningar och eftervård.',
      en: 'Also contact with the child, restrictions and after-care.',
    },
    serviceTask: 'child-welfare',
    service: 'child-welfare-substitute',
    reasons: [],
  },
  {
    id: 'child-welfare',
    text: {
      fi: 'Lastensuojelu on ottanut yhteyttä, tai tarvitsen sen apua',
      sv: 'Barnskyddet har hört av sig, eller jag behöver hjälp av barnskyddet',
      en: 'Child welfare has contacted us, or we need its help',
    },
    hint: {
      fi: 'Lastensuojeluilmoitus, selvitys tai tuki kotiin.',
      sv: 'Barnskyddsanmälan, utredning eller stöd i hemmet.',
      en: 'A child welfare notification, an assessment or support at home.',
    },
    serviceTask: 'child-welfare',
    service: 'child-welfare-open',
    reasons: [],
  },
  {
    id: 'family-help',
    text: {
      fi: 'Perheemme tarvitsee apua arkeen',
      sv: 'Vår familj behöver hjälp i vardagen',
      en: 'Our family needs help with everyday life',
    },
    hint: {
      fi: 'Lapsiperheen kotipalvelu, perhetyö tai tukiperhe.',
      sv: 'Hemservice för barnfamiljer, familjearbete eller stödfamilj.',
      en: 'Home service for families, family work or a support family.',
    },
    serviceTask: 'families',
    reasons: ['access'],
  },
  {
    id: 'custody',
    text: {
      fi: 'Lapsen huolto, asuminen tai tapaamiset eron jälkeen',
      sv: 'Barnets vårdnad, boende eller umgänge efter en skilsmässa',
      en: 'Custody, home or visits of a child after a separation',
    },
    hint: {
      fi: 'Lastenvalvojan palvelut ja valvotut tapaamiset.',
      sv: 'Barnatillsyningsmannens tjänster och övervakat umgänge.',
      en: 'The child welfare supervisor and supervised visits.',
    },
    serviceTask: 'family-law',
    service: 'custody-visits',
    reasons: [],
  },
  {
    id: 'day-care',
    text: {
      fi: 'Varhaiskasvatus eli päiväkoti tai perhepäivähoito',
      sv: 'Småbarnspedagogik, alltså daghem eller familjedagvård',
      en: 'Early childhood education: a day-care centre or family day care',
    },
    hint: {
      fi: 'Paikka, lapsen tuki, kohtelu tai maksut.',
      sv: 'Plats, stöd till barnet, bemötande eller avgifter.',
      en: 'A place, support for the child, treatment or fees.',
    },
    serviceTask: 'early-childhood',
    service: 'day-care',
    reasons: [],
  },
  {
    id: 'addiction',
    text: {
      fi: 'Apu päihteisiin tai muuhun riippuvuuteen',
      sv: 'Hjälp med missbruk eller annat beroende',
      en: 'Help with alcohol, drugs or another addiction',
    },
    hint: {
      fi: 'Kuntoutukseen pääsy, hoitopaikka tai tuki sen jälkeen.',
      sv: 'Att få rehabilitering, en vårdplats eller stöd efteråt.',
      en: 'Getting into rehabilitation, a place in treatment, or support afterwards.',
    },
    serviceTask: 'substance-use',
    service: 'addiction-care',
    reasons: ['access'],
  },
  {
    id: 'social-worker',
    text: {
      fi: 'En saa yhteyttä sosiaalityöntekijään, tai asiani ei etene',
      sv: 'Jag får inte tag på socialarbetaren, eller mitt ärende går inte framåt',
      en: 'I cannot reach the social worker, or my matter does not move',
    },
    hint: {
      fi: 'Aikuisten sosiaalityö, sosiaaliohjaus ja palvelutarpeen arviointi.',
      sv: 'Socialt arbete för vuxna, social handledning och bedömning av servicebehovet.',
      en: 'Social work for adults, social guidance and assessment of service needs.',
    },
    serviceTask: 'working-age',
    service: 'social-work',
    reasons: ['waiting-time', 'information'],
  },
  {
    id: 'employment',
    text: {
      fi: 'Työllisyyspalvelut tai kuntouttava työtoiminta',
      sv: 'Sysselsättningstjänster eller arbetsverksamhet i rehabiliteringssyfte',
      en: 'Employment services or rehabilitative work',
    },
    hint: {
      fi: 'Palveluun pääsy, sen sisältö tai ohjaus luukulta toiselle.',
      sv: 'Att få service, dess innehåll eller att bli skickad från en lucka till en annan.',
      en: 'Getting the service, what it holds, or being sent from one desk to another.',
    },
    serviceTask: 'employment',
    reasons: [],
  },
  {
    id: 'fees',
    text: {
      fi: 'Asiakasmaksu on liian suuri tai väärin laskettu',
      sv: 'Klientavgiften är för hög eller fel uträknad',
      en: 'A client fee is too high or wrongly counted',
    },
    hint: {
      fi: 'Laskut sosiaalipalveluista, maksun alentaminen ja perintä.',
      sv: 'Räkningar för socialservice, nedsättning av avgiften och indrivning.',
      en: 'Bills for social services, lowering a fee, and debt collection.',
    },
    service: 'client-fees',
    reasons: ['fees'],
  },
  {
    id: 'treated-badly',
    text: {
      fi: 'Minua on kohdeltu huonosti',
      sv: 'Jag har blivit illa bemött',
      en: 'I have been treated badly',
    },
    hint: {
      fi: 'Sinua ei ole kuunneltu, sinulle on puhuttu loukkaavasti tai sinua on kohdeltu epäreilusti.',
      sv: 'Ingen har lyssnat på dig, någon har talat sårande till dig eller du har behandlats orättvist.',
      en: 'You were not listened to, someone spoke to you hurtfully, or you were treated unfairly.',
    },
    reasons: ['treatment'],
  },
  {
    id: 'records',
    text: {
      fi: 'Minusta kirjatut tiedot tai asiakirjat',
      sv: 'Uppgifter om mig eller mina handlingar',
      en: 'What has been written about me, or my documents',
    },
    hint: {
      fi: 'Haluat nähdä tietosi, korjata niitä, tai epäilet, että joku on katsonut niitä luvatta.',
      sv: 'Du vill se eller rätta dina uppgifter, eller misstänker att någon har tittat på dem utan lov.',
      en: 'You want to see or correct your data, or think someone has looked at them without permission.',
    },
    reasons: ['data-protection'],
  },
  {
    id: 'health-care',
    text: {
      fi: 'Terveydenhuolto: lääkäri, hoitaja, sairaala tai hammashoito',
      sv: 'Hälso- och sjukvård: läkare, sjukskötare, sjukhus eller tandvård',
      en: 'Health care: a doctor, a nurse, a hospital or dental care',
    },
    hint: {
      fi: 'Terveydenhuollon asioissa auttaa potilasasiavastaava.',
      sv: 'I frågor om hälso- och sjukvård hjälper patientombudet.',
      en: 'In matters of health care the patient ombudsman helps.',
    },
    reasons: [],
    elsewhere: {
      fi: 'Potilasasiavastaava neuvoo terveydenhuollon asioissa. Saat hänen yhteystietonsa hyvinvointialueesi verkkosivuilta ja vaihteesta. Jos asiaasi liittyy myös sosiaalipalveluja, voit jatkaa tästä meille.',
      sv: 'Patientombudet ger råd i frågor om hälso- och sjukvård. Kontaktuppgifterna finns på välfärdsområdets webbplats, och du får dem också av växeln. Om ditt ärende även gäller socialservice kan du fortsätta här.',
      en: 'The patient ombudsman advises on health care. You find the contact details on the website of your wellbeing services county or through its switchboard. If your matter also concerns social services, you can continue here.',
    },
  },
  {
    id: 'not-known',
    text: {
      fi: 'Jokin muu, tai en tiedä',
      sv: 'Något annat, eller jag vet inte',
      en: 'Something else, or I do not know',
    },
    hint: {
      fi: 'Kerro asiasi omin sanoin. Me selvitämme, kenelle se kuuluu.',
      sv: 'Berätta med egna ord. Vi tar reda på vem som ansvarar för saken.',
      en: 'Tell us in your own words. We find out whose matter it is.',
    },
    reasons: [],
  },
]

/** A topic by its id. */
export function everydayTopic(id: string): EverydayTopic | undefined {
  return EVERYDAY_TOPICS.find((topic) => topic.id === id)
}

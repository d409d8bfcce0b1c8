import type { objectionEvents } from '../../v1/events/objection.ts'
import type { EventText3 } from '../text3.ts'

export const objectionEventTexts = {
  START_OBJECTION: {
    label: ['Aloita muistutus', 'Påbörja en anmärkning', 'Start an objection'],
    effect: [
      'Alat auttaa asiakasta muistutuksen tekemisessä.',
      'Du börjar hjälpa klienten att göra en anmärkning.',
      'You begin to help the client make an objection.',
    ],
    done: [
      'Muistutuksen tekeminen alkoi',
      'Arbetet med en anmärkning inleddes',
      'Work on an objection began',
    ],
  },
  OBJECTION_ALREADY_SENT: {
    label: ['Muistutus on jo lähetetty', 'Anmärkningen är redan skickad', 'Objection already sent'],
    effect: [
      'Asiakas on itse tehnyt muistutuksen. Vastausta aletaan seurata lähetyspäivästä.',
      'Klienten har själv gjort en anmärkning. Svaret bevakas från den dag den skickades.',
      'The client has made the objection alone. The answer is followed from the day of sending.',
    ],
    done: [
      'Asiakkaan aiemmin lähettämä muistutus kirjattiin',
      'Klientens tidigare anmärkning antecknades',
      'The client’s earlier objection was recorded',
    ],
  },
  OFFER_DRAFT: {
    label: ['Anna luonnos luettavaksi', 'Ge utkastet till klienten', 'Show the draft to the client'],
    effect: [
      'Asiakas näkee tekstin ja hyväksyy sen tai pyytää muutoksia. Siitä lähtee ilmoitus.',
      'Klienten ser texten och godkänner den eller ber om ändringar. Klienten får besked om det.',
      'The client sees the text and approves it or asks for changes, and is told of it.',
    ],
    done: [
      'Muistutuksen luonnos annettiin asiakkaalle',
      'Klienten fick ett utkast',
      'The draft was given to the client',
    ],
  },
  APPROVE_DRAFT: {
    label: ['Hyväksy teksti', 'Godkänn texten', 'Approve the text'],
    effect: ['Muistutus voidaan lähettää.', 'Anmärkningen kan skickas.', 'The objection can be sent.'],
    done: ['Asiakas hyväksyi tekstin', 'Klienten godkände texten', 'The client approved the text'],
    client: {
      label: ['Hyväksyn tekstin', 'Jag godkänner texten', 'I approve the text'],
      effect: [
        'Muistutus voidaan lähettää sellaisena kuin se nyt on.',
        'Anmärkningen kan skickas som den är nu.',
        'The objection can be sent as it is now.',
      ],
    },
  },
  RECORD_APPROVAL: {
    label: ['Kirjaa hyväksyntä', 'Anteckna godkännandet', 'Record the approval'],
    effect: [
      'Asian tietoihin merkitään, että asiakas on hyväksynyt tekstin.',
      'I ärendet antecknas att klienten har godkänt texten.',
      'The case shows that the client has approved the text.',
    ],
    done: ['Tekstin hyväksyntä kirjattiin', 'Godkännandet antecknades', 'The approval was recorded'],
  },
  REQUEST_CHANGES: {
    label: ['Pyydä muutoksia', 'Be om ändringar', 'Ask for changes'],
    effect: [
      'Teksti palaa sosiaaliasiavastaavalle muokattavaksi.',
      'Texten går tillbaka till socialombudet för ändringar.',
      'The text goes back to the social ombudsman.',
    ],
    done: ['Asiakas pyysi muutoksia', 'Klienten bad om ändringar', 'The client asked for changes'],
    client: {
      label: ['Haluan muutoksia tekstiin', 'Jag vill ändra texten', 'I want changes to the text'],
      effect: [
        'Kerro, mitä pitää muuttaa. Saat uuden luonnoksen luettavaksesi.',
        'Berätta vad som ska ändras. Du får ett nytt utkast att läsa.',
        'Tell us what to change. You will get a new draft to read.',
      ],
    },
  },
  RECORD_SENT: {
    label: ['Kirjaa lähetetyksi', 'Anteckna som skickad', 'Record as sent'],
    effect: [
      'Vastausta muistutukseen aletaan odottaa lähetyspäivästä.',
      'Svaret på anmärkningen bevakas från den dag den skickades.',
      'The answer is awaited from the day of sending.',
    ],
    done: ['Muistutus lähetettiin', 'Anmärkningen skickades', 'The objection was sent'],
    client: {
      label: ['Olen lähettänyt muistutuksen', 'Jag har skickat anmärkningen', 'I have sent the objection'],
      effect: [
        'Alamme seurata, milloin muistutukseen vastataan.',
        'Vi börjar följa när anmärkningen besvaras.',
        'We start following when the objection is answered.',
      ],
    },
  },
  ACKNOWLEDGED: {
    label: ['Kirjaa saapumispäivä', 'Anteckna ankomstdagen', 'Record the day of arrival'],
    effect: [
      'Vastausaika lasketaan tästä eteenpäin päivästä, jona muistutus saapui perille.',
      'Svarstiden räknas nu från den dag anmärkningen kom fram.',
      'The time for the answer is now counted from the day the objection arrived.',
    ],
    done: [
      'Muistutuksen saapuminen vahvistettiin',
      'Mottagandet bekräftades',
      'The arrival of the objection was confirmed',
    ],
  },
  CHASE_ANSWER: {
    label: ['Kiirehdi vastausta', 'Påskynda svaret', 'Chase the answer'],
    effect: [
      'Kirjaat, että olet kysynyt vastauksen perään.',
      'Du antecknar att du har frågat efter svaret.',
      'You record that you have asked for the answer.',
    ],
    done: ['Vastausta kiirehdittiin', 'Svaret påskyndades', 'The answer was chased'],
  },
  OBJECTION_ANSWERED: {
    label: ['Kirjaa vastaus muistutukseen', 'Anteckna svaret på anmärkningen', 'Record the answer'],
    effect: [
      'Vastausajan seuranta päättyy, ja vastaus käydään läpi asiakkaan kanssa.',
      'Bevakningen av svarstiden upphör, och svaret gås igenom med klienten.',
      'The time for the answer ends, and the answer is gone through with the client.',
    ],
    done: ['Muistutukseen vastattiin', 'Anmärkningen besvarades', 'The objection was answered'],
    client: {
      label: [
        'Olen saanut vastauksen muistutukseen',
        'Jag har fått svar på anmärkningen',
        'I have had an answer to the objection',
      ],
      effect: [
        'Käymme vastauksen läpi kanssasi.',
        'Vi går igenom svaret med dig.',
        'We will go through the answer with you.',
      ],
    },
  },
  ASSESS_OBJECTION: {
    label: ['Arvioi vastaus', 'Bedöm svaret', 'Assess the answer'],
    effect: [
      'Kirjaat asiakkaan kanssa, vastattiinko kaikkiin kohtiin, perusteltiinko vastaus ja luvattiinko toimia.',
      'Du antecknar tillsammans med klienten om alla punkter besvarades, om svaret motiverades och om åtgärder utlovades.',
      'With the client you record whether each point was answered, reasons were given and measures promised.',
    ],
    done: ['Vastaus muistutukseen arvioitiin', 'Svaret på anmärkningen bedömdes', 'The answer was assessed'],
  },
  ASK_SUPPLEMENT: {
    label: [
      'Pyydä täydennystä vastaukseen',
      'Be om komplettering av svaret',
      'Ask for the answer to be completed',
    ],
    effect: [
      'Jäädään odottamaan täydennettyä vastausta.',
      'Man väntar på ett kompletterat svar.',
      'A completed answer is awaited.',
    ],
    done: [
      'Vastaukseen pyydettiin täydennystä',
      'Komplettering av svaret begärdes',
      'A completed answer was asked for',
    ],
  },
  OBJECTION_RESOLVED: {
    label: ['Muistutus on käsitelty', 'Anmärkningen är behandlad', 'Objection is dealt with'],
    effect: [
      'Muistutuksen käsittely päättyy. Muu käsittely jatkuu.',
      'Behandlingen av anmärkningen avslutas. Annan handläggning fortsätter.',
      'The objection is finished. Other work goes on.',
    ],
    done: [
      'Muistutus todettiin käsitellyksi',
      'Anmärkningen var färdigbehandlad',
      'The objection was dealt with',
    ],
  },
  OBJECTION_TO_REMEDY: {
    label: ['Siirry toiseen keinoon', 'Gå vidare till ett annat rättsmedel', 'Go on to another remedy'],
    effect: [
      'Muistutus ei riittänyt. Asiakkaalle lähtee ilmoitus viestistäsi.',
      'Anmärkningen räckte inte. Klienten får besked om ditt meddelande.',
      'The objection was not enough. The client is told of your message.',
    ],
    done: [
      'Muistutuksesta siirryttiin toiseen keinoon',
      'Man gick vidare från anmärkningen till ett annat rättsmedel',
      'The matter went on from the objection to another remedy',
    ],
  },
  GUIDE_TO_COMPLAINT: {
    label: ['Ohjaa kanteluun', 'Ge råd om klagan', 'Guide to a complaint'],
    effect: [
      'Asiakas saa ohjeet kantelun tekemiseen, ja siitä lähtee ilmoitus.',
      'Klienten får anvisningar om klagan och får besked om det.',
      'The client gets advice on complaining to the supervising authority and is told of it.',
    ],
    done: [
      'Asiakas sai ohjeet kanteluun',
      'Klienten fick anvisningar om klagan',
      'The client was guided to a complaint',
    ],
  },
  STOP_OBJECTION: {
    label: ['Luovu muistutuksesta', 'Lägg ner anmärkningen', 'Give up the objection'],
    effect: [
      'Muistutusta ei viedä eteenpäin. Uuden voi aloittaa myöhemmin.',
      'Anmärkningen förs inte vidare. En ny kan påbörjas senare.',
      'The objection is not taken further. A new one can be started later.',
    ],
    done: ['Muistutuksesta luovuttiin', 'Anmärkningen lades ner', 'The objection was given up'],
    client: {
      label: [
        'En halua jatkaa muistutusta',
        'Jag vill inte fortsätta med anmärkningen',
        'I do not want to go on with the objection',
      ],
      effect: [
        'Muistutusta ei viedä eteenpäin. Muu apu jatkuu.',
        'Anmärkningen förs inte vidare. Annan hjälp fortsätter.',
        'The objection is not taken further. Other help goes on.',
      ],
    },
  },
} as const satisfies Record<keyof typeof objectionEvents, EventText3>

import type { remedyEvents } from '../../v1/events/remedy.ts'
import type { EventText3 } from '../text3.ts'

export const remedyEventTexts = {
  CAPTURE_DECISION: {
    label: ['Kirjaa päätös', 'Anteckna ett beslut', 'Record a decision'],
    effect: [
      'Määräaika lasketaan päivästä, jona asiakas sai päätöksen. Jos asialla ei ole käsittelijää, se tulee sinulle.',
      'Tidsfristen räknas från den dag klienten fick del av beslutet. Om ärendet saknar handläggare blir det ditt.',
      'The time limit is counted from the day the client had notice. If the case has no handler, it becomes yours.',
    ],
    done: ['Päätöksen tiedot kirjattiin', 'Uppgifterna om beslutet antecknades', 'A decision was recorded'],
  },
  GIVE_PLAN: {
    label: ['Anna ohjeet', 'Ge anvisningar', 'Give the plan'],
    effect: [
      'Asiakas saa viestin siitä, mikä paperi tarvitaan, minne se viedään ja mihin mennessä. Siitä lähtee ilmoitus.',
      'Klienten får ett meddelande om vilket papper som behövs, vart det ska och senast när. Klienten får besked om det.',
      'The client gets a message about which paper is needed, where it goes and by when, and is told of it.',
    ],
    done: ['Asiakas sai ohjeet', 'Klienten fick anvisningar', 'The client was given a plan'],
  },
  FILED: {
    label: ['Kirjaa vireille pannuksi', 'Anteckna som inlämnat', 'Record as filed'],
    effect: [
      'Asiakkaan määräaika päättyy, ja jäädään odottamaan ratkaisua.',
      'Klientens tidsfrist upphör, och man väntar på ett avgörande.',
      'The client’s time limit ends, and a decision is awaited.',
    ],
    done: ['Asia vietiin vireille', 'Ärendet gjordes anhängigt', 'The matter was filed'],
    client: {
      label: ['Olen lähettänyt paperit', 'Jag har skickat papperen', 'I have sent the papers'],
      effect: [
        'Tiedämme silloin, että asiasi on vireillä.',
        'Då vet vi att ditt ärende är anhängigt.',
        'We then know that your matter is pending.',
      ],
    },
  },
  NOT_FILED: {
    label: ['Ei viedä eteenpäin', 'Förs inte vidare', 'Will not be filed'],
    effect: [
      'Määräajan seuranta päättyy. Varmista asiakkaalta, ettei hän aio viedä asiaa eteenpäin.',
      'Tidsfristen bevakas inte längre. Försäkra dig hos klienten om att ärendet inte ska föras vidare.',
      'The time limit is no longer followed. Make sure with the client that nothing will be filed.',
    ],
    done: ['Asiaa ei viety eteenpäin', 'Ärendet fördes inte vidare', 'The matter was not filed'],
    client: {
      label: ['En vie asiaa eteenpäin', 'Jag för inte ärendet vidare', 'I will not take it further'],
      effect: [
        'Emme enää seuraa määräaikaa. Jos muutat mielesi, ota meihin heti yhteyttä.',
        'Vi bevakar inte längre tidsfristen. Kontakta oss genast om du ändrar dig.',
        'We no longer follow the time limit. If you change your mind, contact us at once.',
      ],
    },
  },
  DECIDED: {
    label: ['Kirjaa ratkaisu', 'Anteckna avgörandet', 'Record the outcome'],
    effect: [
      'Ratkaisu tulee sinulle ja vastuuhenkilölle katsottavaksi, sillä siinä voi olla uusi määräaika.',
      'Du och den ansvariga personen ska se på avgörandet, för det kan ha en ny tidsfrist.',
      'The decision comes to you and the lead, as it may hold a new time limit.',
    ],
    done: ['Asiaan saatiin ratkaisu', 'Ärendet avgjordes', 'A decision was received'],
    client: {
      label: ['Olen saanut ratkaisun', 'Jag har fått ett avgörande', 'I have had a decision'],
      effect: [
        'Katsomme ratkaisun kanssasi. Siinä voi olla uusi määräaika.',
        'Vi går igenom avgörandet med dig. Det kan ha en ny tidsfrist.',
        'We will look at the decision with you. It may hold a new time limit.',
      ],
    },
  },
  RECORD_RESULT: {
    label: ['Kirjaa tulos', 'Anteckna resultatet', 'Record the result'],
    effect: [
      'Kirjaat, toteutuiko asiakkaan oikeus.',
      'Du antecknar om klientens rätt tillgodosågs.',
      'You record whether the client’s right was realised.',
    ],
    done: ['Tulos kirjattiin', 'Resultatet antecknades', 'The result was recorded'],
  },
} as const satisfies Record<keyof typeof remedyEvents, EventText3>

import type { consentEvents, priorityEvents } from '../../v1/events/consent.ts'
import type { endedEvents } from '../../v1/events/ended.ts'
import type { EventText3 } from '../text3.ts'

export const consentEventTexts = {
  ASK_CONSENT: {
    label: ['Pyydä suostumus', 'Be om samtycke', 'Ask for consent'],
    effect: [
      'Asiakasta pyydetään antamaan suostumus siihen, että puhut hänen asiastaan palvelun kanssa. Siitä lähtee ilmoitus.',
      'Klienten ombeds samtycka till att du talar med servicen om ärendet. Klienten får besked om det.',
      'The client is asked to consent to your speaking with the service about the matter, and is told of it.',
    ],
    done: [
      'Asiakkaalta pyydettiin suostumus',
      'Klienten ombads ge sitt samtycke',
      'The client was asked for consent',
    ],
  },
  GIVE_CONSENT: {
    label: ['Anna suostumus', 'Ge samtycke', 'Give consent'],
    effect: [
      'Sosiaaliasiavastaava saa puhua asiasta palvelun kanssa.',
      'Socialombudet får tala med servicen om ärendet.',
      'The social ombudsman may speak with the service about the matter.',
    ],
    done: ['Asiakas antoi suostumuksen', 'Klienten gav sitt samtycke', 'The client gave consent'],
    client: {
      label: ['Annan suostumukseni', 'Jag samtycker', 'I give my consent'],
      effect: [
        'Saamme puhua asiastasi palvelun kanssa. Voit perua suostumuksesi milloin tahansa.',
        'Vi får tala med servicen om ditt ärende. Du kan återta ditt samtycke när som helst.',
        'We may speak with the service about your matter. You can withdraw your consent at any time.',
      ],
    },
  },
  RECORD_CONSENT: {
    label: ['Kirjaa suostumus', 'Anteckna samtycke', 'Record consent'],
    effect: [
      'Asian tietoihin merkitään, että asiakas on antanut suostumuksensa.',
      'I ärendet antecknas att klienten har gett sitt samtycke.',
      'The case shows that the client has given consent.',
    ],
    done: ['Suostumus kirjattiin', 'Samtycket antecknades', 'Consent was recorded'],
  },
  REFUSE_CONSENT: {
    label: ['Kirjaa: ei suostumusta', 'Anteckna: inget samtycke', 'Record: no consent'],
    effect: [
      'Palvelun kanssa ei puhuta tästä asiakkaasta.',
      'Man talar inte med servicen om den här klienten.',
      'Nobody speaks with the service about this client.',
    ],
    done: ['Asiakas ei antanut suostumusta', 'Klienten gav inte sitt samtycke', 'The client did not consent'],
    client: {
      label: ['En anna suostumusta', 'Jag samtycker inte', 'I do not consent'],
      effect: [
        'Emme puhu asiastasi palvelun kanssa. Saat meiltä silti neuvoja.',
        'Vi talar inte med servicen om ditt ärende. Du får ändå råd av oss.',
        'We will not speak with the service about your matter. We will still advise you.',
      ],
    },
  },
  WITHDRAW_CONSENT: {
    label: ['Kirjaa suostumus perutuksi', 'Anteckna att samtycket återtagits', 'Record consent as withdrawn'],
    effect: [
      'Yhteydenpito palvelun kanssa loppuu, ja sovittelu keskeytyy.',
      'Kontakten med servicen upphör och medlingen avbryts.',
      'Contact with the service ends and mediation stops.',
    ],
    done: ['Suostumus peruttiin', 'Samtycket återtogs', 'Consent was withdrawn'],
    client: {
      label: ['Perun suostumukseni', 'Jag återtar mitt samtycke', 'I withdraw my consent'],
      effect: [
        'Emme enää puhu asiastasi palvelun kanssa. Jos sovittelu on kesken, se lopetetaan.',
        'Vi talar inte längre med servicen om ditt ärende. Om medling pågår avbryts den.',
        'We will no longer speak with the service about your matter. A mediation under way is stopped.',
      ],
    },
  },
} as const satisfies Record<keyof typeof consentEvents, EventText3>

export const priorityEventTexts = {
  SET_URGENT: {
    label: ['Merkitse kiireelliseksi', 'Anteckna som brådskande', 'Mark as urgent'],
    effect: [
      'Asia nousee jonon kärkeen, ja siitä ilmoitetaan käsittelijälle ja vastuuhenkilölle.',
      'Ärendet flyttas först i kön, och handläggaren och den ansvariga personen får besked.',
      'The case moves to the top of the queue, and its handler and the lead are told.',
    ],
    done: [
      'Asia merkittiin kiireelliseksi',
      'Ärendet antecknades som brådskande',
      'The case was marked as urgent',
    ],
  },
  CLEAR_URGENT: {
    label: ['Ei enää kiireellinen', 'Inte längre brådskande', 'No longer urgent'],
    effect: [
      'Asia palaa tavalliseen kiireellisyysjärjestykseen.',
      'Ärendet återgår till den vanliga ordningen.',
      'The case goes back to the ordinary order.',
    ],
    done: [
      'Asia ei ollut enää kiireellinen',
      'Ärendet var inte längre brådskande',
      'The case was no longer urgent',
    ],
  },
} as const satisfies Record<keyof typeof priorityEvents, EventText3>

export const endedEventTexts = {
  REOPEN: {
    label: ['Avaa uudelleen', 'Öppna på nytt', 'Reopen'],
    effect: [
      'Asia palaa jonoon, ja yhteydenoton ja vastaamisen määräajat alkavat alusta. Muut vaiheet jatkuvat siitä, mihin ne jäivät.',
      'Ärendet återgår till kön, och tidsfristerna för kontakt och svar börjar om. Övriga skeden fortsätter där de stannade.',
      'The case goes back to the queue, and the times for contact and answer begin anew. Other tracks go on from where they were.',
    ],
    done: ['Asia avattiin uudelleen', 'Ärendet öppnades på nytt', 'The case was reopened'],
  },
} as const satisfies Record<keyof typeof endedEvents, EventText3>

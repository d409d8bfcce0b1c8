import type { mediationEvents } from '../../v1/events/mediation.ts'
import type { EventText3 } from '../text3.ts'

export const mediationEventTexts = {
  START_MEDIATION: {
    label: ['Aloita sovittelu', 'Inled medling', 'Start mediation'],
    effect: [
      'Sovittelu alkaa. Jos suostumusta ei ole, se pyydetään asiakkaalta ensin.',
      'Medlingen inleds. Om samtycke saknas ber man först klienten om det.',
      'Mediation begins. If there is no consent, the client is asked for it first.',
    ],
    done: ['Sovittelu alkoi', 'Medlingen inleddes', 'Mediation began'],
  },
  SEND_REQUEST: {
    label: ['Kirjaa pyyntö yksikölle', 'Anteckna begäran till enheten', 'Record the request to the unit'],
    effect: [
      'Yksikön vastausta aletaan odottaa. Yksikölle kerrotaan vain se, mihin asiakas on suostunut.',
      'Man väntar på enhetens svar. Enheten får veta bara det som klienten har samtyckt till.',
      'The unit’s reply is awaited. The unit is told only what the client has consented to.',
    ],
    done: [
      'Yksikölle lähetettiin pyyntö',
      'En begäran skickades till enheten',
      'A request was sent to the unit',
    ],
  },
  UNIT_REPLIED: {
    label: ['Kirjaa yksikön vastaus', 'Anteckna enhetens svar', 'Record the unit’s reply'],
    effect: [
      'Seuraavaksi vastaus käydään läpi asiakkaan kanssa.',
      'Härnäst gås svaret igenom med klienten.',
      'Next the reply is gone through with the client.',
    ],
    done: ['Yksikkö vastasi', 'Enheten svarade', 'The unit replied'],
  },
  TALK_HELD: {
    label: ['Kirjaa yhteinen keskustelu', 'Anteckna det gemensamma samtalet', 'Record the joint talk'],
    effect: [
      'Seuraavaksi kirjataan, mitä sovittiin.',
      'Härnäst antecknas vad man kom överens om.',
      'Next it is recorded what was agreed.',
    ],
    done: ['Yhteinen keskustelu käytiin', 'Ett gemensamt samtal hölls', 'A joint talk was held'],
  },
  AGREED: {
    label: ['Kirjaa sopimus', 'Anteckna överenskommelsen', 'Record the agreement'],
    effect: [
      'Asiakas näkee, kuka tekee mitä ja mihin mennessä. Sopimusta tarkistetaan 30 päivän kuluttua.',
      'Klienten ser vem som gör vad och senast när. Överenskommelsen följs upp efter 30 dagar.',
      'The client sees who does what and by when. The agreement is checked after 30 days.',
    ],
    done: ['Asiasta sovittiin', 'En överenskommelse nåddes', 'An agreement was reached'],
  },
  NO_AGREEMENT: {
    label: ['Sopimukseen ei päästy', 'Ingen överenskommelse', 'No agreement'],
    effect: [
      'Sovittelu päättyy. Asiaa voi jatkaa muilla keinoilla.',
      'Medlingen avslutas. Ärendet kan föras vidare på andra sätt.',
      'Mediation ends. The matter can go on in other ways.',
    ],
    done: ['Sopimukseen ei päästy', 'Man kom inte överens', 'No agreement was reached'],
  },
  KEPT: {
    label: ['Sovittu on tehty', 'Det överenskomna har gjorts', 'What was agreed is done'],
    effect: ['Sovittelu päättyy.', 'Medlingen avslutas.', 'Mediation ends.'],
    done: ['Sovittu todettiin tehdyksi', 'Det överenskomna hade gjorts', 'What was agreed had been done'],
  },
  BROKEN: {
    label: ['Sovittua ei ole tehty', 'Det överenskomna har inte gjorts', 'What was agreed is not done'],
    effect: [
      'Sovittelu päättyy, ja asia nousee sinulle esiin jatkoa varten.',
      'Medlingen avslutas, och du får en påminnelse om fortsättningen.',
      'Mediation ends, and you are reminded to go on.',
    ],
    done: [
      'Sovittua ei ollut tehty',
      'Det överenskomna hade inte gjorts',
      'What was agreed had not been done',
    ],
  },
  STOP_MEDIATION: {
    label: ['Lopeta sovittelu', 'Avbryt medlingen', 'Stop the mediation'],
    effect: [
      'Sovittelu lopetetaan kesken. Muu käsittely jatkuu.',
      'Medlingen avbryts. Annan handläggning fortsätter.',
      'Mediation is stopped. Other work goes on.',
    ],
    done: ['Sovittelu lopetettiin', 'Medlingen avbröts', 'Mediation was stopped'],
  },
} as const satisfies Record<keyof typeof mediationEvents, EventText3>

import type { officeEvents } from '../../v1/events/office.ts'
import type { EventText3 } from '../text3.ts'

export const officeEventTexts = {
  TAKE: {
    label: ['Ota käsittelyyn', 'Ta ärendet', 'Take the case'],
    effect: [
      'Asia tulee sinun käsiteltäväksesi.',
      'Du blir handläggare för ärendet.',
      'You become the handler of the case.',
    ],
    done: ['Asia otettiin käsittelyyn', 'Ärendet togs under handläggning', 'The case was taken up'],
  },
  RELEASE: {
    label: ['Palauta jonoon', 'Lämna tillbaka till kön', 'Return to the queue'],
    effect: [
      'Asia jää ilman käsittelijää ja näkyy kaikille jonossa.',
      'Ärendet blir utan handläggare och syns för alla i kön.',
      'The case has no handler and is shown to everyone in the queue.',
    ],
    done: [
      'Asia palautettiin jonoon',
      'Ärendet lämnades tillbaka till kön',
      'The case was returned to the queue',
    ],
  },
  ASSIGN: {
    label: ['Siirrä toiselle käsittelijälle', 'Överför till en annan handläggare', 'Give to another handler'],
    effect: [
      'Valitsemasi henkilö on tästä eteenpäin asian käsittelijä.',
      'Den du väljer handlägger ärendet från och med nu.',
      'The person you choose handles the case from now on.',
    ],
    done: [
      'Asialle vaihdettiin käsittelijä',
      'Ärendet fick en ny handläggare',
      'The case was given a new handler',
    ],
  },
  START_ADVICE: {
    label: ['Aloita neuvonta', 'Inled rådgivningen', 'Start advising'],
    effect: [
      'Asia siirtyy neuvontaan. Jos käsittelijää ei ole, asia tulee sinulle.',
      'Ärendet går över till rådgivning. Om det saknar handläggare blir det ditt.',
      'The case moves to advising. If it has no handler, it becomes yours.',
    ],
    done: ['Neuvonta alkoi', 'Rådgivningen inleddes', 'Advising began'],
  },
  ANSWER: {
    label: ['Vastaa asiakkaalle', 'Svara klienten', 'Answer the client'],
    effect: [
      'Vastaus näkyy asiakkaalle, ja siitä lähtee ilmoitus. Vastaamisen määräaika päättyy.',
      'Klienten ser svaret och får besked om det. Tidsfristen för svar upphör.',
      'The client sees the answer and is told of it. The time for answering ends.',
    ],
    done: ['Asiakkaalle vastattiin', 'Klienten fick svar', 'The client was answered'],
  },
  ANSWER_AND_CLOSE: {
    label: ['Vastaa ja päätä asia', 'Svara och avsluta', 'Answer and close'],
    effect: [
      'Vastaus näkyy asiakkaalle, siitä lähtee ilmoitus, ja asian käsittely päättyy.',
      'Klienten ser svaret och får besked om det, och handläggningen avslutas.',
      'The client sees the answer and is told of it, and the case is closed.',
    ],
    done: [
      'Asiakkaalle vastattiin ja käsittely päättyi',
      'Klienten fick svar och handläggningen avslutades',
      'The client was answered and the case was closed',
    ],
  },
  ASK_CLIENT: {
    label: ['Kysy asiakkaalta', 'Fråga klienten', 'Ask the client'],
    effect: [
      'Kysymys näkyy asiakkaalle, ja siitä lähtee ilmoitus. Vastaamisen määräaika pysähtyy, kunnes asiakas vastaa.',
      'Klienten ser frågan och får besked om den. Tidsfristen för svar står stilla tills klienten svarar.',
      'The client sees the question and is told of it. The time for answering stands still until the client replies.',
    ],
    done: [
      'Asiakkaalta kysyttiin lisätietoja',
      'Klienten ombads lämna mer uppgifter',
      'The client was asked for more information',
    ],
  },
  CLIENT_REPLIED: {
    label: ['Kirjaa asiakkaan vastaus', 'Anteckna klientens svar', 'Record the client’s reply'],
    effect: [
      'Asia jatkuu neuvonnassa, ja vastaamisen määräaika jatkuu siitä, mihin se jäi.',
      'Ärendet fortsätter i rådgivningen, och tidsfristen för svar fortsätter där den stannade.',
      'The case goes on in advising, and the time for answering goes on from where it stopped.',
    ],
    done: ['Asiakas vastasi', 'Klienten svarade', 'The client replied'],
  },
  ASK_AUTHORITY: {
    label: ['Kysy viranomaiselta', 'Fråga myndigheten', 'Ask the authority'],
    effect: [
      'Asia jää odottamaan viranomaista tai palvelua. Valitsemasi määräaika alkaa kulua.',
      'Ärendet väntar på myndigheten eller servicen. Den tidsfrist du väljer börjar löpa.',
      'The case waits for the authority or the service. The time limit you choose begins to run.',
    ],
    done: ['Viranomaiselta kysyttiin', 'Myndigheten tillfrågades', 'The authority was asked'],
  },
  AUTHORITY_REPLIED: {
    label: ['Kirjaa viranomaisen vastaus', 'Anteckna myndighetens svar', 'Record the authority’s reply'],
    effect: [
      'Asia palaa neuvontaan, ja viranomaisen määräaika päättyy.',
      'Ärendet återgår till rådgivningen, och myndighetens tidsfrist upphör.',
      'The case goes back to advising, and the authority’s time limit ends.',
    ],
    done: ['Viranomainen vastasi', 'Myndigheten svarade', 'The authority replied'],
  },
  MESSAGE_TO_CLIENT: {
    label: ['Lähetä viesti asiakkaalle', 'Skicka meddelande till klienten', 'Send a message to the client'],
    effect: [
      'Viesti näkyy asiakkaalle, ja siitä lähtee ilmoitus.',
      'Klienten ser meddelandet och får besked om det.',
      'The client sees the message and is told of it.',
    ],
    done: [
      'Asiakkaalle lähetettiin viesti',
      'Klienten fick ett meddelande',
      'A message was sent to the client',
    ],
  },
  MESSAGE_FROM_CLIENT: {
    label: ['Kirjoita viesti', 'Skriv ett meddelande', 'Write a message'],
    effect: [
      'Viesti menee sosiaaliasiavastaavalle.',
      'Meddelandet går till socialombudet.',
      'The message goes to the social ombudsman.',
    ],
    done: ['Asiakas lähetti viestin', 'Klienten skickade ett meddelande', 'The client sent a message'],
    client: {
      label: ['Kirjoita viesti', 'Skriv ett meddelande', 'Write a message'],
      effect: [
        'Viesti menee sosiaaliasiavastaavalle. Vastaus tulee tälle sivulle.',
        'Meddelandet går till socialombudet. Svaret kommer på den här sidan.',
        'The message goes to the social ombudsman. The answer will come on this page.',
      ],
    },
  },
  LOG_CONTACT: {
    label: ['Kirjaa yhteydenotto', 'Anteckna en kontakt', 'Log a contact'],
    effect: [
      'Yhteydenotto tulee asian tietoihin. Jos asiakas tavoitettiin, ensimmäisen yhteydenoton määräaika päättyy.',
      'Kontakten antecknas i ärendet. Om klienten nåddes upphör tidsfristen för den första kontakten.',
      'The contact is entered in the case. If the client was reached, the time for the first contact ends.',
    ],
    done: ['Yhteydenotto kirjattiin', 'En kontakt antecknades', 'A contact was logged'],
  },
  ASSESS: {
    label: ['Arvioi asiakkaan kanssa', 'Bedöm tillsammans med klienten', 'Assess with the client'],
    effect: [
      'Asiakkaan oma arvio kirjataan. Sen jälkeen asia päätetään tai sitä jatketaan.',
      'Klientens egen bedömning antecknas. Därefter avslutas ärendet eller så fortsätter det.',
      'The client’s own view is recorded. After that the case is closed or goes on.',
    ],
    done: [
      'Tulos arvioitiin asiakkaan kanssa',
      'Resultatet bedömdes tillsammans med klienten',
      'The result was assessed with the client',
    ],
  },
  NEXT_REMEDY: {
    label: ['Ohjaa seuraavaan keinoon', 'Ge råd om nästa rättsmedel', 'Guide to the next remedy'],
    effect: [
      'Ohje näkyy asiakkaalle, ja siitä lähtee ilmoitus.',
      'Klienten ser rådet och får besked om det.',
      'The client sees the advice and is told of it.',
    ],
    done: [
      'Asiakkaalle kerrottiin seuraavasta keinosta',
      'Klienten fick råd om nästa rättsmedel',
      'The client was told of the next remedy',
    ],
  },
  HAND_OVER: {
    label: ['Siirrä saattaen', 'Överför med stöd', 'Hand over'],
    effect: [
      'Käsittely päättyy täällä. Viestisi näkyy asiakkaalle: kerro siinä, kuka auttaa, mistä hänet tavoittaa ja mitä kannattaa sanoa.',
      'Handläggningen avslutas här. Klienten ser ditt meddelande: berätta vem som hjälper, hur man når den personen och vad man kan säga.',
      'The case ends here. The client sees your message: say who will help, how to reach them and what to say.',
    ],
    done: [
      'Asia siirrettiin toiselle taholle',
      'Ärendet överfördes till en annan instans',
      'The case was handed over',
    ],
  },
  CLOSE: {
    label: ['Päätä asia', 'Avsluta ärendet', 'Close the case'],
    effect: [
      'Asian käsittely päättyy, ja asiakkaalle lähtee siitä ilmoitus. Asian voi avata uudelleen.',
      'Handläggningen avslutas och klienten får besked om det. Ärendet kan öppnas på nytt.',
      'The case is closed and the client is told of it. It can be opened again.',
    ],
    done: ['Asian käsittely päättyi', 'Handläggningen avslutades', 'The case was closed'],
  },
  WITHDRAW: {
    label: ['Kirjaa asia perutuksi', 'Anteckna ärendet som återtaget', 'Record as withdrawn'],
    effect: [
      'Käsittely päättyy, koska asiakas ei halua jatkaa.',
      'Handläggningen avslutas eftersom klienten inte vill fortsätta.',
      'The case is closed because the client does not wish to go on.',
    ],
    done: ['Asia peruttiin', 'Ärendet återtogs', 'The case was withdrawn'],
    client: {
      label: ['Peru asia', 'Återta ärendet', 'Withdraw your case'],
      effect: [
        'Emme enää käsittele asiaasi. Voit aina ottaa meihin uudelleen yhteyttä.',
        'Vi handlägger inte längre ditt ärende. Du kan alltid kontakta oss på nytt.',
        'We will stop handling your case. You can always contact us again.',
      ],
    },
  },
} as const satisfies Record<keyof typeof officeEvents, EventText3>

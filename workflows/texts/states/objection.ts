import type { StateText } from '../text3.ts'

export const objectionStates = {
  'open.objection': { label: ['Muistutus', 'Anmärkning', 'Objection'] },
  'open.objection.none': { label: ['Ei muistutusta', 'Ingen anmärkning', 'No objection'] },
  'open.objection.drafting': {
    label: ['Muistutusta kirjoitetaan', 'Anmärkningen skrivs', 'Objection being written'],
    client: [
      'Autamme sinua kirjoittamaan muistutuksen. Saat tekstin luettavaksesi ennen kuin se lähetetään.',
      'Vi hjälper dig att skriva en anmärkning. Du får läsa texten innan den skickas.',
      'We are helping you write an objection. You will see the text before it is sent.',
    ],
  },
  'open.objection.clientReview': {
    label: ['Luonnos asiakkaan luettavana', 'Klienten läser utkastet', 'Draft with the client'],
    client: [
      'Muistutuksen luonnos odottaa sinua. Lue se ja hyväksy se tai kerro, mitä pitää muuttaa.',
      'Ett utkast till anmärkning väntar på dig. Läs det och godkänn det, eller berätta vad som ska ändras.',
      'A draft of your objection is waiting for you. Read it and approve it, or tell us what to change.',
    ],
  },
  'open.objection.approved': {
    label: ['Asiakas hyväksynyt tekstin', 'Klienten har godkänt texten', 'Text approved by the client'],
    client: [
      'Olet hyväksynyt muistutuksen tekstin. Seuraavaksi muistutus lähetetään. Jos lähetät sen itse, kerro meille päivä.',
      'Du har godkänt texten i anmärkningen. Nu ska den skickas. Berätta vilken dag om du skickar den själv.',
      'You have approved the text of the objection. Next it will be sent. If you send it yourself, tell us the date.',
    ],
  },
  'open.objection.awaiting': {
    label: ['Odottaa vastausta muistutukseen', 'Väntar på svar på anmärkningen', 'Awaiting an answer'],
  },
  'open.objection.awaiting.fresh': {
    label: ['Muistutus lähetetty', 'Anmärkningen skickad', 'Objection sent'],
    client: [
      'Muistutus on lähetetty. Siihen on vastattava kohtuullisessa ajassa. Yleensä se tarkoittaa noin kuukautta.',
      'Anmärkningen har skickats. Den ska besvaras inom skälig tid. Vanligen betyder det ungefär en månad.',
      'The objection has been sent. It must be answered in reasonable time. Usually that means about a month.',
    ],
  },
  'open.objection.awaiting.nudged': {
    label: [
      'Vastausta muistutukseen odotettu kaksi viikkoa',
      'Två veckor utan svar på anmärkningen',
      'Objection unanswered for two weeks',
    ],
    client: [
      'Muistutukseen ei ole vielä vastattu. Seuraamme asiaa.',
      'Anmärkningen har ännu inte besvarats. Vi följer med saken.',
      'The objection has not been answered yet. We are keeping an eye on it.',
    ],
  },
  'open.objection.awaiting.late': {
    label: [
      'Vastaus muistutukseen viipyy',
      'Svaret på anmärkningen dröjer',
      'Answer to the objection is late',
    ],
    client: [
      'Vastaus muistutukseen viipyy. Sosiaaliasiavastaava katsoo, miten vastausta voi kiirehtiä.',
      'Svaret på anmärkningen dröjer. Socialombudet ser efter hur svaret kan påskyndas.',
      'The answer to your objection is late. The social ombudsman is looking at how to speed it up.',
    ],
  },
  'open.objection.awaiting.escalated': {
    label: [
      'Vastaus muistutukseen viipynyt pitkään',
      'Svaret på anmärkningen har dröjt länge',
      'Answer to the objection is very late',
    ],
    client: [
      'Vastaus muistutukseen on viipynyt pitkään. Voit tehdä asiasta myös kantelun. Kysy meiltä, miten se tehdään.',
      'Svaret på anmärkningen har dröjt länge. Du kan också anföra klagan. Fråga oss hur man gör.',
      'The answer to your objection has taken long. You can also complain to the supervising authority. Ask us how.',
    ],
  },
  'open.objection.answered': {
    label: ['Muistutukseen vastattu', 'Anmärkningen besvarad', 'Objection answered'],
    client: [
      'Muistutukseen on vastattu. Käymme vastauksen läpi kanssasi.',
      'Anmärkningen har besvarats. Vi går igenom svaret med dig.',
      'The objection has been answered. We will go through the answer with you.',
    ],
  },
  'open.objection.assessed': {
    label: ['Vastaus käyty läpi', 'Svaret genomgånget', 'Answer assessed'],
    client: [
      'Vastaus muistutukseen on käyty läpi. Katsomme kanssasi, onko asiassa vielä tehtävää.',
      'Svaret på anmärkningen har gåtts igenom. Vi ser med dig om något ännu ska göras.',
      'The answer to the objection has been gone through. We will see with you whether anything is left to do.',
    ],
  },
  'open.objection.resolved': {
    label: ['Muistutus käsitelty', 'Anmärkningen behandlad', 'Objection dealt with'],
    client: [
      'Muistutuksesi on käsitelty loppuun.',
      'Din anmärkning är färdigt behandlad.',
      'Your objection has been dealt with.',
    ],
  },
  'open.objection.nextRemedy': {
    label: ['Muistutus ei riittänyt', 'Anmärkningen räckte inte', 'Objection was not enough'],
    client: [
      'Muistutus ei riittänyt. Kerroimme viestissä, mitä muuta voit tehdä.',
      'Anmärkningen räckte inte. I vårt meddelande berättar vi vad du annars kan göra.',
      'The objection was not enough. Our message tells you what else you can do.',
    ],
  },
  'open.objection.complaintGuided': {
    label: ['Ohjattu kanteluun', 'Rådgivning om klagan', 'Guided to a complaint'],
    client: [
      'Olet saanut meiltä ohjeet kantelun tekemiseen.',
      'Du har fått anvisningar av oss om hur du anför klagan.',
      'You have had our advice on how to complain to the supervising authority.',
    ],
  },
  'open.objection.stopped': {
    label: ['Muistutuksesta luovuttu', 'Anmärkningen nedlagd', 'Objection given up'],
    client: [
      'Muistutusta ei viedä eteenpäin.',
      'Anmärkningen förs inte vidare.',
      'The objection will not be taken further.',
    ],
  },
} as const satisfies Record<string, StateText>

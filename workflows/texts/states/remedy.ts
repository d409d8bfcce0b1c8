import type { StateText } from '../text3.ts'

export const remedyStates = {
  'open.remedy': { label: ['Oikeussuojakeino', 'Rättsmedel', 'Legal remedy'] },
  'open.remedy.none': { label: ['Ei oikeussuojakeinoa', 'Inget rättsmedel', 'No remedy'] },
  'open.remedy.captured': {
    label: ['Päätös kirjattu', 'Beslutet antecknat', 'Decision recorded'],
    client: [
      'Olemme kirjanneet päätöksesi tiedot. Saat meiltä ohjeet siitä, mitä voit tehdä ja mihin mennessä.',
      'Vi har antecknat uppgifterna om ditt beslut. Du får anvisningar om vad du kan göra och senast när.',
      'We have noted the details of your decision. We will tell you what you can do and by when.',
    ],
  },
  'open.remedy.planGiven': {
    label: ['Ohjeet annettu', 'Anvisningar givna', 'Plan given'],
    client: [
      'Olet saanut ohjeet siitä, minne ja mihin mennessä voit viedä asiasi. Kerro meille, kun olet lähettänyt paperit.',
      'Du har fått anvisningar om vart och senast när du kan föra ditt ärende. Berätta när du har skickat papperen.',
      'You have our advice on where to take your matter and by when. Tell us when you have sent the papers.',
    ],
  },
  'open.remedy.filed': {
    label: ['Vireillä muualla', 'Anhängigt på annat håll', 'Pending elsewhere'],
    client: [
      'Asiasi on vireillä viranomaisessa tai tuomioistuimessa. Kerro meille, kun saat ratkaisun.',
      'Ditt ärende är anhängigt hos en myndighet eller domstol. Berätta för oss när du får ett avgörande.',
      'Your matter is with an authority or a court. Tell us when you have a decision.',
    ],
  },
  'open.remedy.decided': {
    label: ['Ratkaisu saatu', 'Avgörande mottaget', 'Decision received'],
    client: [
      'Asiaasi on saatu ratkaisu. Katsomme sen pian, sillä uudessakin ratkaisussa voi olla määräaika.',
      'Det finns ett avgörande i ditt ärende. Vi går snart igenom det, för också ett nytt avgörande kan ha en tidsfrist.',
      'There is a decision in your matter. We will look at it soon, as a new decision may also hold a time limit.',
    ],
  },
  'open.remedy.settled': {
    label: ['Oikeussuojakeino käsitelty', 'Rättsmedlet behandlat', 'Remedy dealt with'],
    client: [
      'Ratkaisu on käyty läpi ja kirjattu.',
      'Avgörandet har gåtts igenom och antecknats.',
      'The decision has been gone through and recorded.',
    ],
  },
  'open.remedy.notFiled': {
    label: ['Ei viety eteenpäin', 'Inte fört vidare', 'Not filed'],
    client: [
      'Asiaa ei viedä eteenpäin tällä keinolla. Jos muutat mielesi, ota meihin heti yhteyttä, sillä määräaika voi olla lyhyt.',
      'Ärendet förs inte vidare på det här sättet. Kontakta oss genast om du ändrar dig, för tidsfristen kan vara kort.',
      'The matter is not taken further in this way. If you change your mind, contact us at once, as the time may be short.',
    ],
  },
} as const satisfies Record<string, StateText>

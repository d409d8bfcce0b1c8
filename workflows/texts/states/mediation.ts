import type { StateText } from '../text3.ts'

export const mediationStates = {
  'open.mediation': { label: ['Sovittelu', 'Medling', 'Mediation'] },
  'open.mediation.none': { label: ['Ei sovittelua', 'Ingen medling', 'No mediation'] },
  'open.mediation.consentAsked': {
    label: ['Odottaa suostumusta', 'Väntar på samtycke', 'Consent asked'],
    client: [
      'Tarvitsemme suostumuksesi ennen kuin voimme puhua asiastasi palvelun kanssa. Voit vastata tällä sivulla.',
      'Vi behöver ditt samtycke innan vi kan tala om ditt ärende med servicen. Du kan svara på den här sidan.',
      'We need your consent before we can speak with the service about your matter. You can answer on this page.',
    ],
  },
  'open.mediation.active': { label: ['Sovittelu käynnissä', 'Medling pågår', 'Mediation under way'] },
  'open.mediation.active.consentGiven': {
    label: ['Suostumus saatu', 'Samtycke givet', 'Consent given'],
    client: [
      'Olet antanut suostumuksesi. Otamme seuraavaksi yhteyttä palveluun.',
      'Du har gett ditt samtycke. Härnäst kontaktar vi servicen.',
      'You have given your consent. Next we will contact the service.',
    ],
  },
  'open.mediation.active.requested': {
    label: ['Pyyntö lähetetty yksikölle', 'Begäran skickad till enheten', 'Request sent to the unit'],
    client: [
      'Olemme olleet yhteydessä palveluun ja odotamme sen vastausta.',
      'Vi har varit i kontakt med servicen och väntar på dess svar.',
      'We have been in touch with the service and are waiting for its reply.',
    ],
  },
  'open.mediation.active.unitReplied': {
    label: ['Yksikkö vastannut', 'Enheten har svarat', 'Unit has replied'],
    client: [
      'Palvelu on vastannut meille. Käymme vastauksen läpi kanssasi.',
      'Servicen har svarat oss. Vi går igenom svaret med dig.',
      'The service has replied to us. We will go through the reply with you.',
    ],
  },
  'open.mediation.active.talked': {
    label: ['Yhteinen keskustelu käyty', 'Gemensamt samtal hållet', 'Joint talk held'],
    client: [
      'Yhteinen keskustelu on käyty. Seuraavaksi katsomme, mistä voidaan sopia.',
      'Det gemensamma samtalet har hållits. Härnäst ser vi vad man kan komma överens om.',
      'The joint talk has been held. Next we will see what can be agreed.',
    ],
  },
  'open.mediation.active.agreed': {
    label: ['Sovittu', 'Överenskommet', 'Agreed'],
    client: [
      'Asiasta on sovittu. Tarkistamme noin kuukauden kuluttua, onko sovittu tehty.',
      'Man har kommit överens. Om ungefär en månad kontrollerar vi att det överenskomna har gjorts.',
      'An agreement has been made. In about a month we will check that what was agreed has been done.',
    ],
  },
  'open.mediation.active.followUp': {
    label: ['Sovitun seuranta', 'Uppföljning av överenskommelsen', 'Follow-up of the agreement'],
    client: [
      'Tarkistamme, onko sovittu tehty. Voit kertoa siitä meille viestillä.',
      'Vi kontrollerar om det överenskomna har gjorts. Du kan berätta det för oss i ett meddelande.',
      'We are checking whether what was agreed has been done. You can tell us in a message.',
    ],
  },
  'open.mediation.kept': {
    label: ['Sovittu tehty', 'Överenskommelsen hållen', 'Agreement kept'],
    client: [
      'Se, mistä sovittiin, on tehty.',
      'Det som man kom överens om har gjorts.',
      'What was agreed has been done.',
    ],
  },
  'open.mediation.broken': {
    label: ['Sovittua ei tehty', 'Överenskommelsen inte hållen', 'Agreement broken'],
    client: [
      'Sitä, mistä sovittiin, ei ole tehty. Sosiaaliasiavastaava katsoo kanssasi, miten jatketaan.',
      'Det som man kom överens om har inte gjorts. Socialombudet ser med dig hur vi går vidare.',
      'What was agreed has not been done. The social ombudsman will see with you how to go on.',
    ],
  },
  'open.mediation.notAgreed': {
    label: ['Sopimukseen ei päästy', 'Ingen överenskommelse', 'No agreement'],
    client: [
      'Sovittelussa ei päästy sopimukseen. Voit silti viedä asiaasi eteenpäin muilla keinoilla.',
      'Medlingen ledde inte till en överenskommelse. Du kan ändå föra ditt ärende vidare på andra sätt.',
      'The mediation did not lead to an agreement. You can still take your matter further in other ways.',
    ],
  },
  'open.mediation.stopped': {
    label: ['Sovittelu lopetettu', 'Medlingen avbruten', 'Mediation stopped'],
    client: [
      'Sovittelu on lopetettu. Voit silti viedä asiaasi eteenpäin muilla keinoilla.',
      'Medlingen har avbrutits. Du kan ändå föra ditt ärende vidare på andra sätt.',
      'The mediation has been stopped. You can still take your matter further in other ways.',
    ],
  },
} as const satisfies Record<string, StateText>

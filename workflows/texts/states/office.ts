import type { StateText } from '../text3.ts'

export const officeStates = {
  open: { label: ['Avoinna', 'Öppet', 'Open'] },
  'open.office': { label: ['Käsittely', 'Handläggning', 'Handling'] },
  'open.office.received': {
    label: ['Saapunut', 'Inkommet', 'Received'],
    client: [
      'Olemme saaneet asiasi. Sosiaaliasiavastaava tutustuu siihen pian. Sinun ei tarvitse tehdä nyt mitään.',
      'Vi har tagit emot ditt ärende. Socialombudet sätter sig snart in i det. Du behöver inte göra något nu.',
      'We have received your matter. The social ombudsman will look at it soon. You need not do anything now.',
    ],
  },
  'open.office.reopened': {
    label: ['Avattu uudelleen', 'Öppnat på nytt', 'Reopened'],
    client: [
      'Asiasi on avattu uudelleen. Sosiaaliasiavastaava tutustuu siihen pian.',
      'Ditt ärende har öppnats på nytt. Socialombudet sätter sig snart in i det.',
      'Your case has been opened again. The social ombudsman will look at it soon.',
    ],
  },
  'open.office.triage': {
    label: ['Tutustuminen', 'Inledande genomgång', 'First look'],
    client: [
      'Sosiaaliasiavastaava tutustuu asiaasi ja katsoo, miten voimme auttaa.',
      'Socialombudet går igenom ditt ärende och ser efter hur vi kan hjälpa.',
      'The social ombudsman is looking at your case to see how we can help.',
    ],
  },
  'open.office.advising': {
    label: ['Neuvonta', 'Rådgivning', 'Advising'],
    client: [
      'Sosiaaliasiavastaava selvittää asiaasi ja valmistelee sinulle neuvoja.',
      'Socialombudet utreder ditt ärende och förbereder råd till dig.',
      'The social ombudsman is looking into your case and preparing advice for you.',
    ],
  },
  'open.office.waitingClient': {
    label: ['Odottaa asiakasta', 'Väntar på klienten', 'Waiting for the client'],
  },
  'open.office.waitingClient.asked': {
    label: ['Asiakkaalta on kysytty', 'Klienten har fått en fråga', 'Client has been asked'],
    client: [
      'Olemme kysyneet sinulta jotakin. Lue viestimme ja vastaa tällä sivulla, kun voit.',
      'Vi har ställt en fråga till dig. Läs vårt meddelande och svara på den här sidan när du kan.',
      'We have asked you something. Please read our message and answer on this page when you can.',
    ],
  },
  'open.office.waitingClient.reminded': {
    label: [
      'Asiakkaan vastausta odotettu kaksi viikkoa',
      'Två veckor utan svar från klienten',
      'Two weeks without a reply from the client',
    ],
    client: [
      'Odotamme vielä vastaustasi. Lue viestimme ja vastaa tällä sivulla. Jos vastaaminen on hankalaa, voit soittaa meille.',
      'Vi väntar fortfarande på ditt svar. Läs vårt meddelande och svara på den här sidan. Om det är svårt att svara kan du ringa oss.',
      'We are still waiting for your reply. Please read our message and answer on this page. If answering is difficult, you can call us.',
    ],
  },
  'open.office.waitingClient.silent': {
    label: ['Asiakas ei ole vastannut', 'Klienten har inte svarat', 'No reply from the client'],
    client: [
      'Emme ole vielä saaneet vastaustasi. Voit edelleen vastata. Sosiaaliasiavastaava arvioi, miten asiassa jatketaan.',
      'Vi har ännu inte fått ditt svar. Du kan fortfarande svara. Socialombudet bedömer hur vi går vidare i ärendet.',
      'We have not had your reply yet. You can still answer. The social ombudsman will consider how to go on.',
    ],
  },
  'open.office.waitingAuthority': {
    label: ['Odottaa viranomaista', 'Väntar på myndigheten', 'Waiting for the authority'],
    client: [
      'Olemme kysyneet asiasta viranomaiselta tai palvelusta ja odotamme vastausta.',
      'Vi har frågat myndigheten eller servicen om saken och väntar på svar.',
      'We have asked the authority or the service about the matter and are waiting for an answer.',
    ],
  },
  'open.office.answered': {
    label: ['Vastattu', 'Besvarat', 'Answered'],
    client: [
      'Olemme vastanneet sinulle. Lue vastaus tältä sivulta. Jos jokin jäi epäselväksi, kysy lisää.',
      'Vi har svarat dig. Läs svaret på den här sidan. Fråga oss om något är oklart.',
      'We have answered you. Please read the answer on this page. If anything is unclear, ask us.',
    ],
  },
  'open.office.assessed': {
    label: ['Arvioitu asiakkaan kanssa', 'Bedömt tillsammans med klienten', 'Assessed with the client'],
    client: [
      'Olemme käyneet kanssasi läpi, auttoiko vastaus. Sosiaaliasiavastaava katsoo, mitä vielä tarvitaan.',
      'Vi har gått igenom med dig om svaret hjälpte. Socialombudet ser efter vad som ännu behövs.',
      'We have gone through with you whether the answer helped. The social ombudsman is looking at what is still needed.',
    ],
  },
  'open.office.nextRemedy': {
    label: ['Seuraava keino', 'Nästa rättsmedel', 'Next remedy'],
    client: [
      'Voit vielä viedä asiaasi eteenpäin. Kerroimme viestissä, mitä voit tehdä seuraavaksi.',
      'Du kan ännu föra ditt ärende vidare. I vårt meddelande berättar vi vad du kan göra härnäst.',
      'You can still take your matter further. Our message tells you what you can do next.',
    ],
  },
} as const satisfies Record<string, StateText>

export const priorityStates = {
  'open.priority': { label: ['Kiireellisyys', 'Brådska', 'Urgency'] },
  'open.priority.normal': { label: ['Ei kiireellinen', 'Inte brådskande', 'Not urgent'] },
  'open.priority.urgent': { label: ['Kiireellinen', 'Brådskande', 'Urgent'] },
  'open.priority.urgent.callNow': {
    label: ['Kiireellinen: soita heti', 'Brådskande: ring genast', 'Urgent: call now'],
    client: [
      'Asiasi on merkitty kiireelliseksi. Yritämme tavoittaa sinut mahdollisimman pian. Jos joku on vaarassa, soita 112.',
      'Ditt ärende är antecknat som brådskande. Vi försöker nå dig så snart som möjligt. Ring 112 om någon är i fara.',
      'Your case is marked as urgent. We will try to reach you as soon as possible. If anyone is in danger, call 112.',
    ],
  },
  'open.priority.urgent.contacted': {
    label: ['Kiireellinen: asiakas tavoitettu', 'Brådskande: klienten nådd', 'Urgent: client reached'],
    client: [
      'Asiasi on kiireellinen, ja olemme olleet sinuun yhteydessä.',
      'Ditt ärende är brådskande och vi har varit i kontakt med dig.',
      'Your case is urgent and we have been in touch with you.',
    ],
  },
} as const satisfies Record<string, StateText>

export const endedStates = {
  ended: { label: ['Päättynyt', 'Avslutat', 'Ended'] },
  'ended.closed': {
    label: ['Käsittely päättynyt', 'Handläggningen avslutad', 'Closed'],
    client: [
      'Asiasi käsittely on päättynyt. Voit kirjoittaa meille, jos jotakin vielä tarvitaan.',
      'Handläggningen av ditt ärende är avslutad. Du kan skriva till oss om något ännu behövs.',
      'Your case is closed. You can write to us if anything more is needed.',
    ],
  },
  'ended.handedOver': {
    label: ['Siirretty saattaen', 'Överfört', 'Handed over'],
    client: [
      'Asiasi hoitaa toinen taho. Kerroimme viestissä, kuka auttaa sinua ja miten saat yhteyden.',
      'Ditt ärende sköts av någon annan. I vårt meddelande berättar vi vem som hjälper dig och hur du får kontakt.',
      'Your matter is now with someone else. Our message tells you who will help you and how to reach them.',
    ],
  },
  'ended.withdrawn': {
    label: ['Peruttu', 'Återtaget', 'Withdrawn'],
    client: [
      'Asia on peruttu. Voit aina ottaa meihin uudelleen yhteyttä.',
      'Ärendet har återtagits. Du kan alltid kontakta oss på nytt.',
      'The case has been withdrawn. You can always contact us again.',
    ],
  },
} as const satisfies Record<string, StateText>

import type { RefusalCode } from '../refusal.ts'
import type { Track } from '../workflow.ts'
import type { Text3 } from './text3.ts'

export const refusals: Record<RefusalCode, Text3> = {
  'unknown-event': [
    'Tätä toimintoa ei ole tässä asiassa.',
    'Den här åtgärden finns inte i detta ärende.',
    'This action does not exist in this case.',
  ],
  'not-yours': [
    'Et voi tehdä tätä tässä asiassa.',
    'Du kan inte göra detta i ärendet.',
    'You cannot do this in this case.',
  ],
  'case-ended': [
    'Asian käsittely on päättynyt. Avaa asia ensin uudelleen.',
    'Handläggningen av ärendet är avslutad. Öppna ärendet på nytt först.',
    'The case is closed. Open it again first.',
  ],
  'case-open': [
    'Asian käsittely ei ole vielä päättynyt.',
    'Handläggningen av ärendet är inte ännu avslutad.',
    'The case has not been closed yet.',
  ],
  'consent-missing': [
    'Tähän tarvitaan asiakkaan suostumus.',
    'För detta behövs klientens samtycke.',
    'This needs the client’s consent.',
  ],
  'consent-given': [
    'Asiakas on jo antanut suostumuksensa.',
    'Klienten har redan gett sitt samtycke.',
    'The client has already given consent.',
  ],
  'consent-not-asked': [
    'Suostumusta ei ole pyydetty, tai siihen on jo vastattu.',
    'Samtycke har inte begärts, eller så har begäran redan besvarats.',
    'Consent has not been asked for, or the request has been answered already.',
  ],
  'approval-missing': [
    'Asiakas ei ole vielä hyväksynyt muistutuksen tekstiä.',
    'Klienten har inte ännu godkänt anmärkningens text.',
    'The client has not approved the text of the objection yet.',
  ],
  'answer-awaited': [
    'Asiaa ei voi merkitä ratkaistuksi, kun vastausta tai ratkaisua vielä odotetaan. Valitse toinen lopputulos.',
    'Ärendet kan inte antecknas som löst när ett svar eller avgörande ännu väntas. Välj ett annat resultat.',
    'The case cannot be called resolved while an answer or decision is still awaited. Choose another outcome.',
  ],
  'decision-missing': ['Kirjaa ensin päätös.', 'Anteckna först beslutet.', 'Record the decision first.'],
  'not-now': [
    'Asian tilanne on muuttunut, eikä tätä voi nyt tehdä. Mitään ei muutettu.',
    'Läget i ärendet har ändrats och detta går inte att göra nu. Inget ändrades.',
    'The case has moved on and this cannot be done now. Nothing was changed.',
  ],
}

export const tracks: Record<Track, Text3> = {
  office: ['Käsittely', 'Handläggning', 'Handling'],
  objection: ['Muistutus', 'Anmärkning', 'Objection'],
  remedy: ['Oikeussuojakeino', 'Rättsmedel', 'Legal remedy'],
  mediation: ['Sovittelu', 'Medling', 'Mediation'],
  priority: ['Kiireellisyys', 'Brådska', 'Urgency'],
  ended: ['Päättymisen jälkeen', 'Efter avslutet', 'After the end'],
}

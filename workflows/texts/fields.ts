import type { Text3 } from './text3.ts'

const SENT_ON: Text3 = ['Lähetyspäivä', 'Avsändningsdag', 'Date of sending']

/** Labels of fields. A field of one name means the same in every event. */
export const officeFields = {
  staff: ['Uusi käsittelijä', 'Ny handläggare', 'New handler'],
  outcome: ['Lopputulos', 'Resultat', 'Outcome'],
  identifiesClient: [
    'Kysymyksestä selviää, kuka asiakas on',
    'Av frågan framgår vem klienten är',
    'The question tells who the client is',
  ],
  rule: ['Viranomaisen määräaika', 'Myndighetens tidsfrist', 'Time limit of the authority'],
  clockFrom: [
    'Mistä päivästä aika lasketaan',
    'Från vilken dag tiden räknas',
    'Day from which the time is counted',
  ],
  channel: ['Yhteydenottotapa', 'Kontaktsätt', 'Channel'],
  reached: ['Asiakas tavoitettiin', 'Klienten nåddes', 'The client was reached'],
  satisfied: ['Auttoiko vastaus asiakasta?', 'Hjälpte svaret klienten?', 'Did the answer help the client?'],
  rightRealised: [
    'Toteutuiko asiakkaan oikeus?',
    'Tillgodosågs klientens rätt?',
    'Was the client’s right realised?',
  ],
  remedy: ['Oikeussuojakeino', 'Rättsmedel', 'Legal remedy'],
  handedTo: ['Kenelle asia siirtyy', 'Vart ärendet överförs', 'Who takes over'],
  personReached: [
    'Vastaanottajan kanssa on puhuttu',
    'Mottagaren har kontaktats',
    'The one who takes over has been spoken with',
  ],
  consentHow: ['Miten suostumus annettiin', 'Hur samtycket gavs', 'How consent was given'],
  urgentReason: ['Miksi asialla on kiire', 'Varför ärendet brådskar', 'Why it is urgent'],
  decisionFrom: [
    'Päätöksen postitus- tai antopäivä',
    'Dagen då beslutet postades eller gavs',
    'Day the decision was posted or handed over',
  ],
  served: ['Miten päätös saatiin', 'Hur beslutet delgavs', 'How the decision came'],
  instructions: [
    'Muutoksenhakuohje päätöksessä',
    'Anvisning om ändringssökande i beslutet',
    'The decision’s instructions for seeking a change',
  ],
  legalAid: ['Ohjattu oikeusapuun', 'Hänvisad till rättshjälp', 'Referred to legal aid'],
  filedOn: ['Milloin asia vietiin vireille', 'Dag då ärendet gjordes anhängigt', 'Date of filing'],
  decidedOn: ['Ratkaisun päivä', 'Avgörandets datum', 'Date of the decision'],
  decision: ['Millainen ratkaisu oli', 'Hur det avgjordes', 'What was decided'],
  reopenReason: ['Miksi asia avataan', 'Varför ärendet öppnas', 'Why the case is reopened'],
} as const satisfies Record<string, Text3>

export const complaintFields = {
  objectionTo: ['Mitä muistutus koskee', 'Vad anmärkningen gäller', 'What the objection concerns'],
  sentOn: SENT_ON,
  approvalHow: [
    'Miten asiakas hyväksyi tekstin',
    'Hur klienten godkände texten',
    'How the client approved the text',
  ],
  sentTo: ['Kenelle muistutus lähetettiin', 'Vart anmärkningen skickades', 'Where the objection was sent'],
  sentHow: ['Miten se lähetettiin', 'Hur den skickades', 'How it was sent'],
  receivedOn: ['Saapumispäivä', 'Ankomstdag', 'Day of arrival'],
  answeredOn: ['Vastauksen päivä', 'Svarets datum', 'Date of the answer'],
  pointsAnswered: ['Vastattiinko kaikkiin kohtiin?', 'Besvarades alla punkter?', 'Was each point answered?'],
  reasonsGiven: ['Vastaus oli perusteltu', 'Svaret var motiverat', 'Reasons were given'],
  measuresStated: [
    'Vastauksessa kerrottiin, mitä tehdään',
    'Av svaret framgick vilka åtgärder som vidtas',
    'The answer told what will be done',
  ],
  repliedOn: ['Vastauspäivä', 'Svarsdag', 'Date of the reply'],
  heldOn: ['Keskustelun päivä', 'Samtalets datum', 'Date of the talk'],
} as const satisfies Record<string, Text3>

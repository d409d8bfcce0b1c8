import type { Text3 } from './text3.ts'

/** What a reminder says to the handler, in a list beside the case number. */
export const officeReminders = {
  untaken: ['Kukaan ei ole ottanut asiaa', 'Ingen har tagit ärendet', 'Nobody has taken the case'],
  'triage-quiet': [
    'Asia on odottanut kolme päivää alkua',
    'Ärendet har väntat tre dagar på en början',
    'The case has waited three days to be begun',
  ],
  'advising-quiet': [
    'Neuvonta on ollut pitkään kesken',
    'Rådgivningen har pågått länge',
    'Advising has gone on for long',
  ],
  urgent: ['Kiireellinen asia: soita tänään', 'Brådskande ärende: ring i dag', 'Urgent case: call today'],
  'urgent-uncontacted': [
    'Kiireellisessä asiassa asiakasta ei ole tavoitettu',
    'Klienten har inte nåtts i ett brådskande ärende',
    'The client of an urgent case has not been reached',
  ],
  'client-message': [
    'Asiakas lähetti viestin',
    'Klienten skickade ett meddelande',
    'The client sent a message',
  ],
  'client-silent': ['Asiakas ei ole vastannut', 'Klienten har inte svarat', 'The client has not replied'],
  'client-unreachable': [
    'Asiakas ei ole vastannut, eikä hänelle voi lähettää ilmoitusta',
    'Klienten har inte svarat och kan inte få besked',
    'The client has not replied and cannot be sent a notice',
  ],
  'message-after-end': [
    'Asiakas kirjoitti päättyneeseen asiaan',
    'Klienten skrev i ett avslutat ärende',
    'The client wrote in a closed case',
  ],
  'authority-quiet': [
    'Viranomainen ei ole vastannut kahteen viikkoon',
    'Myndigheten har inte svarat på två veckor',
    'The authority has not replied in two weeks',
  ],
  'authority-late': [
    'Viranomainen ei ole vastannut neljään viikkoon',
    'Myndigheten har inte svarat på fyra veckor',
    'The authority has not replied in four weeks',
  ],
  'authority-replied': ['Viranomainen vastasi', 'Myndigheten svarade', 'The authority replied'],
  'assess-with-client': [
    'Kysy asiakkaalta, auttoiko vastaus',
    'Fråga klienten om svaret hjälpte',
    'Ask the client whether the answer helped',
  ],
  'close-or-continue': [
    'Päätä asia tai jatka sitä',
    'Avsluta ärendet eller fortsätt',
    'Close the case or go on',
  ],
  'next-remedy': [
    'Kysy, miten asiakas haluaa jatkaa',
    'Fråga hur klienten vill fortsätta',
    'Ask how the client wishes to go on',
  ],
  reopened: ['Asia avattiin uudelleen', 'Ärendet öppnades på nytt', 'The case was reopened'],
  'consent-given': ['Asiakas antoi suostumuksen', 'Klienten gav sitt samtycke', 'The client gave consent'],
  'consent-refused': [
    'Asiakas ei antanut suostumusta',
    'Klienten gav inte sitt samtycke',
    'The client did not consent',
  ],
  'consent-withdrawn': [
    'Suostumus peruttiin: palvelun kanssa ei saa enää puhua',
    'Samtycket återtogs: servicen får inte längre kontaktas',
    'Consent was withdrawn: the service may no longer be spoken with',
  ],
  'plan-missing': [
    'Päätös on kirjattu, mutta asiakas ei ole saanut ohjeita',
    'Beslutet är antecknat men klienten har inte fått anvisningar',
    'A decision is recorded but the client has no plan yet',
  ],
  'ask-filed': [
    'Kysy, onko asiakas vienyt asian vireille',
    'Fråga om klienten har gjort ärendet anhängigt',
    'Ask whether the client has filed',
  ],
  'not-filed': [
    'Asiaa ei viedä eteenpäin: varmista, mitä asiakas haluaa',
    'Ärendet förs inte vidare: kontrollera vad klienten vill',
    'The matter will not be filed: make sure what the client wants',
  ],
  'ask-decision': [
    'Kysy, onko ratkaisu saatu',
    'Fråga om avgörandet har kommit',
    'Ask whether a decision has come',
  ],
  'remedy-decided': [
    'Ratkaisu saatu: siinä voi olla uusi määräaika',
    'Ett avgörande har kommit: det kan ha en ny tidsfrist',
    'A decision has come: it may hold a new time limit',
  ],
  'decision-unread': [
    'Ratkaisua ei ole vielä käyty läpi',
    'Avgörandet har ännu inte gåtts igenom',
    'The decision has not been gone through yet',
  ],
  'instructions-missing': [
    'Päätöksen muutoksenhakuohje puuttuu tai on väärä: pyydä oikea ohje viranomaiselta',
    'Beslutets anvisning om ändringssökande saknas eller är felaktig: begär en riktig av myndigheten',
    'The decision’s instructions for appeal are missing or wrong: ask the authority for the right ones',
  ],
} as const satisfies Record<string, Text3>

export const complaintReminders = {
  'draft-quiet': [
    'Muistutuksen luonnos on ollut viikon kesken',
    'Utkastet till anmärkning har legat en vecka',
    'The draft of the objection has rested for a week',
  ],
  'draft-approved': [
    'Asiakas hyväksyi muistutuksen: lähettäkää se',
    'Klienten godkände anmärkningen: skicka den',
    'The client approved the objection: have it sent',
  ],
  'changes-asked': [
    'Asiakas pyysi muutoksia muistutukseen',
    'Klienten bad om ändringar i anmärkningen',
    'The client asked for changes to the objection',
  ],
  'approval-waiting': [
    'Asiakas ei ole vielä hyväksynyt muistutusta',
    'Klienten har inte ännu godkänt anmärkningen',
    'The client has not approved the objection yet',
  ],
  'objection-unsent': [
    'Hyväksyttyä muistutusta ei ole lähetetty',
    'Den godkända anmärkningen är inte skickad',
    'The approved objection has not been sent',
  ],
  'objection-nudge': [
    'Muistutukseen ei ole vastattu kahteen viikkoon',
    'Anmärkningen har inte besvarats på två veckor',
    'The objection has been unanswered for two weeks',
  ],
  'objection-late': [
    'Vastaus muistutukseen on myöhässä: kiirehdi',
    'Svaret på anmärkningen är försenat: påskynda',
    'The answer to the objection is late: chase it',
  ],
  'objection-escalated': [
    'Muistutukseen ei ole vastattu kahteen kuukauteen: harkitkaa kantelua',
    'Anmärkningen har inte besvarats på två månader: överväg klagan',
    'The objection has been unanswered for two months: consider a complaint',
  ],
  'objection-answered': [
    'Muistutukseen vastattiin: käy vastaus läpi asiakkaan kanssa',
    'Anmärkningen besvarades: gå igenom svaret med klienten',
    'The objection was answered: go through it with the client',
  ],
  'assess-objection': [
    'Muistutuksen vastausta ei ole käyty läpi',
    'Svaret på anmärkningen har inte gåtts igenom',
    'The answer to the objection has not been gone through',
  ],
  'objection-next': [
    'Sovi asiakkaan kanssa, miten muistutuksen jälkeen jatketaan',
    'Kom överens med klienten om fortsättningen efter anmärkningen',
    'Agree with the client how to go on after the objection',
  ],
  'objection-stopped': ['Muistutuksesta luovuttiin', 'Anmärkningen lades ner', 'The objection was given up'],
  'consent-waiting': [
    'Asiakas ei ole vastannut suostumuspyyntöön',
    'Klienten har inte svarat på begäran om samtycke',
    'The client has not answered the request for consent',
  ],
  'request-unsent': [
    'Pyyntöä ei ole lähetetty yksikölle',
    'Begäran har inte skickats till enheten',
    'The request has not been sent to the unit',
  ],
  'unit-quiet': ['Yksikkö ei ole vastannut', 'Enheten har inte svarat', 'The unit has not replied'],
  'unit-replied': [
    'Yksikkö vastasi: käy vastaus läpi asiakkaan kanssa',
    'Enheten svarade: gå igenom svaret med klienten',
    'The unit replied: go through it with the client',
  ],
  'talk-missing': [
    'Yhteistä keskustelua ei ole käyty',
    'Det gemensamma samtalet har inte hållits',
    'The joint talk has not been held',
  ],
  'agreement-missing': [
    'Kirjaa, mitä keskustelussa sovittiin',
    'Anteckna vad man kom överens om i samtalet',
    'Record what was agreed in the talk',
  ],
  'agreement-follow-up': [
    'Tarkista, onko sovittu tehty',
    'Kontrollera om det överenskomna har gjorts',
    'Check whether what was agreed has been done',
  ],
  'promise-broken': [
    'Sovittua ei tehty: sovi asiakkaan kanssa jatkosta',
    'Det överenskomna gjordes inte: kom överens med klienten om fortsättningen',
    'What was agreed was not done: agree with the client how to go on',
  ],
} as const satisfies Record<string, Text3>

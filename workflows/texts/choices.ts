import type { Text3 } from './text3.ts'

const YES: Text3 = ['Kyllä', 'Ja', 'Yes']
const PARTLY: Text3 = ['Osittain', 'Delvis', 'Partly']
const NO: Text3 = ['Ei', 'Nej', 'No']
const SIGNED: Text3 = ['Allekirjoitettuna', 'Undertecknat', 'Signed']
const WRITTEN: Text3 = ['Kirjallisesti', 'Skriftligt', 'In writing']
const SPOKEN: Text3 = ['Suullisesti', 'Muntligt', 'Spoken']

const yesPartlyNo = (field: string) => ({
  [`${field}.yes`]: YES,
  [`${field}.partly`]: PARTLY,
  [`${field}.no`]: NO,
})

/** Labels of choices, by `field.option`. The names of clocks are those of the law room. */
export const officeChoices: Record<string, Text3> = {
  'rule.none': ['Ei säädettyä määräaikaa', 'Ingen föreskriven tidsfrist', 'No time limit laid down'],
  'rule.TT1': ['Kiireellinen toimeentulotuki', 'Brådskande utkomststöd', 'Urgent social assistance'],
  'rule.TT7': ['Päätös toimeentulotuesta', 'Beslut om utkomststöd', 'Decision on social assistance'],
  'rule.TTK': [
    'Keskustelu sosiaalityöntekijän kanssa',
    'Samtal med en socialarbetare',
    'Talk with a social worker',
  ],
  'rule.PTA': [
    'Palvelutarpeen arvioinnin aloittaminen',
    'Bedömningen av servicebehovet inleds',
    'Start of the assessment of service needs',
  ],
  'rule.PTL_START': [
    'Erityistä tukea tarvitsevan lapsen arvioinnin aloittaminen',
    'Bedömningen för ett barn som behöver särskilt stöd inleds',
    'Start of the assessment of a child in need of special support',
  ],
  'rule.PTL': [
    'Erityistä tukea tarvitsevan lapsen arviointi valmis',
    'Bedömningen för ett barn som behöver särskilt stöd är klar',
    'Assessment of a child in need of special support ready',
  ],
  'rule.LS7': [
    'Lastensuojeluilmoituksen käsittely',
    'Behandling av en barnskyddsanmälan',
    'Handling of a child welfare notification',
  ],
  'rule.LS7_READY': [
    'Lastensuojelun arviointi valmis',
    'Barnskyddets bedömning är klar',
    'Child welfare assessment ready',
  ],
  'rule.TAY': ['Päätöksen toimeenpano', 'Beslutet verkställs', 'Carrying out of a decision'],
  'rule.IAK': ['Iäkkään henkilön palvelut', 'Tjänster för en äldre person', 'Services of an older person'],
  'rule.VAM_START': [
    'Vammaispalvelun tarpeen arvioinnin aloittaminen',
    'Bedömningen av behovet av funktionshinderservice inleds',
    'Start of the assessment for disability services',
  ],
  'rule.VAM': [
    'Vammaispalvelun päätös ja palvelu',
    'Beslut om funktionshinderservice och tjänsten',
    'Decision on a disability service, and the service',
  ],
  'rule.TIE': ['Asiakirjapyyntö', 'Begäran om handlingar', 'Request for documents'],
  'rule.TIE_LONG': [
    'Laaja asiakirjapyyntö',
    'Omfattande begäran om handlingar',
    'Large request for documents',
  ],
  'rule.GDP': ['Omien tietojen tarkastus', 'Insyn i egna uppgifter', 'Access to one’s own data'],
  'rule.TTO': [
    'Kelan ratkaisu oikaisuvaatimukseen',
    'FPA:s avgörande av omprövning',
    'Kela’s decision on a review',
  ],
  ...yesPartlyNo('satisfied'),
  'handedTo.service': ['Palvelu itse', 'Servicen själv', 'The service itself'],
  'handedTo.other-ombudsman': [
    'Toisen alueen sosiaaliasiavastaava',
    'Socialombudet i ett annat område',
    'Social ombudsman of another area',
  ],
  'handedTo.patient-ombudsman': ['Potilasasiavastaava', 'Patientombudet', 'Patient ombudsman'],
  'handedTo.kela': ['Kela', 'FPA', 'Kela'],
  'handedTo.supervisor': [
    'Lupa- ja valvontavirasto',
    'Tillstånds- och tillsynsverket',
    'The supervisory agency',
  ],
  'handedTo.legal-aid': ['Oikeusaputoimisto', 'Rättshjälpsbyrån', 'Legal aid office'],
  'handedTo.guardianship': [
    'Digi- ja väestötietovirasto (edunvalvonta)',
    'Myndigheten för digitalisering och befolkningsdata (intressebevakning)',
    'Digital and Population Data Services Agency (guardianship)',
  ],
  'handedTo.data-protection': [
    'Tietosuojavaltuutetun toimisto',
    'Dataombudsmannens byrå',
    'Data Protection Ombudsman',
  ],
  'handedTo.municipality': ['Kunta', 'Kommunen', 'Municipality'],
  'handedTo.other': ['Muu', 'Annan', 'Other'],
  'consentHow.signed': SIGNED,
  'consentHow.written': WRITTEN,
  'consentHow.spoken': SPOKEN,
  'urgentReason.food': ['Ruoka', 'Mat', 'Food'],
  'urgentReason.medicine': ['Lääkkeet', 'Medicin', 'Medicine'],
  'urgentReason.home': ['Koti', 'Bostad', 'Home'],
  'urgentReason.child': ['Lapsi vaarassa', 'Ett barn i fara', 'A child in danger'],
  'urgentReason.safety': ['Turvallisuus', 'Säkerhet', 'Safety'],
  'urgentReason.deadline': [
    'Määräaika on päättymässä',
    'En tidsfrist håller på att gå ut',
    'A time limit is about to end',
  ],
  'served.letter': ['Kirjeenä postissa', 'Som brev med posten', 'By letter'],
  'served.e-notice': ['Sähköisesti', 'Elektroniskt', 'Electronically'],
  'served.handed': ['Annettiin käteen', 'Gavs personligen', 'Handed over'],
  'served.none': [
    'Tiedossa on päivä, jona päätös saatiin',
    'Dagen då beslutet mottogs är känd',
    'The day it was received is known',
  ],
  'instructions.right': ['Oikea', 'Rätt', 'Right'],
  'instructions.missing': ['Puuttuu', 'Saknas', 'Missing'],
  'instructions.wrong': ['Väärä tai puutteellinen', 'Felaktig eller bristfällig', 'Wrong or incomplete'],
  'instructions.not-seen': [
    'Päätöstä ei ole nähty',
    'Beslutet har inte setts',
    'The decision has not been seen',
  ],
  'decision.accepted': ['Hyväksyttiin', 'Bifölls', 'Accepted'],
  'decision.partly': ['Hyväksyttiin osittain', 'Bifölls delvis', 'Accepted in part'],
  'decision.rejected': ['Hylättiin', 'Avslogs', 'Rejected'],
  'decision.not-examined': ['Jätettiin tutkimatta', 'Togs inte upp till prövning', 'Not examined'],
  'decision.cancelled': ['Raukesi tai peruttiin', 'Förföll eller återtogs', 'Lapsed or withdrawn'],
  'reopenReason.client-asked': ['Asiakas pyysi', 'Klienten bad om det', 'The client asked'],
  'reopenReason.new-information': ['Uutta tietoa', 'Nya uppgifter', 'New information'],
  'reopenReason.answer-arrived': [
    'Vastaus tai ratkaisu saapui',
    'Ett svar eller avgörande kom',
    'An answer or decision came',
  ],
  'reopenReason.promise-broken': [
    'Sovittua ei tehty',
    'Det överenskomna gjordes inte',
    'What was agreed was not done',
  ],
  'reopenReason.closed-by-mistake': ['Päätettiin vahingossa', 'Avslutades av misstag', 'Closed by mistake'],
}

export const complaintChoices: Record<string, Text3> = {
  'objectionTo.social-care': ['Sosiaalihuolto', 'Socialvården', 'Social care'],
  'objectionTo.early-education': ['Varhaiskasvatus', 'Småbarnspedagogiken', 'Early childhood education'],
  'approvalHow.signed': SIGNED,
  'approvalHow.written': WRITTEN,
  'approvalHow.spoken': SPOKEN,
  'sentTo.unit': ['Yksikön vastuuhenkilölle', 'Enhetens ansvariga person', 'Person in charge of the unit'],
  'sentTo.leading-officer': ['Johtavalle viranhaltijalle', 'Ledande tjänsteinnehavare', 'Leading officer'],
  'sentTo.registry': ['Kirjaamoon', 'Registratorskontoret', 'Registry'],
  'sentHow.post': ['Postissa', 'Med posten', 'By post'],
  'sentHow.e-service': ['Verkkopalvelussa', 'Via e-tjänsten', 'Through the e-service'],
  'sentHow.e-mail': ['Sähköpostilla', 'Med e-post', 'By e-mail'],
  'sentHow.handed': ['Vietiin itse', 'Lämnades personligen', 'Handed in'],
  'pointsAnswered.all': ['Kaikkiin', 'Alla', 'All of them'],
  'pointsAnswered.some': ['Osaan', 'En del', 'Some of them'],
  'pointsAnswered.none': ['Ei mihinkään', 'Inga', 'None of them'],
}

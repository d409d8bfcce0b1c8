import type { ContactLog } from '../cases/index.ts'

/** A call of the last days, logged with a name and a sealed note. Everybody in them is invented. */
export interface Call extends Omit<ContactLog, 'reasons' | 'actions' | 'person'> {
  daysAgo: number
  by: 'mikko' | 'katarina'
  reasons: string[]
  actions: string[]
  name: string
  phone?: string
  note: string
}

const call = (
  daysAgo: number,
  by: Call['by'],
  municipality: string,
  about: string,
  ageBand: string,
  contactPerson: string,
  reasons: string[],
  name: string,
  phone: string | undefined,
  note: string,
): Call => {
  const [serviceTask, service] = about.split('/') as [string, string]
  const dissatisfied = !reasons.includes('information')
  return {
    daysAgo,
    by,
    municipality,
    serviceTask,
    service,
    ageBand,
    contactPerson,
    reasons,
    name,
    phone,
    note,
    channel: 'phone',
    language: by === 'katarina' && municipality !== '734' ? 'sv' : 'fi',
    providerMode: serviceTask === 'kela' ? 'kela' : 'own',
    nature: dissatisfied ? 'dissatisfaction' : 'enquiry',
    actions: dissatisfied ? ['advice', 'objection-help'] : ['advice'],
    outcome: 'advised',
  }
}

export const CALLS: readonly Call[] = [
  call(
    8.1,
    'mikko',
    '734',
    'older-people/home-care',
    '75+',
    'relative',
    ['waiting-time'],
    'Marjatta Oksala',
    '0400 000 401',
    'Tytär soitti. Äidin iltalääkkeet jääneet antamatta kahdesti viikolla. Neuvoin muistutuksen ja pyysin kirjaamaan kellonajat ylös. Lupasi soittaa, jos toistuu.',
  ),
  call(
    7.3,
    'katarina',
    '445',
    'older-people/housing-24h',
    '75+',
    'relative',
    ['information'],
    'Bengt Lindqvist',
    undefined,
    'Undrade hur man byter boende inom samma ort. Berättade om ansökan och vem som beslutar.',
  ),
  call(
    6.2,
    'mikko',
    '853',
    'kela/basic-assistance',
    '18-29',
    'client',
    ['income', 'waiting-time'],
    'Aleksi Hurme',
    '045 000 4403',
    'Hakemus täydennetty perjantaina, päätöstä ei vielä. Laskettiin yhdessä seitsemän arkipäivää. Ruokaa on, vuokra maksamatta.',
  ),
  call(
    5.2,
    'mikko',
    '853',
    'child-welfare/child-welfare-open',
    '12-17',
    'guardian',
    ['treatment'],
    'Susanna Mattila',
    '050 000 4404',
    'Äiti kertoi, ettei häntä kuunneltu neuvottelussa. Pahaa mieltä enemmän kuin valitettavaa. Neuvoin pyytämään pöytäkirjan ja kirjaamaan oman näkemyksen siihen.',
  ),
  call(
    4.4,
    'katarina',
    '322',
    'disability/mobility',
    '65-74',
    'client',
    ['service-quality'],
    'Inga-Lill Nyström',
    '0400 000 405',
    'Taxin kom inte till färjan. Tredje gången i höst. Ska skicka datumen, sedan skriver vi anmärkningen.',
  ),
  call(
    3.3,
    'mikko',
    '734',
    'older-people/home-care',
    '75+',
    'client',
    ['waiting-time', 'service-quality'],
    'Toivo Elomaa',
    undefined,
    'Soitti itse, 88 v. Käynti myöhästyi neljä tuntia. Sanoi, ettei halua hoitajille pahaa. Selitin, mikä muistutus on. Miettii vielä.',
  ),
  call(
    2.2,
    'mikko',
    '680',
    'early-childhood/day-care',
    '0-11',
    'guardian',
    ['access'],
    'Kati Rautio',
    '040 000 4407',
    'Päiväkotipaikka osoitettu toiselta puolelta kaupunkia. Ohjasin kunnan varhaiskasvatuspäällikölle ja kerroin muistutuksesta (varhaiskasvatuslaki 54 §).',
  ),
  call(
    1.3,
    'katarina',
    '734',
    'older-people/informal-care',
    '75+',
    'relative',
    ['waiting-time'],
    'Sirkku Valtanen',
    '050 000 4408',
    'Omaishoidon arviointi siirtynyt kolmannen kerran. Samasta kunnasta jo useampi. Otetaan esille perjantaina.',
  ),
]

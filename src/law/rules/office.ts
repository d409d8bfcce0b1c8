import type { Rule } from '../rule.ts'
import { ACTS } from './acts.ts'
import { STARTS } from './starts.ts'

const target = {
  kind: 'target',
  owner: 'office',
  startsFrom: 'arrival',
  pause: 'continue',
  statute: '',
  act: ACTS.office,
  start: STARTS.officeContact,
  broken: {
    fi: 'Voit kysyä asiasi vaihetta sosiaaliasiavastaavalta.',
    sv: 'Du kan fråga socialombudet hur det går med ditt ärende.',
    en: 'You can ask the social ombudsman how your matter stands.',
  },
  verified: true,
  source: 'service targets of the office',
} as const

/** What the office promises its clients. Not law: shown apart from statutory times everywhere. */
export const officeRules: readonly Rule[] = [
  {
    ...target,
    code: 'OFFICE_ACK',
    unit: 'days',
    length: 0,
    name: { fi: 'Vastaanottoilmoitus', sv: 'Mottagningsbevis', en: 'Acknowledgement' },
    duty: {
      fi: 'Ilmoitamme yhteydenoton saapumisesta saman päivän aikana.',
      sv: 'Vi bekräftar kontakten samma dag.',
      en: 'We acknowledge a contact on the same day.',
    },
  },
  {
    ...target,
    code: 'OFFICE_CONTACT',
    unit: 'working-days',
    length: 2,
    name: { fi: 'Ensimmäinen yhteydenotto', sv: 'Första kontakten', en: 'First contact' },
    duty: {
      fi: 'Otamme sinuun yhteyttä {period} kuluessa.',
      sv: 'Vi kontaktar dig inom {period}.',
      en: 'We contact you within {period}.',
    },
  },
  {
    ...target,
    code: 'OFFICE_ANSWER',
    unit: 'working-days',
    length: 5,
    name: { fi: 'Vastaus asiakkaalle', sv: 'Svar till klienten', en: 'Answer to the client' },
    duty: {
      fi: 'Vastaamme asiaasi {period} kuluessa.',
      sv: 'Vi svarar i ditt ärende inom {period}.',
      en: 'We answer your matter within {period}.',
    },
  },
  {
    ...target,
    code: 'OFFICE_REPLY',
    unit: 'working-days',
    length: 10,
    startsFrom: 'event',
    name: {
      fi: 'Yksikön vastaus selvityspyyntöön',
      sv: 'Enhetens svar på begäran om utredning',
      en: 'The unit’s reply to the request',
    },
    duty: {
      fi: 'Pyydämme yksiköltä vastausta {period} kuluessa.',
      sv: 'Vi ber enheten svara inom {period}.',
      en: 'We ask the unit to reply within {period}.',
    },
    start: {
      fi: 'selvityspyynnön lähettäminen',
      sv: 'begäran om utredning skickades',
      en: 'sending of the request',
    },
  },
  {
    ...target,
    code: 'OFFICE_GAP',
    unit: 'working-days',
    length: 5,
    startsFrom: 'event',
    name: {
      fi: 'Viranomaisen vastaus tietokoosteeseen',
      sv: 'Myndighetens svar på sammanställningen',
      en: 'The authority’s answer to the fact sheet',
    },
    duty: {
      fi: 'Kysymme viranomaiselta {period} kuluessa, mitä asialle on tehty.',
      sv: 'Vi frågar myndigheten inom {period} vad som har gjorts i ärendet.',
      en: 'We ask the authority within {period} what has been done.',
    },
    start: {
      fi: 'tietokoosteen tekeminen',
      sv: 'sammanställningen gjordes',
      en: 'making of the fact sheet',
    },
  },
]

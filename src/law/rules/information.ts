import type { Rule } from '../rule.ts'
import { ACTS } from './acts.ts'
import { STARTS } from './starts.ts'

const lateDocument = {
  fi: 'Pyydä asiasta valituskelpoinen päätös. Siitä voi valittaa hallinto-oikeuteen.',
  sv: 'Be om ett beslut som kan överklagas. Det kan överklagas hos förvaltningsdomstolen.',
  en: 'Ask for a decision that can be appealed. It can be appealed to the administrative court.',
}
const lateData = {
  fi: 'Voit tehdä asiasta ilmoituksen tietosuojavaltuutetulle.',
  sv: 'Du kan anmäla saken till dataombudsmannen.',
  en: 'You can report the matter to the Data Protection Ombudsman.',
}
const authority = {
  kind: 'statutory',
  owner: 'authority',
  startsFrom: 'request',
  pause: 'never',
  start: STARTS.request,
} as const

/** Requests for documents, for one's own data and for an estimate of the time. */
export const informationRules: readonly Rule[] = [
  {
    ...authority,
    code: 'TIE',
    unit: 'weeks',
    length: 2,
    statute: '621/1999 14 §',
    act: ACTS.openness,
    name: { fi: 'Asiakirjapyyntö', sv: 'Begäran om handlingar', en: 'Request for documents' },
    duty: {
      fi: 'Asiakirja on annettava viivytyksettä, viimeistään {period} kuluessa pyynnöstä.',
      sv: 'Handlingen ska ges utan dröjsmål, senast inom {period} från begäran.',
      en: 'A document must be given without delay, at the latest within {period} of the request.',
    },
    broken: lateDocument,
    verified: true,
    source: 'known with 92 % confidence',
  },
  {
    ...authority,
    code: 'TIE_LONG',
    unit: 'months',
    length: 1,
    statute: '621/1999 14 §',
    act: ACTS.openness,
    name: {
      fi: 'Laaja asiakirjapyyntö',
      sv: 'Omfattande begäran om handlingar',
      en: 'Large request for documents',
    },
    duty: {
      fi: 'Jos pyydetyissä asiakirjoissa on salassa pidettävää tai pyyntö vaatii paljon työtä, asiakirjat on annettava {period} kuluessa pyynnöstä.',
      sv: 'Om handlingarna innehåller sekretessbelagda delar eller kräver mycket arbete ska de ges inom {period} från begäran.',
      en: 'If the documents hold secret parts or take much work, they must be given within {period} of the request.',
    },
    broken: lateDocument,
    verified: true,
    page: '9pdf.co zpnvx337',
    source: '9pdf.co zpnvx337',
  },
  {
    ...authority,
    code: 'GDP',
    unit: 'months',
    length: 1,
    statute: 'EU 2016/679 12(3)',
    act: ACTS.dataProtection,
    name: { fi: 'Omien tietojen tarkastus', sv: 'Insyn i egna uppgifter', en: 'Access to one’s own data' },
    duty: {
      fi: 'Omia tietoja koskevaan pyyntöön on vastattava {period} kuluessa. Jos pyyntö on monimutkainen, siitä on ilmoitettava, ja aikaa voidaan jatkaa kahdella kuukaudella.',
      sv: 'En begäran om egna uppgifter ska besvaras inom {period}. Om begäran är komplicerad ska det meddelas, och tiden kan förlängas med två månader.',
      en: 'A request for one’s own data must be answered within {period}. If it is complex, notice must be given, and the time can be extended by two months.',
    },
    broken: lateData,
    verified: true,
    source: 'General Data Protection Regulation, article 12(3); known with 95 % confidence',
  },
  {
    ...authority,
    code: 'GDP_LONG',
    unit: 'months',
    length: 3,
    statute: 'EU 2016/679 12(3)',
    act: ACTS.dataProtection,
    name: {
      fi: 'Omien tietojen tarkastus, jatkettu aika',
      sv: 'Insyn i egna uppgifter, förlängd tid',
      en: 'Access to one’s own data, extended',
    },
    duty: {
      fi: 'Kun viranomainen on ilmoittanut jatkavansa aikaa, omia tietoja koskevaan pyyntöön on vastattava {period} kuluessa pyynnöstä.',
      sv: 'När myndigheten har meddelat att tiden förlängs ska begäran om egna uppgifter besvaras inom {period} från begäran.',
      en: 'When the authority has given notice of an extension, a request for one’s own data must be answered within {period} of the request.',
    },
    broken: lateData,
    verified: true,
    source: 'General Data Protection Regulation, article 12(3); known with 95 % confidence',
  },
  {
    ...authority,
    code: 'SFI',
    unit: 'none',
    length: 0,
    statute: '434/2003 23 a §',
    act: ACTS.administrativeProcedure,
    name: { fi: 'Käsittelyaika-arvio', sv: 'Uppskattad handläggningstid', en: 'Estimate of handling time' },
    duty: {
      fi: 'Viranomaisen on pyydettäessä arvioitava, milloin päätös annetaan. Arvion antamiselle ei ole päivinä laskettavaa määräaikaa.',
      sv: 'Myndigheten ska på begäran uppskatta när beslutet ges. Det finns ingen tid i dagar för själva uppskattningen.',
      en: 'On request the authority must estimate when the decision will be given. There is no time in days for the estimate itself.',
    },
    broken: {
      fi: 'Pyydä arviota uudelleen kirjallisesti.',
      sv: 'Be om uppskattningen på nytt, skriftligt.',
      en: 'Ask for the estimate again in writing.',
    },
    verified: false,
    source: 'known with 80 % confidence',
  },
]

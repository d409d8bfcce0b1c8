import type { Rule } from '../rule.ts'
import { ACTS } from './acts.ts'

/** The answer to an objection: "in reasonable time", which supervisors have put into weeks. */
export const objectionRules: readonly Rule[] = [
  {
    code: 'MUI',
    kind: 'guidance',
    owner: 'authority',
    unit: 'months',
    // Guidance says 1 to 4 weeks, about a month, or 1 to 2 months for a very difficult matter: the middle one.
    length: 1,
    startsFrom: 'arrival',
    pause: 'never',
    statute: '812/2000 23 §',
    act: ACTS.client,
    name: { fi: 'Vastaus muistutukseen', sv: 'Svar på anmärkning', en: 'Answer to an objection' },
    duty: {
      fi: 'Muistutukseen on vastattava kohtuullisessa ajassa, ohjeen mukaan noin {period} kuluessa sen saapumisesta.',
      sv: 'En anmärkning ska besvaras inom skälig tid, enligt anvisning inom ungefär {period} från att den kom in.',
      en: 'An objection must be answered in reasonable time, by guidance within about {period} of its arrival.',
    },
    range: {
      fi: 'Ohjeissa kohtuullisena aikana on pidetty 1–4:ää viikkoa tai noin yhtä kuukautta, ja erittäin vaikeassa asiassa 1–2:ta kuukautta.',
      sv: 'I anvisningarna har 1–4 veckor eller ungefär en månad ansetts skäligt, och i ett mycket svårt ärende 1–2 månader.',
      en: 'Guidance has held 1 to 4 weeks or about a month to be reasonable, and 1 to 2 months for a very difficult matter.',
    },
    start: { fi: 'muistutuksen saapuminen', sv: 'anmärkningen kom in', en: 'arrival of the objection' },
    broken: {
      fi: 'Pyydä vastausta uudelleen. Jos vastausta ei tule, voit kannella Lupa- ja valvontavirastoon tai eduskunnan oikeusasiamiehelle.',
      sv: 'Be om svar på nytt. Om inget svar kommer kan du klaga hos Tillstånds- och tillsynsverket eller riksdagens justitieombudsman.',
      en: 'Ask for the answer again. If none comes, you can complain to the Finnish Supervisory Agency or the Parliamentary Ombudsman.',
    },
    verified: true,
    page: 'oikeuskansleri.fi, OKV/155/1/2013',
    source: 'oikeuskansleri.fi OKV/155/1/2013; letter of Valvira, ilmajoki.fi',
  },
]

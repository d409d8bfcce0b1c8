import { type House, inOffice } from '../custody/transaction.ts'
import { dateInFinland } from '../language/formats.ts'
import { DEMO_COUNTY, PLACES } from './place.ts'

/** How the office is reached, and the residents of its municipalities as sample figures. */
export async function furnishOffice(house: House, today: Date): Promise<void> {
  const { year } = dateInFinland(today)
  await inOffice(house, DEMO_COUNTY, { kind: 'system' }, async (t) => {
    await t.sql.organisation.update({
      where: { code: DEMO_COUNTY },
      data: {
        phone: '02 000 0000',
        email: 'sosiaaliasiavastaava@demo.example',
        address: 'Esimerkkikatu 5, 20100 Turku',
        hours: {
          fi: 'ma–to klo 9–12 ja 13–15',
          sv: 'mån–tors kl. 9–12 och 13–15',
          en: 'Mon–Thu 9–12 and 13–15',
        },
        visits: {
          fi: 'Tapaamme sinut Turussa, Salossa, Loimaalla tai Paraisilla, myös kotonasi, jos et pääse lähtemään. Varaa aika etukäteen.',
          sv: 'Vi träffar dig i Åbo, Salo, Loimaa eller Pargas, och hemma hos dig om du inte kan ta dig ut. Boka tid på förhand.',
          en: 'We meet you in Turku, Salo, Loimaa or Parainen, or at your home if you cannot leave it. Please book a time first.',
        },
      },
    })
    await t.sql.population.createMany({
      data: [year - 2, year - 1, year].flatMap((each, index) =>
        Object.entries(PLACES).map(([municipality, { residents }]) => ({
          organisation: DEMO_COUNTY,
          municipality,
          year: each,
          residents: Math.round(residents * (1 + 0.002 * index)),
          source: 'Sample figures of the demonstration',
          sample: true,
        })),
      ),
    })
    t.audit({ event: 'organisation.changed', subjectKind: 'organisation', subjectId: DEMO_COUNTY })
  })
}

import { shortMonths } from '../../src/documents/charts/months.ts'
import { type Document, heading, list, paragraph } from '../../src/documents/model.ts'

const MUNICIPALITIES = [
  ['Hämeenlinna', 412, 6.1, 388],
  ['Riihimäki', 187, 6.6, 171],
  ['Janakkala', 94, 5.9, 101],
  ['Hattula', 41, 4.4, 38],
  ['Loppi', 38, 4.9, 29],
  ['Tammela', null, null, 17],
  ['Forssa', 121, 7.4, 96],
  ['Jokioinen', 22, 4.3, 25],
  ['Humppila', null, null, 6],
  ['Ypäjä', 8, 3.6, null],
  ['Hausjärvi', 45, 5.6, 47],
] as const

const SERVICES = [
  'Toimeentulotuki',
  'Lastensuojelu',
  'Vammaispalvelut',
  'Ikääntyneiden palveluasuminen',
  'Kotihoito ja kotiin annettavat palvelut',
  'Sosiaalihuollon päätöksenteko ja asiakasmaksut',
  'Työikäisten palvelut',
]

/** A small yearly report with one of everything, also the awkward: long words, Sámi letters, suppressed figures. */
export function sample(): Document {
  return {
    title: 'Sosiaaliasiavastaavan vuosiselvitys 2026',
    subtitle: 'Asiakkaiden yhteydenotot ja havainnot sosiaalihuollosta',
    lang: 'fi',
    author: 'Kanta-Hämeen hyvinvointialue',
    date: '2027-02-15',
    description:
      'Sosiaaliasiavastaavalle vuonna 2026 tulleet yhteydenotot ja niiden perusteella tehdyt havainnot.',
    cover: {
      organisation: 'Kanta-Hämeen hyvinvointialue',
      lines: ['Tilastovuosi 1.1.–31.12.2026', 'Aineisto jäädytetty 20.1.2027, versio 3'],
    },
    contents: true,
    blocks: [
      heading(1, 'Vuosi lyhyesti', 'lyhyesti'),
      {
        kind: 'paragraph',
        tone: 'lead',
        runs: [
          'Sosiaaliasiavastaavaan otettiin vuonna 2026 yhteyttä useammin kuin koskaan aiemmin. Kasvu tuli yhdestä syystä: päätöksiä odotettiin liian pitkään.',
        ],
      },
      {
        kind: 'key-figures',
        items: [
          { label: 'Yhteydenottoa', value: 1234, note: '+8 % edellisvuodesta' },
          { label: 'Asiakasta', value: 871, note: '+5 % edellisvuodesta' },
          { label: 'Muistutusta', value: 96, note: 'edellisvuonna 88' },
          { label: 'Vastausaika, mediaani', value: 27.5, decimals: 1, unit: 'päivää' },
          { label: 'Hallinto-oikeuteen', value: null },
        ],
      },
      paragraph(
        'Tässä selvityksessä kerrotaan, ',
        { text: 'mistä asiakkaat ottivat yhteyttä', bold: true },
        ', mitä heidän asioilleen tapahtui ja mitä hyvinvointialueen pitäisi ',
        { text: 'tehdä toisin', italic: true },
        '. Lue myös ',
        { text: 'lain perustelut', href: 'https://www.finlex.fi/fi/laki/alkup/2023/20230739' },
        ' ja ',
        { text: 'taulukko kunnittain', href: '#kunnat' },
        '.',
      ),
      {
        kind: 'callout',
        title: 'Näin lukuja luetaan',
        runs: [
          'Asiavastaavaan ottavat yhteyttä ne, jotka tietävät hänestä. Luvut eivät kerro, kuinka moni asiakas on tyytymätön palveluihin.',
        ],
      },
      heading(2, 'Miten luvut on laskettu'),
      paragraph('Selvityksessä käytetään kolmea laskentayksikköä:'),
      list([
        'Yhteydenotto on yksi puhelu, viesti tai tapaaminen.',
        ['Asia on kokonaisuus, johon voi kuulua ', { text: 'monta', bold: true }, ' yhteydenottoa.'],
        'Asiakas on ihminen, jota asia koskee. Sama ihminen lasketaan vuodessa kerran, vaikka hänellä olisi useita asioita eri palveluissa ja eri kunnissa.',
      ]),
      paragraph('Puolen vuoden toimet tärkeysjärjestyksessä:'),
      list(
        ['Päätökset määräajassa.', 'Perustelut selkokielellä.', 'Muutoksenhakuohje jokaiseen päätökseen.'],
        true,
      ),
      heading(1, 'Yhteydenotot', 'yhteydenotot'),
      heading(2, 'Kuukausittain'),
      {
        kind: 'figure',
        name: 'kuukaudet-kuva',
        title: 'Yhteydenotot kuukausittain 2026 ja 2025',
        alt: 'Yhteydenottoja oli eniten lokakuussa, 142, ja vähiten heinäkuussa, 61. Joka kuukautena paitsi kesäkuussa niitä oli enemmän kuin edellisvuonna.',
        chart: {
          kind: 'columns',
          labels: shortMonths('fi'),
          unit: 'yhteydenottoa',
          series: [
            { name: '2026', values: [98, 104, 121, 99, 87, 74, 61, 95, 133, 142, 128, 92] },
            { name: '2025', values: [91, 95, 101, 97, 83, 79, null, 88, 114, 121, 109, 85] },
          ],
        },
        caption: 'Heinäkuun 2025 luku on peitetty.',
      },
      {
        kind: 'table',
        name: 'kuukaudet',
        caption: 'Yhteydenotot kuukausittain',
        header: 'Kuukausi',
        columns: [{ label: '2026' }, { label: '2025' }, { label: 'Muutos, %', decimals: 1 }],
        rows: [
          { label: 'Tammikuu', cells: [98, 91, 7.7] },
          { label: 'Helmikuu', cells: [104, 95, 9.5] },
          { label: 'Kesäkuu', cells: [74, 79, -6.3] },
          { label: 'Heinäkuu', cells: [61, null, null] },
          { label: 'Yhteensä', cells: [1234, 1142, 8.1], role: 'total' },
        ],
      },
      heading(2, 'Kunnittain'),
      {
        kind: 'table',
        name: 'kunnat',
        caption: 'Yhteydenotot asiakkaan kotikunnan mukaan',
        header: 'Kunta',
        columns: [
          { label: 'Yhteydenotot 2026', code: 'contacts' },
          { label: 'Tuhatta asukasta kohden', decimals: 1, code: 'per1000' },
          { label: 'Yhteydenotot 2025', code: 'contacts-previous' },
          { label: 'Huomautus', type: 'text' },
        ],
        rows: [
          ...MUNICIPALITIES.map(([label, now, rate, before], i) => ({
            label,
            code: String(100 + i),
            cells: [now, rate, before, i === 3 ? 'Luvussa ovat mukana yhteiset palvelut' : ''],
          })),
          { label: 'Yhteensä', cells: [1234, 7.2, 1142, ''], role: 'total' as const },
        ],
        note: 'Laskentayksikkö: yhteydenotto. Kunta on asiakkaan kotikunta yhteydenoton hetkellä.',
      },
      {
        kind: 'figure',
        name: 'kunnat-kuva',
        title: 'Yhteydenotot kunnittain',
        alt: 'Eniten yhteydenottoja tuli Hämeenlinnasta, 412, ja Riihimäeltä, 187.',
        chart: {
          kind: 'bars',
          labels: MUNICIPALITIES.map(([label]) => label),
          unit: 'yhteydenottoa',
          series: [{ name: '2026', values: MUNICIPALITIES.map(([, now]) => now) }],
        },
      },
      heading(2, 'Palveluittain'),
      {
        kind: 'figure',
        name: 'palvelut-kuva',
        title: 'Yhteydenotot palveluittain ja mitä ne koskivat eniten kunnassa ja koko alueella',
        alt: 'Toimeentulotuki ja lastensuojelu olivat yleisimmät palvelut.',
        chart: {
          kind: 'bars',
          labels: SERVICES,
          unit: '% yhteydenotoista',
          decimals: 1,
          series: [
            { name: 'Riihimäki', values: [24.5, 21, 16.2, null, 11.4, 9.8, 3.1] },
            { name: 'Koko alue', values: [22.1, 23.4, 14, 9.9, 12.2, 8.1, 4.4] },
            { name: 'Koko maa', values: [20.1, 21.4, 15, 10.9, 11.2, 9.1, 5.4] },
            { name: 'Tavoite', values: [18, 20, 12, 8, 8, 8, 4] },
          ],
        },
      },
      {
        kind: 'figure',
        name: 'vuodet-kuva',
        title: 'Yhteydenotot vuosittain',
        alt: 'Yhteydenotot ovat lisääntyneet vuodesta 2020 joka vuosi.',
        chart: {
          kind: 'lines',
          labels: ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'],
          unit: 'yhteydenottoa',
          series: [
            { name: 'Lastensuojelu', values: [210, 180, 220, null, 260, 270, 290, 310] },
            { name: 'Toimeentulotuki', values: [150, 190, 170, 160, 200, 220, 240, 272] },
            { name: 'Vammaispalvelut', values: [80, 82, 91, 99, 101, 120, 119] },
            { name: 'Kotihoito', values: [40, 52, 51, 60, null, 70, 90, 101] },
          ],
        },
      },
      {
        kind: 'table',
        name: 'palvelut',
        caption: 'Palvelutehtävät ja niiden palvelut',
        header: 'Palvelutehtävä ja palvelu',
        columns: ['Neuvonta', 'Muistutus', 'Oikaisuvaatimus', 'Valitus', 'Kantelu', 'Muu', 'Yhteensä'].map(
          (label) => ({ label }),
        ),
        rows: SERVICES.flatMap((label, i) => [
          { label, cells: [30 + i, 10 + i, 8, null, 6, 12, 66 + 2 * i] },
          ...Array.from({ length: 8 }, (_, n) => ({
            label: n === 3 ? 'Kuntouttava työtoiminta ja sosiaalinen kuntoutus' : `Palvelu ${i + 1}.${n + 1}`,
            level: 1,
            cells: [10, 5, n % 3 === 0 ? null : 7, null, '–', 0, 22],
          })),
        ]),
      },
      heading(1, 'Havainnot ja suositukset'),
      {
        kind: 'quote',
        runs: ['Odotin päätöstä neljä kuukautta. Kukaan ei sanonut, että siitä voi valittaa.'],
        source: 'Asiakas, kotihoito',
      },
      heading(3, 'Pohjoissaamen sanoja'),
      paragraph(
        {
          text: 'Sosiálaáššeáittardeaddji veahkeha: čoahkkin, đuođaštus, ŋáktehus, šiehtadus, ŧ, žurnála.',
          lang: 'se',
        },
        ' Ja sitten ruotsiksi: ',
        { text: 'Socialombudet ger råd åt klienter.', lang: 'sv' },
      ),
      heading(4, 'Pitkä sana'),
      paragraph(
        'Sosiaalihuoltolaissasäädettyjenpalvelujenjärjestämisvelvollisuudenlaiminlyönnistävalittaminenkunnassajahyvinvointialueella on pitkä sana. Osoite https://www.valvira.fi/sosiaalihuolto/sosiaalihuollon-valvonta/sosiaaliasiavastaava-toiminta-ja-sen-valvonta-hyvinvointialueilla.html samoin.',
      ),
      ...Array.from({ length: 6 }, (_, i) =>
        paragraph(
          `Kappale ${i + 1}. Hyvinvointialue vastaa siitä, että asiakas saa päätöksen määräajassa. Asiavastaava näki vuoden aikana monta kertaa, että päätöstä odotettiin viikkoja yli lain määräajan, eikä asiakas tiennyt, keneltä kysyä. Tämä koski etenkin kotihoitoa ja vammaispalveluja. Suosittelemme, että hyvinvointialue kertoo jokaiselle odottavalle, mihin päivään mennessä päätös tulee.`,
        ),
      ),
      { kind: 'rule' },
      { kind: 'paragraph', tone: 'small', runs: ['Lähde: asiavastaavan oma tilasto.'] },
      { kind: 'page-break' },
      heading(1, 'Liitteet'),
      paragraph('Liitteitä ei ole.\nTämä on toinen rivi.'),
    ],
  }
}

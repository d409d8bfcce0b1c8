import { catalogue } from '../catalogue.ts'

/** Words that reports, letters and tables print by themselves. */
export const documents = catalogue({
  fi: {
    contents: 'Sisällys',
    skipToContent: 'Siirry sisältöön',
    table: 'Taulukko {n}. {caption}',
    figure: 'Kuva {n}. {caption}',
    continued: '{caption} (jatkuu)',
    suppressed: 'lukua ei näytetä',
    suppressedNote:
      'Merkki .. tarkoittaa, että lukua ei näytetä, jotta yksittäistä ihmistä ei voi tunnistaa.',
    about: 'Tietoja tiedostosta',
    tables: 'Taulukot',
    author: 'Laatija',
    date: 'Päiväys',
    linkTo: 'Linkki: {text}',
    pageNumber: 'sivu {n}',
    horizontalAxis: 'Vaaka-akseli: {text}',
    code: 'Koodi',
  },
  sv: {
    contents: 'Innehåll',
    skipToContent: 'Gå till innehållet',
    table: 'Tabell {n}. {caption}',
    figure: 'Figur {n}. {caption}',
    continued: '{caption} (forts.)',
    suppressed: 'siffran visas inte',
    suppressedNote:
      'Tecknet .. betyder att siffran inte visas, så att ingen enskild person kan identifieras.',
    about: 'Om filen',
    tables: 'Tabeller',
    author: 'Utgivare',
    date: 'Datum',
    linkTo: 'Länk: {text}',
    pageNumber: 'sida {n}',
    horizontalAxis: 'Vågrät axel: {text}',
    code: 'Kod',
  },
  en: {
    contents: 'Contents',
    skipToContent: 'Skip to content',
    table: 'Table {n}. {caption}',
    figure: 'Figure {n}. {caption}',
    continued: '{caption} (continued)',
    suppressed: 'figure not shown',
    suppressedNote:
      'The sign .. means that the figure is not shown, so that no single person can be identified.',
    about: 'About this file',
    tables: 'Tables',
    author: 'Published by',
    date: 'Date',
    linkTo: 'Link: {text}',
    pageNumber: 'page {n}',
    horizontalAxis: 'Horizontal axis: {text}',
    code: 'Code',
  },
})

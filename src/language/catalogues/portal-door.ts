import { catalogue } from '../catalogue.ts'

/** What goes along from the pages at the door into the form, the case and the letters. */
export const doorTexts = catalogue({
  fi: {
    'told.title': 'Vastauksesi laskurissa ja ohjaajassa',
    'told.check':
      'Nämä vastasit ennen lomaketta. Ne lähtevät mukana, jotta sinun ei tarvitse kertoa samaa uudelleen.',
    'told.remove': 'Älä lähetä näitä vastauksia',
    'told.desk': 'Vastaukset ennen lomaketta',
    'told.waiting': 'Mitä sait tai odotat',
    'letter.from-way':
      'Siirsimme tähän ne vastaukset, jotka annoit edellisellä sivulla. Tarkista ne ja korjaa, jos jokin on väärin.',
    'letter.came': 'Kerroit, miten päätös tuli: {how}. Kirjoita alle päivä, jona todella sait sen.',
    'letter.registry': '{county}\nKirjaamo',
    'undrawn.title': 'Lähetä Word-tiedosto',
    'undrawn.text':
      'Kirjeessä on merkkejä, joita PDF-tiedosto ei näytä: {chars}. Word-tiedostossa ne näkyvät. Lataa ja lähetä se.',
    'undrawn.pdf': 'Lataa PDF silti',
  },
  sv: {
    'told.title': 'Dina svar i räknaren och vägledningen',
    'told.check':
      'Så här svarade du före formuläret. Svaren skickas med, så att du inte behöver berätta samma sak igen.',
    'told.remove': 'Skicka inte de här svaren',
    'told.desk': 'Svar före formuläret',
    'told.waiting': 'Vad du fick eller väntar på',
    'letter.from-way':
      'Vi har fyllt i de svar som du gav på föregående sida. Kontrollera dem och rätta om något är fel.',
    'letter.came': 'Du berättade hur beslutet kom: {how}. Skriv nedan den dag då du verkligen fick det.',
    'letter.registry': '{county}\nRegistratorskontoret',
    'undrawn.title': 'Skicka Word-filen',
    'undrawn.text':
      'Brevet innehåller tecken som inte syns i PDF-filen: {chars}. I Word-filen syns de. Ladda ner och skicka den.',
    'undrawn.pdf': 'Ladda ner PDF ändå',
  },
  en: {
    'told.title': 'Your answers before the form',
    'told.check':
      'You gave these answers before the form. They are sent along, so that you need not tell the same again.',
    'told.remove': 'Do not send these answers',
    'told.desk': 'Answers before the form',
    'told.waiting': 'What you got or are waiting for',
    'letter.from-way':
      'We filled in the answers you gave on the page before. Check them, and correct what is wrong.',
    'letter.came':
      'You told us how the decision came: {how}. Write below the day on which you really got it.',
    'letter.registry': '{county}\nRegistry',
    'undrawn.title': 'Send the Word file',
    'undrawn.text':
      'The letter has characters that the PDF file does not show: {chars}. The Word file shows them. Download and send that one.',
    'undrawn.pdf': 'Download the PDF all the same',
  },
})

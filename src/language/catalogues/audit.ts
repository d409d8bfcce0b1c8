import { catalogue } from '../catalogue.ts'

/** The commands that check the audit log and give its digests out. */
export const audit = catalogue({
  fi: {
    'verify-usage': 'Käyttö: audit-verify [--digest TIEDOSTO …] [--lang fi|sv|en] [--json]',
    'digest-usage':
      'Käyttö: audit-digest --organisation TUNNUS [--day VVVV-KK-PP] [--lang fi|sv|en] [--json]',
    'option-bad': 'Tuntematon valitsin: {value}',
    'lang-bad': 'Kieli {value} ei käy. Anna fi, sv tai en.',
    'organisation-missing': 'Anna toimiston tunnus valitsimella --organisation.',
    'organisation-unknown': 'Toimistoa {value} ei ole tässä palvelussa.',
    'day-bad': 'Anna päivä muodossa VVVV-KK-PP.',
    'file-unread': 'Tiedostoa {file} ei voi lukea.',
    'file-bad': 'Tiedosto {file} ei ole lokin tiiviste.',
    'digest-none': 'Tiivistettä ei ole. Se tehdään joka yö päivän vaihduttua.',
    'verify-good':
      '{entries, plural, one {# merkintä} other {# merkintää}}, kaikki kunnossa. Verrattu tiivisteitä: {digests}.',
    unsigned:
      'Toimisto {organisation}: {entries, plural, one {# merkintä} other {# merkintää}} ({from}–{to}) on viimeisen allekirjoitetun tiivisteen jälkeen. Niiden poistamista ketjun päineen ei huomattaisi.',
    'not-held':
      'Verrattu vain tietokannassa oleviin tiivisteisiin. Jos nekin on vaihdettu, sen huomaa vain muualla säilytetystä tiivisteestä (--digest).',
    'verify-bad': '{entries, plural, one {# merkintä} other {# merkintää}}, virheitä {faults}:',
    changed: 'Toimisto {organisation}, merkintä {seq}: muutettu',
    removed: 'Toimisto {organisation}, merkintä {seq}: poistettu',
    inserted: 'Toimisto {organisation}, merkintä {seq}: lisätty jälkikäteen',
    head: 'Toimisto {organisation}, merkintä {seq}: ketjun pää ei vastaa viimeistä merkintää',
    rewritten:
      'Toimisto {organisation}, merkintä {seq}: ei vastaa päivän {day} allekirjoitettua tiivistettä, loki on kirjoitettu uudelleen',
    digest: 'Toimisto {organisation}, päivän {day} tiiviste: allekirjoitus ei täsmää',
    'digest-text':
      'Toimisto {organisation}, päivä {day}: merkintä {seq}, tiiviste {hash}\nJulkinen avain {key}\nAllekirjoitus {signature}',
  },
  sv: {
    'verify-usage': 'Användning: audit-verify [--digest FIL …] [--lang fi|sv|en] [--json]',
    'digest-usage':
      'Användning: audit-digest --organisation KOD [--day ÅÅÅÅ-MM-DD] [--lang fi|sv|en] [--json]',
    'option-bad': 'Okänt val: {value}',
    'lang-bad': 'Språket {value} går inte. Ange fi, sv eller en.',
    'organisation-missing': 'Ange kontorets kod med --organisation.',
    'organisation-unknown': 'Kontoret {value} finns inte i den här tjänsten.',
    'day-bad': 'Ange dagen i formen ÅÅÅÅ-MM-DD.',
    'file-unread': 'Filen {file} kan inte läsas.',
    'file-bad': 'Filen {file} är inte ett kontrollvärde för loggen.',
    'digest-none': 'Det finns inget kontrollvärde. Det görs varje natt när dagen har växlat.',
    'verify-good':
      '{entries, plural, one {# anteckning} other {# anteckningar}}, allt i ordning. Jämförda kontrollvärden: {digests}.',
    unsigned:
      'Kontor {organisation}: {entries, plural, one {# anteckning} other {# anteckningar}} ({from}–{to}) finns efter det sista signerade kontrollvärdet. Om de togs bort med kedjans slut skulle det inte märkas.',
    'not-held':
      'Jämfört bara med kontrollvärdena i databasen. Om också de har bytts ut märks det bara med ett kontrollvärde som förvaras på annat håll (--digest).',
    'verify-bad': '{entries, plural, one {# anteckning} other {# anteckningar}}, fel {faults}:',
    changed: 'Kontor {organisation}, anteckning {seq}: ändrad',
    removed: 'Kontor {organisation}, anteckning {seq}: borttagen',
    inserted: 'Kontor {organisation}, anteckning {seq}: tillagd i efterhand',
    head: 'Kontor {organisation}, anteckning {seq}: kedjans slut motsvarar inte den sista anteckningen',
    rewritten:
      'Kontor {organisation}, anteckning {seq}: motsvarar inte det signerade kontrollvärdet för {day}, loggen har skrivits om',
    digest: 'Kontor {organisation}, kontrollvärdet för {day}: signaturen stämmer inte',
    'digest-text':
      'Kontor {organisation}, dag {day}: anteckning {seq}, kontrollvärde {hash}\nOffentlig nyckel {key}\nSignatur {signature}',
  },
  en: {
    'verify-usage': 'Usage: audit-verify [--digest FILE …] [--lang fi|sv|en] [--json]',
    'digest-usage': 'Usage: audit-digest --organisation CODE [--day YYYY-MM-DD] [--lang fi|sv|en] [--json]',
    'option-bad': 'Unknown option: {value}',
    'lang-bad': 'The language {value} will not do. Give fi, sv or en.',
    'organisation-missing': 'Give the code of the office with --organisation.',
    'organisation-unknown': 'The office {value} is not served here.',
    'day-bad': 'Give the day as YYYY-MM-DD.',
    'file-unread': 'The file {file} cannot be read.',
    'file-bad': 'The file {file} is not a digest of the log.',
    'digest-none': 'There is no digest. One is made every night when the day has changed.',
    'verify-good':
      '{entries, plural, one {# entry} other {# entries}}, all in order. Digests compared: {digests}.',
    unsigned:
      'Office {organisation}: {entries, plural, one {# entry} other {# entries}} ({from}–{to}) came after the last signed digest. Taking them away with the end of the chain would go unnoticed.',
    'not-held':
      'Compared only with the digests in the database. Whether those were replaced too is told only by a digest kept elsewhere (--digest).',
    'verify-bad': '{entries, plural, one {# entry} other {# entries}}, faults {faults}:',
    changed: 'Office {organisation}, entry {seq}: changed',
    removed: 'Office {organisation}, entry {seq}: removed',
    inserted: 'Office {organisation}, entry {seq}: put in afterwards',
    head: 'Office {organisation}, entry {seq}: the end of the chain does not match its last entry',
    rewritten:
      'Office {organisation}, entry {seq}: does not match the signed digest of {day}, the log has been written anew',
    digest: 'Office {organisation}, digest of {day}: the signature does not match',
    'digest-text':
      'Office {organisation}, day {day}: entry {seq}, digest {hash}\nPublic key {key}\nSignature {signature}',
  },
})

import { catalogue } from '../catalogue.ts'

/** The commands for the master key, backup and restore. */
export const custody = catalogue({
  fi: {
    megabytes: '{n, number} Mt, {table}',
    'lang-bad': '--lang ei voi olla {value}. Valitse fi, sv tai en.',
    'file-missing': 'Anna yksi tiedosto.',
    jobs: 'ajastetut tehtävät',
    'backup-usage': 'Käyttö: backup TIEDOSTO [--lang fi|sv|en] [--json]',
    'backup-done': 'Varmuuskopio on valmis: {file}, {rows, number} riviä, {kilobytes, number} kt.',
    'backup-key':
      'Sen avaa vain pääavain {key}. Avain ei ole kopiossa: säilytä se erillään. Ilman sitä kopiosta ei saa mitään takaisin.',
    'backup-audit': 'Huomaa: tapahtumalokin ketju ei ole ehjä. Kopio on siitä tarkka. Katso audit-verify.',
    'backup-exists': 'Tiedosto {file} on jo olemassa. Anna toinen nimi.',
    'backup-at-work': 'Varmuuskopiota tehdään jo. Odota, että se valmistuu ({file} jäi tekemättä).',
    'backup-no-space': 'Levy on täynnä. Tiedostoa {file} ei kirjoitettu.',
    'backup-no-folder': 'Tiedostoa {file} ei voi kirjoittaa siihen kansioon. Tarkista kansio ja oikeudet.',
    'backup-lost-connection': 'Yhteys tietokantaan katkesi. Tiedostoa {file} ei tehty. Yritä uudelleen.',
    'restore-usage': 'Käyttö: restore TIEDOSTO [--send] [--lang fi|sv|en] [--json]',
    'restore-done':
      'Palautettu varmuuskopio, joka tehtiin {at}: {rows, number} riviä. Määrät ja tapahtumaloki on tarkistettu.',
    'restore-held':
      'Sähköpostia ei vielä lähetetä. Kopion teon jälkeen moni ilmoitus on voinut jo lähteä. Odottamassa on nyt {n, plural, one {# ilmoitus} other {# ilmoitusta}}: katso ne kohdasta Hallinta, Lähtevät ilmoitukset, peru jo lähteneet ja anna sitten komento release-mail.',
    'restore-sends': 'Sähköpostin lähetys jatkuu heti. Jotkin ilmoitukset voivat lähteä toisen kerran.',
    'restore-not-empty':
      'Paikassa on jo tietoja. Palauta tyhjään: anna toinen DATA_DIR tai tyhjä tietokanta. Mitään ei muutettu.',
    'restore-wrong-key':
      'Varmuuskopion avaa pääavain {what}, eikä sitä ole täällä. Pane se tiedostoon keys/master.key tai muuttujaan MASTER_KEY. Mitään ei kirjoitettu.',
    'restore-newer':
      'Varmuuskopio on tehty uudemmalla ohjelmalla ({what}). Asenna vähintään sama versio. Mitään ei kirjoitettu.',
    'restore-at-work': 'Tähän tietokantaan palautetaan jo.',
    'restore-no-backup': '{file} ei ole varmuuskopio.',
    'restore-broken-off': 'Varmuuskopion {file} loppu puuttuu. Mitään ei kirjoitettu.',
    'restore-changed': 'Varmuuskopio {file} on muuttunut tai siitä puuttuu osa. Mitään ei kirjoitettu.',
    'restore-differs':
      'Palautettu ei vastaa varmuuskopiota ({where}). Palautus peruttiin, eikä tietoja jäänyt.',
    'restore-no-file': 'Tiedostoa {file} ei voi lukea.',
    'restore-lost-connection':
      'Yhteys tietokantaan katkesi. Palautus jäi kesken: anna komento uudelleen, niin se alkaa alusta.',
    'restore-no-space':
      'Levy on täynnä. Palautus jäi kesken: vapauta tilaa ja anna komento uudelleen, niin se alkaa alusta.',
    'release-usage': 'Käyttö: release-mail [--lang fi|sv|en] [--json]',
    'release-done':
      '{n, plural, one {# odottanut ilmoitus lähtee} other {# odottanutta ilmoitusta lähtee}} nyt.',
    'release-none': 'Sähköpostia ei ollut pidätetty.',
    'option-bad': 'Komentoa ei ymmärretty: {message}.',
    'rotate-usage': 'Käyttö: rotate-key [--lang fi|sv|en] [--json]',
    'rotate-progress': '{done} / {total} asian avainta suojattu uudella pääavaimella',
    'rotate-done':
      'Pääavain on vaihdettu: {from} → {to}. Uudella avaimella suojattiin {n, plural, one {# asian avain} other {# asian avainta}}. Sisältöihin ei koskettu.',
    'rotate-resumed': 'Aiemmin kesken jäänyt vaihto vietiin loppuun.',
    'rotate-retired':
      'Aiempi avain on nyt tiedostossa {file}. Ohjelma ei enää lue sitä. Sitä tarvitaan vain ennen vaihtoa tehtyihin varmuuskopioihin: siirrä se niiden avainten joukkoon ja hävitä se, kun viimeinenkin niistä on hävitetty.',
    'rotate-elsewhere':
      'Uusi avain on käytössä. Poista aiempi avain kohdasta MASTER_KEY_PREVIOUS. Sitä tarvitaan enää vain ennen vaihtoa tehtyihin varmuuskopioihin.',
    'rotate-keep': 'Ota uusi pääavain talteen erilleen tietokannan varmuuskopioista.',
    'rotate-at-work': 'Pääavainta vaihdetaan jo toisaalla.',
    'rotate-no-new-key':
      'Uutta pääavainta ei ole annettu. Anna jokaiselle ohjelmalle uusi avain kohdassa MASTER_KEY ja nykyinen kohdassa MASTER_KEY_PREVIOUS (tai tiedostossa tai komennossa uusi avain ensimmäisenä rivinä ja nykyinen toisena), käynnistä ne uudelleen ja anna komento sitten uudelleen.',
    'rotate-not-known':
      '{n, plural, one {# käynnissä oleva ohjelma} other {# käynnissä olevaa ohjelmaa}} ei tunne uutta avainta. Mitään ei muutettu. Anna avain niille ja käynnistä ne uudelleen.',
    'rotate-not-used':
      '{n, plural, one {# käynnissä oleva ohjelma} other {# käynnissä olevaa ohjelmaa}} ei ole ottanut uutta avainta käyttöön. Vaihto on kesken, ja palvelu toimii. Anna komento uudelleen.',
    'rotate-busy':
      'Palvelussa on pitkä tapahtuma, jota vaihto ei voinut odottaa. Vaihto on kesken, ja palvelu toimii. Anna komento uudelleen.',
  },
  sv: {
    megabytes: '{n, number} MB, {table}',
    'lang-bad': '--lang kan inte vara {value}. Välj fi, sv eller en.',
    'file-missing': 'Ange en fil.',
    jobs: 'planerade uppgifter',
    'backup-usage': 'Användning: backup FIL [--lang fi|sv|en] [--json]',
    'backup-done': 'Säkerhetskopian är klar: {file}, {rows, number} rader, {kilobytes, number} kB.',
    'backup-key':
      'Den öppnas bara med huvudnyckeln {key}. Nyckeln finns inte i kopian: förvara den skilt. Utan den får man ingenting tillbaka.',
    'backup-audit': 'Obs: händelseloggens kedja är inte hel. Kopian återger den sådan. Se audit-verify.',
    'backup-exists': 'Filen {file} finns redan. Ange ett annat namn.',
    'backup-at-work': 'En säkerhetskopia görs redan. Vänta tills den är klar ({file} blev ogjord).',
    'backup-no-space': 'Disken är full. Filen {file} skrevs inte.',
    'backup-no-folder': 'Filen {file} kan inte skrivas i den mappen. Kontrollera mappen och rättigheterna.',
    'backup-lost-connection': 'Förbindelsen till databasen bröts. Filen {file} gjordes inte. Försök på nytt.',
    'restore-usage': 'Användning: restore FIL [--send] [--lang fi|sv|en] [--json]',
    'restore-done':
      'Återställde säkerhetskopian från {at}: {rows, number} rader. Antalen och händelseloggen har kontrollerats.',
    'restore-held':
      'E-post skickas inte ännu. Många meddelanden kan redan ha gått i väg efter att kopian gjordes. Nu väntar {n, plural, one {# meddelande} other {# meddelanden}}: gå igenom dem under Administration, Utgående meddelanden, ta tillbaka dem som redan har gått och ge sedan kommandot release-mail.',
    'restore-sends': 'E-posten fortsätter genast. Vissa meddelanden kan gå en andra gång.',
    'restore-not-empty':
      'Här finns redan uppgifter. Återställ till en tom plats: ange en annan DATA_DIR eller en tom databas. Ingenting ändrades.',
    'restore-wrong-key':
      'Säkerhetskopian öppnas med huvudnyckeln {what}, och den finns inte här. Lägg den i filen keys/master.key eller i MASTER_KEY. Ingenting skrevs.',
    'restore-newer':
      'Säkerhetskopian har gjorts med ett nyare program ({what}). Installera minst samma version. Ingenting skrevs.',
    'restore-at-work': 'En återställning till den här databasen pågår redan.',
    'restore-no-backup': '{file} är ingen säkerhetskopia.',
    'restore-broken-off': 'Slutet på säkerhetskopian {file} saknas. Ingenting skrevs.',
    'restore-changed': 'Säkerhetskopian {file} har ändrats eller en del av den saknas. Ingenting skrevs.',
    'restore-differs':
      'Det återställda stämmer inte med säkerhetskopian ({where}). Återställningen togs tillbaka och inga uppgifter blev kvar.',
    'restore-no-file': 'Filen {file} kan inte läsas.',
    'restore-lost-connection':
      'Förbindelsen till databasen bröts. Återställningen blev på hälft: ge kommandot på nytt, så börjar den om.',
    'restore-no-space':
      'Disken är full. Återställningen blev på hälft: frigör utrymme och ge kommandot på nytt, så börjar den om.',
    'release-usage': 'Användning: release-mail [--lang fi|sv|en] [--json]',
    'release-done':
      '{n, plural, one {# meddelande som väntade skickas} other {# meddelanden som väntade skickas}} nu.',
    'release-none': 'E-posten hölls inte tillbaka.',
    'option-bad': 'Kommandot kunde inte tolkas: {message}.',
    'rotate-usage': 'Användning: rotate-key [--lang fi|sv|en] [--json]',
    'rotate-progress': '{done} / {total} ärendenycklar skyddade med den nya huvudnyckeln',
    'rotate-done':
      'Huvudnyckeln har bytts: {from} → {to}. Med den nya nyckeln skyddades {n, plural, one {# ärendenyckel} other {# ärendenycklar}}. Innehållet rördes inte.',
    'rotate-resumed': 'Ett byte som hade avbrutits fördes till slut.',
    'rotate-retired':
      'Den tidigare nyckeln finns nu i filen {file}. Programmet läser den inte längre. Den behövs bara för säkerhetskopior från tiden före bytet: flytta den till deras nycklar och förstör den när den sista av dem har förstörts.',
    'rotate-elsewhere':
      'Den nya nyckeln är i bruk. Ta bort den tidigare nyckeln ur MASTER_KEY_PREVIOUS. Den behövs bara för säkerhetskopior från tiden före bytet.',
    'rotate-keep': 'Förvara den nya huvudnyckeln skilt från databasens säkerhetskopior.',
    'rotate-at-work': 'Huvudnyckeln byts redan på annat håll.',
    'rotate-no-new-key':
      'Ingen ny huvudnyckel har angetts. Ge varje program den nya nyckeln i MASTER_KEY och den nuvarande i MASTER_KEY_PREVIOUS (eller, i filen eller kommandot, den nya nyckeln på första raden och den nuvarande på den andra), starta om dem och ge sedan kommandot på nytt.',
    'rotate-not-known':
      '{n, plural, one {# program som är i gång} other {# program som är i gång}} känner inte till den nya nyckeln. Ingenting ändrades. Ge dem nyckeln och starta om dem.',
    'rotate-not-used':
      '{n, plural, one {# program som är i gång} other {# program som är i gång}} har inte tagit den nya nyckeln i bruk. Bytet är på hälft och tjänsten fungerar. Ge kommandot på nytt.',
    'rotate-busy':
      'I tjänsten pågår en lång transaktion som bytet inte kunde vänta på. Bytet är på hälft och tjänsten fungerar. Ge kommandot på nytt.',
  },
  en: {
    megabytes: '{n, number} MB, {table}',
    'lang-bad': '--lang cannot be {value}. Choose fi, sv or en.',
    'file-missing': 'Give one file.',
    jobs: 'planned jobs',
    'backup-usage': 'Usage: backup FILE [--lang fi|sv|en] [--json]',
    'backup-done': 'The backup is ready: {file}, {rows, number} rows, {kilobytes, number} kB.',
    'backup-key':
      'Only the master key {key} opens it. The key is not in the backup: keep it apart. Without it nothing comes back.',
    'backup-audit':
      'Note: the chain of the audit log is broken. The backup holds it as it is. See audit-verify.',
    'backup-exists': 'The file {file} exists already. Give another name.',
    'backup-at-work': 'A backup is being made already. Wait until it is done ({file} was not made).',
    'backup-no-space': 'The disk is full. The file {file} was not written.',
    'backup-no-folder':
      'The file {file} cannot be written in that folder. Check the folder and its permissions.',
    'backup-lost-connection':
      'The connection to the database was lost. The file {file} was not made. Try again.',
    'restore-usage': 'Usage: restore FILE [--send] [--lang fi|sv|en] [--json]',
    'restore-done':
      'Restored the backup made at {at}: {rows, number} rows. The counts and the audit log have been checked.',
    'restore-held':
      'Mail does not leave yet. After the backup was made many a notice may have left already. Now {n, plural, one {# notice waits} other {# notices wait}}: look through them at Admin, Outgoing notices, call off those that have left, and then give the command release-mail.',
    'restore-sends': 'Mail goes on at once. Some notices may go out a second time.',
    'restore-not-empty':
      'There are data here already. Restore to an empty place: give another DATA_DIR or an empty database. Nothing was changed.',
    'restore-wrong-key':
      'The backup opens with the master key {what}, which is not here. Put it into keys/master.key or MASTER_KEY. Nothing was written.',
    'restore-newer':
      'The backup was made by a newer program ({what}). Install at least the same version. Nothing was written.',
    'restore-at-work': 'A restore into this database is at work already.',
    'restore-no-backup': '{file} is not a backup.',
    'restore-broken-off': 'The end of the backup {file} is missing. Nothing was written.',
    'restore-changed': 'The backup {file} was changed or a part of it is missing. Nothing was written.',
    'restore-differs':
      'What was restored is not what was backed up ({where}). The restore was taken back and no data stayed.',
    'restore-no-file': 'The file {file} cannot be read.',
    'restore-lost-connection':
      'The connection to the database was lost. The restore is unfinished: give the command again and it begins anew.',
    'restore-no-space':
      'The disk is full. The restore is unfinished: free some space, give the command again and it begins anew.',
    'release-usage': 'Usage: release-mail [--lang fi|sv|en] [--json]',
    'release-done': '{n, plural, one {# notice that waited goes} other {# notices that waited go}} out now.',
    'release-none': 'Mail was not being held.',
    'option-bad': 'The command was not understood: {message}.',
    'rotate-usage': 'Usage: rotate-key [--lang fi|sv|en] [--json]',
    'rotate-progress': '{done} / {total} case keys wrapped by the new master key',
    'rotate-done':
      'The master key has been changed: {from} → {to}. The new key wrapped {n, plural, one {# case key} other {# case keys}}. No content was touched.',
    'rotate-resumed': 'A change that had been broken off was finished.',
    'rotate-retired':
      'The earlier key is now in {file}. The program no longer reads it. Only backups made before the change need it: move it to their keys, and destroy it when the last of them has been destroyed.',
    'rotate-elsewhere':
      'The new key is in use. Take the earlier one out of MASTER_KEY_PREVIOUS. Only backups made before the change need it.',
    'rotate-keep': "Keep the new master key apart from the database's backups.",
    'rotate-at-work': 'The master key is being changed elsewhere already.',
    'rotate-no-new-key':
      'No new master key has been given. Give every program the new key in MASTER_KEY and the present one in MASTER_KEY_PREVIOUS (or, in the file or the command, the new key as the first line and the present one as the second), start them again, and then give this command again.',
    'rotate-not-known':
      '{n, plural, one {# running program does} other {# running programs do}} not know the new key. Nothing was changed. Give them the key and start them again.',
    'rotate-not-used':
      '{n, plural, one {# running program has} other {# running programs have}} not taken the new key into use. The change is half way and the service works. Give the command again.',
    'rotate-busy':
      'A long transaction is at work that the change could not wait for. The change is half way and the service works. Give the command again.',
  },
})

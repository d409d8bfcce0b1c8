import { catalogue } from '../catalogue.ts'

/** The commands for the master key, backup and restore. */
export const custody = catalogue({
  fi: {
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

import type { Lang } from '../../language/lang.ts'
import type { SectionKey } from '../../reports/section-keys.ts'

/** What the invented ombudsmen write in their yearly report. No figures: those come from the tables. */
export const REPORT_SECTIONS: Record<Lang, Record<SectionKey, string>> = {
  fi: {
    'followed-up':
      'Edellisessä selvityksessä suosittelimme kolmea asiaa. Maksupäätöksiin on lisätty laskelma, kuten esitimme. Ruotsinkielisen kotihoidon varahenkilöjärjestelmää valmistellaan saaristossa, mutta se ei ole vielä käytössä. Muistutusten vastausaikoja ei edelleenkään seurata yksiköittäin.',
    opening:
      'Vuosi oli meille tavallinen siinä mielessä, että suurin osa yhteydenotoista koski arkisia asioita: päätöstä, jota ei ymmärretä, käyntiä, joka ei tule, tai puhelua, johon ei vastata. Ihmiset eivät yleensä vaadi paljon. He haluavat tietää, mitä tapahtuu ja milloin.\n\nYhteydenotto sosiaaliasiavastaavaan kertoo tilanteesta, jossa jokin on jo mennyt pieleen. Siksi kuva, jonka annamme, on aina palveluita synkempi.',
    observations:
      '### Kotihoidon käynnit Salossa\n\nLoppuvuonna omaiset alkoivat kertoa meille käynneistä, jotka myöhästyvät tai jäävät tekemättä. Aluksi yhteydenottoja oli muutama, sitten joka viikko uusi. Kyse ei ole yksittäisistä hoitajista vaan siitä, että myönnetty palvelu ja käytettävissä oleva väki eivät kohtaa.\n\n### Kelan ja hyvinvointialueen väliin jääminen\n\nKun hakemus on kesken yhdessä paikassa, toinen ei tee päätöstä. Asiakas kulkee luukulta luukulle, ja vuokra erääntyy sillä aikaa.\n\n### Päätösten perustelut\n\nVammaispalvelujen kielteisissä päätöksissä toistuvat samat lauseet riippumatta siitä, mitä hakija on kirjoittanut.',
    recommendations:
      '1. Kotihoidon toteutuneet käynnit verrataan myönnettyihin kuukausittain ja kunnittain, ja tulos viedään lautakunnalle.\n2. Kelan ja aikuissosiaalityön välille nimetään yhteyshenkilöt, jotka saavat toisensa kiinni saman päivän aikana.\n3. Kielteisen päätöksen perusteluista pitää näkyä, mitä hakija esitti ja miksi se ei riittänyt.\n4. Jokainen yksikkö seuraa, kuinka monessa päivässä muistutuksiin vastataan.',
    closing:
      'Kiitämme kaikkia, jotka ottivat yhteyttä. Moni sanoi tekevänsä sen, jotta seuraavalla olisi helpompaa. Kiitos myös niille yksiköille, joissa puhelimeen vastataan ja joissa virhe myönnetään suoraan.',
  },
  sv: {
    'followed-up':
      'I förra årets utredning rekommenderade vi tre saker. Avgiftsbesluten innehåller nu en uträkning, så som vi föreslog. Ett vikariesystem för den svenskspråkiga hemvården förbereds i skärgården men är inte i bruk än. Svarstiderna för anmärkningar följs fortfarande inte upp enhet för enhet.',
    opening:
      'Året var vanligt i den meningen att de flesta kontakter gällde vardagliga saker: ett beslut som är svårt att förstå, ett besök som uteblir, ett samtal som ingen svarar på. Människor kräver sällan mycket. De vill veta vad som händer och när.\n\nDen som kontaktar socialombudet gör det när något redan har gått fel. Därför är bilden vi ger alltid mörkare än servicen i stort.',
    observations:
      '### Hemvårdens besök i Salo\n\nMot slutet av året började anhöriga berätta om besök som blev sena eller uteblev. Först var det några få kontakter, sedan en ny varje vecka. Det handlar inte om enskilda vårdare utan om att den beviljade servicen och den tillgängliga personalen inte möts.\n\n### Mellan FPA och välfärdsområdet\n\nNär en ansökan är under behandling på ett ställe fattar det andra inget beslut. Klienten går från lucka till lucka, och under tiden förfaller hyran.\n\n### Service på svenska\n\nI skärgården berättar klienter att de inte får hemvård på svenska trots att det står i planen.',
    recommendations:
      '1. Hemvårdens utförda besök jämförs med de beviljade varje månad och kommun för kommun, och resultatet förs till nämnden.\n2. FPA och socialarbetet för vuxna utser kontaktpersoner som når varandra samma dag.\n3. Av motiveringen till ett avslag ska det framgå vad den sökande anförde och varför det inte räckte.\n4. Varje enhet följer upp hur snabbt anmärkningar besvaras.',
    closing:
      'Vi tackar alla som tog kontakt. Många sade att de gjorde det för att nästa person ska ha det lättare. Tack också till de enheter där någon svarar i telefonen och där ett fel erkänns rakt ut.',
  },
  en: {
    'followed-up':
      'In the last report we made three recommendations. Fee decisions now show how the fee was worked out, as we proposed. A relief system for home care in Swedish is being prepared in the archipelago but is not in use yet. How quickly objections are answered is still not followed unit by unit.',
    opening:
      'The year was an ordinary one in that most contacts were about everyday things: a decision that is hard to understand, a visit that does not come, a call that nobody answers. People seldom ask for much. They want to know what will happen, and when.\n\nPeople contact an ombudsman when something has already gone wrong. The picture we give is therefore always darker than the services as a whole.',
    observations:
      '### Home care visits in Salo\n\nTowards the end of the year relatives began to tell us of visits that came late or not at all. At first there were a few contacts, then a new one every week. This is not about single carers: the service that was granted and the staff there is do not match.\n\n### Between Kela and the county\n\nWhile an application is open in one place, the other makes no decision. The client goes from counter to counter, and meanwhile the rent falls due.',
    recommendations:
      '1. Home care visits made are compared with visits granted, every month and in every municipality, and the board is told.\n2. Kela and adult social work name contact persons who reach each other on the same day.\n3. The reasons for a refusal show what the applicant said and why it was not enough.\n4. Every unit follows how quickly objections are answered.',
    closing:
      'We thank everybody who got in touch. Many said they did so to make it easier for the next person.',
  },
}

import { catalogue } from '../catalogue.ts'

/** E-identification of clients, beside number and code. */
export const identityTexts = catalogue({
  fi: {
    'or-title': 'Tai tunnistaudu',
    'or-text':
      'Voit avata asiasi myös tunnistautumalla, jos olet aiemmin liittänyt tunnistautumisen asiaasi.',
    'or-go': 'Tunnistaudu ja avaa asiasi',
    'case-link': 'Avaa tämä asia jatkossa tunnistautumalla',
    title: 'Asian avaaminen tunnistautumalla',
    lead: 'Voit liittää tunnistautumisen tähän asiaan. Sen jälkeen pääset asiaasi myös ilman asianumeroa ja seurantakoodia. Ne toimivat edelleen.',
    kept: 'Emme tallenna nimeäsi emmekä henkilötunnustasi tunnistautumisesta. Säilytämme vain tunnisteen, josta asiasi löytyy, kun tunnistaudut uudelleen.',
    link: 'Liitä tunnistautuminen tähän asiaan',
    'link-more': 'Liitä toinenkin tunnistautuminen',
    linked:
      '{n, plural, one {Tähän asiaan on liitetty tunnistautuminen.} other {Tähän asiaan on liitetty # tunnistautumista.}} Jos et ole itse tehnyt sitä, poista se ja soita toimistoon.',
    unlink: 'Poista tunnistautuminen',
    'unlink-text': 'Kun poistat tunnistautumisen, asia aukeaa vain asianumerolla ja seurantakoodilla.',
    'done-linked': 'Tunnistautuminen on liitetty asiaan.',
    'done-unlinked': 'Tunnistautuminen on poistettu asiasta.',
    'none-title': 'Emme löytäneet asiaa, joka olisi liitetty tunnistautumiseesi',
    'none-text':
      'Avaa asiasi ensin asianumerolla ja seurantakoodilla. Asian sivulla voit liittää siihen tunnistautumisen.',
    'none-lost': 'Jos koodi on hukassa, soita toimistoon.',
    'none-go': 'Avaa numerolla ja koodilla',
    'choose-title': 'Valitse asia',
    'choose-lead': 'Tunnistautumiseesi on liitetty useita asioita.',
    'choose-sent': 'Lähetetty {date}',
    'choose-open': 'Avaa {number}',
    'failed-title': 'Tunnistautuminen ei onnistunut',
    'failed-ended':
      'Tunnistautuminen keskeytyi, kesti liian kauan tai alkoi toisessa selaimessa. Voit aloittaa alusta.',
    'failed-away':
      'Tunnistautuminen ei juuri nyt onnistu. Yritä hetken kuluttua uudelleen, tai avaa asiasi asianumerolla ja seurantakoodilla.',
    'failed-case':
      'Asian näkymä sulkeutui sillä välin, joten tunnistautumista ei liitetty. Avaa asia uudelleen ja yritä sitten.',
    'failed-choice': 'Tätä asiaa ei voi avata tällä tunnistautumisella. Tunnistaudu uudelleen.',
    'failed-many': 'Tunnistautumista on yritetty liian monta kertaa. Yritä vartin kuluttua uudelleen.',
  },
  sv: {
    'or-title': 'Eller identifiera dig',
    'or-text':
      'Du kan också öppna ditt ärende genom att identifiera dig, om du tidigare har kopplat identifieringen till ditt ärende.',
    'or-go': 'Identifiera dig och öppna ditt ärende',
    'case-link': 'Öppna ärendet i fortsättningen genom att identifiera dig',
    title: 'Öppna ärendet genom att identifiera dig',
    lead: 'Du kan koppla identifieringen till det här ärendet. Sedan kommer du till ärendet också utan ärendenummer och uppföljningskod. De fungerar fortfarande.',
    kept: 'Vi sparar varken ditt namn eller din personbeteckning från identifieringen. Vi sparar bara en uppgift som gör att vi hittar ditt ärende när du identifierar dig på nytt.',
    link: 'Koppla identifieringen till det här ärendet',
    'link-more': 'Koppla ännu en identifiering',
    linked:
      '{n, plural, one {En identifiering är kopplad till ärendet.} other {# identifieringar är kopplade till ärendet.}} Om du inte har gjort det själv, ta bort den och ring oss.',
    unlink: 'Ta bort identifieringen',
    'unlink-text':
      'När du tar bort identifieringen öppnas ärendet bara med ärendenummer och uppföljningskod.',
    'done-linked': 'Identifieringen är kopplad till ärendet.',
    'done-unlinked': 'Identifieringen är borttagen från ärendet.',
    'none-title': 'Vi hittade inget ärende som är kopplat till din identifiering',
    'none-text':
      'Öppna först ditt ärende med ärendenummer och uppföljningskod. På ärendets sida kan du koppla identifieringen till ärendet.',
    'none-lost': 'Om du har tappat bort koden, ring oss.',
    'none-go': 'Öppna med nummer och kod',
    'choose-title': 'Välj ärende',
    'choose-lead': 'Flera ärenden är kopplade till din identifiering.',
    'choose-sent': 'Skickat {date}',
    'choose-open': 'Öppna {number}',
    'failed-title': 'Identifieringen lyckades inte',
    'failed-ended':
      'Identifieringen avbröts, tog för lång tid eller började i en annan webbläsare. Du kan börja om.',
    'failed-away':
      'Det går inte att identifiera sig just nu. Försök igen om en stund, eller öppna ditt ärende med ärendenummer och uppföljningskod.',
    'failed-case':
      'Ärendet stängdes under tiden, så identifieringen kopplades inte. Öppna ärendet på nytt och försök sedan.',
    'failed-choice': 'Det här ärendet kan inte öppnas med den här identifieringen. Identifiera dig på nytt.',
    'failed-many': 'Du har försökt identifiera dig för många gånger. Försök igen om en kvart.',
  },
  en: {
    'or-title': 'Or identify yourself',
    'or-text':
      'You can also open your case by identifying yourself, if you have linked your identification to it before.',
    'or-go': 'Identify yourself and open your case',
    'case-link': 'Open this case by identifying yourself in future',
    title: 'Opening the case by identifying yourself',
    lead: 'You can link your identification to this case. After that you can also get to it without the case number and the follow-up code. They keep working.',
    kept: 'We keep neither your name nor your personal identity code from the identification. We only keep a mark by which your case is found when you identify yourself again.',
    link: 'Link identification to this case',
    'link-more': 'Link another identification',
    linked:
      '{n, plural, one {An identification is linked to this case.} other {# identifications are linked to this case.}} If you did not do this yourself, remove it and call the office.',
    unlink: 'Remove the identification',
    'unlink-text':
      'When you remove the identification, the case can be opened only with the case number and the follow-up code.',
    'done-linked': 'The identification is linked to the case.',
    'done-unlinked': 'The identification has been removed from the case.',
    'none-title': 'We found no case linked to your identification',
    'none-text':
      'First open your case with the case number and the follow-up code. On the page of the case you can link your identification to it.',
    'none-lost': 'If you have lost the code, call the office.',
    'none-go': 'Open with number and code',
    'choose-title': 'Choose a case',
    'choose-lead': 'Several cases are linked to your identification.',
    'choose-sent': 'Sent {date}',
    'choose-open': 'Open {number}',
    'failed-title': 'The identification did not work',
    'failed-ended':
      'The identification was interrupted, took too long or began in another browser. You can start again.',
    'failed-away':
      'Identification does not work right now. Try again in a moment, or open your case with the case number and the follow-up code.',
    'failed-case':
      'The case was closed in the meantime, so the identification was not linked. Open the case again and then try.',
    'failed-choice': 'This case cannot be opened with this identification. Identify yourself again.',
    'failed-many': 'Identification has been tried too many times. Try again in a quarter of an hour.',
  },
})

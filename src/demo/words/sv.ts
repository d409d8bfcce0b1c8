import type { OfficeNotes, Words } from './words.ts'

export const SWEDISH_WORDS: Words = {
  answer: {
    delay:
      'Hej, och tack för att du berättade. En service som det finns beslut om ska ordnas utan obefogat dröjsmål och senast inom tre månader från att ärendet blev anhängigt (45 § i socialvårdslagen). Att det är kö ändrar inte på det. Du kan göra en anmärkning till den som ansvarar för enheten, och jag hjälper gärna till att skriva den. Om läget hemma blir sämre innan dess ska du ringa hemvården genast och inte vänta på mig.',
    decision:
      'Hej, och tack för ditt meddelande. Du kan begära omprövning inom 30 dagar från det att du fick del av beslutet. Den tiden kan inte förlängas, så vi börjar där. Skriv vilken del av beslutet du är missnöjd med, varför, och vad du vill ha i stället. Bifoga utlåtanden som stöder din sak. Jag kan inte ändra beslutet, men jag läser gärna din text innan du skickar den.',
    income:
      'Hej. Det viktigaste först: om du saknar pengar till mat eller mediciner i dag ska du ringa socialjouren för vuxna och be om förebyggande utkomststöd. En brådskande ansökan ska behandlas samma eller följande vardag. En vanlig ansökan ska behandlas inom sju vardagar från att ansökan eller de begärda uppgifterna kom in. Nedan ser du vad du bör kontrollera i beslutet innan du begär omprövning.',
    treatment:
      'Hej, och tack för förtroendet. Du har rätt till ett gott bemötande, och du kan göra en anmärkning. Den riktas till enhetens ansvariga person, som ska ge ett motiverat svar inom skälig tid, vanligen ungefär en månad. Skriv vad som hände, när och vilka som var på plats, och vad du önskar. Om du vill gör vi det tillsammans per telefon.',
    child:
      'Hej. Jag förstår att du är orolig. Ett barn har rätt att bli hört enligt sin ålder, och tolk ska ordnas av myndigheten, inte av barnet. Be om mötesanteckningarna skriftligt och skriv upp när du bad om dem. Jag ringer dig i morgon så går vi igenom om du vill göra en anmärkning.',
    housing:
      'Hej, och tack för ditt meddelande. Boendet ska ge din närstående vård efter behov, oavsett om huset är välfärdsområdets eget eller köpt. Prata först med enhetens chef och be att saken antecknas. Hjälper det inte gör vi en anmärkning. Ring mig genast om något i vården är farligt.',
    fees: 'Hej. För en klientavgift ska du få ett beslut som visar hur den har räknats ut. Be om uträkningen skriftligt och jämför den med inkomster och medicinkostnader. Avgiften ska sänkas eller slopas om den äventyrar din utkomst. Sänkning söks hos klientavgiftsenheten, och du kan be att förfallodagen flyttas så länge.',
    information:
      'Hej, och tack för din fråga. Du har rätt att använda svenska hos välfärdsområdet, också i hemvården. Nedan har jag samlat vem saken hör till, vad du bör be om skriftligt och inom vilken tid du ska få svar. Om du blir skickad vidare, fråga alltid vem som tar emot ärendet och be om ett namn.',
  },
  draft: {
    treatment:
      'Utkast till anmärkning:\n\nBemötandet var inte sakligt. Ingen förklarade på svenska vad som skulle göras, och när min närstående blev rädd kallades hon besvärlig.\n\nJag ber er berätta hur ni ordnar service på svenska och vad ni gör för att det inte ska hända igen.\n\nLäs i lugn och ro och ändra allt som du själv skulle säga på annat sätt. Anmärkningen är din.',
    delay:
      'Utkast till anmärkning:\n\nDet finns beslut om tre besök per dag, men middagsbesöket har uteblivit så gott som varje veckoslut. Datumen finns i bilagan.\n\nJag ber er berätta vad det beror på, när besöken görs som avtalat och vem jag ringer när ingen kommer.\n\nKontrollera datumen och fyll på om något saknas.',
  },
  askClient: [
    'Tack för att du tog kontakt. Kan du skicka en bild av beslutet eller berätta när det kom? Då ser jag hur mycket tid vi har.',
    'Hej. För att kunna ge rätt råd behöver jag veta två saker: finns det ett skriftligt beslut, och har du redan talat med enhetens chef?',
  ],
  toClient: [
    'Hej. Jag ringde enheten och frågade på ett allmänt plan, utan att nämna ditt namn. De bekräftade att ansökan är under behandling. Be om en uppskattad behandlingstid skriftligt, det har du rätt till.',
  ],
  fromClient: [
    'Tack, det här var till hjälp. Jag fick en tid på torsdag. Jag frågar er igen om jag inte förstår vad de säger.',
    'Jag hittade beslutet. Det är daterat den tredje, men brevet kom en vecka senare. Har det någon betydelse?',
  ],
  afterEnd: [
    'Hej igen. Jag trodde att det var klart, men i går kom ett nytt brev. Kan ni se på det här en gång till?',
  ],
  plan: [
    'Så här gör vi:\n\n1. Skriv en begäran om omprövning. En mall finns som bilaga, och tre meningar räcker.\n2. Skicka den till adressen i beslutet så att den är framme den sista dagen före tjänstetidens slut.\n3. Spara kvittot eller en kopia av det du skickade.\n\nBerätta för mig när du har skickat den. Om tiden håller på att ta slut, skicka en kort begäran och komplettera senare.',
  ],
  changes: [
    'Annars bra, men jag vill inte att grannen nämns. Och besöket var på tisdagen, inte på måndagen.',
  ],
  agreed: [
    'Det här kom vi överens om: enheten ser till att det finns en vikarie som du känner, och du får besked före klockan åtta om någon är sjuk. Vi återkommer om en månad. Berätta genast om det inte håller.',
  ],
  handOver: [
    'Ditt ärende hör till en annan myndighet. Jag ringde dit med ditt samtycke och fick tag på en person som väntar på ditt samtal i morgon klockan nio. Säg ditt ärendenummer, så behöver du inte börja från början. Kom tillbaka till mig om de inte svarar.',
  ],
  close: [
    'Tack för samarbetet. Jag avslutar ärendet nu eftersom vi fick det utrett. Skriv i den här tråden om det kommer något mer, så öppnar jag det igen.',
  ],
  nextRemedy: [
    'Svaret på anmärkningen är inte bindande och går inte att överklaga, men du har fler möjligheter. Nästa steg är en klagan till Tillstånds- och tillsynsverket. Vi går igenom det per telefon.',
  ],
  toComplaint: [
    'Svaret dröjer redan klart längre än vad som anses skäligt. Du kan klaga hos Tillstånds- och tillsynsverket. Det kostar inget, och svaret på anmärkningen ska komma ändå. Jag har skrivit upp vad du bör berätta.',
  ],
  feedback: [
    'Jag fick svar på mitt eget språk, och det betydde mycket.',
    'Svaret kom snabbt och gick att förstå.',
  ],
}

export const SWEDISH_NOTES: OfficeNotes = {
  call: [
    'Talade i en halvtimme. Klienten är trött men vill sköta saken själv. Gick igenom alternativen och lovade skicka anvisningarna.',
    'Fick tag på klienten genast. Läget är allvarligt men ingen nöd just nu. Ny kontakt i morgon.',
  ],
  askAuthority: ['Ringde enhetens chef och frågade var ärendet står. Lovade ta reda på det och återkomma.'],
  assess: ['Gick igenom svaret punkt för punkt per telefon. Huvudfrågan är obesvarad, säger klienten.'],
  request: ['Skickade begäran till enhetens chef. Bara det som samtycket täcker.'],
  unitReplied: ['Enheten är beredd att träffas. Chefen lät beklagande.'],
  talk: [
    'På plats var klienten, servicechefen och jag. Stel början, men mot slutet talade alla om samma sak.',
  ],
  colleague: [
    'Ska vi se på det här tillsammans på fredag? Det är tredje kontakten om samma boende den här månaden.',
    'Klienten vill bli uppringd på förmiddagen.',
    'Språkfrågan återkommer i skärgården. Vi tar upp den i årsutredningen.',
  ],
}

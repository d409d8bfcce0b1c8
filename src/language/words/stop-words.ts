/**
 * Words that say nothing of what a text is about: function words of Finnish and Swedish. One that means something in the
 * other language is left out of the list (Swedish "en" is a Finnish "I do not", both say nothing; Swedish "vi" stays too).
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'ja ei en et emme ette eivät on oli olen olet olemme olette ovat olin olisi ole ollut olleet ollaan',
    'se sen sitä siitä siinä siihen sillä sille siltä sinä sinun sinut sinua sinulla sinulle ne niiden niitä niistä niissä niihin',
    'minä minun minut minua minulla minulle minulta hän hänen hänet häntä hänellä hänelle häneltä me meidän meidät meitä meillä meille',
    'te teidän teidät teitä teillä teille he heidän heidät heitä heillä heille tämä tämän tätä tästä tässä tähän tällä tuo tuon tuota',
    'joka jonka jota josta jossa johon jolla jolle jotka joiden joita mikä mitä mistä missä mihin kuka kun kuin niin että jos vai tai',
    'mutta vaan sekä eli myös vielä jo nyt sitten siis koska vaikka kuitenkin ihan aivan vain kanssa',
    'och att det den de dem detta denna dessa som en ett är var varit vara har hade ha av för med på till från inte icke om när så',
    'jag mig min mitt mina du dig din ditt dina han honom hans hon henne hennes vi oss vår vårt våra ni er ert era man sig sin sitt sina',
    'men eller också då nu här där än ju bara mycket blev blir kan ska skulle vilka vilket vilken vad hur',
  ]
    .join(' ')
    .split(' '),
)

import fc from 'fast-check'
import snowball from 'snowball-stemmers'
import { describe, expect, it } from 'vitest'
import { saysSomething, stemsOf, wordsOf } from '../../src/language/words/stems.ts'
import { plainWord, tokens } from '../../src/language/words/tokens.ts'

const same = (a: string, b: string): boolean => {
  const stems = new Set(stemsOf(a))
  return stemsOf(b).some((stem) => stems.has(stem))
}

/** Words of every day in this office, in the forms people write them. The first is what is searched for. */
const FAMILIES = [
  'päätös päätöksen päätöstä päätökset päätöksiä päätöksestä',
  'hakemus hakemuksen hakemukset hakemusta hakemuksesta',
  'tuki tuen tukea tukia',
  'toimeentulotuki toimeentulotuen toimeentulotukea toimeentulotuesta',
  'oikeus oikeuden oikeutta oikeuksia',
  'lapsi lapsen lasta lapset lapsia lapsille',
  'asunto asunnon asuntoa asunnot',
  'kotihoito kotihoidon kotihoitoa',
  'perhe perheen perheet perhettä perheessä',
  'vanhempi vanhemman vanhemmat',
  'vuokra vuokran vuokraa vuokrat',
  'velka velan velkaa velat',
  'hoitaja hoitajan hoitajat hoitajaa',
  'kuljetuspalvelu kuljetuspalvelun kuljetuspalvelua kuljetuspalveluita',
  'äiti äidin äitiä',
  'koti kodin kotia kotiin',
  'työttömyys työttömyyden työttömyyttä',
  'maksu maksun maksut maksua',
  'valitus valituksen valitusta valituksia',
  'lastensuojelu lastensuojelun lastensuojelua',
  'lauta laudan lautaa laudasta',
  'beslut beslutet besluten',
  'klient klienten klienter klientens',
  'färdtjänst färdtjänsten färdtjänster',
  'barn barnet barnen barnens',
  'räkning räkningen räkningar',
  'hemvård hemvården',
  'hyra hyran hyror',
]

describe('stems', () => {
  it.each(FAMILIES)('join the forms of a word: %s', (family) => {
    const [first, ...forms] = family.split(' ')
    for (const form of forms) expect(same(first!, form), form).toBe(true)
  })

  it('keep words apart that are not the same', () => {
    const firsts = FAMILIES.map((family) => family.split(' ')[0]!)
    for (const [i, a] of firsts.entries())
      for (const b of firsts.slice(i + 1)) expect(same(a, b), `${a} ${b}`).toBe(false)
  })

  it('join whatever Snowball joins, in Finnish and in Swedish', () => {
    const letters = fc.constantFrom(...'aeiouyäökptsnlrmvhjd')
    const word = fc.array(letters, { minLength: 3, maxLength: 14 }).map((list) => list.join(''))
    const endings = fc.constantFrom(
      '',
      'n',
      'a',
      'ssa',
      'sta',
      'lla',
      'en',
      'et',
      'er',
      'arna',
      's',
      't',
      'in',
    )
    const stemmers = [snowball.newStemmer('finnish'), snowball.newStemmer('swedish')]
    fc.assert(
      fc.property(word, endings, endings, (root, one, other) => {
        const [a, b] = [root + one, root + other]
        for (const stemmer of stemmers) if (stemmer.stem(a) === stemmer.stem(b)) expect(same(a, b)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the words of a text', () => {
  it('are what people mean by words', () => {
    expect(wordsOf('Kela:n PÄÄTÖS perhe-eläkkeestä (12.5.2026), EU:ssa!')).toEqual([
      'kela',
      'päätös',
      'perhe',
      'eläkkeestä',
      '12',
      '5',
      '2026',
      'eu',
      'perheeläkkeestä',
    ])
    expect(wordsOf('että ja on, och det är till')).toEqual([])
    expect(wordsOf('Åsa Öhman bor i Ähtäri')).toEqual(['åsa', 'öhman', 'bor', 'ähtäri'])
  })

  it('are the same however their signs are put together and whatever unseen is between', () => {
    const hidden = fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u202e', '\ufeff')
    const word = fc.constantFrom('päätös', 'äiti', 'öljy', 'håll', 'ﬁrma', 'kotihoito')
    fc.assert(
      fc.property(
        word,
        fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
        hidden,
        fc.nat(5),
        (text, form, sign, at) => {
          const written = text.normalize(form)
          const mixed = `${written.slice(0, at)}${sign}${written.slice(at)}`
          expect(wordsOf(mixed.toUpperCase())).toEqual(wordsOf(text))
        },
      ),
    )
  })

  it('are found in any text without an error, at places that are in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { word, from, to } of tokens(text)) {
          expect(word).toBe(plainWord(word))
          expect(to).toBeGreaterThan(from)
          expect(stemsOf(word).every((stem) => stem.length > 0)).toBe(true)
        }
        for (const word of wordsOf(text)) expect(saysSomething(word)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

import snowball from 'snowball-stemmers'
import { STOP_WORDS } from './stop-words.ts'
import { joinedCompounds, tokens } from './tokens.ts'

const finnish = snowball.newStemmer('finnish')
const swedish = snowball.newStemmer('swedish')

/**
 * Endings that Snowball's Finnish leaves apart, of the words this office writes every day: päätös : päätöksen : päätöstä,
 * oikeus : oikeuden, tuki : tuen, hoito : hoidon, lapsi : lasta. Applied to the whole word; the first that fits counts.
 */
const ROOTS: readonly [RegExp, string][] = [
  [
    /tu(?:ki|en|kea|essa|esta|kena|eksi|elle|ella|elta|keen|kien|kia|issa|ista|kiin|ille|illa|ilta|et)(?:ni|si|mme|nne|nsa)?$/u,
    'tuki',
  ],
  [
    /(^|[^aeiouyäö])la(?:psi|psen|sta|psena|psessa|psesta|pseen|psella|pselle|pselta|pset|psien|psia|psille|psilla|psilta|sten)(?:ni|si|mme|nne|nsa)?$/u,
    '$1lapsi',
  ],
  [
    /([uyoöi])(?:ks(?:en|essa|essä|esta|estä|een|ella|ellä|elle|elta|eltä|et|ien|ia|iä|issa|issä|ista|istä|iin|illa|illä|ille|ilta|iltä|eksi|ena|enä)|st[aä])(?:ni|si|mme|nne|ns[aä])?$/u,
    '$1s',
  ],
  [
    /([uy])(?:d(?:en|essa|essä|esta|estä|ella|ellä|elle|elta|eltä|et|eksi)|tt[aä]|teen|ten[aä])(?:ni|si|mme|nne|ns[aä])?$/u,
    '$1s',
  ],
]
/** Strong and weak grade of the last consonants, so that asunto and asunnon, velka and velan have one stem. */
const GRADES: readonly [RegExp, string][] = [
  [/(?:nt|nn)$/u, 'n'],
  [/(?:mp|mm)$/u, 'm'],
  [/(?:lt|ll|lk)$/u, 'l'],
  [/(?:rt|rr|rk)$/u, 'r'],
  [/ht$/u, 'hd'],
  [/nk$/u, 'ng'],
  [/kk$/u, 'k'],
  [/(?:pp|p)$/u, 'v'],
  [/(?:tt|t)$/u, 'd'],
]

/** The Finnish root beyond Snowball: a word's own ending by the list, else its stem without vowels at the end and in the weak grade. */
function finnishRoot(word: string, stem: string): string {
  for (const [ending, root] of ROOTS) if (ending.test(word)) return word.replace(ending, root)
  return weakGrade(stem)
}

/** Without vowels at the end and in the weak grade; as it is when too little would be left. */
function weakGrade(stem: string): string {
  const bare = stem.replace(/[aeiouyäö]+$/u, '')
  if (bare.length < 3) return stem
  for (const [grade, weak] of GRADES) if (grade.test(bare)) return bare.replace(grade, weak)
  return bare
}

/**
 * What a word is indexed and searched by. Its language is not known, so it has a Finnish and a Swedish stem (Snowball),
 * and a Finnish root; two words are taken as the same when they share one of these.
 */
export function stemsOf(word: string): string[] {
  if (/\p{N}/u.test(word)) return [word]
  const stem = finnish.stem(word)
  // Snowball takes the end of a word such as "lauta" for a case ending; the whole word makes up for it.
  return [...new Set([stem, swedish.stem(word), finnishRoot(word, stem), weakGrade(word)])]
}

/** Whether a word says anything: function words and single letters do not. */
export const saysSomething = (word: string): boolean =>
  !STOP_WORDS.has(word) && (word.length > 1 || /\p{N}/u.test(word))

/** The words by which a text is found, each once. */
export function wordsOf(text: string): string[] {
  const found = new Set(tokens(text).map(({ word }) => word))
  for (const { word } of joinedCompounds(text)) found.add(word)
  return [...found].filter(saysSomething)
}

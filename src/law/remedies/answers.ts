import { WAYS, type WayServed } from '../finder/find.ts'

/** The codes of every answer that can be given; one question each. */
export const ANSWER_CODES = {
  /** Who asks. The codes are those of a contact person. */
  role: ['client', 'guardian', 'relative', 'legal-representative', 'staff'],
  /** What it is about. */
  what: ['decision', 'treatment', 'delay', 'money', 'data', 'damage', 'not-sure'],
  /** Whose doing it is. */
  who: [
    'county',
    'private',
    'early-education',
    'kela-assistance',
    'kela-benefit',
    'health-care',
    'not-known',
  ],
  /** Which decision there is. */
  decision: ['first', 'review', 'court', 'none', 'not-known'],
  /** How long ago it happened. */
  when: ['recent', 'older', 'not-known'],
  /** What is asked about data. */
  data: ['see', 'correct', 'documents', 'refused'],
  /** What was done already. */
  tried: ['nothing', 'objection-new', 'objection', 'objection-answered', 'complaint', 'both'],
} as const

export type AnswerName = keyof typeof ANSWER_CODES
export type AnswerOf<Name extends AnswerName> = (typeof ANSWER_CODES)[Name][number]

/** Answers given so far. All are codes and a day; nothing in them tells who somebody is. */
export type Answers = {
  readonly [Name in AnswerName]?: AnswerOf<Name>
} & {
  /** ISO day of the decision, or `unknown`. */
  readonly day?: string
  readonly served?: WayServed
}

/** A page of the guided way; `day` asks for the day of a decision and the way it came, together. */
export type QuestionName = AnswerName | 'day'

/** The questions that these answers call for, in order: six at most. */
export function questionsFor(answers: Answers): readonly QuestionName[] {
  if (answers.role === 'staff') return ['role', 'who']
  const start: QuestionName[] = ['role', 'what']
  switch (answers.what) {
    case 'decision':
      return [...start, 'who', 'decision', ...dayOf(answers), 'tried']
    case 'money':
      return [...start, 'decision', ...dayOf(answers)]
    case 'treatment':
      return [...start, 'who', 'when', 'tried']
    case 'delay':
      return [...start, 'who', 'when', 'tried']
    case 'damage':
      return [...start, 'who', 'when']
    case 'data':
      return [...start, 'data']
    case 'not-sure':
      return [...start, 'who', 'decision', ...dayOf(answers)]
    default:
      return start
  }
}

const hasPaper = ({ decision }: Answers) =>
  decision === 'first' || decision === 'review' || decision === 'court'
/** Only of those is a day counted; of others it would be asked in vain. */
const isCounted = ({ what, who }: Answers) =>
  what === 'money' || who === 'county' || who === 'private' || who === 'kela-assistance'
const dayOf = (answers: Answers): QuestionName[] => (hasPaper(answers) && isCounted(answers) ? ['day'] : [])

export const isAnswered = (answers: Answers, question: QuestionName): boolean =>
  question === 'day' ? answers.day !== undefined : answers[question] !== undefined

/** The next question without an answer, or undefined when all that are called for have one. */
export const nextQuestion = (answers: Answers): QuestionName | undefined =>
  questionsFor(answers).find((question) => !isAnswered(answers, question))

/** Reads answers out of codes, leaving out what is unknown and what no question called for. */
export function readAnswers(given: Readonly<Record<string, string | undefined>>): Answers {
  let answers: Answers = {}
  for (let asked = nextQuestion(answers); asked; asked = nextQuestion(answers)) {
    if (asked === 'day') {
      const day = given.day ?? ''
      if (day !== 'unknown' && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return answers
      const served = WAYS.find((way) => way === given.served) ?? 'unknown'
      answers = day === 'unknown' ? { ...answers, day } : { ...answers, day, served }
      continue
    }
    const codes: readonly string[] = ANSWER_CODES[asked]
    const code = given[asked]
    if (code === undefined || !codes.includes(code)) return answers
    answers = { ...answers, [asked]: code }
  }
  return answers
}

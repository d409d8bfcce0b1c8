import { type Story, storiesIn } from './story.ts'

const en = storiesIn('en')

/** Matters told in English. Everybody in them is invented. */
export const ENGLISH: readonly Story[] = [
  en(
    'advice-answered',
    'income',
    '853',
    'kela/kela-benefit',
    '18-29',
    ['income', 'information'],
    { name: 'Dmytro Halenko', email: 'dmytro.halenko@example.com' },
    'I lost my job in October. The employment office, Kela and the social office each told me to go to one of the others first. I have now been without income for five weeks and I do not know who should decide.',
    { provider: 'kela' },
  ),
  en(
    'advice-new',
    'information',
    '853',
    'families/family-work',
    '0-11',
    ['information', 'access'],
    { name: 'Amina Warsame', phone: '044 000 3102', email: 'amina.warsame@example.com' },
    'My son has been waiting for support at home since the summer. The letters come in Finnish only and I do not understand what they ask of me. May I have an interpreter?',
    { who: 'guardian' },
  ),
  en(
    'complaint-advising',
    'treatment',
    '680',
    'working-age/social-work',
    '30-64',
    ['treatment', 'language-rights'],
    { name: 'Grace Adeyemi', email: 'grace.adeyemi@example.com' },
    'The social worker spoke only to the interpreter and never to me. When I asked a question she said we had no time. I left without knowing what had been decided.',
  ),
]

import type { Lang } from '../../language/lang.ts'
import type { Random } from '../random.ts'
import type { Story } from '../stories/story.ts'
import { ENGLISH_WORDS } from './en.ts'
import { FINNISH_NOTES, FINNISH_WORDS } from './fi.ts'
import { SWEDISH_NOTES, SWEDISH_WORDS } from './sv.ts'
import type { OfficeNotes, Words } from './words.ts'

const WORDS: Record<Lang, Words> = { fi: FINNISH_WORDS, sv: SWEDISH_WORDS, en: ENGLISH_WORDS }
/** Colleagues write to each other in their own language. */
export const notesOf = (staffLang: string): OfficeNotes =>
  staffLang === 'sv' ? SWEDISH_NOTES : FINNISH_NOTES

const CLIENT_SEES = {
  ASK_CLIENT: 'askClient',
  MESSAGE_TO_CLIENT: 'toClient',
  REQUEST_CHANGES: 'changes',
  GIVE_PLAN: 'plan',
  AGREED: 'agreed',
  HAND_OVER: 'handOver',
  CLOSE: 'close',
  NEXT_REMEDY: 'nextRemedy',
  OBJECTION_TO_REMEDY: 'nextRemedy',
  GUIDE_TO_COMPLAINT: 'toComplaint',
  FEEDBACK: 'feedback',
} as const satisfies Record<string, keyof Words>

const OFFICE_SEES = {
  LOG_CONTACT: 'call',
  ASK_AUTHORITY: 'askAuthority',
  ASSESS: 'assess',
  ASSESS_OBJECTION: 'assess',
  SEND_REQUEST: 'request',
  UNIT_REPLIED: 'unitReplied',
  TALK_HELD: 'talk',
} as const satisfies Record<string, keyof OfficeNotes>

/** What is written with an event, if anything. */
export function wordsFor(random: Random, event: string, story: Story, staffLang: string): string | undefined {
  const words = WORDS[story.lang]
  if (event === 'ANSWER' || event === 'ANSWER_AND_CLOSE') return words.answer[story.topic]
  if (event === 'OFFER_DRAFT') return words.draft[story.topic] ?? words.draft.treatment
  if (event === 'MESSAGE_FROM_CLIENT')
    return random.pick(story.script.endsWith('reopened') ? words.afterEnd : words.fromClient)
  if (event in CLIENT_SEES) return random.pick(words[CLIENT_SEES[event as keyof typeof CLIENT_SEES]])
  if (event in OFFICE_SEES)
    return random.pick(notesOf(staffLang)[OFFICE_SEES[event as keyof typeof OFFICE_SEES]])
  return undefined
}

import {
  type Answered,
  approveLetter,
  askForChanges,
  beginLetter,
  type CaseLetter,
  checkAnswer,
  currentObjection,
  fillLetter,
  giveAskedConsent,
  offerLetter,
  readAgreement,
  readCase,
  readConsents,
  readLetters,
  recordAgreement,
  recordKept,
  recordSent,
  writeConsent,
} from '../cases/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { LetterKind } from '../documents/letters.ts'
import { deskLetters } from '../language/catalogues/desk-letters.ts'
import { dateInFinland } from '../language/formats.ts'
import { addWorkingDays } from '../law/index.ts'
import type { Story } from './stories/story.ts'
import { AGREED_ITEMS, UNIT } from './words/agreed.ts'

interface Step {
  event: string
  fields: Record<string, string | boolean>
  words: string | undefined
  story: Story
}

/**
 * The steps of a script that have to do with a letter, a consent or an agreement, done as the office and its clients do
 * them: by writing one. False for every other step, which is an event and nothing more.
 */
export async function actOnLetter(t: OfficeTransaction, caseId: string, step: Step): Promise<boolean> {
  const { event, fields, words, story } = step
  const say = deskLetters(story.lang)
  switch (event) {
    case 'START_OBJECTION':
      await begin(t, caseId, 'objection', story)
      return true
    case 'OFFER_DRAFT':
      return withObjection(t, caseId, ({ id }) => offerLetter(t, caseId, id, { note: say('offer.text') }))
    case 'APPROVE_DRAFT':
      return withObjection(t, caseId, ({ id, version }) => approveLetter(t, caseId, id, version))
    case 'REQUEST_CHANGES':
      return withObjection(t, caseId, ({ id }) => askForChanges(t, caseId, id, words!))
    case 'RECORD_SENT':
      return withObjection(t, caseId, ({ id }) =>
        recordSent(t, caseId, id, { ...sending(fields), sentTo: 'unit', sentBy: 'client' }, 'client'),
      )
    case 'ASSESS_OBJECTION':
      return withObjection(t, caseId, ({ id, points }) =>
        checkAnswer(
          t,
          caseId,
          id,
          points.map(({ n }) => checkOf(n, String(fields.pointsAnswered), words)),
        ),
      )
    case 'START_MEDIATION':
      await writeConsent(t, caseId, {
        recipients: ['unit'],
        topics: ['service', 'treatment'],
        units: UNIT[story.lang],
        text: '',
        note: say('consent.note-text'),
      })
      return true
    case 'GIVE_CONSENT':
      await giveAskedConsent(t, caseId)
      return true
    case 'SEND_REQUEST':
      return sendRequest(t, caseId, step)
    case 'AGREED': {
      const today = dateInFinland(t.now)
      const items = AGREED_ITEMS[story.lang].map(({ what, who, days }) => ({
        what,
        who,
        due: days ? today.add({ days }).toString() : undefined,
      }))
      await recordAgreement(t, caseId, { items, note: words })
      return true
    }
    case 'KEPT':
    case 'BROKEN': {
      const items = await readAgreement(t, caseId)
      const kept = (n: number): Answered => (event === 'KEPT' || n === 1 ? 'yes' : 'no')
      await recordKept(
        t,
        caseId,
        items.map(({ n }) => ({ n, kept: kept(n) })),
      )
      return true
    }
    default:
      return false
  }
}

async function withObjection(
  t: OfficeTransaction,
  caseId: string,
  work: (letter: CaseLetter) => Promise<unknown>,
): Promise<boolean> {
  const letter = currentObjection(await readLetters(t, caseId))
  if (!letter) return false
  await work(letter)
  return true
}

async function begin(t: OfficeTransaction, caseId: string, kind: LetterKind, story: Story): Promise<string> {
  const { case: row, person, account } = await readCase(t, caseId)
  const language = story.lang === 'sv' ? 'sv' : 'fi'
  const { parts } = await fillLetter(t, { kind, language, row, person, account })
  if (kind === 'mediation') parts.replyBy = addWorkingDays(dateInFinland(t.now), 10).toString()
  const addressee = parts.addressee || UNIT[story.lang]
  return beginLetter(t, caseId, {
    kind,
    language,
    parts: { ...parts, addressee },
    points: pointsOf(story.text),
  })
}

/** A sentence of what the client told is a point; four at most, the rest stays with the last. */
function pointsOf(text: string): string[] {
  const sentences = text.split(/(?<=[.!?])\s+/)
  return [...sentences.slice(0, 3), sentences.slice(3).join(' ')].filter(Boolean)
}

async function sendRequest(t: OfficeTransaction, caseId: string, { fields, story }: Step): Promise<boolean> {
  const consents = await readConsents(t, caseId)
  if (!consents.some(({ givenAt, withdrawnAt }) => givenAt && !withdrawnAt)) return false
  const id = await begin(t, caseId, 'mediation', story)
  const more = { sentTo: 'unit', sentBy: 'office', topics: ['service', 'treatment'] } as const
  await recordSent(t, caseId, id, { ...sending(fields), ...more }, 'office')
  return true
}

const sending = (fields: Step['fields']) => ({
  sentOn: String(fields.sentOn),
  sentHow: 'e-service' as const,
})

/** `some`: the first point in full, the second in part, the others not. */
function checkOf(n: number, sum: string, words: string | undefined) {
  const some: Answered = n === 1 ? 'yes' : n === 2 ? 'partly' : 'no'
  const answered: Answered = sum === 'all' ? 'yes' : sum === 'none' ? 'no' : some
  return {
    n,
    answered,
    reasons: answered !== 'no',
    measures: answered === 'yes',
    note: n === 1 ? words : undefined,
  }
}

import type pg from 'pg'
import {
  applyEvent,
  feedbackAnswers,
  giveFeedback,
  logContact,
  sendToClient,
  sendToOffice,
  submission,
  submitCase,
  writeNote,
} from '../cases/index.ts'
import { inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import { dateInFinland } from '../language/formats.ts'
import { CALLS } from './calls.ts'
import { atWork, awake, between, DAY, type PastHouse } from './clock.ts'
import { doDueJobs } from './due-jobs.ts'
import { gapDeeds, gapOfStory } from './gaps.ts'
import { judgementOf } from './judgement.ts'
import { actOnLetter } from './letters.ts'
import { DEMO_COUNTY } from './place.ts'
import type { Random } from './random.ts'
import { SCRIPTS, type Script, type ScriptStep } from './scripts.ts'
import { DEMO_STAFF, type DemoStaff } from './staff.ts'
import { ENGLISH } from './stories/en.ts'
import { FINNISH } from './stories/fi.ts'
import type { Story } from './stories/story.ts'
import { SWEDISH } from './stories/sv.ts'
import { notesOf, wordsFor } from './words/choose.ts'

export const STORIES: readonly Story[] = [...FINNISH, ...SWEDISH, ...ENGLISH]

/** Mails of the last days are left for the worker and so for the mailbox as unsent. */
const LETTERS_LEFT = 2 * DAY
const MINUTE = 60_000
/** Steps after which a case has ended. */
const ENDS = new Set(['CLOSE', 'ANSWER_AND_CLOSE', 'HAND_OVER', 'WITHDRAW'])

/** A case that can be followed in the portal with its number and receipt. */
export interface OpenSecret {
  caseNumber: string
  receipt: string
}

interface Deed {
  at: Date
  work: () => Promise<unknown>
}

/**
 * Lives through every story in the order of time, with the same verbs as the office and its clients, timers and mails
 * between them included.
 * @returns number and receipt of one case, to be followed in the portal
 */
export async function liveThrough(
  house: PastHouse,
  owner: pg.Pool,
  staff: DemoStaff,
  random: Random,
  now: Date,
  onProgress: (done: number) => void,
): Promise<OpenSecret | undefined> {
  const secrets = new Map<Story, OpenSecret>()
  const deeds = [
    ...STORIES.flatMap((story) => deedsOf(house, staff, random, now, story, secrets)),
    ...callDeeds(house, staff, now),
    ...gapDeeds(house, staff, now),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  const lettersUntil = new Date(now.getTime() - LETTERS_LEFT)
  house.set(deeds[0]!.at)
  for (const [index, { at, work }] of deeds.entries()) {
    await doDueJobs(house, owner, at, lettersUntil)
    house.set(at)
    await work()
    onProgress((index + 1) / deeds.length)
  }
  await doDueJobs(house, owner, now, lettersUntil)
  house.set(now)
  return secrets.get(STORIES.find((story) => story.script === 'mediation-agreed')!)
}

/** Everything done in one case, each with its time. */
function deedsOf(
  house: PastHouse,
  staff: DemoStaff,
  random: Random,
  now: Date,
  story: Story,
  secrets: Map<Story, OpenSecret>,
): Deed[] {
  const script: Script = SCRIPTS[story.script]
  const handler = handlerOf(random, story)
  const days = script.steps.reduce((sum, step) => sum + step.after, script.rest)
  const phoned = !story.email
  // Not all at the same minute; the newest stay as new as their script says.
  const jitter = days > 1 ? random.int(0, 420) * MINUTE + random.int(0, 59_999) : random.int(0, 59_999)
  let planned = now.getTime() - days * DAY - jitter
  let at = new Date(planned)
  at = between(new Date(planned - DAY), phoned ? atWork(at) : awake(at), now)
  let caseId = ''
  const deeds: Deed[] = [
    {
      at,
      work: () =>
        inOffice(house, DEMO_COUNTY, phoned ? staff[handler] : { kind: 'anonymous' }, async (t) => {
          const done = await submitCase(t, matterOf(story, script), { source: phoned ? 'desk' : 'portal' })
          caseId = done.caseId
          secrets.set(story, done)
        }),
    },
  ]
  for (const [index, step] of script.steps.entries()) {
    planned += step.after * DAY
    const wished = new Date(planned + random.int(0, 180) * MINUTE)
    at = between(at, step.by === 'client' ? awake(wished) : atWork(wished), now)
    const person = step.by === 'lead' ? 'helena' : handler
    const words = wordsFor(random, step.event, story, DEMO_STAFF[person].language)
    const actor = step.by === 'client' ? ({ kind: 'client' } as const) : staff[person]
    deeds.push({
      at,
      work: () =>
        step.event === 'FEEDBACK'
          ? giveFeedback(
              house,
              { id: caseId, organisation: DEMO_COUNTY },
              feedbackAnswers.parse({ ...step.fields, words }),
            )
          : inOffice(house, DEMO_COUNTY, actor, (t) => act(t, caseId, step, staff, words, story)),
    })
    const judged = judgementOf(house, story, STORIES.indexOf(story), staff[handler])
    const minute = (more: number) => new Date(Math.min(at.getTime() + more * MINUTE, now.getTime()))
    if (index === 1) deeds.push({ at: minute(1), work: () => judged.atStart(caseId) })
    if (ENDS.has(step.event)) deeds.push({ at: minute(2), work: () => judged.atEnd(caseId) })
    if (index === 1 && random.chance(0.4)) {
      const note = random.pick(notesOf(DEMO_STAFF[handler].language).colleague)
      at = between(at, at, now)
      deeds.push({
        at,
        work: () => inOffice(house, DEMO_COUNTY, staff[handler], (t) => writeNote(t, caseId, note)),
      })
    }
  }
  const gap = gapOfStory(story)
  if (gap)
    deeds.push({
      at: new Date(Math.min(at.getTime() + 20 * MINUTE, now.getTime())),
      work: () => inOffice(house, DEMO_COUNTY, staff[handler], (t) => gap(t, caseId)),
    })
  return deeds
}

function handlerOf(random: Random, story: Story): 'mikko' | 'katarina' {
  const drawn = random.chance(0.65) ? 'mikko' : 'katarina'
  if (story.script === 'complaint-assigned') return 'mikko'
  return story.lang === 'sv' ? 'katarina' : drawn
}

const matterOf = (story: Story, script: Script) =>
  submission.parse({
    kind: script.kind,
    language: story.lang,
    municipality: story.place,
    contactPerson: story.who,
    channel: story.email ? 'web-form' : 'phone',
    ageBand: story.age,
    serviceTask: story.task,
    service: story.service,
    providerMode: story.provider ?? 'own',
    reasons: story.reasons,
    urgent: script.urgent ?? false,
    consentGiven: script.consent ?? false,
    person: {
      name: story.name,
      ...(story.clientName ? { clientName: story.clientName } : {}),
      ...(story.email ? { email: story.email } : {}),
      ...(story.phone ? { phone: story.phone } : {}),
      reachBy: [story.email ? 'email' : 'phone'],
    },
    account: {
      text: story.text,
      ...(story.wish ? { desiredOutcome: story.wish } : {}),
      ...(story.urgentNeeds ? { urgentNeeds: story.urgentNeeds } : {}),
    },
  })

async function act(
  t: OfficeTransaction,
  caseId: string,
  step: ScriptStep,
  staff: DemoStaff,
  words: string | undefined,
  story: Story,
): Promise<unknown> {
  if (step.event === 'MESSAGE_TO_CLIENT') return sendToClient(t, caseId, words!)
  if (step.event === 'MESSAGE_FROM_CLIENT') return sendToOffice(t, caseId, words!, 'portal')
  const today = dateInFinland(t.now)
  const fields = Object.fromEntries(
    Object.entries(step.fields ?? {}).map(([name, value]) => {
      if (typeof value === 'number') return [name, today.add({ days: value }).toString()]
      if (name === 'staff') return [name, staff[value as keyof DemoStaff].id]
      return [name, value]
    }),
  )
  if (await actOnLetter(t, caseId, { event: step.event, fields, words, story })) return
  const party = step.by === 'client' ? 'client' : 'office'
  return applyEvent(t, caseId, { type: step.event, fields, note: words }, party)
}

/** Calls of the last days. */
const callDeeds = (house: PastHouse, staff: DemoStaff, now: Date): Deed[] =>
  CALLS.map(({ daysAgo, by, name, phone, note, ...codes }) => {
    const begin = new Date(now.getTime() - daysAgo * DAY)
    return {
      at: between(begin, atWork(begin), now),
      work: () =>
        inOffice(house, DEMO_COUNTY, staff[by], (t) =>
          logContact(t, { ...codes, person: { name, ...(phone ? { phone } : {}) }, note }),
        ),
    }
  })

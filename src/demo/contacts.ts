import { Temporal } from 'temporal-polyfill'
import { type ContactCodes, contactRow } from '../cases/index.ts'
import { type House, inOffice } from '../custody/transaction.ts'
import { dateInFinland, TIME_ZONE } from '../language/formats.ts'
import { DELAYED_MUNICIPALITY, DEMO_COUNTY, PLACES } from './place.ts'
import type { Random } from './random.ts'
import type { DemoStaff } from './staff.ts'
import { DELAY, GAP, THEMES, type Theme } from './themes.ts'

/** Contacts of an ordinary working day, before seasons. */
const USUAL = 12
/** By calendar month, January first: holidays are quiet, the weeks after them are not. */
const SEASON = [1.15, 1.05, 1.08, 0.98, 0.98, 0.82, 0.52, 0.95, 1.16, 1.18, 1.1, 0.82]
/** Monday to Friday. */
const WEEKDAY = [1.25, 1.1, 1, 1, 0.65]
/** Contacts a month that the gap wave brings, by months before now: it rises for three months and ebbs away. */
const GAP_WAVE: Readonly<Record<number, number>> = { 9: 20, 8: 75, 7: 120, 6: 150, 5: 105, 4: 55, 3: 25 }

export interface DemoContact extends ContactCodes {
  id: string
  contactAt: Date
  caseUnit: string
  personUnit: string
  loggedBy: 'mikko' | 'katarina'
}

/** Contacts a month about delays in home care in one municipality; they begin quietly and do not stop growing. */
const delays = (monthsAgo: number): number => (monthsAgo > 15 ? 1 : Math.round(2 + (15 - monthsAgo) ** 1.35))

/**
 * Everything that was logged up to `now`, oldest first: two years and what has passed of this one, so that last year
 * and this one each have a year before them.
 */
export function makeContacts(random: Random, now: Date): DemoContact[] {
  const today = dateInFinland(now)
  const first = today.with({ month: 1, day: 1 }).subtract({ years: 2 })
  const contacts: DemoContact[] = []
  const threads: DemoContact[] = []
  for (let day = first; Temporal.PlainDate.compare(day, today) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue
    for (const { theme, municipality } of wishesOf(random, day, today)) {
      const at = momentOf(random, day)
      if (at >= now) continue
      const former = random.chance(0.3)
        ? random.pick(threads.length ? threads.slice(-90) : [undefined])
        : undefined
      const contact = former
        ? followUp(random, former, at)
        : fresh(random, theme, municipality ?? placeOf(random), at)
      // Some come again with another matter.
      if (!former && threads.length && random.chance(0.08))
        contact.personUnit = random.pick(threads).personUnit
      contacts.push(contact)
      if (!former) threads.push(contact)
    }
  }
  return contacts.sort((a, b) => a.contactAt.getTime() - b.contactAt.getTime())
}

interface Wish {
  theme: Theme
  municipality?: string
}

/** What the day brings: the everyday, and its share of the two waves. */
function wishesOf(random: Random, day: Temporal.PlainDate, today: Temporal.PlainDate): Wish[] {
  const monthsAgo = (today.year - day.year) * 12 + today.month - day.month
  const everyday = USUAL * SEASON[day.month - 1]! * WEEKDAY[day.dayOfWeek - 1]!
  const wishes: Wish[] = []
  for (let n = share(random, everyday); n > 0; n--) wishes.push({ theme: themeOf(random, THEMES) })
  for (let n = share(random, delays(monthsAgo) / 21); n > 0; n--)
    wishes.push({ theme: DELAY, municipality: DELAYED_MUNICIPALITY })
  for (let n = share(random, (GAP_WAVE[monthsAgo] ?? 0) / 21); n > 0; n--)
    wishes.push({ theme: themeOf(random, GAP) })
  return wishes
}

/** A whole number around the expected one. */
const share = (random: Random, expected: number): number =>
  Math.floor(expected * (0.75 + random.next() * 0.5) + random.next())

const themeOf = (random: Random, themes: readonly Theme[]): Theme =>
  themes[Number(random.weighted(Object.fromEntries(themes.map((theme, index) => [index, theme.weight]))))]!

const placeOf = (random: Random): string =>
  random.weighted(
    Object.fromEntries(Object.entries(PLACES).map(([code, { residents }]) => [code, residents])),
  )

function momentOf(random: Random, day: Temporal.PlainDate): Date {
  const time = Temporal.PlainTime.from({ hour: random.int(8, 15), minute: random.int(0, 59) })
  return new Date(day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time }).epochMilliseconds)
}

function fresh(random: Random, theme: Theme, municipality: string, at: Date): DemoContact {
  const { swedish, other } = PLACES[municipality]!
  const language = random.weighted({ fi: 100 - swedish - other, sv: swedish, other })
  const dissatisfied = random.chance(theme.dissatisfied / 100)
  const reasons = [random.weighted(theme.reasons)]
  if (random.chance(0.34)) {
    const second = random.weighted({ ...theme.reasons, information: 10, treatment: 8 })
    if (second !== reasons[0]) reasons.push(second)
  }
  return {
    id: random.uuid(),
    contactAt: at,
    caseUnit: random.uuid(),
    personUnit: random.uuid(),
    loggedBy: language === 'sv' || random.chance(0.38) ? 'katarina' : 'mikko',
    channel: channelOf(random),
    contactPerson: random.weighted(theme.who),
    language,
    municipality,
    ageBand: random.chance(0.06) ? 'unknown' : random.weighted(theme.age),
    serviceTask: theme.serviceTask,
    service: theme.service,
    providerMode: random.weighted(theme.provider),
    nature: dissatisfied ? 'dissatisfaction' : random.weighted({ enquiry: 94, other: 6 }),
    reasons,
    actions: actionsOf(random, dissatisfied, reasons),
    outcome: outcomeOf(random, dissatisfied),
  }
}

/** The same person about the same matter. */
const followUp = (random: Random, former: DemoContact, at: Date): DemoContact => ({
  ...former,
  id: random.uuid(),
  contactAt: at,
  channel: channelOf(random),
  actions: actionsOf(random, former.nature === 'dissatisfaction', former.reasons ?? []),
  outcome: outcomeOf(random, former.nature === 'dissatisfaction'),
})

const channelOf = (random: Random) =>
  random.weighted({
    phone: 62,
    email: 12,
    'web-form': 9,
    'secure-message': 7,
    meeting: 4,
    'walk-in': 3,
    letter: 2,
    'remote-meeting': 1,
  })

function actionsOf(random: Random, dissatisfied: boolean, reasons: string[]): string[] {
  const actions = ['advice']
  if (!dissatisfied) return random.chance(0.1) ? ['advice', 'handover'] : actions
  const decision = reasons.some((reason) => reason.startsWith('decision') || reason === 'income')
  if (random.chance(0.42))
    actions.push(
      decision
        ? random.weighted({ 'review-help': 70, 'appeal-guidance': 22, 'complaint-guidance': 8 })
        : random.weighted({
            'objection-help': 64,
            clarification: 14,
            'complaint-guidance': 10,
            mediation: 5,
            'feedback-channel': 5,
            'damages-guidance': 2,
          }),
    )
  return actions
}

const outcomeOf = (random: Random, dissatisfied: boolean) =>
  random.weighted(
    dissatisfied
      ? {
          advised: 48,
          'remedy-pending': 22,
          'partly-resolved': 12,
          resolved: 8,
          'not-resolved': 6,
          unknown: 4,
        }
      : { advised: 82, resolved: 8, 'handed-over': 8, unknown: 2 },
  )

/** Rows written in one transaction. */
const BATCH = 1000

export async function writeContacts(
  house: House,
  contacts: readonly DemoContact[],
  staff: DemoStaff,
  onProgress: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < contacts.length; from += BATCH) {
    const batch = contacts.slice(from, from + BATCH)
    await inOffice(house, DEMO_COUNTY, { kind: 'system' }, async (t) => {
      for (const { id, caseUnit, personUnit, loggedBy, ...codes } of batch)
        t.insert(
          'contact',
          contactRow({ ...t, actor: staff[loggedBy] }, codes, {
            id,
            caseId: null,
            caseUnit,
            personUnit,
            source: 'desk',
            keyId: null,
          }),
        )
    })
    onProgress(Math.min(1, (from + BATCH) / contacts.length))
  }
}

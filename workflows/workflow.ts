import type { AnyStateMachine } from 'xstate'

/**
 * The contract between the statecharts and the engine that runs them (`src/cases`).
 * A statechart decides; it touches nothing. What it wants done comes back as `Effect`s and `Timer`s,
 * and the engine carries them out in the transaction in which it stores the new snapshot.
 */

export type WorkflowId = 'advice' | 'complaint'
export type TextLang = 'fi' | 'sv' | 'en'

/** Who presses: someone of the office, the client (or who acts for the client), or a timer. */
export type Party = 'office' | 'client' | 'system'

/** The part of the case a button belongs to; pages group buttons by it. */
export type Track = 'office' | 'objection' | 'remedy' | 'mediation' | 'priority' | 'ended'

export interface Workflow {
  id: WorkflowId
  version: number
  machine: AnyStateMachine
  events: Record<string, EventDescription>
  texts: Record<TextLang, WorkflowTexts>
}

export interface EventDescription {
  by: Party[]
  track: Track
  fields?: EventField[]
  /** Free text that goes with the event: sealed by the engine, never in the event or the snapshot. Absent: none. */
  note?: 'required' | 'optional' | 'none'
  /** Whom the note is for: a message the client sees, or a note of the office. Of a client's event: `office`. */
  noteTo?: 'client' | 'office'
  /** Ends the case or cannot be taken back: the page asks once more. */
  danger?: boolean
  /** Holds the field `outcome` (code list `outcome`). */
  outcome?: boolean
}

export type EventField =
  | { name: string; kind: 'code'; list: string; required: boolean }
  | { name: string; kind: 'date'; required: boolean }
  | { name: string; kind: 'boolean'; required: boolean }
  | { name: string; kind: 'choice'; options: readonly string[]; required: boolean }
  /** The id of a member of staff. It is handed to the effect `assign` and never enters the snapshot. */
  | { name: string; kind: 'person'; required: boolean }

/** An event on its way in: its type and its coded fields. Dates are ISO dates (`2026-11-24`). */
export type WorkflowEvent = { type: string } & Record<string, string | boolean | undefined>

export interface EventText {
  label: string
  effect: string
}

export interface WorkflowTexts {
  /**
   * Key: dotted path, e.g. `open.office.triage`. `client` is empty where there is nothing to tell (tag `quiet`, and states
   * that only hold others).
   */
  states: Record<string, { label: string; client: string }>
  /** `done`: what happened, for the timeline. `client`: label and effect when it is the client who presses. */
  events: Record<string, EventText & { done: string; client?: EventText }>
  /** Labels of fields by name. */
  fields: Record<string, string>
  /** Labels of choices by `field.option`. */
  choices: Record<string, string>
  /** What a reminder says to the handler, by its code. */
  reminders: Record<string, string>
  /** Why an event is refused, by its code. */
  refusals: Record<string, string>
  /** Headings of the tracks. */
  tracks: Record<Track, string>
}

export type NoticeTemplate =
  | 'received'
  | 'message-waiting'
  | 'information-asked'
  | 'handed-over'
  | 'answered'
  | 'closed'
  | 'feedback'

/** What the chart wants done, in order. */
export type Effect =
  /** To the client. The engine leaves it out when there is no address. */
  | { type: 'notice'; params: { template: NoticeTemplate } }
  /** To the handler; to the lead as well when `escalate`, and when nobody has the case. */
  | { type: 'remind'; params: { reminder: string; escalate: boolean } }
  /**
   * Starts the clock of a rule; one that runs already starts again. `from` is `now` or the name of the event's field that
   * holds the date; `served` the name of the field that tells how a decision was served (letter, e-notice, handed, none).
   * A missing optional date means now.
   */
  | {
      type: 'startClock'
      /** `beside`: times of the client's own that run already go on, and end by hand. */
      params: { rule: string; statutory: boolean; from: 'now' | string; served?: string; beside?: boolean }
    }
  /** None of these minds a clock that is not running. */
  | { type: 'stopClock'; params: { rule: string } }
  | { type: 'pauseClock'; params: { rule: string } }
  | { type: 'resumeClock'; params: { rule: string } }
  /** `actor`: who sent the event; `named`: the staff id in the event's field `field`; `nobody`: back to the queue. */
  | { type: 'assign'; params: { to: 'actor' | 'nobody' } | { to: 'named'; field: string } }
  /** Like `actor`, but only when the case is nobody's. */
  | { type: 'assignIfFree'; params: { to: 'actor' } }
  | { type: 'close'; params: { outcome: string } }
  | { type: 'reopen'; params: Record<string, never> }
  | { type: 'flagUrgent'; params: { urgent: boolean } }
  /** Consent to talk about the client's matter with the unit. */
  | { type: 'consent'; params: { state: 'asked' | 'given' | 'refused' | 'withdrawn'; how?: string } }
  /** What the office did, a code of the list `action`, for the statistics; the same one twice counts once. */
  | { type: 'action'; params: { action: string } }

/** A delay to be kept by the database: after `delayMs`, send `event` to the case, unless `id` was cancelled. */
export interface Timer {
  id: string
  delayMs: number
  event: { type: string }
}

/** What is known at the start. Coded, impersonal. */
export interface StartInput {
  urgent: boolean
  hasContactAddress: boolean
  consentGiven: boolean
}

/**
 * What the engine knows at every event and a chart cannot know by itself: the day in Finland, and after how many days
 * without an answer to an objection the office means to ask, to call it late and to tell the lead. Settings of the
 * office, so they are told anew each time.
 */
export interface Known {
  /** ISO day; empty until the engine has told it. */
  today: string
  objectionNudge: number
  objectionLate: number
  objectionEscalate: number
}

/** What is stored with the case: JSON, no word a person wrote. */
export interface StoredSnapshot {
  workflow: WorkflowId
  version: number
  status: 'active' | 'done' | 'error' | 'stopped'
  value: StateValue
  context: Record<string, string | number | boolean | null>
  /** Where each track stood when the case ended, so that reopening goes on from there. */
  history: Record<string, string[]>
}
export type StateValue = string | { [region: string]: StateValue | undefined }

export interface Step {
  snapshot: StoredSnapshot
  effects: Effect[]
  /** To plan. An id that is planned already starts again. */
  timers: Timer[]
  /** Ids of timers to remove; do this before planning. */
  cancelled: string[]
  /** False when a timer came too late and nothing happened. */
  changed: boolean
}

/** Tags of states, for queues. */
export type Tag =
  | 'needs-office'
  | 'waiting-client'
  | 'waiting-authority'
  | 'triage'
  | 'urgent'
  | 'ended'
  | 'reopened'
  | 'quiet'

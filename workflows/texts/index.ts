import type { RefusalCode } from '../refusal.ts'
import type { TextLang, Track, WorkflowTexts } from '../workflow.ts'
import { complaintChoices, officeChoices } from './choices.ts'
import { consentEventTexts, endedEventTexts, priorityEventTexts } from './events/consent.ts'
import { mediationEventTexts } from './events/mediation.ts'
import { objectionEventTexts } from './events/objection.ts'
import { officeEventTexts } from './events/office.ts'
import { remedyEventTexts } from './events/remedy.ts'
import { complaintFields, officeFields } from './fields.ts'
import { refusals, tracks } from './refusals.ts'
import { complaintReminders, officeReminders } from './reminders.ts'
import { mediationStates } from './states/mediation.ts'
import { objectionStates } from './states/objection.ts'
import { endedStates, officeStates, priorityStates } from './states/office.ts'
import { remedyStates } from './states/remedy.ts'
import { type EventText3, inLang, listIn, type StateText, type Text3 } from './text3.ts'

interface Texts3 {
  states: Record<string, StateText>
  events: Record<string, EventText3>
  fields: Record<string, Text3>
  choices: Record<string, Text3>
  reminders: Record<string, Text3>
}

const advice: Texts3 = {
  states: { ...officeStates, ...remedyStates, ...priorityStates, ...endedStates },
  events: {
    ...officeEventTexts,
    ...consentEventTexts,
    ...priorityEventTexts,
    ...remedyEventTexts,
    ...endedEventTexts,
  },
  fields: officeFields,
  choices: officeChoices,
  reminders: officeReminders,
}

const complaint: Texts3 = {
  states: { ...advice.states, ...objectionStates, ...mediationStates },
  events: { ...advice.events, ...objectionEventTexts, ...mediationEventTexts },
  fields: { ...officeFields, ...complaintFields },
  choices: { ...officeChoices, ...complaintChoices },
  reminders: { ...officeReminders, ...complaintReminders },
}

function textsIn(all: Texts3, lang: TextLang): WorkflowTexts {
  return {
    states: Object.fromEntries(
      Object.entries(all.states).map(([path, { label, client }]) => [
        path,
        { label: inLang(label, lang), client: client ? inLang(client, lang) : '' },
      ]),
    ),
    events: Object.fromEntries(
      Object.entries(all.events).map(([type, { label, effect, done, client }]) => [
        type,
        {
          ...both({ label, effect }, lang),
          done: inLang(done, lang),
          ...(client ? { client: both(client, lang) } : {}),
        },
      ]),
    ),
    fields: listIn(all.fields, lang),
    choices: listIn(all.choices, lang),
    reminders: listIn(all.reminders, lang),
    refusals: listIn(refusals satisfies Record<RefusalCode, Text3>, lang),
    tracks: listIn(tracks, lang) as Record<Track, string>,
  }
}

const both = ({ label, effect }: { label: Text3; effect: Text3 }, lang: TextLang) => ({
  label: inLang(label, lang),
  effect: inLang(effect, lang),
})

const allLangs = (all: Texts3): Record<TextLang, WorkflowTexts> => ({
  fi: textsIn(all, 'fi'),
  sv: textsIn(all, 'sv'),
  en: textsIn(all, 'en'),
})

export const adviceTexts = allLangs(advice)
export const complaintTexts = allLangs(complaint)

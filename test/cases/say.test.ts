import { describe, expect, it } from 'vitest'
import {
  allowedActions,
  type CaseStanding,
  describeStates,
  eventFields,
  eventLabel,
  Refusal,
  type RefusalCode,
  refusalText,
  reminderText,
  stateLabel,
} from '../../src/cases/index.ts'
import { codeList } from '../../src/classification/index.ts'
import { LANGS } from '../../src/language/lang.ts'
import { ruleOn } from '../../src/law/index.ts'
import { currentWorkflow, send, start } from '../../workflows/index.ts'
import { OBJECTION_DAYS } from '../../workflows/v1/chart.ts'
import type { Party, Step, WorkflowEvent, WorkflowId } from '../../workflows/workflow.ts'

const KNOWN = { ...OBJECTION_DAYS, today: '2026-11-24' }

function standing(kind: WorkflowId, ...events: [WorkflowEvent, Party?][]): CaseStanding {
  const workflow = currentWorkflow(kind)
  let { snapshot } = start(workflow, { urgent: false, hasContactAddress: true, consentGiven: false })
  for (const [event, party] of events)
    snapshot = (send(workflow, snapshot, event, party, KNOWN) as Step).snapshot
  return { workflow: kind, workflowVersion: workflow.version, snapshot: snapshot as never }
}

describe('what can be done with a case', () => {
  const fresh = standing('complaint')
  it('is told with everything a button and its form need', () => {
    const actions = allowedActions(fresh, 'office', 'fi')
    expect(actions.find(({ type }) => type === 'CLOSE')).toEqual({
      type: 'CLOSE',
      track: 'office',
      trackLabel: 'Käsittely',
      label: 'Päätä asia',
      effect: 'Asian käsittely päättyy, ja asiakkaalle lähtee siitä ilmoitus. Asian voi avata uudelleen.',
      fields: [
        {
          name: 'outcome',
          label: 'Lopputulos',
          kind: 'code',
          required: true,
          options: codeList('outcome').map((code) => ({ value: code.code, label: code.fi })),
        },
      ],
      note: { to: 'client', required: false, label: 'Viesti asiakkaalle' },
      danger: true,
      refusal: null,
    })
    expect(actions.find(({ type }) => type === 'TAKE')).toMatchObject({
      fields: [],
      note: null,
      danger: false,
    })
    expect(actions.map(({ type }) => type)).not.toContain('REOPEN')
  })
  it('speaks to the client of the client', () => {
    const [write, withdraw] = allowedActions(fresh, 'client', 'sv')
    expect(write).toMatchObject({
      type: 'MESSAGE_FROM_CLIENT',
      note: { label: 'Ditt meddelande till socialombudet' },
    })
    expect(withdraw).toMatchObject({ type: 'WITHDRAW', label: 'Återta ärendet' })
    expect(allowedActions(fresh, 'client', 'sv')).toHaveLength(2)
  })
  it('tells why the obvious next step cannot be taken yet', () => {
    const drafting = standing('complaint', [{ type: 'START_OBJECTION' }], [{ type: 'OFFER_DRAFT' }])
    expect(allowedActions(drafting, 'office', 'en').find(({ type }) => type === 'RECORD_SENT')!.refusal).toBe(
      'The client has not approved the text of the objection yet.',
    )
  })
  it('has a label for every field and option, in every language', () => {
    for (const kind of ['advice', 'complaint'] as const)
      for (const lang of LANGS)
        for (const party of ['office', 'client'] as const)
          for (const action of [
            ...allowedActions(standing(kind), party, lang),
            ...allowedActions(standing(kind, [{ type: 'CLOSE', outcome: 'advised' }]), party, lang),
          ])
            for (const field of action.fields) {
              expect(field.label).not.toBe(field.name)
              for (const option of field.options ?? []) expect(option.label).toMatch(/\S/)
              if (field.kind === 'choice' || field.kind === 'code')
                expect(field.options!.length).toBeGreaterThan(1)
            }
  })
  it('calls the clocks of an authority as the law does', () => {
    for (const lang of LANGS) {
      const rules = allowedActions(fresh, 'office', lang)
        .find(({ type }) => type === 'ASK_AUTHORITY')!
        .fields.find(({ name }) => name === 'rule')!.options!
      for (const { value, label } of rules)
        if (value !== 'none') expect(label).toBe(ruleOn(value, '2026-11-24')!.name[lang])
    }
  })
})

describe('where a case stands', () => {
  it('is told by track, the office’s own first, and to the client in plain words', () => {
    const row = standing(
      'complaint',
      [{ type: 'SET_URGENT', urgentReason: 'food' }],
      [{ type: 'OBJECTION_ALREADY_SENT', sentOn: '2026-10-01' }],
      [{ type: 'TAKE' }],
    )
    expect(
      describeStates(row, 'fi', 'office').map(({ trackLabel, label }) => `${trackLabel}: ${label}`),
    ).toEqual([
      'Käsittely: Tutustuminen',
      'Kiireellisyys: Kiireellinen: soita heti',
      'Muistutus: Vastaus muistutukseen viipyy',
    ])
    expect(describeStates(row, 'en', 'client').map(({ text }) => text)).toEqual([
      'The social ombudsman is looking at your case to see how we can help.',
      'Your case is marked as urgent. We will try to reach you as soon as possible. If anyone is in danger, call 112.',
      'The answer to your objection is late. The social ombudsman is looking at how to speed it up.',
    ])
    expect(stateLabel(row, 'open.office.triage', 'sv')).toBe('Inledande genomgång')
    expect(stateLabel(row, 'gone.by', 'sv')).toBe('gone.by')
  })
  it('after the end is one state', () => {
    const ended = standing('advice', [{ type: 'WITHDRAW' }, 'client'])
    expect(describeStates(ended, 'fi', 'client')).toEqual([
      {
        path: 'ended.withdrawn',
        track: 'ended',
        trackLabel: 'Päättynyt',
        label: 'Peruttu',
        text: 'Asia on peruttu. Voit aina ottaa meihin uudelleen yhteyttä.',
      },
    ])
  })
})

describe('the timeline', () => {
  const row = standing('complaint')
  it('says what happened, with coded fields in words', () => {
    expect(eventLabel(row, 'START', 'fi')).toBe('Asia tuli vireille')
    expect(eventLabel(row, 'xstate.after.days2.complaint.open.office.received', 'sv')).toBe(
      'En tidsfrist gick ut',
    )
    expect(eventLabel(row, 'HAND_OVER', 'en')).toBe('The case was handed over')
    expect(eventLabel(row, 'OF_AN_OLD_VERSION', 'en')).toBe('OF_AN_OLD_VERSION')
    const fields = {
      remedy: 'review',
      decisionFrom: '2026-11-20',
      served: 'letter',
      instructions: 'missing',
      more: 'x',
    }
    expect(eventFields(row, 'CAPTURE_DECISION', fields, 'sv')).toEqual([
      { name: 'remedy', label: 'Rättsmedel', value: 'Begäran om omprövning' },
      { name: 'decisionFrom', label: 'Dagen då beslutet postades eller gavs', value: '20.11.2026' },
      { name: 'served', label: 'Hur beslutet delgavs', value: 'Som brev med posten' },
      { name: 'instructions', label: 'Anvisning om ändringssökande i beslutet', value: 'Saknas' },
    ])
  })
  it('says what a reminder was about', () => {
    expect(reminderText(row, 'untaken', 'fi')).toBe('Kukaan ei ole ottanut asiaa')
    expect(reminderText(row, 'clock:1f:2026-12-01:late', 'en', 'OIK')).toBe(
      'A deadline has passed: Request for review',
    )
    expect(reminderText(row, 'clock:1f:2026-12-01:soon', 'fi', 'MUI')).toBe(
      'Määräpäivä lähestyy: Vastaus muistutukseen',
    )
  })
})

it('every refusal is a sentence in every language, with and without a case', () => {
  const codes: RefusalCode[] = [
    'not-found',
    'changed-meanwhile',
    'not-now',
    'field-missing',
    'field-invalid',
    'note-missing',
    'erased',
    'too-long',
  ]
  const details = { field: 'outcome', most: '20000', by: 'system', at: '2026-11-24T09:00:00Z', event: 'TAKE' }
  for (const lang of LANGS)
    for (const code of codes)
      for (const row of [undefined, standing('advice')])
        expect(refusalText(new Refusal(code, details), lang, row)).toMatch(/^\p{Lu}.*\.$/u)
})

import { describe, expect, it } from 'vitest'
import { CODE_LIST_NAMES, codeList, codeName, isCode } from '../../src/classification/code-lists.ts'
import { counties, countyName } from '../../src/classification/counties.ts'
import {
  DIMENSION,
  DIMENSIONS,
  dimensionCodes,
  dimensionValueName,
  isDimension,
} from '../../src/classification/dimensions.ts'
import { EVERYDAY_TOPICS, everydayTopic } from '../../src/classification/everyday.ts'
import { currentTerms } from '../../src/classification/old-terms.ts'
import { servicesOf, tasksOf } from '../../src/classification/services-of-task.ts'
import { LANGS } from '../../src/language/lang.ts'

describe('code lists', () => {
  it('have no code twice and a name in every language', () => {
    for (const name of CODE_LIST_NAMES) {
      const codes = codeList(name)
      expect(new Set(codes.map((code) => code.code)).size, name).toBe(codes.length)
      for (const code of codes)
        for (const lang of LANGS) expect(code[lang], `${name} ${code.code}`).toMatch(/\S/)
    }
  })

  it('name a code, an empty field and an unknown code', () => {
    expect(codeName('channel', 'phone', 'sv')).toBe('Telefon')
    expect(codeName('channel', 'not-recorded', 'fi')).toBe('Ei kirjattu')
    expect(codeName('channel', 'telegram', 'en')).toBe('telegram')
    expect(codeName('municipality', '837', 'sv')).toBe('Tammerfors')
    expect(codeName('municipality', '837', 'en')).toBe('Tampere')
    expect(codeName('county', '08', 'en')).toBe('Wellbeing services county of Pirkanmaa')
  })

  it('tell a code from a word', () => {
    expect(isCode('reason', 'treatment')).toBe(true)
    expect(isCode('reason', 'Kohtelu')).toBe(false)
    expect(isCode('reason', 'constructor')).toBe(false)
    expect(isCode('reason', 'not-recorded')).toBe(false)
    expect(isCode('municipality', '837')).toBe(true)
    expect(isCode('municipality', '588')).toBe(false)
    expect(isCode('municipality', '478')).toBe(false)
    expect(isCode('county', '90')).toBe(true)
    expect(isCode('county', '91')).toBe(false)
  })

  it('hold 22 counties, each with an English name of its own', () => {
    expect(counties).toHaveLength(22)
    for (const county of counties) expect(countyName(county.code, 'en')).not.toBe(county.fi)
    expect(countyName('91', 'fi')).toBe('Ahvenanmaa')
    expect(countyName('77', 'fi')).toBe('77')
  })
})

describe('services of a task', () => {
  it('end with other and hold only services of the list', () => {
    const all = codeList('service').map((service) => service.code)
    for (const task of codeList('serviceTask')) {
      const services = servicesOf(task.code).map((service) => service.code)
      expect(services.at(-1), task.code).toBe('other')
      expect(new Set(services).size, task.code).toBe(services.length)
      for (const service of services) expect(all).toContain(service)
    }
  })

  it('leave no service without a task, and give all when the task is not known', () => {
    for (const service of codeList('service')) {
      expect(
        tasksOf(service.code).filter((task) => task.code !== 'other').length,
        service.code,
      ).toBeGreaterThan(0)
    }
    expect(servicesOf(undefined)).toHaveLength(codeList('service').length)
    expect(servicesOf('other')).toHaveLength(codeList('service').length)
    expect(servicesOf('early-childhood').map((service) => service.code)).toEqual([
      'day-care',
      'client-fees',
      'other',
    ])
  })
})

describe('everyday topics', () => {
  it('lead only to codes that exist and belong together', () => {
    for (const topic of EVERYDAY_TOPICS) {
      if (topic.serviceTask) expect(isCode('serviceTask', topic.serviceTask), topic.id).toBe(true)
      if (topic.service) {
        expect(
          servicesOf(topic.serviceTask).map((service) => service.code),
          topic.id,
        ).toContain(topic.service)
      }
      for (const reason of topic.reasons) expect(isCode('reason', reason), topic.id).toBe(true)
    }
  })

  it('end with a way for the one who does not know, which guesses nothing', () => {
    expect(EVERYDAY_TOPICS.at(-1)?.id).toBe('not-known')
    expect(everydayTopic('not-known')).toMatchObject({ reasons: [] })
    expect(everydayTopic('not-known')?.serviceTask).toBeUndefined()
    expect(new Set(EVERYDAY_TOPICS.map((topic) => topic.id)).size).toBe(EVERYDAY_TOPICS.length)
  })

  it('send health care to the patient ombudsman', () => {
    expect(everydayTopic('health-care')?.elsewhere?.sv).toContain('Patientombudet')
  })
})

describe('dimensions', () => {
  it('are told apart from other words', () => {
    expect(isDimension('ageBand')).toBe(true)
    expect(isDimension('age_band')).toBe(false)
  })

  it('name their values', () => {
    expect(dimensionValueName('month', '03', 'fi')).toBe('Maaliskuu')
    expect(dimensionValueName('month', '2026-12', 'sv')).toBe('December')
    expect(dimensionValueName('month', '13', 'en')).toBe('13')
    expect(dimensionValueName('reason', 'fees', 'en')).toBe('Fees')
    expect(dimensionValueName('municipality', '091', 'sv')).toBe('Helsingfors')
  })

  it('list their codes, and only reasons and actions can be several', () => {
    expect(dimensionCodes('month')).toHaveLength(12)
    expect(dimensionCodes('municipality')).toHaveLength(293)
    expect(dimensionCodes('nature')).toEqual(['dissatisfaction', 'enquiry', 'other', 'not-recorded'])
    expect(DIMENSIONS.filter((dimension) => DIMENSION[dimension].multiple)).toEqual(['reason', 'action'])
  })
})

describe('old terms', () => {
  it('find what a word is called today', () => {
    expect(currentTerms('Miten tavoitan sosiaaliasiamiehen?').map((term) => term.sv)).toEqual(['socialombud'])
    expect(currentTerms('tehostettu palveluasuminen').map((term) => term.fi)).toEqual([
      'ympärivuorokautinen palveluasuminen',
    ])
    expect(currentTerms('david')).toEqual([])
  })
})

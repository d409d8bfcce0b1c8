import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { blockedBy, WHYS, type Why } from '../../src/law/calendar.ts'
import { easterSunday } from '../../src/law/easter.ts'
import { isWorkingDay } from '../../src/law/working-day.ts'
import { holidaysByLibrary } from './library-holidays.ts'

const why = (date: string) => blockedBy(Temporal.PlainDate.from(date))

describe('easter', () => {
  it('falls where the almanac says', () => {
    for (const date of ['1990-04-15', '2000-04-23', '2008-03-23', '2026-04-05', '2038-04-25', '2100-03-28']) {
      expect(easterSunday(Number(date.slice(0, 4))).toString()).toBe(date)
    }
  })
})

describe('the days that move an end', () => {
  it('agree with another library by name, for every day from 1990 to 2100', () => {
    for (let year = 1990; year <= 2100; year += 1) {
      const expected = holidaysByLibrary(year)
      const last = new Temporal.PlainDate(year, 12, 31)
      for (
        let date = new Temporal.PlainDate(year, 1, 1);
        Temporal.PlainDate.compare(date, last) <= 0;
        date = date.add({ days: 1 })
      ) {
        const names = expected.get(date.toString())
        const found = blockedBy(date)
        if (names) expect(names, date.toString()).toContain(found)
        else
          expect(found, date.toString()).toBe(
            [undefined, 'saturday', 'sunday'][Math.max(0, date.dayOfWeek - 5)],
          )
      }
    }
  })

  it('carry every name of the interface at some time', () => {
    const seen = new Set<Why | undefined>()
    for (let date = new Temporal.PlainDate(2026, 1, 1); date.year === 2026; date = date.add({ days: 1 })) {
      seen.add(blockedBy(date))
    }
    expect([...WHYS].filter((name) => !seen.has(name))).toEqual([])
  })

  it('leave New Year’s Eve and Maundy Thursday alone, and name Easter Saturday a Saturday', () => {
    expect(why('2026-12-31')).toBeUndefined()
    expect(why('2026-04-02')).toBeUndefined()
    expect(why('2026-04-04')).toBe('saturday')
    expect(why('2026-05-10')).toBe('sunday')
  })
})

describe('working days', () => {
  const counts = (date: string, parameters = {}) => isWorkingDay(Temporal.PlainDate.from(date), parameters)

  it('leave out Saturdays and eves unless told otherwise', () => {
    expect(counts('2026-11-24')).toBe(true)
    expect(counts('2026-11-28')).toBe(false)
    expect(counts('2026-11-28', { saturdayCounts: true })).toBe(true)
    expect(counts('2026-12-24')).toBe(false)
    expect(counts('2026-12-24', { eveCounts: true })).toBe(true)
    expect(counts('2026-12-31')).toBe(true)
  })

  it('never count a Sunday or a holiday', () => {
    const all = { saturdayCounts: true, eveCounts: true }
    for (const date of ['2026-11-29', '2026-12-26', '2026-06-20', '2026-10-31', '2026-05-01']) {
      expect(counts(date, all), date).toBe(false)
    }
  })

  it('need both parameters for a Christmas Eve on a Saturday, and none helps one on a Sunday', () => {
    expect(counts('2022-12-24', { eveCounts: true })).toBe(false)
    expect(counts('2022-12-24', { saturdayCounts: true })).toBe(false)
    expect(counts('2022-12-24', { saturdayCounts: true, eveCounts: true })).toBe(true)
    expect(counts('2028-12-24', { saturdayCounts: true, eveCounts: true })).toBe(false)
  })
})

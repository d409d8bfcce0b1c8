import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWords, listGaps, readCase, readCaseNumber } from '../../src/cases/index.ts'
import { municipalities } from '../../src/classification/index.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { verifyAudit } from '../../src/custody/verify-audit.ts'
import { STORIES } from '../../src/demo/cases.ts'
import { makeContacts } from '../../src/demo/contacts.ts'
import { fillDemo, NotADemo, progressBar } from '../../src/demo/index.ts'
import { DELAYED_MUNICIPALITY, DEMO_COUNTY, PLACES } from '../../src/demo/place.ts'
import { seeded } from '../../src/demo/random.ts'
import { SCRIPTS } from '../../src/demo/scripts.ts'
import { workflows } from '../../workflows/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { nodesOf } from '../workflows/charts.ts'

const NOW = '2026-11-24T12:00:00Z'
let house: TestHouse
let told: string[]
const progress: number[] = []
const rows = async <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (await house.database.owner.query(sql, values)).rows as T[]

beforeAll(async () => {
  house = await testHouse({ organisations: [DEMO_COUNTY], now: NOW })
  // What a filling leaves that was killed in the middle.
  const killed = new Error('killed')
  await expect(
    fillDemo(house, house.database.owner, (done) => {
      if (done > 0.35) throw killed
    }),
  ).rejects.toThrow(killed)
  told = await fillDemo(house, house.database.owner, (done) => progress.push(done))
}, 400_000)
afterAll(() => house?.close())

describe('the demonstration', () => {
  it.each(
    Object.values(workflows)
      .flat()
      .map((workflow) => [workflow.id, workflow] as const),
  )('has a case in every state of %s', async (kind, workflow) => {
    const wanted = nodesOf(workflow)
      .filter((node) => node.type === 'atomic' && !node.tags.includes('quiet'))
      .map((node) => node.path.join('.'))
    const found = await rows<{ state: string }>(
      'select distinct unnest(state) as state from "case" where kind = $1',
      kind,
    )
    expect(found.map(({ state }) => state).sort()).toEqual([...wanted].sort())
  })

  it('keeps dates in order: nothing in the future, no step before the one that led to it', async () => {
    const wrong = await rows(
      `select c.number from "case" c join case_event e on e.case_id = c.id
       where e.at > $1 or e.at < c.opened_at or c.closed_at < c.opened_at or c.changed_at > $1
       union all select 'contact' from contact where at > $1
       union all select 'notice' from notice where planned_at > $1 or sent_at < planned_at`,
      NOW,
    )
    expect(wrong).toEqual([])
    const order = await rows<{ ok: boolean }>(
      `select bool_and(at >= before) as ok from (select at, lag(at) over (order by seq) as before
         from audit_entry where organisation = $1) e where before is not null`,
      DEMO_COUNTY,
    )
    expect(order).toEqual([{ ok: true }])
    expect(await verifyAudit(house.database.owner)).toMatchObject({ ok: true })
  })

  it('has gaps on the board: some open, some closed too late, one with a loop of three authorities and its sheet', async () => {
    const board = await inOffice(house, DEMO_COUNTY, { kind: 'system' }, (t) =>
      listGaps(t, { state: 'open' }, { size: 50 }),
    )
    const loops = board.rows.flatMap(({ figures }) => figures.handOffs.loops)
    expect(loops).toContainEqual({ authorities: ['kela', 'county', 'employment-area', 'kela'] })
    expect(board.rows.filter(({ figures }) => figures.urgent.length > 0).length).toBeGreaterThan(0)
    const [counted] = await rows<{ months: number; late: number; sheets: number }>(
      `select count(distinct month)::int as months, count(*) filter (where too_late)::int as late,
         (select count(*)::int from gap_sheet) as sheets from benefit_gap`,
    )
    expect(counted!.months).toBeGreaterThanOrEqual(5)
    expect(counted!.late).toBeGreaterThan(3)
    expect(counted!.sheets).toBe(1)
    const ahead = await rows('select id from benefit_gap where found_at > $1 or closed_at > $1', NOW)
    expect(ahead).toEqual([])
  })

  it('gives each person who wrote their own words back, sealed in the database', async () => {
    const [found] = await rows<{ id: string }>(`select id from "case" where municipality = '322' limit 1`)
    const file = await inOffice(house, DEMO_COUNTY, { kind: 'system' }, (t) => readCase(t, found!.id))
    const story = STORIES.find(({ text }) => text === file.account.text)!
    expect(file.person.name).toBe(story.name)
    const whole = JSON.stringify(
      await rows(`select c.*, n.variables, n.text from "case" c left join notice n on n.case_id = c.id`),
    )
    for (const { name } of STORIES) expect(whole).not.toContain(name)
  })

  it('lets a wave of delays grow in one municipality', async () => {
    const quarters = await rows<{ n: number }>(
      `select count(*)::int as n from contact where municipality = $1 and service = 'home-care' and 'waiting-time' = any(reasons)
       group by year, (month - 1) / 3 order by year, (month - 1) / 3`,
      DELAYED_MUNICIPALITY,
    )
    const counts = quarters.map(({ n }) => n)
    const [earlier, later] = [counts.slice(-5, -3), counts.slice(-3)]
    expect(Math.min(...later)).toBeGreaterThan(Math.max(...earlier))
    const elsewhere = await rows<{ n: number }>(
      `select count(*)::int as n from contact where municipality = '853' and service = 'home-care' and 'waiting-time' = any(reasons)`,
    )
    expect(counts.reduce((sum, n) => sum + n)).toBeGreaterThan(3 * elsewhere[0]!.n)
  })

  it('lets a wave of lost income come and go', async () => {
    const months = await rows<{ n: number }>(
      `select count(*) filter (where 'income' = any(reasons))::int as n from contact where year = 2026 group by month order by month`,
    )
    const counts = months.map(({ n }) => n)
    const peak = counts.indexOf(Math.max(...counts))
    expect(peak).toBeGreaterThanOrEqual(3)
    expect(peak).toBeLessThanOrEqual(5)
    expect(counts[peak]).toBeGreaterThan(2 * counts[0]!)
    expect(counts[peak]).toBeGreaterThan(2 * counts.at(-2)!)
  })

  it('has quiet summers, three counting units and the two languages of the county', async () => {
    const [units] = await rows<{ contacts: number; cases: number; people: number }>(
      `select count(*)::int as contacts, count(distinct case_unit)::int as cases, count(distinct person_unit)::int as people from contact`,
    )
    expect(units!.contacts).toBeGreaterThan(8000)
    expect(units!.contacts).toBeLessThan(12_500)
    expect(units!.cases).toBeLessThan(units!.contacts)
    expect(units!.people).toBeLessThan(units!.cases)
    const [season] = await rows<{ july: number; october: number; archipelago: number }>(
      `select count(*) filter (where month = 7)::int as july, count(*) filter (where month = 10)::int as october,
         (count(*) filter (where municipality = '322' and language = 'sv'))::float / count(*) filter (where municipality = '322') as archipelago
       from contact where year = 2025`,
    )
    expect(season!.july).toBeLessThan(0.7 * season!.october)
    expect(season!.archipelago).toBeGreaterThan(0.4)
  })

  it('has mails that went out, one that could not, and the newest still to go', async () => {
    const states = await rows<{ state: string; n: number }>(
      'select state, count(*)::int as n from notice group by 1',
    )
    const of = Object.fromEntries(states.map(({ state, n }) => [state, n]))
    expect(of.sent).toBeGreaterThan(100)
    expect(of.undelivered).toBeGreaterThan(0)
    expect(of.planned).toBeGreaterThan(0)
    const lost = await rows(
      `select n.id from notice n where n.state = 'planned' and not exists
         (select 1 from graphile_worker._private_jobs j where j.key = 'notice:' || n.id)`,
    )
    expect(lost).toEqual([])
  })

  it('has its people, who have no password, sample populations, and what is written and released', async () => {
    const staff = await rows<{ role: string; n: number }>(
      `select role, count(*)::int as n from staff where demo and active and password_hash = '' group by 1 order by 1`,
    )
    expect(staff).toEqual([
      { role: 'admin', n: 1 },
      { role: 'authority', n: 1 },
      { role: 'lead', n: 1 },
      { role: 'ombudsman', n: 2 },
    ])
    expect(await rows(`select 1 from population where not sample`)).toEqual([])
    expect(await rows(`select distinct language from report_section where year = 2025`)).toHaveLength(3)
    expect(
      await rows(
        `select municipality, year, language from release where withdrawn_at is null order by language`,
      ),
    ).toEqual([
      { municipality: DELAYED_MUNICIPALITY, year: 2025, language: 'fi' },
      { municipality: DELAYED_MUNICIPALITY, year: 2025, language: 'sv' },
    ])
  })

  it('has letters at every step, answers gone through, consents and agreements', async () => {
    const states = await rows<{ state: string }>('select distinct state from letter order by state')
    expect(states.map(({ state }) => state)).toEqual(['approved', 'cancelled', 'draft', 'offered', 'sent'])
    const [made] = await rows<{ checked: number; consents: number; kept: number }>(
      `select (select count(*)::int from letter_point where answered is not null) as checked,
         (select count(*)::int from consent where withdrawn_at is null and given_at is not null) as consents,
         (select count(*)::int from agreement_item where kept = 'yes') as kept`,
    )
    for (const count of Object.values(made!)) expect(count).toBeGreaterThan(1)
  })

  it('tells where to go, with a case that can be followed', () => {
    expect(told.join('\n')).toContain('http://localhost:8080/desk')
    expect(readCaseNumber(/AV-\S+\d/.exec(told.join('\n'))![0])).not.toBeNull()
  })

  it('tells how far it is, forwards only, to the end', () => {
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect([progress[0], progress.at(-1)]).toEqual([0, 1])
  })

  it('is filled once', async () => {
    const before = await rows(`select count(*) from contact`)
    await fillDemo(house, house.database.owner, () => {
      throw new Error('filled again')
    })
    expect(await rows(`select count(*) from contact`)).toEqual(before)
  })

  it('comes out the same from the same seed', async () => {
    const other = await testHouse({ organisations: [DEMO_COUNTY], now: NOW })
    const enough = new Error('enough')
    try {
      // The first half of the cases tells as much as all of them.
      const half = fillDemo(other, other.database.owner, (done) => {
        if (done > 0.6) throw enough
      })
      await expect(half).rejects.toThrow(enough)
      const last = `select max(at) as at from case_event where actor_kind <> 'system'`
      const [until] = (await other.database.owner.query<{ at: Date }>(last)).rows
      const expected = await contentOf(house, until!.at)
      expect(expected.events.length).toBeGreaterThan(100)
      expect(await contentOf(other, until!.at)).toEqual(expected)
    } finally {
      await other.close()
    }
  }, 400_000)

  it('leaves an office in use alone', async () => {
    const other = await testHouse({ organisations: [DEMO_COUNTY, '08'] })
    try {
      const staff = `insert into staff (id, organisation, email, name, role, password_hash)
        values (gen_random_uuid(), '08', 'a@example.fi', 'A', 'lead', 'x')`
      await other.database.owner.query(staff)
      await expect(fillDemo(other, other.database.owner)).rejects.toThrow(NotADemo)
    } finally {
      await other.close()
    }
  })
})

/** What happened before a moment: everything but ids, keys and what is sealed under them. */
async function contentOf({ database }: TestHouse, until: Date) {
  const all = async (sql: string) => (await database.owner.query(sql, [until])).rows
  return {
    contacts: await all(
      `select at, channel, contact_person, language, municipality, age_band, service_task, service, provider_mode,
         nature, reasons, actions, outcome, source
       from contact where case_id is null and at < $1
       order by at, municipality, service, channel, contact_person, age_band, reasons, actions, outcome`,
    ),
    events: await all(
      `select c.number, c.kind, c.municipality, e.at, e.type, e.fields - 'staff' - 'gap' as fields, e.state_after, e.actor_kind,
         e.note_sealed is not null as noted
       from case_event e join "case" c on c.id = e.case_id where e.at < $1
       order by c.number, e.at, e.type, e.actor_kind,
         (e.fields - 'staff' - 'gap')::text`,
    ),
    clocks: await all(
      `select c.number, k.rule, k.started_on from clock k join "case" c on c.id = k.case_id
       where k.rule like 'OFFICE%' and k.started_on < $1::date order by 1, 2, 3`,
    ),
    notices: await all(
      `select template, language, planned_at from notice where planned_at < $1 order by 3, 1, 2`,
    ),
  }
}

describe('what it is made of', () => {
  it('draws the same from the same seed, and another from another', () => {
    const now = new Date(NOW)
    expect(makeContacts(seeded(1), now)).toEqual(makeContacts(seeded(1), now))
    expect(makeContacts(seeded(2), now)).not.toEqual(makeContacts(seeded(1), now))
  })

  it.each(['2026-01-01T10:00:00Z', '2027-02-28T23:30:00Z', '2028-07-15T04:00:00Z'])(
    'makes contacts up to %s and none after',
    (time) => {
      const contacts = makeContacts(seeded(1), new Date(time))
      expect(contacts.length).toBeGreaterThan(5000)
      expect(contacts.at(-1)!.contactAt.getTime()).toBeLessThan(new Date(time).getTime())
      expect(new Set(contacts.map(({ id }) => id)).size).toBe(contacts.length)
    },
  )

  it('knows every municipality of its county, and uses every script', () => {
    const own = municipalities.filter(({ county }) => county === DEMO_COUNTY).map(({ code }) => code)
    expect(Object.keys(PLACES).sort()).toEqual([...own].sort())
    for (const { place } of STORIES) expect(own).toContain(place)
    expect([...new Set(STORIES.map(({ script }) => script))].sort()).toEqual(Object.keys(SCRIPTS).sort())
  })

  it('shows a bar on a terminal and lines elsewhere', () => {
    const shown = (terminal: boolean) => {
      let text = ''
      const bar = progressBar({ out: (more) => (text += more) }, terminal)
      for (const done of [0, 0.1, 0.1, 0.5, 0.5, 1]) bar.show(done)
      bar.done()
      return text
    }
    expect(shown(true)).toMatch(/^\r[^\n]*100 %\n$/)
    expect(shown(false)).toBe(['0', '50', '100'].map((n) => `Filling the demonstration: ${n} %\n`).join(''))
  })

  it('has the words of every text indexed where it was written, as a later filling would index them', async () => {
    const words = () =>
      rows<{ kind: string }>(
        `select kind, text_id, case_id, contact_id, key_id, array(select unnest(words) order by 1)::text[] as words
         from text_word where words <> '{}' order by 2, 1`,
      )
    const written = await words()
    expect(new Set(written.map(({ kind }) => kind)).size).toBeGreaterThan(8)
    await rows('delete from text_word')
    await rows('delete from word_fill')
    await fillWords(house)
    expect(await words()).toEqual(written)
  })
})

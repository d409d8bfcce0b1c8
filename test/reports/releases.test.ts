import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactRow } from '../../src/cases/contact-row.ts'
import { inOffice, type OfficeTransaction } from '../../src/custody/transaction.ts'
import {
  listReleases,
  listSections,
  openRelease,
  previewAnnualReport,
  publishAnnualReport,
  releaseSummary,
  SectionRefused,
  saveSection,
  withdrawRelease,
} from '../../src/reports/index.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { fillYear } from './made-year.ts'

let house: TestHouse
const lead = randomUUID()
beforeAll(async () => {
  house = await testHouse({ now: '2027-01-20T09:00:00Z' })
  await fillYear(house, 2026, 400)
})
afterAll(() => house.close())

const asLead = <T>(work: (t: OfficeTransaction) => Promise<T>, organisation = '08') =>
  inOffice(house, organisation, { kind: 'staff', id: lead }, work, { timeout: 120_000 })

async function reader(municipality: string | null, language = 'fi', more = {}): Promise<string> {
  const id = randomUUID()
  const row = {
    id,
    organisation: '08',
    email: `${id}@example.fi`,
    name: 'Lukija',
    role: 'authority',
    ...more,
  }
  await asLead((t) => t.sql.staff.create({ data: { ...row, municipality, language, passwordHash: '' } }))
  return id
}
const audit = async (event: string) =>
  (
    await house.database.owner.query<{ subject_id: string; details: Record<string, unknown> }>(
      'select subject_id, details from audit_entry where event = $1 order by seq',
      [event],
    )
  ).rows

describe('a released summary', () => {
  const asked = { municipality: '837', year: 2026, lang: 'fi' } as const

  it('is kept as it was, recorded, and promised to its readers alone', { timeout: 240_000 }, async () => {
    const [own, whole] = [await reader('837', 'sv'), await reader(null)]
    await reader('604')
    await reader('837', 'fi', { active: false })
    const { id, notified } = await asLead((t) => releaseSummary(t, asked))
    expect(notified).toBe(2)
    const notices = await asLead((t) => t.sql.notice.findMany({ where: { template: 'summary-released' } }))
    expect(new Set(notices.map((notice) => notice.staffId))).toEqual(new Set([own, whole]))
    expect(notices.find((notice) => notice.staffId === own)).toMatchObject({
      language: 'sv',
      variables: {
        facts: { municipality: 'Tammerfors', period: '2026' },
        path: `/authority/summaries/${id}`,
      },
    })
    expect(await audit('summary.released')).toEqual([
      { subject_id: id, details: { municipality: '837', year: 2026, quarter: null, language: 'fi' } },
    ])
    const opened = await asLead((t) => openRelease(t, id, { municipality: '837' }))
    expect(opened).toMatchObject({
      municipality: '837',
      year: 2026,
      title: 'Sosiaaliasiavastaavan yhteenveto: Tampere',
    })
    expect(opened!.html).toMatch(/^<article class="doc" lang="fi">/)
    expect((await readPdf(opened!.pdf)).pages).toHaveLength(2)
    expect(opened!.figures.tables.map((table) => table.name)).toContain('contacts-by-service-task')
    expect(await audit('summary.read')).toMatchObject([{ subject_id: id }])
  })

  it('is seen by the readers of its municipality and of the whole area, and by nobody else', async () => {
    const { id } = await asLead((t) => releaseSummary(t, { ...asked, lang: 'en' }))
    const sees = async (who: Parameters<typeof listReleases>[1], organisation = '08') =>
      asLead(async (t) => {
        const listed = (await listReleases(t, who)).some((release) => release.id === id)
        expect((await openRelease(t, id, who)) !== null).toBe(listed)
        return listed
      }, organisation)
    expect(await sees({ municipality: '837' })).toBe(true)
    expect(await sees({ municipality: null })).toBe(true)
    expect(await sees('office')).toBe(true)
    expect(await sees({ municipality: '604' })).toBe(false)
    expect(await sees('public')).toBe(false)
    expect(await sees({ municipality: null }, '90')).toBe(false)
    expect(await sees('office', '90')).toBe(false)
  })

  it('gives way to a newer one of the same period and language', async () => {
    const first = await asLead((t) => releaseSummary(t, { ...asked, quarter: 2, lang: 'sv' }))
    const other = await asLead((t) => releaseSummary(t, { ...asked, quarter: 3, lang: 'sv' }))
    const second = await asLead((t) => releaseSummary(t, { ...asked, quarter: 2, lang: 'sv' }))
    const ids = (await asLead((t) => listReleases(t, { municipality: '837' }))).map((release) => release.id)
    expect(ids).toEqual(expect.arrayContaining([second.id, other.id]))
    expect(ids).not.toContain(first.id)
    const kept = (await asLead((t) => listReleases(t, 'office'))).find((release) => release.id === first.id)
    expect(kept!.withdrawnAt).toEqual(house.now())
  })

  it('can be withdrawn once', async () => {
    const { id } = await asLead((t) => releaseSummary(t, { ...asked, quarter: 1 }))
    expect(await asLead((t) => withdrawRelease(t, id), '90')).toBe(false)
    expect(await asLead((t) => withdrawRelease(t, id))).toBe(true)
    expect(await asLead((t) => withdrawRelease(t, id))).toBe(false)
    expect(await asLead((t) => openRelease(t, id, { municipality: '837' }))).toBeNull()
    expect((await audit('summary.withdrawn')).map((entry) => entry.subject_id)).toEqual([id])
  })

  it('leaves nothing behind when the transaction fails', async () => {
    const count = () => asLead(async (t) => [await t.sql.release.count(), await t.sql.notice.count()])
    const before = await count()
    await expect(
      asLead(async (t) => {
        await releaseSummary(t, { ...asked, municipality: '604' })
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await count()).toEqual(before)
  })
})

describe('a published report', () => {
  it('is open to everybody until it is withdrawn, and told to readers in their language', async () => {
    const [finn, swede] = [await reader(null, 'fi'), await reader('211', 'sv')]
    const { id } = await asLead((t) => publishAnnualReport(t, { year: 2026, lang: 'sv' }))
    const notices = await asLead((t) => t.sql.notice.findMany({ where: { template: 'report-published' } }))
    const told = notices.map((notice) => notice.staffId)
    expect(told).toContain(swede)
    expect(told).not.toContain(finn)
    const seen = async (who: Parameters<typeof listReleases>[1]) =>
      (await asLead((t) => listReleases(t, who))).map((release) => release.id)
    for (const who of ['public', 'office', { municipality: '604' }] as const)
      expect(await seen(who)).toContain(id)
    const opened = await asLead((t) => openRelease(t, id, 'public'))
    expect(opened).toMatchObject({ kind: 'annual-report', title: 'Socialombudets årsredogörelse 2026' })
    expect(opened!.figures.threshold).toBe(5)
    expect(await audit('report.published')).toMatchObject([{ subject_id: id }])
    await asLead((t) => withdrawRelease(t, id))
    expect(await seen('public')).toEqual([])
  })
})

/** Contacts that come in after the year was told of. */
async function late(count: number, more: { municipality?: string } = {}): Promise<void> {
  await asLead(async (t) => {
    for (let i = 0; i < count; i++) {
      const codes = {
        channel: 'letter',
        reasons: ['fees'],
        contactAt: new Date('2026-05-05T09:00:00Z'),
        ...more,
      }
      const units = { caseId: null, caseUnit: randomUUID(), personUnit: randomUUID(), keyId: null }
      t.insert('contact', contactRow(t, codes, { ...units, source: 'desk' }))
    }
  })
}

describe('figures that were told before', { timeout: 240_000 }, () => {
  type Tables = Awaited<ReturnType<typeof openReport>>
  const openReport = async (id: string) => {
    const opened = await asLead((t) => openRelease(t, id, 'office'))
    return opened!.figures.tables.map(({ name, rows }) => ({
      name,
      rows: rows.map(({ code, cells }) => [code, ...cells]),
    }))
  }
  const publish = async (lang: 'fi' | 'sv'): Promise<Tables> =>
    openReport((await asLead((t) => publishAnnualReport(t, { year: 2026, lang }))).id)
  const release = async (lang: 'fi' | 'sv') =>
    openReport((await asLead((t) => releaseSummary(t, { municipality: '837', year: 2026, lang }))).id)
  /** As data: the order of rows is that of each language's alphabet. */
  const figures = (tables: Tables) =>
    tables.map(({ name, rows }) => [name, [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))])

  it('are told again as they were where the difference would tell of one contact', async () => {
    const [report, summary] = [await publish('fi'), await release('fi')]
    await late(1, { municipality: '837' })
    expect(figures(await publish('sv'))).toEqual(figures(report))
    expect(figures(await release('sv'))).toEqual(figures(summary))
  })

  it('are told anew once enough has changed, and what was hidden stays hidden', async () => {
    const before = await publish('fi')
    await late(12, { municipality: '604' })
    const after = await publish('fi')
    const count = (tables: Tables, name: string, code: string) =>
      tables.find((table) => table.name === name)!.rows.find(([row]) => row === code)?.[1]
    const total = count(before, 'contacts-by-channel', 'total') as number
    expect(count(after, 'contacts-by-channel', 'total')).toBe(total + 13)
    for (const { name, rows } of before)
      for (const [code, shown] of rows)
        if (shown === null && name !== 'contacts-by-municipality')
          expect([name, code, count(after, name, String(code))]).toEqual([name, code, null])
  })
})

describe('what the ombudsman writes', () => {
  it('is offered, kept by language, shown in the report, and recorded without its words', async () => {
    const offered = await asLead((t) => listSections(t, { year: 2026, lang: 'sv' }))
    expect(offered.map((section) => section.key)).toEqual([
      'followed-up',
      'opening',
      'observations',
      'recommendations',
      'closing',
    ])
    expect(offered.every((section) => section.hint && section.title && section.markdown === '')).toBe(true)
    await asLead((t) =>
      saveSection(t, {
        year: 2026,
        lang: 'sv',
        key: 'observations',
        markdown: 'Väntetiderna **växte**.\u0000',
      }),
    )
    const [, , observations] = await asLead((t) => listSections(t, { year: 2026, lang: 'sv' }))
    expect(observations).toMatchObject({ markdown: 'Väntetiderna **växte**.', updatedBy: lead })
    const report = (lang: 'fi' | 'sv') =>
      asLead(async (t) =>
        JSON.stringify(await previewAnnualReport(t, { year: 2026, lang, audience: 'office' })),
      )
    expect(await report('sv')).toContain('"växte"')
    expect(await report('fi')).not.toContain('växte')
    expect((await audit('report.section-written'))[0]).toEqual({
      subject_id: '2026',
      details: { language: 'sv', key: 'observations', characters: 23 },
    })
    expect(await asLead((t) => listSections(t, { year: 2026, lang: 'sv' }), '90')).toEqual(offered)
    await asLead((t) => saveSection(t, { year: 2026, lang: 'sv', key: 'observations', markdown: ' ' }))
    expect(await asLead((t) => listSections(t, { year: 2026, lang: 'sv' }))).toEqual(offered)
  })

  it('is refused without a usable key or title, or when it is too long', async () => {
    const save = (key: string, title: string | undefined, markdown = 'x') =>
      asLead((t) => saveSection(t, { year: 2026, lang: 'fi', key, title, markdown }))
    await expect(save('Oma luku', 'Oma luku')).rejects.toThrow(SectionRefused)
    await expect(save('oma', '')).rejects.toThrow(SectionRefused)
    await expect(save('opening', undefined, 'x'.repeat(100_001))).rejects.toThrow(SectionRefused)
    await save('oma', 'Oma luku')
    expect((await asLead((t) => listSections(t, { year: 2026, lang: 'fi' }))).at(-1)).toMatchObject({
      key: 'oma',
      title: 'Oma luku',
      hint: '',
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inOffice } from '../../src/custody/transaction.ts'
import { verifyAudit } from '../../src/custody/verify-audit.ts'
import { newId } from '../../src/database/new-id.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house?.close())

const staff = { kind: 'staff', id: newId() } as const
const population = (organisation: string) => ({
  organisation,
  municipality: '837',
  year: 2025,
  residents: 1,
  source: 'test',
})

describe('tenancy', () => {
  it('shows an office its own rows only, and nothing without an office', async () => {
    await inOffice(house, '08', staff, (t) => t.sql.population.create({ data: population('08') }))
    await inOffice(house, '90', staff, (t) => t.sql.population.create({ data: population('90') }))
    const seen = await inOffice(house, '08', staff, (t) => t.sql.population.findMany())
    expect(seen.map((row) => row.organisation)).toEqual(['08'])
    expect(await house.prisma.population.findMany()).toEqual([])
  })
  it('refuses to write into another office', async () => {
    await expect(
      inOffice(house, '08', staff, (t) =>
        t.sql.population.create({ data: { ...population('90'), year: 2024 } }),
      ),
    ).rejects.toThrow(/row-level security/)
  })
  it('does not let one transaction leave its office to the next on the same connection', async () => {
    await inOffice(house, '08', staff, async () => {})
    for (let i = 0; i < 20; i++) expect(await house.prisma.population.count()).toBe(0)
  })
})

describe('audit', () => {
  it('commits with the change and vanishes with it', async () => {
    await expect(
      inOffice(house, '90', staff, async (t) => {
        t.audit({ event: 'case.read', subjectKind: 'case', subjectId: 'x' })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await inOffice(house, '90', staff, (t) => t.sql.auditEntry.count())).toBe(0)
  })
  it('chains entries of many at once without a gap', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        inOffice(house, '08', staff, async (t) => {
          t.audit({ event: 'case.read', subjectKind: 'case', subjectId: String(n) })
          t.audit({ event: 'search', details: { n, words: ['ä'] } })
        }),
      ),
    )
    const rows = await inOffice(house, '08', staff, (t) =>
      t.sql.auditEntry.findMany({ orderBy: { seq: 'asc' } }),
    )
    expect(rows.map((row) => Number(row.seq))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    expect(await verifyAudit(house.database.owner)).toMatchObject({
      entries: 40,
      ok: true,
      firstBad: null,
      bad: [],
    })
  })
  it('cannot be written, changed or removed by the application', async () => {
    const direct = (sql: string) =>
      inOffice(house, '08', staff, (t) => t.sql.$executeRawUnsafe(sql)).then(
        () => 'done',
        (error: Error) => error.message,
      )
    expect(await direct(`update audit_entry set event = 'x'`)).toMatch(/permission denied/)
    expect(await direct(`delete from audit_entry`)).toMatch(/permission denied/)
    expect(await direct(`update audit_head set seq = 0`)).toMatch(/permission denied/)
    expect(await direct(`insert into audit_entry select * from audit_entry limit 1`)).toMatch(
      /permission denied/,
    )
  })
  it('shows any entry that was changed, removed or put in behind its back', async () => {
    const { owner } = house.database
    const attack = async (sql: string) => {
      const client = await owner.connect()
      try {
        await client.query('begin')
        await client.query('alter table audit_entry disable trigger audit_entry_fixed')
        await client.query(sql)
        return await verifyAudit(client)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(
      await attack(`update audit_entry set event = 'search' where organisation = '08' and seq = 7`),
    ).toMatchObject({
      ok: false,
      firstBad: { organisation: '08', seq: 7 },
    })
    expect(await attack(`delete from audit_entry where organisation = '08' and seq = 9`)).toMatchObject({
      ok: false,
      firstBad: { organisation: '08', seq: 9 },
    })
    expect(await attack(`delete from audit_entry where organisation = '08' and seq = 40`)).toMatchObject({
      ok: false,
      firstBad: { organisation: '08', seq: 40 },
    })
    expect(
      await attack(`update audit_entry set details = '{"n":99}' where organisation = '08' and seq = 1`),
    ).toMatchObject({ ok: false, firstBad: { organisation: '08', seq: 1 } })
  })
})

describe('jobs', () => {
  it('are planned with the change or not at all', async () => {
    const count = async () =>
      Number((await house.database.owner.query('select count(*) from graphile_worker.jobs')).rows[0].count)
    await inOffice(house, '08', staff, async (t) => {
      t.planJob('deliver-notice', { id: 'a' }, { key: 'k1' })
      throw new Error('no')
    }).catch(() => {})
    expect(await count()).toBe(0)
    await inOffice(house, '08', staff, async (t) => t.planJob('deliver-notice', { id: 'a' }, { key: 'k1' }))
    await inOffice(house, '08', staff, async (t) => t.planJob('deliver-notice', { id: 'b' }, { key: 'k1' }))
    expect(await count()).toBe(1)
    await inOffice(house, '08', staff, async (t) => t.cancelJob('k1'))
    expect(await count()).toBe(0)
  })
})

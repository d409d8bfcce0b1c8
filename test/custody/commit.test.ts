import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
const search = (n: number) => ({ event: 'search', details: { n } }) as const
const key = (organisation: string) => ({
  id: newId(),
  organisation,
  wrapped: Buffer.from('x'),
  masterKey: 'x',
})

it('links entries in the order of the calls, whatever is written in between', async () => {
  await inOffice(house, '08', staff, async (t) => {
    t.audit(search(1))
    t.audit(search(2))
    await t.flush()
    t.audit(search(3))
    await t.flush()
    t.audit(search(4))
  })
  const rows = await inOffice(house, '08', staff, (t) =>
    t.sql.auditEntry.findMany({ orderBy: { seq: 'asc' } }),
  )
  expect(rows.map((row) => (row.details as { n: number }).n)).toEqual([1, 2, 3, 4])
  expect((await verifyAudit(house.database.owner)).ok).toBe(true)
})

it('leaves no entry waiting after the commit, and shows none to the application before it', async () => {
  await inOffice(house, '08', staff, async (t) => {
    t.audit(search(5))
    await t.flush()
    await expect(t.ask('select * from app.audit_pending')).rejects.toThrow(/permission denied/)
  }).catch((error) => expect(error.message).toMatch(/transaction/))
  const { rows } = await house.database.owner.query('select count(*)::int as n from app.audit_pending')
  expect(rows[0].n).toBe(0)
})

it('takes entries for the office of the transaction only', async () => {
  await expect(
    inOffice(house, '08', staff, (t) =>
      t.ask(`insert into app.audit_pending (organisation, entries) values ('90', '[]')`),
    ),
  ).rejects.toThrow(/row-level security/)
})

it('refuses rows of another office', async () => {
  await expect(inOffice(house, '08', staff, async (t) => t.insert('dataKey', key('90')))).rejects.toThrow(
    /row-level security/,
  )
})

it('begins no transaction outside an office, and none for what is not the code of one', async () => {
  await expect(house.prisma.$transaction(async (sql) => sql.dataKey.count())).rejects.toThrow(/office/)
  await expect(inOffice(house, "08'; drop table x; --", staff, async () => {})).rejects.toThrow(/office/)
})

it('writes nothing once its time has run out, not even in the transaction that comes next on the connection', async () => {
  const late = key('08')
  const work = inOffice(
    house,
    '08',
    staff,
    async (t) => {
      await setTimeout(200)
      t.insert('dataKey', late)
    },
    { timeout: 50 },
  )
  await expect(work).rejects.toThrow()
  await Promise.all(
    Array.from({ length: 20 }, () =>
      inOffice(house, '08', staff, (t) => setTimeout(20, t.sql.dataKey.count())),
    ),
  )
  expect(
    await inOffice(house, '08', staff, (t) => t.sql.dataKey.findUnique({ where: { id: late.id } })),
  ).toBe(null)
})

it('plans the last of several jobs with one key', async () => {
  await inOffice(house, '08', staff, async (t) => {
    t.planJob('clean-up', { n: 1 }, { key: 'once' })
    t.planJob('clean-up', { n: 2 }, { key: 'once' })
    t.planJob('clean-up', { n: 3 })
    t.planJob('clean-up', { n: 4 })
  })
  const { rows } = await house.database.owner.query(
    'select payload from graphile_worker._private_jobs order by id',
  )
  expect(rows.map((row) => row.payload.n).sort()).toEqual([2, 3, 4])
})

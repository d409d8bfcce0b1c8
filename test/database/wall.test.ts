import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gapInput } from '../../src/cases/gaps/gap-input.ts'
import { declareConflict, recordGap } from '../../src/cases/index.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const columns = (name: string) =>
  office.rows<{ table: string }>(
    `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = $1
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and has_table_privilege('asiavastaava_app', c.oid, 'select') order by 1`,
    name,
  )

describe('the wall between offices', () => {
  it('shows nothing of any table of an office to a query without one', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, (t) =>
      recordGap(
        t,
        { caseId },
        gapInput.parse({ benefit: 'basic-assistance', authority: 'kela', cause: 'processing-delay' }),
      ),
    )
    const tables = (await columns('organisation')).map(({ table }) => table)
    expect(tables).toEqual(
      expect.arrayContaining(['case', 'contact', 'data_key', 'staff', 'case_bar', 'audit_entry']),
    )
    for (const table of tables) {
      const rows = await house.prisma.$queryRawUnsafe(`select 1 from "${table}" limit 1`).catch(() => [])
      // The answer to a repeated request is looked for before its office is known, and sealed under the request's own key.
      // The directory of bodies is for everybody.
      if (!['idempotent_answer', 'body'].includes(table)) expect(rows, table).toEqual([])
    }
  })
})

describe('the wall of a conflict of interest', () => {
  it('stands before every table that names a case', async () => {
    const walled = await office.rows<{ table: string }>(
      `select c.relname as table from pg_policy p join pg_class c on c.oid = p.polrelid
       where p.polname like 'locked_case_id' and not p.polpermissive order by 1`,
    )
    expect(walled).toEqual(await columns('case_id'))
  })

  it('hides each row of them from the one who is locked out, and from nobody else', async () => {
    const { caseId } = await office.submit()
    const tables = (await columns('case_id')).map(({ table }) => table)
    const counted = (who: Office['maija']) =>
      office.as(who, async (t) => {
        const found: Record<string, number> = {}
        for (const table of tables)
          found[table] = (await t.ask(`select 1 from "${table}" where case_id = $1::uuid`, [caseId])).length
        return found
      })
    const before = await counted(office.maija)
    expect(before).toMatchObject({ clock: expect.any(Number), message: 1, contact: 1 })
    await office.as(office.maija, (t) => declareConflict(t, caseId))
    expect(await counted(office.maija)).toEqual(Object.fromEntries(tables.map((table) => [table, 0])))
    expect(await counted(office.pekka)).toEqual({ ...before, case_bar: 1 })
  })
})

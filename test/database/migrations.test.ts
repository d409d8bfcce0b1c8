import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrationNames } from '../../src/database/migrate.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { schemaDiff } from './schema-diff.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house?.close())

it('leads to exactly the tables of the Prisma schema', async () => {
  const sql = await schemaDiff(house.ownerUrl)
  expect(sql.replace(/^--.*$/gm, '').trim()).toBe('')
})

it('records every migration as Prisma does', async () => {
  const { rows } = await house.database.owner.query(
    'select migration_name, checksum from _prisma_migrations order by 1',
  )
  expect(rows.map((row) => row.migration_name)).toEqual(migrationNames())
  for (const row of rows) expect(row.checksum).toMatch(/^[0-9a-f]{64}$/)
})

it('gives the application a role that owns nothing and cannot step around row-level security', async () => {
  const role = `${house.database.name}_app`
  const { rows } = await house.database.owner.query(
    `select r.rolsuper, r.rolbypassrls, r.rolcreaterole,
       (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
     from pg_roles r where r.rolname = $1`,
    [role],
  )
  expect(rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 })
})

it('guards every table that names an organisation', async () => {
  const { rows } = await house.database.owner.query(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
       and has_table_privilege('asiavastaava_app', c.oid, 'select')`,
  )
  // The answer to a repeated request is looked for before its office is known; it is sealed under the request's own key.
  expect(rows.map((row) => row.relname)).toEqual(['idempotent_answer'])
})

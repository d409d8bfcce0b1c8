import type pg from 'pg'
import counties from '../classification/data/counties.json' with { type: 'json' }
import { countyName } from '../classification/index.ts'

/**
 * Makes the offices named in ORGANISATIONS where they do not exist yet, and marks which are served.
 * Runs as the owner at the start; an office's own words (phone, hours) are never touched.
 */
export async function provisionOffices(owner: pg.Pool, organisations: string[]): Promise<void> {
  await owner.query(
    `insert into organisation (code, name_fi, name_sv, name_en)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict (code) do nothing`,
    [
      counties.map((county) => county.code),
      counties.map((county) => county.fi),
      counties.map((county) => county.sv),
      counties.map((county) => countyName(county.code, 'en')),
    ],
  )
  await owner.query(`update organisation set served = (code = any($1)) where served <> (code = any($1))`, [
    organisations,
  ])
}

import { expect, it } from 'vitest'
import { statementNames } from '../../src/database/statement-names.ts'

it('names a statement from its third time on, and always the same', () => {
  const name = statementNames('s')
  const a = Array.from({ length: 5 }, () => name({ sql: 'select 1' }))
  expect(a).toEqual([undefined, undefined, 's0', 's0', 's0'])
})

it('gives no two texts one name', () => {
  const name = statementNames('s')
  const names = Array.from({ length: 50 }, (_, n) => [1, 2, 3].map(() => name({ sql: `select ${n}` })).at(-1))
  expect(new Set(names).size).toBe(50)
})

it('names no more than 200, and nothing that begins or ends a transaction', () => {
  const name = statementNames('s')
  for (let n = 0; n < 300; n++) for (let time = 0; time < 3; time++) name({ sql: `select ${n}` })
  expect(name({ sql: 'select 199' })).toBe('s199')
  expect(name({ sql: 'select 200' })).toBe(undefined)
  const other = statementNames('s')
  for (let time = 0; time < 5; time++) expect(other({ sql: 'COMMIT' })).toBe(undefined)
})

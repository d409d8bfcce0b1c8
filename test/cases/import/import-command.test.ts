import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importCommand } from '../../../src/cases/import/import-command.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { call, csv } from './file.ts'

let house: TestHouse
const folder = mkdtempSync(join(tmpdir(), 'import-'))
const good = join(folder, 'good.csv')
const mixed = join(folder, 'mixed.csv')
beforeAll(async () => {
  house = await testHouse()
  writeFileSync(good, csv([call, { ...call, channel: 'email' }]))
  writeFileSync(
    mixed,
    csv([
      { ...call, channel: 'letter' },
      { ...call, channel: 'fax' },
    ]),
  )
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await house.close()
})

async function run(args: string[]) {
  let [out, err] = ['', '']
  const write = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const exit = await importCommand(args, write, house)
  return { exit, out, err }
}

describe('import-contacts command', () => {
  it('prints exactly the fields of the interface', async () => {
    const args = [good, '--organisation', '08', '--json']
    expect(await run([...args, '--dry-run'])).toMatchObject({
      exit: 0,
      out: '{"accepted":2,"duplicates":0,"rejected":[]}\n',
    })
    expect((await run(args)).out).toBe('{"accepted":2,"duplicates":0,"rejected":[]}\n')
    expect((await run(args)).out).toBe('{"accepted":0,"duplicates":2,"rejected":[]}\n')
  })

  it('ends with 1 when a row is bad, with 0 when the good ones were wanted, and tells it in the language', async () => {
    const args = [mixed, '--organisation', '08', '--lang', 'sv']
    const refused = await run([...args, '--json'])
    expect(refused.exit).toBe(1)
    expect(JSON.parse(refused.out)).toMatchObject({
      accepted: 0,
      duplicates: 0,
      rejected: [{ row: 3, column: 'channel', value: 'fax', code: 'code-unknown' }],
    })
    const told = await run(args)
    expect(told.out).toMatch(/Rad 3: channel: Värdet fax/)
    expect(told.out).toContain('Ingenting togs in.')
    expect((await run([...args, '--partial'])).exit).toBe(0)
  })

  it.each([
    [[], 2, 'missing-file'],
    [['x.csv'], 2, 'missing-organisation'],
    [['x.csv', '--organisation', '77'], 2, 'unknown-organisation'],
    [['x.csv', '--organisation', '01'], 1, 'organisation-not-served'],
    [['nowhere.csv', '--organisation', '08'], 2, 'unreadable-file'],
    [[folder, '--organisation', '08'], 2, 'unreadable-file'],
    [['x.csv', '--organisation', '08', '--lang', 'de'], 2, 'wrong-lang'],
    [['x.csv', '--organisation', '08', '--colour'], 2, 'wrong-option'],
  ] as [string[], number, string][])('ends %j with %i', async (args, exit, code) => {
    const result = await run([...args, '--json'])
    expect(result.exit).toBe(exit)
    expect(JSON.parse(result.out).error.code).toBe(code)
    expect(result.err).not.toBe('')
  })
})

import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { makeNextKey, readKeyFiles, tidyKeyFiles } from '../../src/custody/key-files.ts'
import { openKeySource } from '../../src/custody/key-sources.ts'
import { keyring, masterKey } from '../../src/custody/keys.ts'
import { runKeyCommand, words } from '../../src/custody/run-key-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'asiavastaava-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let n = 0
const dataDir = () => join(folder, String(++n))

const one = randomBytes(32)
const two = randomBytes(32)
const ids = (keys: { id: string }[]) => keys.map(({ id }) => id)

describe('keyring', () => {
  it('derives what HKDF-SHA256 derives from the master key, as installations of before rely on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (bytes, purpose) => {
        const expected = Buffer.from(hkdfSync('sha256', bytes, 'asiavastaava', purpose, 32))
        expect(keyring(Buffer.from(bytes)).derive(purpose)).toEqual(expected)
      }),
    )
  })
})

describe('where the master key comes from', () => {
  it('takes it in hexadecimal or base64, from the variable, a file or a command', async () => {
    const file = join(folder, 'named.key')
    writeFileSync(file, `${one.toString('base64')}\n`)
    const dir = dataDir()
    const places = [
      { masterKey: one.toString('hex') },
      { masterKey: one.toString('base64') },
      { file },
      { command: `cat "${file}"` },
    ]
    for (const place of places)
      expect(ids((await openKeySource({ dataDir: dir, ...place }, true)).read())).toEqual([masterKey(one).id])
    expect(readKeyFiles(dir)).toEqual([])
  })
  it('knows earlier keys beside it, the newest first', async () => {
    const file = join(folder, 'both.key')
    writeFileSync(file, `${two.toString('hex')}\n${one.toString('hex')}\n`)
    const previous = one.toString('base64')
    const expected = [masterKey(two).id, masterKey(one).id]
    for (const place of [{ masterKey: two.toString('hex'), previous }, { file }, { command: `cat ${file}` }])
      expect(ids((await openKeySource({ dataDir: dataDir(), ...place }, true)).read())).toEqual(expected)
  })
  it('makes one in the data directory that only its owner can read, and none when told not to', async () => {
    const dir = dataDir()
    await expect(openKeySource({ dataDir: dir }, false)).rejects.toThrow(/There is no master key/)
    const made = (await openKeySource({ dataDir: dir }, true)).read()
    expect(made).toHaveLength(1)
    expect(statSync(join(dir, 'keys', 'master.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(dir, 'keys'))).toEqual(['master.key'])
    expect(ids((await openKeySource({ dataDir: dir }, true)).read())).toEqual(ids(made))
  })
  it('never repeats what stands where the key should be', async () => {
    const secret = 'kaksikymmentäkolme-salaista-merkkiä'
    const file = join(folder, 'bad.key')
    writeFileSync(file, secret)
    const wrong = [
      { masterKey: secret },
      { masterKey: one.toString('hex'), previous: secret },
      { file },
      { command: `cat ${file}` },
      { command: `sh -c 'cat ${file} >&2; exit 3'` },
      { command: `sh -c 'echo ${secret}'` },
      { file: join(folder, 'none.key') },
      { command: join(folder, 'no-such-program') },
    ]
    for (const place of wrong) {
      const error = await openKeySource({ dataDir: dataDir(), ...place }, true).catch((e: Error) => e)
      expect(error).toBeInstanceOf(Error)
      const { message } = error as Error
      expect(message).not.toContain(secret)
      expect(message).toMatch(/^.*(MASTER_KEY|\.key).*$/)
    }
  })
})

describe('the command for the key', () => {
  it('goes through no shell', async () => {
    expect(await runKeyCommand('echo $HOME `id` ; * | cat')).toBe('$HOME `id` ; * | cat\n')
    expect(words(`a "b c" 'd "e' f\\ g h"i"'j' ""`)).toEqual(['a', 'b c', 'd "e', 'f g', 'hij', ''])
    expect(() => words('a "b')).toThrow(/quotation mark/)
  })
  it('reads back any words that were quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (list) => {
        const line = list.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(' ')
        expect(words(line)).toEqual(list)
      }),
    )
  })
  it('is given a time and a length, and what it started ends with it', async () => {
    const mark = join(folder, 'mark')
    await expect(runKeyCommand(`sh -c '(sleep 1; touch ${mark}) & wait'`, 100)).rejects.toThrow(
      /sh did not answer within 0.1 seconds/,
    )
    await expect(runKeyCommand('yes', 5000)).rejects.toThrow(/printed more than a key/)
    await new Promise((done) => setTimeout(done, 1500))
    expect(() => statSync(mark)).toThrow()
  })
})

describe('key files', () => {
  it('put the new key in the place of the old one, which is kept aside and read no more', async () => {
    const dir = dataDir()
    const [first] = (await openKeySource({ dataDir: dir }, true)).read()
    const before = readFileSync(join(dir, 'keys', 'master.key'), 'utf8')
    const next = makeNextKey(dir)
    expect(ids(readKeyFiles(dir))).toEqual([first!.id, next.id])
    // The database still names the first one: nothing is moved.
    expect(tidyKeyFiles(dir, first!.id)).toEqual([])
    expect(ids(readKeyFiles(dir))).toEqual([first!.id, next.id])
    const aside = join(dir, 'keys', `retired-${first!.id}.key`)
    expect(tidyKeyFiles(dir, next.id)).toEqual([aside])
    expect(ids(readKeyFiles(dir))).toEqual([next.id])
    expect(readFileSync(aside, 'utf8')).toBe(before)
    expect(tidyKeyFiles(dir, next.id)).toEqual([])
  })
})

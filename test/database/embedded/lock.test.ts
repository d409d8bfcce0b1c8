import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tryLock } from '../../../src/database/embedded/lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'asiavastaava-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Whether another process would get the lock now. */
async function othersGet(file: string, how: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    `const { tryLock } = await import(${JSON.stringify(new URL('../../../src/database/embedded/lock.ts', import.meta.url).href)})
     console.log(await tryLock(${JSON.stringify(file)}, '${how}') ? 'got' : 'busy')`,
  ])
  return stdout.trim() === 'got'
}

describe('locks of the data directory', () => {
  it('hold against other processes, also after the holder itself has tried again', async () => {
    const file = join(folder, 'owner.lock')
    const lock = await tryLock(file, 'exclusive')
    expect(lock).not.toBeNull()
    expect(await tryLock(file, 'exclusive')).toBeNull()
    expect(await othersGet(file, 'exclusive')).toBe(false)
    lock!.release()
    expect(await othersGet(file, 'exclusive')).toBe(true)
  })

  it('are shared by those who ask for a share and keep out who wants all', async () => {
    const file = join(folder, 'users.lock')
    const one = await tryLock(file, 'shared')
    const two = await tryLock(file, 'shared')
    expect(await othersGet(file, 'shared')).toBe(true)
    one!.release()
    expect(await othersGet(file, 'exclusive')).toBe(false)
    two!.release()
    expect(await othersGet(file, 'exclusive')).toBe(true)
  })

  it('tell a folder that may not be written as that', async () => {
    await expect(tryLock(join(folder, 'no', 'such.lock'), 'exclusive')).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})

import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseAccount, chooseLauncher } from '../../../src/database/embedded/run-as.ts'

const root = process.getuid?.() === 0
let dataDir: string
let cluster: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'asiavastaava-run-as-'))
  cluster = join(dataDir, 'cluster')
  mkdirSync(cluster)
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** A number that is nobody's on this machine. */
const stranger = () => {
  const known = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => Number(line.split(':')[2]))
  return Array.from({ length: 100 }, (_, one) => 54_321 + one).find((uid) => !known.includes(uid))!
}
const daemon = { name: 'daemon', uid: 1, gid: 1 }

describe('the user of the server', () => {
  it.skipIf(root)('is who starts it, when that is not root', async () => {
    expect(await chooseAccount(dataDir, cluster)).toEqual({ name: 'this user' })
  })

  it.runIf(root)('is for root the owner of the cluster, then of the data directory', async () => {
    chownSync(dataDir, 1, 1)
    expect(await chooseAccount(dataDir, join(dataDir, 'none-yet'))).toEqual(daemon)
    chownSync(dataDir, 0, 0)
    chownSync(cluster, 1, 1)
    expect(await chooseAccount(dataDir, cluster)).toEqual(daemon)
  })

  it.runIf(root)('is for root somebody else where everything is root’s', async () => {
    const account = await chooseAccount(dataDir, cluster)
    expect(['asiavastaava', 'postgres', 'nobody']).toContain(account.name)
    expect(account.uid).toBeGreaterThan(0)
  })

  it.runIf(root)('is not guessed for a cluster whose owner the machine does not know', async () => {
    chownSync(cluster, stranger(), 0)
    await expect(chooseAccount(dataDir, cluster)).rejects.toThrow(/does not know: give it to a known user/)
  })

  it('can run PostgreSQL, and is not root then', async () => {
    const launcher = await chooseLauncher(await chooseAccount(dataDir, cluster))
    const child = launcher.run('postgres', ['--version'], { cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout!.on('data', (chunk) => (said += chunk))
    await new Promise((resolve) => child.on('close', resolve))
    expect(said).toMatch(/^postgres \(PostgreSQL\) 18/)
    expect(launcher.account.uid).not.toBe(0)
  })
})

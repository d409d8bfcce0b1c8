import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DataDir, dataDirectory, isThere, type Program, serve, start, submit } from './program.ts'

let data: DataDir
let running: Program[]
beforeEach(() => {
  data = dataDirectory()
  running = []
})
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  await data.remove()
})
const served = async (env: Record<string, string> = {}) => {
  const program = await serve({ DATA_DIR: data.path, ...env })
  running.push(program)
  return program
}

describe('starting and stopping', () => {
  it('lets one program serve a data directory, tells the second so, and lets commands join', async () => {
    const { url } = await served()
    const second = start(['serve'], { DATA_DIR: data.path })
    expect(await second.ended).toBe(1)
    expect(second.said().trim().split('\n')).toEqual([expect.stringContaining('already serves')])
    // The same when it is started the same way, on the port that the first has.
    const twice = start(['serve'], { DATA_DIR: data.path, PORT: new URL(url).port })
    expect(await twice.ended).toBe(1)
    expect(twice.said().trim().split('\n')).toEqual([expect.stringContaining('already serves')])
    const command = start(['audit-verify', '--json'], { DATA_DIR: data.path })
    expect(await command.ended).toBe(0)
    expect(command.said()).toContain('"ok":true')
    // A command knows the server's address and its offices.
    const invite = (office: string) =>
      start(['invite', 'a@example.org', '--organisation', office, '--role', 'lead'], {
        DATA_DIR: data.path,
        ORGANISATIONS: '',
      })
    const invited = invite('08')
    expect(await invited.ended).toBe(0)
    expect(invited.said()).toContain(`:${new URL(url).port}/desk/set-up/`)
    expect(await invite('90').ended).toBe(1)
  })

  it('answers what is at hand when told to stop, and ends with 0 and no PostgreSQL', async () => {
    const program = await served()
    const answers = Array.from({ length: 12 }, () => submit(program.url))
    await setTimeout(60)
    program.child.kill('SIGTERM')
    const sent = await Promise.all(answers)
    expect(await program.ended).toBe(0)
    // A connection may have come after the door closed; none that was let in is left without an answer.
    expect(sent.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
    expect(() => data.postmaster()).toThrow()
    const again = await served()
    for (const { accepted } of sent) if (accepted) expect(await isThere(again.url, accepted)).toBe(true)
  })

  it('takes on the PostgreSQL of a program that was killed', async () => {
    const first = await served()
    const { accepted } = await submit(first.url)
    const orphan = data.postmaster()
    first.child.kill('SIGKILL')
    await first.ended
    process.kill(orphan, 0)
    const second = await served()
    expect(data.postmaster()).toBe(orphan)
    expect(await isThere(second.url, accepted!)).toBe(true)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(() => data.postmaster()).toThrow()
  })

  it('recovers when program and PostgreSQL were both killed', async () => {
    const first = await served()
    const { accepted } = await submit(first.url)
    process.kill(data.postmaster(), 'SIGKILL')
    first.child.kill('SIGKILL')
    await first.ended
    const second = await served()
    expect(await isThere(second.url, accepted!)).toBe(true)
  })

  it('makes its PostgreSQL anew when it was killed while making it', async () => {
    const first = start(['serve'], { DATA_DIR: data.path })
    const home = join(data.path, 'postgres')
    const halfMade = () =>
      existsSync(home) &&
      readdirSync(home).some(
        (name) => name.startsWith('cluster.new') && existsSync(join(home, name, 'base', '1')),
      )
    while (!halfMade()) await setTimeout(5)
    first.child.kill('SIGKILL')
    await first.ended
    expect(existsSync(join(home, 'cluster'))).toBe(false)
    const second = await served()
    expect((await submit(second.url)).status).toBe(201)
    expect(readdirSync(home).filter((name) => name.startsWith('cluster'))).toEqual(['cluster'])
  })

  it('works in a folder that nobody else may enter, and keeps its keys to itself', async () => {
    chmodSync(data.path, 0o700)
    const { url } = await served()
    expect((await submit(url)).status).toBe(201)
    const modeOf = (...path: string[]) => statSync(join(data.path, ...path)).mode & 0o777
    expect(modeOf()).toBe(0o700)
    for (const name of readdirSync(join(data.path, 'keys'))) expect(modeOf('keys', name)).toBe(0o600)
    expect(modeOf('postgres', 'password')).toBe(0o600)
  })

  it('tells a taken port and a wrong DATABASE_URL in one line', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const onTaken = start(['serve'], { DATA_DIR: data.path, PORT: String(port) })
    expect(await onTaken.ended).toBe(1)
    expect(onTaken.said().trim().split('\n')).toEqual([expect.stringContaining(`PORT ${port} is taken`)])
    other.close()
    const wrong = start(['serve'], { DATA_DIR: data.path, DATABASE_URL: 'postgresql://x:y@127.0.0.1:1/x' })
    expect(await wrong.ended).toBe(1)
    expect(wrong.said().trim().split('\n')).toEqual([expect.stringContaining('DATABASE_URL')])
  })
})

import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import {
  type Accepted,
  type DataDir,
  dataDirectory,
  isThere,
  type Program,
  serve,
  start,
  submit,
} from './program.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'

const probe = smallDisk(1)
probe?.remove()
const SKIPPED = probe ? '' : ' (skipped: only root may mount the small disk this needs)'

let disk: SmallDisk | undefined
let data: DataDir | undefined
let program: Program | undefined
afterEach(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await data?.remove()
  disk?.remove()
  disk = data = program = undefined
})

it.skipIf(!probe)(`tells a disk that is full at the first start in one line${SKIPPED}`, async () => {
  // 20 megabytes hold the keys, but not half a PostgreSQL; then not even the keys.
  for (const full of [false, true]) {
    disk = smallDisk(20)!
    data = dataDirectory(disk.path)
    if (full) disk.fill()
    program = start(['serve'], { DATA_DIR: data.path })
    expect(await program.ended).toBe(1)
    expect(program.said().trim().split('\n')).toEqual([expect.stringMatching(/no space left on the disk/)])
    disk.free()
    disk.remove()
    disk = undefined
  }
})

it.skipIf(!probe)(`keeps what it acknowledged while the disk fills up and is freed${SKIPPED}`, async () => {
  disk = smallDisk(300)!
  data = dataDirectory(disk.path)
  const env = { DATA_DIR: data.path }
  const served = await serve(env)
  program = served
  const accepted: Accepted[] = []
  const statuses = new Set<number>()
  const refused: string[] = []
  const send = async (key?: string) => {
    const answer = await submit(served.url, key)
    statuses.add(answer.status)
    if (answer.accepted) accepted.push(answer.accepted)
    else refused.push(answer.key)
    return answer.status
  }
  for (let one = 0; one < 10; one++) expect(await send()).toBe(201)
  disk.fill()
  // PostgreSQL has room in the files it has made already; after those it says no.
  while (refused.length < 5) await Promise.all(Array.from({ length: 4 }, () => send()))
  expect(statuses).toEqual(new Set([201, 503]))

  disk.free()
  for (const key of [...refused]) while ((await send(key)) !== 201) await setTimeout(250)
  expect(statuses).toEqual(new Set([201, 503]))
  for (const one of accepted) expect(await isThere(served.url, one)).toBe(true)

  // A start on a disk that has become full says so, or serves with what room it has; it loses nothing either way.
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  disk.fill()
  const tight = start(['serve'], env)
  program = tight
  const ended = () => Promise.race([tight.ended, setTimeout(50, null)])
  while ((await ended()) === null && !/is ready/.test(tight.said())) await setTimeout(0)
  if (/is ready/.test(tight.said())) tight.child.kill('SIGTERM')
  else expect(tight.said().trim().split('\n')).toEqual([expect.stringMatching(/no space left on the disk/)])
  expect(await tight.ended).toBe(/is ready/.test(tight.said()) ? 0 : 1)
  disk.free()
  const again = await serve(env)
  program = again
  for (const one of accepted) expect(await isThere(again.url, one)).toBe(true)
  const verify = start(['audit-verify', '--json'], env)
  expect(await verify.ended).toBe(0)
  expect(verify.said()).toContain('"ok":true')
})

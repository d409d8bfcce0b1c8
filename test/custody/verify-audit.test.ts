import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditDigestCommand } from '../../src/custody/audit-digest-command.ts'
import { auditVerifyCommand } from '../../src/custody/audit-verify-command.ts'
import { readDigest, signDigests } from '../../src/custody/sign-digests.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { type Fault, verifyAudit } from '../../src/custody/verify-audit.ts'
import { newId } from '../../src/database/new-id.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
  for (const [organisation, count] of [
    ['08', 12],
    ['90', 3],
  ] as const)
    for (let n = 0; n < count; n++)
      await inOffice(house, organisation, { kind: 'staff', id: newId() }, async (t) =>
        t.audit({ event: 'case.read', subjectKind: 'case', subjectId: newId(), details: { n } }),
      )
})
afterAll(() => house?.close())

/** Works as one who has the whole server in hand; nothing of it stays. */
async function attack<T>(work: (owner: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await house.database.owner.connect()
  try {
    await client.query('begin')
    await client.query(`set local session_replication_role = replica`)
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** A chain of its own, as the database links it. */
async function writeChain(client: pg.PoolClient, entries: readonly object[]): Promise<void> {
  await client.query(`set local session_replication_role = origin`)
  await client.query(`set local app.organisation = '77'`)
  await client.query(`insert into app.audit_pending (organisation, entries) values ('77', $1)`, [
    JSON.stringify(entries),
  ])
  await client.query('set constraints all immediate')
  await client.query(`set local session_replication_role = replica`)
}

const entry = fc.record({
  at: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  actorKind: fc.constantFrom('staff', 'client', 'system'),
  actorId: fc.option(fc.uuid()),
  event: fc.constantFrom('case.read', 'search', 'session.opened'),
  subjectKind: fc.option(fc.constantFrom('case', 'staff')),
  subjectId: fc.option(fc.uuid()),
  details: fc.dictionary(
    fc.constantFrom('n', 'x', 'ä'),
    fc.oneof(fc.integer(), fc.constantFrom('a', 'b ', 'ö')),
  ),
})

type Mutation = (client: pg.PoolClient, seq: number, last: number) => Promise<Partial<Fault>[] | null>
const own = `organisation = '77'`
/** Links the entry anew, as one who knows how the chain is made. */
const relink = (client: pg.PoolClient, seq: number) =>
  client.query(
    `update audit_entry e set hash = sha256(e.previous || app.audit_text(e)) where ${own} and seq = $1`,
    [seq],
  )
const change =
  (set: string): Mutation =>
  async (client, seq) => {
    const { rowCount } = await client.query(`update audit_entry e set ${set} where ${own} and seq = $1`, [
      seq,
    ])
    return rowCount ? [{ seq, kind: 'changed' }] : null
  }
const shift = (client: pg.PoolClient, from: number, by: 1 | -1) =>
  // Far away first: numbers may not meet on the way.
  client
    .query(`update audit_entry set seq = seq + 100000 where ${own} and seq >= $1`, [from])
    .then(() =>
      client.query(`update audit_entry set seq = seq - 100000 + $1 where ${own} and seq > 100000`, [by]),
    )

const MUTATIONS: Record<string, Mutation> = {
  at: change(`at = at + interval '1 ms'`),
  actorKind: change(`actor_kind = actor_kind || 'x'`),
  actor: change(`actor_id = coalesce(nullif(actor_id, actor_id), gen_random_uuid())`),
  event: change(`event = event || '.x'`),
  subjectKind: change(
    `subject_kind = case when subject_kind is null then '-' end where true and ${own}`.split(' where')[0]!,
  ),
  subjectId: change(`subject_id = case when subject_id is null then '-' end`),
  details: change(`details = details || '{"z": 1}'`),
  previous: change(`previous = sha256(previous)`),
  hash: change(`hash = sha256(hash)`),
  boundary: change(`event = event || chr(31) || coalesce(subject_kind, '-'), subject_kind = chr(31)`),
  removed: async (client, seq, last) => {
    await client.query(`delete from audit_entry where ${own} and seq = $1`, [seq])
    return [seq === last ? { seq, kind: 'removed' } : { seq, kind: 'removed' }]
  },
  'removed and closed up': async (client, seq, last) => {
    if (seq === last) return null
    await client.query(`delete from audit_entry where ${own} and seq = $1`, [seq])
    await shift(client, seq + 1, -1)
    await client.query(`update audit_head set seq = seq - 1 where ${own}`)
    return [{ seq, kind: 'removed' }]
  },
  'changed and linked anew': async (client, seq, last) => {
    await client.query(`update audit_entry set event = 'forged' where ${own} and seq = $1`, [seq])
    await relink(client, seq)
    return [seq === last ? { seq, kind: 'head' } : { seq, kind: 'changed' }]
  },
  'inserted at the end': async (client, _, last) => {
    await client.query(
      `insert into audit_entry select organisation, seq + 1, at, actor_kind, actor_id, event, subject_kind, subject_id, details, hash, hash
       from audit_entry where ${own} and seq = $1`,
      [last],
    )
    await relink(client, last + 1)
    return [{ seq: last + 1, kind: 'inserted' }]
  },
  inserted: async (client, seq) => {
    await shift(client, seq, 1)
    await client.query(
      `insert into audit_entry select organisation, $1::bigint, at, actor_kind, null, 'forged', null, null, '{}',
         coalesce((select hash from audit_entry where ${own} and seq = $1::bigint - 1), ''), ''
       from audit_entry where ${own} and seq = $1::bigint + 1`,
      [seq],
    )
    await relink(client, seq)
    await client.query(`update audit_head set seq = seq + 1 where ${own}`)
    return [{ seq, kind: 'inserted' }]
  },
  swapped: async (client, seq, last) => {
    const other = seq === last ? seq - 1 : last
    if (other < 1) return null
    await client.query(`update audit_entry set seq = -1 where ${own} and seq = $1`, [seq])
    await client.query(`update audit_entry set seq = $1 where ${own} and seq = $2`, [seq, other])
    await client.query(`update audit_entry set seq = $1 where ${own} and seq = -1`, [other])
    return [
      { seq, kind: 'changed' },
      { seq: other, kind: 'changed' },
    ]
  },
  'tail cut': async (client, seq, last) => {
    await client.query(`delete from audit_entry where ${own} and seq >= $1`, [seq])
    return [{ seq, kind: 'removed', ...(last > seq ? { to: last } : {}) }]
  },
  'head moved': async (client, _, last) => {
    await client.query(`update audit_head set seq = seq + 1 where ${own}`)
    return [{ seq: last + 1, kind: 'head' }]
  },
  'head written over': async (client, _, last) => {
    await client.query(`update audit_head set hash = sha256(hash) where ${own}`)
    return [{ seq: last, kind: 'head' }]
  },
  'head taken away': async (client, _, last) => {
    await client.query(`delete from audit_head where ${own}`)
    return [{ seq: last, kind: 'head' }]
  },
}

describe('the check of the log', () => {
  it.each(Object.keys(MUTATIONS))('finds and names one fault in any chain: %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 9 }), fc.nat(), async (entries, at) => {
        await attack(async (client) => {
          await writeChain(client, entries)
          expect((await verifyAudit(client)).bad).toEqual([])
          const expected = await MUTATIONS[name]!(client, (at % entries.length) + 1, entries.length)
          if (!expected) return
          const verdict = await verifyAudit(client)
          expect(verdict.ok).toBe(false)
          for (const fault of expected) expect(verdict.bad).toContainEqual({ organisation: '77', ...fault })
          // Nothing is laid at another entry's door, save that the noted end no longer fits.
          const told = new Set(expected.map(({ seq }) => seq))
          expect(verdict.bad.filter(({ seq, kind }) => !told.has(seq!) && kind !== 'head')).toEqual([])
        })
      }),
      { numRuns: 25 },
    )
  })
})

describe('the daily digest', () => {
  const digestOf = (organisation: string) =>
    inOffice(house, organisation, { kind: 'system' }, (t) => readDigest(t))

  it('is signed once a day for every office, and for what belongs to none', async () => {
    house.setNow('2026-11-24T22:05:00Z')
    await signDigests(house)
    const first = await digestOf('08')
    expect(first).toMatchObject({ organisation: '08', day: '2026-11-24', seq: 12 })
    await inOffice(house, '08', { kind: 'system' }, async (t) => t.audit({ event: 'search' }))
    await signDigests(house)
    expect(await digestOf('08')).toEqual(first)
    // The hour between the two changes of day belongs to Finland's next day already.
    house.setNow('2026-11-25T21:59:00Z')
    await signDigests(house)
    expect(await digestOf('08')).toEqual(first)
    expect((await digestOf('--'))?.seq).toBe(0)
    const verdict = await verifyAudit(house.database.owner)
    expect(verdict).toMatchObject({ ok: true, digests: 3 })
  })

  it('tells of a tail written anew with its head, and of one cut off with it', async () => {
    const rewrite = async (client: pg.PoolClient) => {
      await client.query(`update audit_entry set event = 'forged' where organisation = '08' and seq = 5`)
      for (let seq = 5; seq <= 13; seq++)
        await client.query(
          `update audit_entry e set previous = b.hash, hash = sha256(b.hash || app.audit_text(
             jsonb_populate_record(e, jsonb_build_object('previous', b.hash))))
           from audit_entry b where e.organisation = '08' and b.organisation = '08' and e.seq = $1 and b.seq = $1 - 1`,
          [seq],
        )
      await client.query(
        `update audit_head h set hash = e.hash from audit_entry e where h.organisation = '08' and e.organisation = '08' and e.seq = 13`,
      )
    }
    await attack(async (client) => {
      await rewrite(client)
      expect((await verifyAudit(client)).bad).toEqual([
        { organisation: '08', seq: 12, kind: 'rewritten', day: '2026-11-24' },
      ])
    })
    await attack(async (client) => {
      await client.query(`delete from audit_entry where organisation = '08' and seq > 9`)
      await client.query(
        `update audit_head h set seq = 9, hash = e.hash from audit_entry e where h.organisation = '08' and e.organisation = '08' and e.seq = 9`,
      )
      expect((await verifyAudit(client)).bad).toEqual([
        { organisation: '08', seq: 12, kind: 'removed', day: '2026-11-24' },
      ])
    })
    // The whole log taken away with its end.
    await attack(async (client) => {
      await client.query(`delete from audit_entry`)
      await client.query(`delete from audit_head`)
      expect((await verifyAudit(client)).bad).toEqual([
        { organisation: '08', seq: 12, kind: 'removed', day: '2026-11-24' },
        { organisation: '90', seq: 3, kind: 'removed', day: '2026-11-24' },
      ])
    })
    // What came after the last digest is told, and all of it when there is none.
    const after = [{ organisation: '08', entries: 1, from: '2026-11-25', to: '2026-11-25' }]
    expect((await verifyAudit(house.database.owner)).unsigned).toEqual(after)
    await attack(async (client) => {
      await client.query('delete from audit_digest')
      expect((await verifyAudit(client)).unsigned).toMatchObject([
        { organisation: '08', entries: 13, to: '2026-11-25' },
        { organisation: '90', entries: 3 },
      ])
      const said: string[] = []
      const write = { out: (text: string) => said.push(text), err: () => {} }
      expect(await auditVerifyCommand([], write as never, client)).toBe(0)
      expect(said.join('')).toContain('Toimisto 90: 3 merkintää')
      expect(said.join('')).toContain('muualla säilytetystä tiivisteestä')
    })
    // Whoever takes the digests away too is found out by the one that was kept outside.
    const held = (await digestOf('08'))!
    await attack(async (client) => {
      await rewrite(client)
      await client.query('delete from audit_digest')
      expect((await verifyAudit(client)).ok).toBe(true)
      expect((await verifyAudit(client, [held])).bad).toEqual([
        { organisation: '08', seq: 12, kind: 'rewritten', day: '2026-11-24' },
      ])
    })
  })

  it('is itself held against its signature', async () => {
    await attack(async (client) => {
      await client.query(`update audit_digest set seq = seq - 1 where organisation = '08'`)
      expect((await verifyAudit(client)).bad).toEqual([
        { organisation: '08', seq: 11, kind: 'digest', day: '2026-11-24' },
      ])
    })
    const held = (await digestOf('08'))!
    expect((await verifyAudit(house.database.owner, [{ ...held, seq: 3 }])).bad).toMatchObject([
      { kind: 'digest' },
    ])
  })

  it('goes out by a command and comes back by another', async () => {
    const run = async (command: 'digest' | 'verify', ...args: string[]) => {
      const said = { out: '', err: '' }
      const write = {
        out: (text: string) => {
          said.out += text
        },
        err: (text: string) => {
          said.err += text
        },
      }
      const exit =
        command === 'digest'
          ? await auditDigestCommand(args, write, house)
          : await auditVerifyCommand(args, write, house.database.owner)
      return { exit, ...said }
    }
    const given = await run('digest', '--organisation', '08', '--json')
    expect(given.exit).toBe(0)
    const folder = mkdtempSync(join(tmpdir(), 'digest-'))
    const file = join(folder, 'digest.json')
    writeFileSync(file, given.out)
    const good = await run('verify', '--digest', file, '--json')
    expect(good.exit).toBe(0)
    expect(JSON.parse(good.out)).toMatchObject({ ok: true, firstBad: null, bad: [], digests: 4 })
    writeFileSync(file, JSON.stringify({ ...JSON.parse(given.out), hash: 'ab'.repeat(32) }))
    const bad = await run('verify', '--digest', file, '--lang', 'en')
    expect(bad.exit).toBe(1)
    expect(bad.out).toContain('the signature does not match')
    expect(await run('verify', '--digest', join(folder, 'none'))).toMatchObject({ exit: 2 })
    expect((await run('verify', '--nonsense')).err).toContain('Käyttö: audit-verify')
    expect((await run('verify', '--nonsense', '--lang', 'sv')).err).toContain('Användning: audit-verify')
    expect(await run('digest')).toMatchObject({ exit: 2 })
    expect(await run('digest', '--organisation', '08', '--day', '2026-02-30')).toMatchObject({ exit: 2 })
    expect(await run('digest', '--organisation', '08', '--day', '2026-02-20')).toMatchObject({ exit: 1 })
    expect(await run('digest', '--organisation', '01')).toMatchObject({ exit: 2 })
  })
})

describe('the application’s own role', () => {
  it('changes nothing that is recorded', async () => {
    const direct = (sql: string) =>
      inOffice(house, '08', { kind: 'system' }, (t) => t.sql.$executeRawUnsafe(sql)).then(
        () => 'done',
        (error: Error) => error.message,
      )
    for (const table of ['audit_entry', 'audit_head', 'audit_digest', 'audit_signing_key']) {
      const column = table === 'audit_signing_key' ? 'public_key' : 'hash'
      expect(await direct(`update ${table} set ${column} = ''`), table).toMatch(/permission denied/)
      expect(await direct(`delete from ${table}`), table).toMatch(/permission denied/)
      expect(await direct(`truncate ${table} cascade`), table).toMatch(/permission denied/)
    }
    expect(await direct(`insert into audit_head values ('08', 0, '')`)).toMatch(/permission denied/)
    expect(await direct(`insert into audit_entry select * from audit_entry limit 1`)).toMatch(
      /permission denied/,
    )
    expect(await direct(`select app.link_audit()`)).toMatch(/permission denied|trigger functions/)
    expect(await direct(`alter table audit_entry disable trigger all`)).toMatch(/must be owner/)
    // The key a digest was signed with stays, too.
    expect(await direct(`delete from data_key where id in (select key_id from audit_signing_key)`)).toMatch(
      /violates (RESTRICT setting of )?foreign key/,
    )
    const { owner } = house.database
    for (const sql of ['update audit_digest set seq = 0', 'delete from audit_entry', 'truncate audit_entry'])
      await expect(owner.query(sql)).rejects.toThrow('audit entries are never changed or removed')
  })
})

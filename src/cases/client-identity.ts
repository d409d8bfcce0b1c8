import { blindHashes } from '../custody/blind-index.ts'
import { type House, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import { Refusal } from './refusal.ts'
import type { CaseStanding } from './workflow-of.ts'

/** A case that a client has tied to an e-identification. */
export interface LinkedCase {
  id: string
  organisation: string
}

const hashOf = (house: Pick<House, 'keys'>, organisation: string, who: string) =>
  blindHashes(house.keys, organisation, 'identity', who)[0]!

/** The case is held until the change is written: what is being erased gets no new hash. */
async function keyOf(t: OfficeTransaction, caseId: string): Promise<string> {
  const [row] = await t.ask<{ keyId: string }>(
    `select key_id as "keyId" from "case" where id = $1::uuid for update`,
    [caseId],
  )
  if (!row) throw new Refusal('not-found')
  return row.keyId
}

/**
 * Ties the e-identification `who` (issuer and subject) to a case its client has open. Only a keyed hash of the office's
 * own is kept, under the case's data key, and is erased with it.
 * @throws Refusal not-found
 */
export async function linkIdentity(t: OfficeTransaction, caseId: string, who: string): Promise<void> {
  const keyId = await keyOf(t, caseId)
  const { organisation } = t
  t.insert('blindIndex', { organisation, kind: 'identity', hash: hashOf(t, organisation, who), keyId })
  t.audit({ event: 'client.identity-linked', subjectKind: 'case', subjectId: caseId })
}

/** Takes every e-identification off a case; number and receipt open it as before. @throws Refusal not-found */
export async function unlinkIdentity(t: OfficeTransaction, caseId: string): Promise<void> {
  const keyId = await keyOf(t, caseId)
  const { count } = await t.sql.blindIndex.deleteMany({ where: { kind: 'identity', keyId } })
  if (count > 0) t.audit({ event: 'client.identity-removed', subjectKind: 'case', subjectId: caseId })
}

/** How many e-identifications open the case. @throws Refusal not-found */
export async function identityLinked(t: OfficeTransaction, caseId: string): Promise<number> {
  const keyId = await keyOf(t, caseId)
  return t.sql.blindIndex.count({ where: { kind: 'identity', keyId } })
}

/** The cases tied to an e-identification in the offices served here, the latest first. */
export function casesOfIdentity(house: House, who: string): Promise<LinkedCase[]> {
  const hashes = house.organisations.map((organisation) => hashOf(house, organisation, who).toString('hex'))
  return house.prisma.$queryRaw<LinkedCase[]>`
    select * from app.cases_of_identity(${house.organisations}::text[],
      (select array_agg(decode(h, 'hex') order by n) from unnest(${hashes}::text[]) with ordinality as u(h, n)))`
}

/** Opens one of the cases tied to `who`; null when it is not one of them (any more). Recorded. */
export async function openWithIdentity(
  house: House,
  who: string,
  caseId: string,
): Promise<LinkedCase | null> {
  const found = (await casesOfIdentity(house, who)).find(({ id }) => id === caseId)
  if (!found) return null
  await inOffice(house, found.organisation, { kind: 'client' }, async (t) =>
    t.audit({
      event: 'case.read-by-client',
      subjectKind: 'case',
      subjectId: found.id,
      details: { how: 'identity' },
    }),
  )
  return found
}

export type StandingOfCase = CaseStanding & LinkedCase & { number: string; openedAt: Date }

/** What the client chooses by: number, day and state of each. Recorded for each case shown. */
export async function standingsOf(house: House, cases: readonly LinkedCase[]): Promise<StandingOfCase[]> {
  const rows: StandingOfCase[] = []
  for (const { id, organisation } of cases)
    await inOffice(house, organisation, { kind: 'client' }, async (t) => {
      const row = await t.sql.case.findUnique({
        where: { id },
        select: {
          ...{ id: true, organisation: true, number: true, openedAt: true },
          ...{ workflow: true, workflowVersion: true, snapshot: true },
        },
      })
      if (!row) return
      rows.push(row)
      t.audit({
        event: 'case.read-by-client',
        subjectKind: 'case',
        subjectId: id,
        details: { how: 'identity-list' },
      })
    })
  return rows
}

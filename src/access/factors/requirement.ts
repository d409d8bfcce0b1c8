import type { OfficeTransaction } from '../../custody/transaction.ts'

/** Whether the office asks its people for a second factor, and how many of those at work have none. */
export async function readRequirement(
  t: OfficeTransaction,
): Promise<{ required: boolean; without: number; withFactor: Set<string> }> {
  const { secondFactorRequired } = await t.sql.organisation.findUniqueOrThrow({
    where: { code: t.organisation },
    select: { secondFactorRequired: true },
  })
  const people = await t.sql.staff.findMany({
    where: { organisation: t.organisation },
    select: {
      id: true,
      active: true,
      factor: { select: { totpSince: true } },
      _count: { select: { passkeys: true } },
    },
  })
  const has = (one: (typeof people)[number]) => Boolean(one.factor?.totpSince) || one._count.passkeys > 0
  return {
    required: secondFactorRequired,
    without: people.filter((one) => one.active && !has(one)).length,
    withFactor: new Set(people.filter(has).map(({ id }) => id)),
  }
}

/** Makes a second factor a must, or no longer. Whoever has none is led to set one up at their next page. */
export async function changeRequirement(t: OfficeTransaction, required: boolean): Promise<void> {
  const { count } = await t.sql.organisation.updateMany({
    where: { code: t.organisation, secondFactorRequired: !required },
    data: { secondFactorRequired: required },
  })
  if (count > 0)
    t.audit({
      event: 'organisation.changed',
      subjectKind: 'organisation',
      subjectId: t.organisation,
      details: { fields: ['secondFactorRequired'], required },
    })
}

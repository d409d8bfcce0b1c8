import type { House } from '../custody/transaction.ts'

/** Removes what has outlived its purpose: expired drafts, kept answers, counts, forms of lost sessions. */
export async function cleanUp(house: House): Promise<void> {
  const now = house.now()
  const dayAgo = new Date(now.getTime() - 86_400_000)
  await house.prisma.draft.deleteMany({ where: { expiresAt: { lt: now } } })
  // A file whose sending broke off; those of a form go with the form.
  await house.prisma.heldFile.deleteMany({
    where: { draftHash: null, createdAt: { lt: new Date(now.getTime() - 3_600_000) } },
  })
  await house.prisma.idempotentAnswer.deleteMany({ where: { createdAt: { lt: dayAgo } } })
  await house.prisma.rateCount.deleteMany({ where: { resetsAt: { lt: now } } })
  await house.prisma.usedOnce.deleteMany({ where: { expiresAt: { lt: now } } })
  await house.prisma.lostForm.deleteMany({ where: { createdAt: { lt: dayAgo } } })
}

import type pg from 'pg'
import { closeFeedbackBatches } from '../cases/index.ts'
import type { House } from '../custody/transaction.ts'
import { liveThrough } from './cases.ts'
import { inThePast } from './clock.ts'
import { makeContacts, writeContacts } from './contacts.ts'
import { beginFilling, endFilling } from './filling.ts'
import { furnishOffice } from './office.ts'
import { seeded } from './random.ts'
import { writeReports } from './reports.ts'
import { signPosts } from './sign-posts.ts'
import { makeStaff } from './staff.ts'

/** The same seed, the same demonstration. */
const SEED = 1301

/**
 * Fills an empty database with one county's two years, up to now; a filled one is left as it is, a filling that was
 * broken off is done anew.
 * @param onProgress told how much is done, from 0 to 1
 * @returns lines that say where to go
 * @throws NotADemo when the database belongs to an office in use
 */
export async function fillDemo(
  house: House,
  owner: pg.Pool,
  onProgress: (done: number) => void = () => {},
): Promise<string[]> {
  const now = house.now()
  if ((await beginFilling(owner, now)) === 'filled') return signPosts(house)
  onProgress(0)
  const random = seeded(SEED)
  const contacts = makeContacts(random, now)
  const past = inThePast(house)
  past.set(contacts[0]?.contactAt ?? now)
  const staff = await makeStaff(past, random)
  await furnishOffice(past, now)
  await writeContacts(house, contacts, staff, (done) => onProgress(0.3 * done))
  const secret = await liveThrough(past, owner, staff, random, now, (done) => onProgress(0.3 + 0.65 * done))
  await closeFeedbackBatches(house)
  await writeReports(past, staff)
  await endFilling(owner, now)
  onProgress(1)
  return signPosts(house, secret)
}

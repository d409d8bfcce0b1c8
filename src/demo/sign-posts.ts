import type { House } from '../custody/transaction.ts'

/** Where to go in the demonstration. */
export function signPosts(house: House): string[] {
  const at = house.publicUrl
  return [
    `Portal      ${at}/fi   ${at}/sv   ${at}/en`,
    `Desk        ${at}/desk   one click on a name signs in`,
    `Authority   ${at}/authority   the reader of Salo`,
    `Mailbox     ${at}/demo/mailbox   the mails that would have left`,
  ]
}

import type { House } from '../custody/transaction.ts'
import type { OpenSecret } from './cases.ts'

/** Where to go in the demonstration. `secret` is known only when it has just been filled: receipts are not kept. */
export function signPosts(house: House, secret?: OpenSecret): string[] {
  const at = house.publicUrl
  return [
    `Portal      ${at}/fi   ${at}/sv   ${at}/en`,
    `Desk        ${at}/desk   one click on a name signs in`,
    `Authority   ${at}/authority   the reader of Salo`,
    `Mailbox     ${at}/demo/mailbox   the mails that would have left`,
    ...(secret
      ? [
          `Follow      ${at}/sv/follow   case ${secret.caseNumber}, follow-up code ${secret.receipt} (shown this once)`,
        ]
      : []),
  ]
}

/** The door of the room: notices are promised in a transaction, sent by the worker, and shown in the outbox. */
export { type DeliveryJob, deliverNotice } from './deliver.ts'
export { mailIsHeld } from './mail-held.ts'
export {
  countOutbox,
  listOutbox,
  OUTBOX_VIEWS,
  type OutboxKey,
  type OutboxRow,
  type OutboxView,
  readNotice,
} from './outbox.ts'
export { planNotice } from './plan.ts'
export { previewNotice } from './preview.ts'
export { releaseOutbox } from './release-outbox.ts'
export { cancelNotice, resendNotice } from './resend.ts'
export { isNoticeName, NOTICE_NAMES, NOTICES } from './template.ts'
export { createMailTransport, type MailTransport } from './transport.ts'

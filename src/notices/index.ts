/** The door of the room: notices are promised in a transaction, sent by the worker, and shown in the outbox. */
export { type DeliveryJob, deliverNotice } from './deliver.ts'
export { type Letter, writeLetter } from './letter.ts'
export {
  countOutbox,
  listOutbox,
  type NoticeState,
  type NoticeTrouble,
  OUTBOX_VIEWS,
  type OutboxKey,
  type OutboxRow,
  type OutboxView,
  readNotice,
  troubleOf,
} from './outbox.ts'
export { type PlannedNotice, planNotice } from './plan.ts'
export { previewNotice } from './preview.ts'
export { releaseOutbox } from './release-outbox.ts'
export { houseNoticeTexts, type NoticePreview } from './render.ts'
export { cancelNotice, type NoticeRefusal, resendNotice } from './resend.ts'
export { isNoticeName, NOTICE_NAMES, NOTICES, type NoticeName } from './template.ts'
export { createMailTransport, type MailTransport } from './transport.ts'

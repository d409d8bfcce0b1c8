import type { Topic } from '../stories/story.ts'

/** What is written in a case: the office to the client, the client to the office, and notes between colleagues. */
export interface Words {
  answer: Record<Topic, string>
  draft: Partial<Record<Topic, string>> & { treatment: string }
  askClient: readonly string[]
  toClient: readonly string[]
  fromClient: readonly string[]
  afterEnd: readonly string[]
  plan: readonly string[]
  changes: readonly string[]
  agreed: readonly string[]
  handOver: readonly string[]
  close: readonly string[]
  nextRemedy: readonly string[]
  toComplaint: readonly string[]
  feedback: readonly string[]
}

/** Notes of the office, in the language of who writes them. */
export interface OfficeNotes {
  call: readonly string[]
  askAuthority: readonly string[]
  assess: readonly string[]
  request: readonly string[]
  unitReplied: readonly string[]
  talk: readonly string[]
  colleague: readonly string[]
}

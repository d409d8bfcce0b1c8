import type { EventDescription, Party } from '../../../workflows/workflow.ts'
import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import type { CaseAtWork } from './case-row.ts'
import { contactOfToday } from './contact-on-case.ts'
import { storeNote } from './store-note.ts'

/**
 * What a person wrote with an event. A client's words and the office's to the client go into the thread both see; the
 * office's own notes, and what a client says in the feedback, are sealed with the event.
 * @returns the sealed note to keep with the event, or null when it went into the thread
 */
export async function keepNote(
  t: OfficeTransaction,
  work: CaseAtWork,
  given: {
    note: string
    eventId: string
    description: EventDescription
    party: Party
    source: 'portal' | 'api'
  },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { note, description, party } = given
  if (party === 'client' && description.track !== 'ended') {
    work.messageId = await storeNote(t, work, note, 'client')
    work.change.unread = true
    await contactOfToday(t, work, given.source)
    return null
  }
  if (description.noteTo === 'client') {
    work.messageId = await storeNote(t, work, note, 'office')
    work.change.unread = false
    return null
  }
  indexWords(t, ofCase(work.row), 'eventNote', given.eventId, note)
  return seal(await work.key(), place.eventNote(given.eventId), note)
}

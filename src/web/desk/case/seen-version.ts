import { type Sent, text } from '../log-contact-values.ts'

/** The version of the case that the person saw; undefined when the form did not tell. */
export const seenVersion = (sent: Sent): number | undefined => Number(text(sent, 'version')) || undefined

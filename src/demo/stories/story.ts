import type { Lang } from '../../language/lang.ts'
import type { ScriptName } from '../scripts.ts'

/** What the office's texts in a case are about. */
export type Topic =
  | 'delay'
  | 'decision'
  | 'income'
  | 'treatment'
  | 'child'
  | 'housing'
  | 'fees'
  | 'information'

/** A matter as somebody wrote it, and the way it takes. Everybody in it is invented. */
export interface Story {
  script: ScriptName
  lang: Lang
  topic: Topic
  /** municipality */
  place: string
  who: 'client' | 'guardian' | 'legal-representative' | 'relative'
  age: string
  task: string
  service: string
  provider?: string
  reasons: string[]
  name: string
  /** the one whose matter it is, when another writes */
  clientName?: string
  email?: string
  phone?: string
  text: string
  wish?: string
  urgentNeeds?: string[]
}

type Person = Pick<Story, 'name' | 'clientName' | 'email' | 'phone'>
type Rest = Partial<Pick<Story, 'wish' | 'urgentNeeds' | 'provider' | 'who'>>

/** Writes stories of one language: script, topic, municipality, "task/service", age, reasons, person, words. */
export const storiesIn =
  (lang: Lang) =>
  (
    script: ScriptName,
    topic: Topic,
    place: string,
    about: string,
    age: string,
    reasons: string[],
    person: Person,
    text: string,
    rest: Rest = {},
  ): Story => {
    const [task, service] = about.split('/') as [string, string]
    const who = person.clientName ? 'relative' : 'client'
    return { script, lang, topic, place, who, age, task, service, reasons, ...person, text, ...rest }
  }

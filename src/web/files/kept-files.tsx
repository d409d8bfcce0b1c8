import type { HeldFile } from '../../custody/files/hold-file.ts'
import { seal, unsealText } from '../../custody/seal.ts'
import { attachmentTexts } from '../../language/catalogues/attachments.ts'
import type { Lang } from '../../language/lang.ts'
import type { Web } from '../context.ts'
import { Checkboxes } from '../ui/parts.ts'
import { sizeText } from './fault-text.ts'
import type { TakenForm } from './take-form.ts'

/** A browser does not keep the files of a form that comes back; we do, for an hour, and the form names them sealed. */
const place = (caseId: string) => `kept-file:${caseId}`
const keyOf = (web: Web) => web.house.keys.derive('kept-file')

/** The files of a form that came back with an error: they go along unless their mark is taken away. */
export function KeptFiles(props: {
  lang: Lang
  web: Web
  caseId: string
  held?: readonly HeldFile[]
  name?: string
}) {
  const { lang, web, caseId, held = [], name = 'kept' } = props
  if (held.length === 0) return null
  const choices = held.map((file) => ({
    value: seal(keyOf(web), place(caseId), JSON.stringify(file)).toString('base64url'),
    label: file.name,
    hint: sizeText(lang, file.size),
  }))
  return (
    <Checkboxes
      lang={lang}
      name={name}
      label={attachmentTexts(lang)('added')}
      choices={choices}
      values={choices.map(({ value }) => value)}
    />
  )
}

/** The files that go along with a form: those kept from before, and those that came now. */
export function filesOf(web: Web, caseId: string, form: TakenForm): HeldFile[] {
  const kept = [form.fields.kept ?? []].flat().flatMap((sealed): HeldFile[] => {
    try {
      const text = unsealText(keyOf(web), place(caseId), Buffer.from(sealed, 'base64url'))
      return [JSON.parse(text) as HeldFile]
    } catch {
      // Not ours, or of another case: as if it were not there.
      return []
    }
  })
  return [...kept, ...form.held]
}
